//! A file being read, a piece at a time: a large one must not freeze the page.

use super::calendar::Calendar;
use super::card::Cards;
use super::encoding::{self, Decoded};
use super::records::{self, Split};
use super::workbook::Workbook;
use super::{Here, MAX_BYTES, MAX_CELL, MAX_CELLS, MAX_COLUMNS, Note, ReadError, ReadOptions, Row, Sheet};
use super::{Trouble, delimiter, header, stem};
use crate::export::{FileFormat, shielded};

/// A file whose format is known and whose rows are being found.
pub struct Reading {
    name: String,
    header: Option<bool>,
    kind: Kind,
}

enum Kind {
    Text(Text),
    Workbook(Workbook),
    Cards(Cards),
    Calendar(Calendar),
}

/// Text in columns whose encoding and delimiter are known.
struct Text {
    decoded: Decoded,
    /// Where its rows begin.
    start: usize,
    delimiter: char,
    split: Split,
}

impl Reading {
    /// Finds out how a file is written.
    pub fn begin(
        file_name: &str,
        bytes: &[u8],
        options: &ReadOptions,
        here: Here,
    ) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadError::TooLarge { bytes: bytes.len() as u64, max: MAX_BYTES as u64 });
        }
        let told = options.encoding.as_deref();
        let kind = match encoding::binary_kind(bytes) {
            Some("xlsx") => Kind::Workbook(Workbook::begin(bytes.to_vec())),
            // An older workbook, or one behind a password.
            Some("xls") => return Err(ReadError::BrokenWorkbook),
            Some(kind) => return Err(ReadError::NotText { kind: kind.to_owned() }),
            None => match encoding::begins(bytes) {
                Some(FileFormat::Vcard) => Kind::Cards(Cards::begin(bytes, told)),
                Some(FileFormat::Icalendar) => Kind::Calendar(Calendar::begin(bytes, told, here)),
                _ => Kind::Text(Text::begin(bytes, options)),
            },
        };
        Ok(Self { name: stem(file_name), header: options.header, kind })
    }

    /// Finds about so many more rows; false once there are none left.
    pub fn step(&mut self, rows: usize) -> Result<bool, ReadError> {
        match &mut self.kind {
            Kind::Text(text) => {
                let from = text.decoded.text.get(text.start..).unwrap_or_default();
                text.split.step(from, rows)
            }
            Kind::Workbook(workbook) => workbook.step(rows),
            Kind::Cards(cards) => Ok(cards.step(rows)),
            Kind::Calendar(calendar) => Ok(calendar.step(rows)),
        }
    }

    /// The sheets, once all rows are found.
    pub fn finish(self) -> Result<Vec<Sheet>, ReadError> {
        let Self { name, header, kind } = self;
        let sheets = match kind {
            Kind::Text(text) => vec![text.finish(name, header)?],
            Kind::Workbook(workbook) => workbook.finish(&name, header)?,
            Kind::Cards(cards) => cards.finish(&name)?,
            Kind::Calendar(calendar) => calendar.finish(&name)?,
        };
        if sheets.is_empty() { Err(ReadError::Empty) } else { Ok(sheets) }
    }
}

impl Text {
    fn begin(bytes: &[u8], options: &ReadOptions) -> Self {
        let decoded = encoding::decode(bytes, options.encoding.as_deref());
        let (text, told) = delimiter::strip_sep_line(&decoded.text);
        let delimiter =
            options.delimiter.filter(char::is_ascii).or(told).unwrap_or_else(|| delimiter::detect(text));
        let split = Split::new(delimiter as u8, u32::from(told.is_some()) + 1);
        let start = decoded.text.len() - text.len();
        Self { start, delimiter, split, decoded }
    }

    fn finish(self, name: String, header: Option<bool>) -> Result<Sheet, ReadError> {
        let Self { decoded, delimiter, split, .. } = self;
        let records = split.records;
        let mut notes = decoded.notes;
        notes.extend(records.unclosed.map(|line| Note::UnclosedQuote { line }));
        let width = records.width();
        let mut sheet = under_header(name, records.rows, width, header, notes)?;
        (sheet.encoding, sheet.delimiter) = (decoded.encoding, delimiter);
        Ok(sheet)
    }
}

/// A sheet of rows whose first may name the columns.
pub(super) fn under_header(
    name: String,
    mut rows: Vec<Row>,
    width: usize,
    header: Option<bool>,
    mut notes: Vec<Note>,
) -> Result<Sheet, ReadError> {
    if rows.is_empty() || width == 0 {
        return Err(ReadError::Empty);
    }
    measured(rows.len(), width)?;
    let has_header = header.unwrap_or_else(|| header::looks_like_header(&rows));
    let columns = if has_header {
        header::names(&rows.remove(0), width, &mut notes)
    } else {
        notes.push(Note::NoHeader);
        (1..=width).map(|n| format!("#{n}")).collect()
    };
    rows.iter_mut().for_each(|row| records::fit(row, columns.len()));
    Ok(Sheet {
        name,
        columns,
        has_header,
        rows: rows.into(),
        notes,
        format: FileFormat::Csv,
        encoding: "UTF-8".to_owned(),
        delimiter: ',',
        rows_are: None,
    })
}

/// Whether so many rows of so many columns can be held.
pub(super) fn measured(rows: usize, columns: usize) -> Result<(), ReadError> {
    let columns_u32 = columns.try_into().unwrap_or(u32::MAX);
    if columns > MAX_COLUMNS {
        return Err(ReadError::TooManyColumns { columns: columns_u32, max: MAX_COLUMNS as u32 });
    }
    if rows.saturating_mul(columns) > MAX_CELLS {
        let (rows, max) = (rows as u64, MAX_CELLS as u64);
        return Err(ReadError::TooManyCells { rows, columns: columns_u32, max });
    }
    Ok(())
}

/// Makes cells that no person typed into a text what a text would hold: at most [`MAX_CELL`] long, and
/// with an apostrophe of their own kept.
pub(super) fn settle(row: &mut Row) {
    for (column, cell) in row.cells.iter_mut().enumerate() {
        if cell.len() > MAX_CELL {
            let column = column.try_into().unwrap_or(u32::MAX);
            row.trouble = Some(Trouble::CellTooLong { column, bytes: cell.len() as u64 });
            *cell = cell.chars().take(80).collect();
        }
        if let Some(whole) = shielded(cell) {
            *cell = whole;
        }
    }
}
