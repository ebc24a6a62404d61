//! A file being read, a piece at a time: a large one must not freeze the page.

use super::encoding::{self, Decoded};
use super::records::{self, Split};
use super::{MAX_BYTES, Note, ReadError, ReadOptions, Sheet, delimiter, header, stem};

/// A file whose encoding and delimiter are known and whose rows are being found.
pub struct Reading {
    name: String,
    decoded: Decoded,
    /// Where its rows begin.
    start: usize,
    delimiter: char,
    header: Option<bool>,
    split: Split,
}

impl Reading {
    /// Finds out how a file is written.
    pub fn begin(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Self, ReadError> {
        if bytes.len() > MAX_BYTES {
            return Err(ReadError::TooLarge { bytes: bytes.len() as u64, max: MAX_BYTES as u64 });
        }
        if let Some(kind) = encoding::binary_kind(bytes) {
            return Err(ReadError::NotText { kind: kind.to_owned() });
        }
        let decoded = encoding::decode(bytes, options.encoding.as_deref());
        let (text, told) = delimiter::strip_sep_line(&decoded.text);
        let delimiter =
            options.delimiter.filter(char::is_ascii).or(told).unwrap_or_else(|| delimiter::detect(text));
        let split = Split::new(delimiter as u8, u32::from(told.is_some()) + 1);
        let start = decoded.text.len() - text.len();
        Ok(Self { name: stem(file_name), start, delimiter, header: options.header, split, decoded })
    }

    /// Finds at most so many more rows; false once there are none left.
    pub fn step(&mut self, rows: usize) -> Result<bool, ReadError> {
        let text = self.decoded.text.get(self.start..).unwrap_or_default();
        self.split.step(text, rows)
    }

    /// The sheet, once all rows are found.
    pub fn finish(self) -> Result<Sheet, ReadError> {
        let Self { name, decoded, delimiter, header, split, .. } = self;
        let records = split.records;
        let mut notes = decoded.notes;
        notes.extend(records.unclosed.map(|line| Note::UnclosedQuote { line }));
        let width = records.width();
        if records.rows.is_empty() || width == 0 {
            return Err(ReadError::Empty);
        }
        let mut rows = records.rows;
        let has_header = header.unwrap_or_else(|| header::looks_like_header(&rows));
        let columns = if has_header {
            header::names(&rows.remove(0), width, &mut notes)
        } else {
            notes.push(Note::NoHeader);
            (1..=width).map(|n| format!("#{n}")).collect()
        };
        rows.iter_mut().for_each(|row| records::fit(row, columns.len()));
        let (rows, encoding) = (rows.into(), decoded.encoding);
        Ok(Sheet { name, columns, has_header, rows, notes, encoding, delimiter })
    }
}
