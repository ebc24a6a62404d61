//! One sheet's cells as rows of text.

use super::super::reading::{measured, settle};
use super::super::{MAX_BYTES, MAX_CELLS, MAX_COLUMNS, ReadError, Row};
use super::package::Package;
use super::styles::Shown;
use super::{Found, number, turns, xml};
use quick_xml::events::{BytesStart, Event};

/// What cells refer to.
pub(super) struct Texts<'a> {
    pub strings: &'a [String],
    pub styles: &'a [Shown],
    pub from_1904: bool,
}

/// How much the sheets together may hold: one text can stand in a million cells.
pub(super) struct Room {
    bytes: usize,
    cells: usize,
}

impl Room {
    pub fn of(bytes: usize) -> Self {
        Self { bytes, cells: MAX_CELLS }
    }
}

/// A cell being read.
#[derive(Default)]
struct Cell {
    column: usize,
    kind: String,
    shown: Shown,
    value: String,
    has_value: bool,
    formula: bool,
}

/// Where in a cell the text at hand belongs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Nothing,
    Value,
    /// How a text is pronounced.
    Spoken,
}

/// Reads a sheet. Rows without a text are none.
pub(super) async fn read(
    package: &mut Package,
    name: &str,
    path: &str,
    texts: &Texts<'_>,
    room: &mut Room,
) -> Result<Found, ReadError> {
    let mut found = Found { name: name.to_owned(), ..Found::default() };
    let mut part = package.part(path)?;
    let mut buffer = Vec::new();
    let (mut row, mut cell, mut inside) =
        (Row { line: 0, cells: Vec::new(), trouble: None }, Cell::default(), Inside::Nothing);
    let (mut next, mut seen) = (0_usize, 0_usize);
    let read = loop {
        let event = part.read_event_into(&mut buffer);
        match &event {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let closed = matches!(event, Ok(Event::Empty(_)));
                match tag.local_name().into_inner() {
                    "row" => {
                        row.line =
                            xml::attribute(tag, "r").and_then(|r| r.parse().ok()).unwrap_or(row.line + 1);
                        next = 0;
                    }
                    "c" => {
                        cell = begin(tag, next, texts);
                        next = cell.column + 1;
                    }
                    "v" | "t" if !closed && inside != Inside::Spoken => {
                        inside = Inside::Value;
                        cell.has_value = true;
                    }
                    "rPh" if !closed => inside = Inside::Spoken,
                    "f" => cell.formula = true,
                    _ => {}
                }
            }
            Ok(Event::End(tag)) => match tag.local_name().into_inner() {
                "v" | "t" if inside == Inside::Value => inside = Inside::Nothing,
                "rPh" => inside = Inside::Nothing,
                "c" => {
                    found.not_calculated += u32::from(cell.formula && !cell.has_value);
                    put(&mut row, std::mem::take(&mut cell), texts, room)?;
                }
                "row" => {
                    seen += 1;
                    keep(&mut found, &mut row)?;
                    if seen.is_multiple_of(turns::ROWS) {
                        buffer.clear();
                        turns::pause().await;
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) => break true,
            Ok(event) if inside == Inside::Value => xml::push(&mut cell.value, event),
            Ok(_) => {}
            Err(_) => break false,
        }
        buffer.clear();
    };
    drop(part);
    if read { Ok(found) } else { Err(package.refusal()) }
}

fn begin(tag: &BytesStart<'_>, next: usize, texts: &Texts<'_>) -> Cell {
    let style = xml::attribute(tag, "s").and_then(|style| style.parse::<usize>().ok());
    Cell {
        column: xml::attribute(tag, "r").and_then(|place| column(&place)).unwrap_or(next),
        kind: xml::attribute(tag, "t").unwrap_or_default(),
        shown: style.and_then(|style| texts.styles.get(style).copied()).unwrap_or_default(),
        ..Cell::default()
    }
}

/// The place of `AB12` among the columns, from 0.
fn column(place: &str) -> Option<usize> {
    let letters = place.chars().take_while(char::is_ascii_alphabetic);
    let place = letters.fold(0_usize, |n, c| {
        n.saturating_mul(26).saturating_add(c.to_ascii_uppercase() as usize - 'A' as usize + 1)
    });
    place.checked_sub(1)
}

fn put(row: &mut Row, cell: Cell, texts: &Texts<'_>, room: &mut Room) -> Result<(), ReadError> {
    let raw = xml::unescaped(cell.value);
    let text = match cell.kind.as_str() {
        "s" => {
            raw.trim().parse().ok().and_then(|at: usize| texts.strings.get(at).cloned()).unwrap_or_default()
        }
        "b" => if raw.trim() == "1" { "true" } else { "false" }.to_owned(),
        "str" | "inlineStr" | "e" | "d" => raw,
        _ if raw.trim().is_empty() => return Ok(()),
        _ => number::text(&raw, cell.shown, texts.from_1904),
    };
    if text.trim().is_empty() {
        return Ok(());
    }
    if cell.column >= MAX_COLUMNS {
        let columns = u32::try_from(cell.column + 1).unwrap_or(u32::MAX);
        return Err(ReadError::TooManyColumns { columns, max: MAX_COLUMNS as u32 });
    }
    let Some(bytes) = room.bytes.checked_sub(text.len()) else {
        return Err(ReadError::TooLargeUnpacked { max: MAX_BYTES as u64 });
    };
    room.bytes = bytes;
    if row.cells.len() <= cell.column {
        let more = cell.column + 1 - row.cells.len();
        let Some(cells) = room.cells.checked_sub(more) else {
            let (rows, max) = (u64::from(row.line), MAX_CELLS as u64);
            let columns = u32::try_from(cell.column + 1).unwrap_or(u32::MAX);
            return Err(ReadError::TooManyCells { rows, columns, max });
        };
        room.cells = cells;
        row.cells.resize(cell.column + 1, String::new());
    }
    if let Some(slot) = row.cells.get_mut(cell.column) {
        *slot = text;
    }
    Ok(())
}

/// Keeps a row in which something stands.
fn keep(found: &mut Found, row: &mut Row) -> Result<(), ReadError> {
    let cells = std::mem::take(&mut row.cells);
    if cells.is_empty() {
        return Ok(());
    }
    found.width = found.width.max(cells.len());
    let mut kept = Row { line: row.line, cells, trouble: None };
    settle(&mut kept);
    found.rows.push(kept);
    measured(found.rows.len(), found.width)
}
