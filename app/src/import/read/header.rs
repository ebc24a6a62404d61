//! Whether the first row names the columns, and unique names out of what it holds.

use super::{Note, Row};
use crate::import::cell::Look;
use crate::registry::fold;
use std::collections::BTreeSet;

/// How many rows below are compared with the first.
const LOOK: usize = 200;

/// A first row is a header unless a cell of it looks like data (a date, a number, an e-mail
/// address) or stands again in its own column below.
pub(super) fn looks_like_header(rows: &[Row]) -> bool {
    let Some((first, below)) = rows.split_first() else { return false };
    let filled: Vec<(usize, &str)> =
        first.cells.iter().map(|cell| cell.trim()).enumerate().filter(|(_, cell)| !cell.is_empty()).collect();
    if filled.is_empty() || filled.iter().any(|(_, cell)| Look::of(cell) != Look::Text) {
        return false;
    }
    let again = filled.iter().filter(|(column, cell)| {
        below.iter().take(LOOK).any(|row| row.cells.get(*column).is_some_and(|other| other.trim() == *cell))
    });
    again.count() * 2 < filled.len().max(2)
}

/// The header's names: trimmed, empty ones numbered, repeated ones told apart.
pub(super) fn names(header: &Row, width: usize, notes: &mut Vec<Note>) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::with_capacity(width);
    for column in 0..width {
        let from = header.cells.get(column).map(|cell| cell.trim()).unwrap_or_default();
        let base = if from.is_empty() { format!("#{}", column + 1) } else { from.to_owned() };
        let mut name = base.clone();
        let mut n = 2;
        while !taken.insert(fold(&name)) {
            name = format!("{base} ({n})");
            n += 1;
        }
        if name != from {
            let column = column.try_into().unwrap_or(u32::MAX);
            notes.push(Note::ColumnRenamed { column, from: from.to_owned(), to: name.clone() });
        }
        names.push(name);
    }
    names
}
