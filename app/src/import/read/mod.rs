//! From the bytes of a file to [`Sheet`]s: what kind of file it is, encoding, delimiter, header and
//! cells, found out from the bytes alone. Text in columns, workbooks, address cards and calendars all
//! become rows under headers; what follows knows only those.
//!
//! Whatever the bytes are, reading ends with sheets or with one [`ReadError`]; it never panics. What
//! was odd is kept as a [`Note`] on the sheet or a [`Trouble`] on the row, so that nothing of the
//! file disappears unsaid.

mod calendar;
mod card;
mod content;
mod delimiter;
mod encoding;
mod header;
mod named;
mod reading;
mod records;
mod workbook;

pub use reading::Reading;

use crate::export::FileFormat;
use crate::id::Millis;
use crate::record::EntityId;
use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The largest file read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 4_000;
/// The longest cell, in bytes of UTF-8; a row with a longer one is refused.
pub const MAX_CELL: usize = 1 << 20;
/// The most cells of a sheet, empty ones counted.
pub const MAX_CELLS: usize = 20_000_000;

/// A file as rows of text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// The file's name without folder and ending.
    pub name: String,
    /// The columns' names, none empty and no two alike.
    pub columns: Vec<String>,
    /// False where the file has no header row and the names are made up (`#1`, `#2`).
    pub has_header: bool,
    pub rows: Rows,
    /// What was found out about the file, and what was odd in it.
    pub notes: Vec<Note>,
    pub format: FileFormat,
    /// The encoding a text was read in (`UTF-8`, `windows-1252`); a workbook says its own.
    pub encoding: String,
    pub delimiter: char,
    /// What its rows are, where the format says so.
    pub rows_are: Option<RowsAre>,
}

/// What a format says about its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowsAre {
    pub entity: EntityId,
    /// The source its keys belong to: they are unique everywhere, whatever the file is called.
    pub source: String,
}

/// What a file's times need that only the machine knows.
#[derive(Clone, Copy, Debug)]
pub struct Here {
    pub now: Millis,
    /// Minutes east of UTC at a local time in a named zone, or in this person's for an empty name;
    /// `None` where the zone is not known.
    pub offset: fn(&str, DateTime) -> Option<i32>,
}

impl Default for Here {
    /// Nowhere: the epoch, and UTC.
    fn default() -> Self {
        Self { now: 0, offset: |zone, _| zone.is_empty().then_some(0) }
    }
}

/// The rows of a sheet. Clones share them: a large file is held once.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "Vec<Row>", into = "Vec<Row>")]
pub struct Rows(Arc<Vec<Row>>);

impl From<Vec<Row>> for Rows {
    fn from(rows: Vec<Row>) -> Self {
        Self(Arc::new(rows))
    }
}

impl From<Rows> for Vec<Row> {
    fn from(rows: Rows) -> Self {
        Arc::unwrap_or_clone(rows.0)
    }
}

impl std::ops::Deref for Rows {
    type Target = [Row];
    fn deref(&self) -> &[Row] {
        &self.0
    }
}

/// One row: as many cells as the sheet has columns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The line of the file it begins on, from 1.
    pub line: u32,
    pub cells: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trouble: Option<Trouble>,
}

/// Why a row is doubtful as it was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "trouble")]
pub enum Trouble {
    /// Fewer cells than columns; the missing ones are empty.
    TooFewCells { cells: u32 },
    /// More cells than columns; the surplus is kept here.
    TooManyCells { cells: u32, surplus: Vec<String> },
    /// A quote opened on `line` never closed: from there on the rows were read line by line.
    AfterUnclosedQuote { line: u32 },
    /// A cell over [`MAX_CELL`]; the row is refused, its cells are cut to their beginnings.
    CellTooLong { column: u32, bytes: u64 },
    /// It says that it repeats; the first time is brought in.
    Repeats,
    /// Its times are in a zone nobody here knows; they are read as this person's own.
    UnknownZone { zone: String },
    /// A card or an entry that never ends.
    NoEnd,
    /// Lines that say nothing the format knows, kept with the record.
    UnreadableLines { lines: u32 },
}

/// Something the person may want to know about how the file was read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "note")]
pub enum Note {
    /// The encoding was guessed, not told by the file.
    EncodingGuessed {
        encoding: String,
    },
    /// Bytes that are no text in this encoding were replaced by �.
    UnreadableBytes {
        places: u32,
    },
    NulBytesRemoved {
        count: u32,
    },
    UnclosedQuote {
        line: u32,
    },
    NoHeader,
    ColumnRenamed {
        column: u32,
        from: String,
        to: String,
    },
    /// Pictures in the file: there is no place for them yet.
    PhotosLeftOut {
        count: u32,
    },
    /// Other files in the file.
    FilesLeftOut {
        count: u32,
    },
    /// Parts that become no record: groups of cards, free and busy times.
    PartsLeftOut {
        name: String,
        count: u32,
    },
    /// Lines outside of every part that is known.
    LinesLeftOut {
        count: u32,
    },
    /// Cells that were to be calculated, and whose result the file does not hold.
    NotCalculated {
        cells: u32,
    },
}

/// Why a file cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "error")]
pub enum ReadError {
    #[error("the file is empty")]
    Empty,
    #[error("the file has {bytes} bytes; at most {max} can be read: split it")]
    TooLarge { bytes: u64, max: u64 },
    #[error("the file has {columns} columns; at most {max} can be read")]
    TooManyColumns { columns: u32, max: u32 },
    #[error("the file has {rows} rows of {columns} columns; at most {max} cells can be read: split it")]
    TooManyCells { rows: u64, columns: u32, max: u64 },
    /// Small as a file, and beyond every measure once unpacked.
    #[error("the file unpacks to more than {max} bytes: split it")]
    TooLargeUnpacked { max: u64 },
    /// An archive, a picture: `kind` is its usual ending.
    #[error("this is a {kind} file: save it as CSV or XLSX and try again")]
    NotText { kind: String },
    /// A workbook that is cut off, locked by a password, or none at all.
    #[error("the workbook cannot be opened: save it anew as XLSX, without a password, and try again")]
    BrokenWorkbook,
}

/// What the person knows better than the detection.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadOptions {
    /// An encoding's label (`utf-8`, `windows-1252`, `utf-16le`).
    pub encoding: Option<String>,
    pub delimiter: Option<char>,
    pub header: Option<bool>,
}

/// Reads a file's first sheet, all times as UTC: where there is only one of each.
pub fn read(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Sheet, ReadError> {
    read_all(file_name, bytes, options, Here::default())?.into_iter().next().ok_or(ReadError::Empty)
}

/// Reads a file: one sheet or more.
pub fn read_all(
    file_name: &str,
    bytes: &[u8],
    options: &ReadOptions,
    here: Here,
) -> Result<Vec<Sheet>, ReadError> {
    let mut reading = Reading::begin(file_name, bytes, options, here)?;
    while reading.step(usize::MAX)? {}
    reading.finish()
}

/// A file's name without folder and ending.
fn stem(file_name: &str) -> String {
    let base = file_name.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = base.rsplit_once('.').map_or(base, |(stem, _)| if stem.is_empty() { base } else { stem });
    stem.trim().to_owned()
}

#[cfg(test)]
mod tests;
