//! Rows in memory: an ordered map for each table.

use super::{Key, Range, Table};
use std::collections::{BTreeMap, btree_map};
use std::ops::Bound;

/// A value for each row, by table and key.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<T>([BTreeMap<Key, T>; Table::ALL.len()]);

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self(std::array::from_fn(|_| BTreeMap::new()))
    }
}

impl<T> Rows<T> {
    fn of(&self, table: Table) -> &BTreeMap<Key, T> {
        &self.0[table as usize]
    }

    pub fn get(&self, table: Table, key: &Key) -> Option<&T> {
        self.of(table).get(key)
    }

    /// Puts a value and answers the one it takes the place of.
    pub fn insert(&mut self, table: Table, key: Key, value: T) -> Option<T> {
        self.0[table as usize].insert(key, value)
    }

    pub fn remove(&mut self, table: Table, key: &Key) -> Option<T> {
        self.0[table as usize].remove(key)
    }

    /// The rows of a range, in order.
    pub fn range(&self, range: &Range) -> btree_map::Range<'_, Key, T> {
        // A range that ends before it begins is empty; the map would not take it.
        let to = range.to.as_ref().map(|to| to.max(&range.from));
        self.of(range.table)
            .range((Bound::Included(&range.from), to.map_or(Bound::Unbounded, Bound::Excluded)))
    }

    /// Every row.
    pub fn iter(&self) -> impl Iterator<Item = (Table, &Key, &T)> {
        Table::ALL
            .into_iter()
            .flat_map(|table| self.of(table).iter().map(move |(key, row)| (table, key, row)))
    }
}
