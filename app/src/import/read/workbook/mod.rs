//! Workbooks (XLSX): each sheet with something in it becomes a sheet of text, as its cells are shown:
//! results of formulas, dates as ISO dates, numbers with a decimal point.
//!
//! Bounded however small the file is and however much it unpacks to: bytes unpacked, cells, and text.
//!
//! On `zip` and `quick-xml` themselves rather than `calamine`, which holds all texts before one can
//! count them, hides a formula without a result, and turns on features by which SurrealDB is compiled
//! twice.

mod number;
mod package;
mod sheet;
mod strings;
mod styles;
mod turns;
mod xml;

use super::reading::under_header;
use super::{MAX_BYTES, Note, ReadError, Row, Sheet};
use crate::export::FileFormat;
use package::Package;
use turns::Turns;

/// A sheet as it stands in the file.
#[derive(Debug, Default)]
struct Found {
    name: String,
    rows: Vec<Row>,
    width: usize,
    /// Cells that were to be calculated and were not.
    not_calculated: u32,
}

/// A workbook being read.
pub(super) struct Workbook {
    turns: Turns<Result<Vec<Found>, ReadError>>,
    found: Option<Vec<Found>>,
}

impl Workbook {
    pub fn begin(bytes: Vec<u8>) -> Self {
        Self { turns: Turns::of(all(bytes, MAX_BYTES)), found: None }
    }

    /// Reads about so many more rows; false once there are none left.
    pub fn step(&mut self, rows: usize) -> Result<bool, ReadError> {
        for _ in 0..rows.div_ceil(turns::ROWS) {
            if let Some(done) = self.turns.next() {
                self.found = Some(done?);
                return Ok(false);
            }
        }
        Ok(self.found.is_none())
    }

    pub fn finish(self, file: &str, header: Option<bool>) -> Result<Vec<Sheet>, ReadError> {
        let found: Vec<Found> =
            self.found.unwrap_or_default().into_iter().filter(|sheet| !sheet.rows.is_empty()).collect();
        let alone = found.len() == 1;
        let one = |found: Found| {
            let cells = found.not_calculated;
            let notes = (cells > 0).then_some(Note::NotCalculated { cells }).into_iter().collect();
            let mut rows = found.rows;
            // What a sheet does not say is empty, and nothing to wonder at.
            rows.iter_mut().for_each(|row| row.cells.resize(found.width, String::new()));
            let name = if alone { file.to_owned() } else { found.name };
            let mut sheet = under_header(name, rows, found.width, header, notes)?;
            sheet.format = FileFormat::Xlsx;
            Ok(sheet)
        };
        found.into_iter().map(one).collect()
    }
}

/// All sheets, of at most so many bytes unpacked and as many in their cells.
async fn all(bytes: Vec<u8>, limit: usize) -> Result<Vec<Found>, ReadError> {
    let mut package = Package::open(bytes, limit)?;
    let book = package.book()?;
    turns::pause().await;
    let strings = strings::read(&mut package, &book).await?;
    let styles = styles::read(&mut package, &book)?;
    let mut sheets = Vec::with_capacity(book.sheets.len());
    let mut room = sheet::Room::of(limit);
    for (name, path) in &book.sheets {
        let texts = sheet::Texts { strings: &strings, styles: &styles, from_1904: book.from_1904 };
        sheets.push(sheet::read(&mut package, name, path, &texts, &mut room).await?);
    }
    Ok(sheets)
}

#[cfg(test)]
mod tests;
