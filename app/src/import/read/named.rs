//! Rows whose cells come with their columns' names: what cards and calendars become.

use super::reading::{measured, settle};
use super::{MAX_COLUMNS, Note, ReadError, Row, RowsAre, Sheet, Trouble};
use crate::export::FileFormat;
use std::collections::HashMap;

/// One row to be: cells by column, none twice.
#[derive(Debug, Default)]
pub(super) struct Cells(Vec<(String, String)>);

impl Cells {
    /// Sets a cell, unless it has a text already or this is none.
    pub fn set(&mut self, column: &str, text: impl AsRef<str>) {
        let text = text.as_ref().trim();
        if !text.is_empty() && self.get(column).is_empty() {
            self.0.push((column.to_owned(), text.to_owned()));
        }
    }

    pub fn get(&self, column: &str) -> &str {
        self.0.iter().find(|(known, _)| known == column).map_or("", |(_, text)| text.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes a cell out; empty where there is none.
    pub fn take(&mut self, column: &str) -> String {
        let at = self.0.iter().position(|(known, _)| known == column);
        at.map(|at| self.0.remove(at).1).unwrap_or_default()
    }

    /// Adds lines to a cell.
    pub fn append(&mut self, column: &str, lines: &[String]) {
        let mut all = vec![self.take(column)];
        all.extend(lines.iter().cloned());
        all.retain(|line| !line.trim().is_empty());
        self.set(column, all.join("\n"));
    }
}

/// Rows of one entity.
#[derive(Debug, Default)]
pub(super) struct Table {
    columns: Vec<String>,
    places: HashMap<String, usize>,
    rows: Vec<Row>,
}

impl Table {
    /// A table whose columns stand in this order; those nothing is in are left out at the end.
    pub fn new(columns: &[&str]) -> Self {
        let mut table = Self::default();
        columns.iter().for_each(|column| _ = table.place(column));
        table
    }

    fn place(&mut self, column: &str) -> usize {
        let next = self.columns.len();
        let place = *self.places.entry(column.to_owned()).or_insert(next);
        if place == next {
            self.columns.push(column.to_owned());
        }
        place
    }

    /// Whether there is room for a column of this name.
    pub fn has_room(&self, column: &str) -> bool {
        self.places.contains_key(column) || self.columns.len() < MAX_COLUMNS / 10
    }

    pub fn push(&mut self, line: u32, cells: Cells, trouble: Option<Trouble>) {
        let mut row = Row { line, cells: Vec::new(), trouble };
        for (column, text) in cells.0 {
            let place = self.place(&column);
            if row.cells.len() <= place {
                row.cells.resize(place + 1, String::new());
            }
            if let Some(cell) = row.cells.get_mut(place) {
                *cell = text;
            }
        }
        settle(&mut row);
        self.rows.push(row);
    }

    /// The sheet; `None` without a row.
    pub fn sheet(
        self,
        name: &str,
        entity: &str,
        format: FileFormat,
        told: &(String, Vec<Note>),
    ) -> Result<Option<Sheet>, ReadError> {
        let Self { columns, mut rows, .. } = self;
        if rows.is_empty() {
            return Ok(None);
        }
        let filled =
            |at: usize| rows.iter().any(|row| row.cells.get(at).is_some_and(|cell| !cell.is_empty()));
        let kept: Vec<usize> = (0..columns.len()).filter(|at| filled(*at)).collect();
        measured(rows.len(), kept.len())?;
        for row in &mut rows {
            let mut cells = std::mem::take(&mut row.cells);
            row.cells =
                kept.iter().map(|at| cells.get_mut(*at).map(std::mem::take).unwrap_or_default()).collect();
        }
        Ok(Some(Sheet {
            name: name.to_owned(),
            columns: kept.iter().filter_map(|at| columns.get(*at).cloned()).collect(),
            has_header: true,
            rows: rows.into(),
            notes: told.1.clone(),
            format,
            encoding: told.0.clone(),
            delimiter: ',',
            rows_are: Some(RowsAre { entity: entity.to_owned(), source: format.tag().to_owned() }),
        }))
    }
}
