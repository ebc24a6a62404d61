//! One field of many rows, its place in the layout looked up once a chunk.

use super::ids::Slot;
use super::rows::Rows;
use crate::pack::{RawValue, RowRef};

/// Finds one field in many rows: remembers its place in the layout last seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Finder {
    name: String,
    seen: Option<LayoutKey>,
    ix: Option<usize>,
}

/// Tells an entity's layout on a shelf from every other, and from itself before it grew.
pub(super) type LayoutKey = (u32, usize, usize);

pub(super) fn layout_key(shelf: u32, row: &RowRef<'_>) -> LayoutKey {
    (shelf, row.entity_ix(), row.entity_layout().fields.len())
}

impl Finder {
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), seen: None, ix: None }
    }

    #[inline]
    pub fn get<'a>(&mut self, rows: &'a Rows, slot: Slot) -> RawValue<'a> {
        let Some((shelf, row)) = rows.row_on(slot) else { return RawValue::EMPTY };
        self.of(shelf, &row)
    }

    /// The field of a row on this shelf.
    #[inline]
    pub fn of<'a>(&mut self, shelf: u32, row: &RowRef<'a>) -> RawValue<'a> {
        let key = layout_key(shelf, row);
        if self.seen != Some(key) {
            self.seen = Some(key);
            self.ix = row.entity_layout().field(&self.name);
        }
        self.ix.map_or(RawValue::EMPTY, |ix| row.field_raw(ix))
    }
}
