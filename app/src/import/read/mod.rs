//! From the bytes of a file to a [`Sheet`]: encoding, delimiter, header and cells, found out from
//! the bytes alone.
//!
//! Whatever the bytes are, reading ends with a sheet or with one [`ReadError`]; it never panics. What
//! was odd is kept as a [`Note`] on the sheet or a [`Trouble`] on the row, so that nothing of the
//! file disappears unsaid.

mod delimiter;
mod encoding;
mod header;
mod reading;
mod records;

pub use reading::Reading;

use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The largest file read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;
/// The most columns of a sheet.
pub const MAX_COLUMNS: usize = 4_000;
/// The longest cell, in bytes of UTF-8; a row with a longer one is refused.
pub const MAX_CELL: usize = 1 << 20;

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
    /// The encoding it was read in (`UTF-8`, `windows-1252`).
    pub encoding: String,
    pub delimiter: char,
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
    /// A workbook, an archive, a picture: `kind` is its usual ending.
    #[error("this is a {kind} file: save it as CSV and try again")]
    NotText { kind: String },
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

/// Reads a file.
pub fn read(file_name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Sheet, ReadError> {
    let mut reading = Reading::begin(file_name, bytes, options)?;
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
