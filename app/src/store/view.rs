//! A window on a store for pure functions: rows loaded so far, with the writes made since laid
//! over them.
//!
//! A function that needs a row nobody loaded answers [`Miss`]; the caller rolls back, loads what
//! was asked for and calls it again. So rules stay free of I/O, and rows are read in bulk.

use super::cache::Cache;
use super::memory::MemoryStore;
use super::{Batch, Bytes, Key, Range, Row, Rows, Store, StoreError, Table};
use crate::key;
use std::any::Any;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A row was needed that is not loaded, or cannot be read. Which it was is noted in the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss;

/// Rows of a store, as far as they were loaded, and writes not yet committed.
#[derive(Default, Debug)]
pub struct View {
    rows: Rows<Option<Bytes>>,
    /// The keys of the ranges that were loaded.
    ranges: BTreeMap<Range, Arc<Vec<Key>>>,
    /// A store in memory whose rows need no loading.
    at_hand: Option<Arc<MemoryStore>>,
    writes: Rows<Option<Bytes>>,
    /// What each key held before it was written since the last checkpoint, newest last.
    journal: Vec<WriteBefore>,
    wanted: BTreeSet<(Table, Key)>,
    wanted_ranges: BTreeSet<Range>,
    /// A row that is there and cannot be read.
    damaged: Option<(Table, Key)>,
    /// Rows that need not be loaded.
    cache: Option<Arc<Cache>>,
}

/// A row of a range, as loaded or written.
pub type Loaded = (Key, Bytes);

type WriteBefore = (Table, Key, Option<Option<Bytes>>);

impl View {
    /// A view for reading a store in memory: nothing is missing in it. What is written in it cannot
    /// expect that what was read still stands.
    pub fn at_hand(store: Arc<MemoryStore>) -> Self {
        Self { at_hand: Some(store), ..Self::default() }
    }

    /// A view that looks into a cache of the store before it asks for a row.
    pub fn over(cache: Option<Arc<Cache>>) -> Self {
        Self { cache, ..Self::default() }
    }

    /// Is the row here, or known to be nowhere? What the cache holds comes here by it.
    fn has(&mut self, table: Table, key: &Key) -> bool {
        if self.writes.get(table, key).is_some() || self.rows.get(table, key).is_some() {
            return true;
        }
        let Some(row) = self.cache.as_ref().and_then(|cache| cache.get(table, key)) else { return false };
        self.rows.insert(table, key.clone(), row);
        true
    }

    /// The row as it stands with the writes made so far; `None` where there is none.
    pub fn get(&mut self, table: Table, key: &Key) -> Result<Option<Bytes>, Miss> {
        if self.has(table, key) {
            let known = self.writes.get(table, key).or_else(|| self.rows.get(table, key));
            return Ok(known.cloned().flatten());
        }
        match &self.at_hand {
            Some(store) => Ok(store.row(table, key)),
            None => {
                self.wanted.insert((table, key.clone()));
                Err(Miss)
            }
        }
    }

    /// The row, decoded once however often it is asked for. One that does not decode is a fault of
    /// the store: read as no row it would be a silent loss, so it is a [`Miss`] that
    /// [`View::load`] refuses.
    pub fn decoded<T: Any + Send + Sync>(
        &mut self,
        table: Table,
        key: &Key,
        decode: impl FnOnce(&[u8]) -> Option<T>,
    ) -> Result<Option<Arc<T>>, Miss> {
        let Some(bytes) = self.get(table, key)? else { return Ok(None) };
        let row = bytes.decoded(decode);
        if row.is_none() {
            self.damaged = Some((table, key.clone()));
            return Err(Miss);
        }
        Ok(row)
    }

    /// Notes rows that will be needed, so that they are loaded in one go. False if any is missing.
    pub fn want(&mut self, keys: impl IntoIterator<Item = (Table, Key)>) -> bool {
        if self.at_hand.is_some() {
            return true;
        }
        let before = self.wanted.len();
        for (table, key) in keys {
            if !self.has(table, &key) {
                self.wanted.insert((table, key));
            }
        }
        self.wanted.len() == before
    }

    /// The keys of a range of numbers of which each has a row, cheap where those are in the cache.
    pub fn dense(&mut self, table: Table, from: u64, to: u64) -> Result<Vec<Key>, Miss> {
        let keys: Vec<Key> = (from..to).map(|number| key![number]).collect();
        if self.at_hand.is_none() && !keys.iter().all(|key| self.has(table, key)) {
            self.range(&Range::numbers(table, from, to))?;
        }
        Ok(keys)
    }

    /// The rows of a range in key order, with the writes made so far.
    pub fn range(&mut self, range: &Range) -> Result<Vec<Loaded>, Miss> {
        let mut found = match (&self.at_hand, self.ranges.get(range)) {
            (Some(store), _) => store.rows_of(range),
            (None, Some(keys)) => {
                let row = |key: &Key| Some((key.clone(), self.rows.get(range.table, key)?.clone()?));
                keys.iter().filter_map(row).collect()
            }
            (None, None) => {
                self.wanted_ranges.insert(range.clone());
                return Err(Miss);
            }
        };
        for (key, bytes) in self.writes.range(range) {
            match (found.binary_search_by(|(at, _)| at.cmp(key)), bytes) {
                (Ok(at), Some(bytes)) => found[at].1 = bytes.clone(),
                (Ok(at), None) => drop(found.remove(at)),
                (Err(at), Some(bytes)) => found.insert(at, (key.clone(), bytes.clone())),
                (Err(_), None) => {}
            }
        }
        Ok(found)
    }

    /// Writes a row (in the view).
    pub fn put(&mut self, table: Table, key: Key, bytes: impl Into<Bytes>) {
        self.write(table, key, Some(bytes.into()));
    }

    /// Removes a row (in the view).
    pub fn delete(&mut self, table: Table, key: Key) {
        self.write(table, key, None);
    }

    fn write(&mut self, table: Table, key: Key, bytes: Option<Bytes>) {
        let before = self.writes.insert(table, key.clone(), bytes);
        self.journal.push((table, key, before));
    }

    /// A point to roll back to.
    pub fn checkpoint(&self) -> usize {
        self.journal.len()
    }

    /// Takes back every write since the checkpoint; loaded rows stay.
    pub fn rollback(&mut self, checkpoint: usize) {
        for (table, key, before) in self.journal.drain(checkpoint.min(self.journal.len())..).rev() {
            match before {
                Some(before) => self.writes.insert(table, key, before),
                None => self.writes.remove(table, &key),
            };
        }
    }

    /// Puts rows that were read elsewhere into the view.
    pub fn loaded(&mut self, keys: Vec<(Table, Key)>, rows: Vec<Option<Vec<u8>>>) {
        for (at, row) in keys.into_iter().zip(rows) {
            self.wanted.remove(&at);
            self.rows.insert(at.0, at.1, row.map(Into::into));
        }
    }

    /// Puts a range that was read elsewhere into the view.
    pub fn loaded_range(&mut self, range: Range, rows: Vec<Row>) {
        let keys = rows.iter().map(|(key, _)| key.clone()).collect();
        for (key, bytes) in rows {
            self.rows.insert(range.table, key, Some(bytes.into()));
        }
        self.wanted_ranges.remove(&range);
        self.ranges.insert(range, Arc::new(keys));
    }

    /// What was asked for and is not loaded.
    pub fn wanted(&self) -> (Vec<(Table, Key)>, Vec<Range>) {
        (self.wanted.iter().cloned().collect(), self.wanted_ranges.iter().cloned().collect())
    }

    /// Loads all that was asked for; fails where a row that was asked for cannot be read.
    pub async fn load<S: Store>(&mut self, store: &S) -> Result<(), StoreError> {
        if let Some((table, key)) = self.damaged.take() {
            return Err(StoreError::Damaged(format!("{table:?} {key:?}")));
        }
        let (keys, ranges) = self.wanted();
        if !keys.is_empty() {
            let rows = store.get(&keys).await?;
            self.loaded(keys.clone(), rows);
            self.keep(&keys);
        }
        for range in ranges {
            let rows = store.range(&range).await?;
            let keys: Vec<_> = rows.iter().map(|(key, _)| (range.table, key.clone())).collect();
            self.loaded_range(range, rows);
            self.keep(&keys);
        }
        Ok(())
    }

    fn keep(&self, keys: &[(Table, Key)]) {
        if let Some(cache) = &self.cache {
            let row = |(table, key): &(Table, Key)| {
                Some(((*table, key.clone()), self.rows.get(*table, key)?.clone()))
            };
            cache.read(keys.iter().filter_map(row));
        }
    }

    /// The writes made so far as one durable batch that expects these keys to stand as they were
    /// loaded.
    pub fn batch(&self, expect: &[(Table, Key)]) -> Batch {
        let owned = |bytes: &Option<Bytes>| bytes.as_ref().map(|bytes| bytes.to_vec());
        let expected =
            |(table, key): &(Table, Key)| Some((*table, key.clone(), owned(self.rows.get(*table, key)?)));
        Batch {
            expect: expect.iter().filter_map(expected).collect(),
            writes: self.writes.iter().map(|(table, key, row)| ((table, key.clone()), owned(row))).collect(),
            clears: Vec::new(),
            durable: true,
        }
    }
}

/// Does something for each, and misses only after the last: what all of them need is asked for in
/// one go, so that rounds follow from how deep rows lead on and not from how many there are.
pub fn for_each<T>(
    items: impl IntoIterator<Item = T>,
    mut look: impl FnMut(T) -> Result<(), Miss>,
) -> Result<(), Miss> {
    let mut found = Ok(());
    for item in items {
        found = look(item).and(found);
    }
    found
}

/// Runs a pure function over a store until nothing it needs is missing.
pub async fn run<S: Store, T>(
    store: &S,
    view: &mut View,
    mut function: impl FnMut(&mut View) -> Result<T, Miss>,
) -> Result<T, StoreError> {
    let checkpoint = view.checkpoint();
    loop {
        match function(view) {
            Ok(result) => return Ok(result),
            Err(Miss) => {
                view.rollback(checkpoint);
                view.load(store).await?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key;

    #[test]
    fn a_rolled_back_view_holds_what_stood_at_the_checkpoint() {
        let mut view = View::default();
        let key = key!["a"];
        assert_eq!(view.get(Table::Meta, &key), Err(Miss));
        view.loaded(vec![(Table::Meta, key.clone())], vec![Some(b"0".to_vec())]);
        view.put(Table::Meta, key.clone(), *b"1");
        let checkpoint = view.checkpoint();
        view.put(Table::Meta, key.clone(), *b"2");
        view.delete(Table::Meta, key.clone());
        view.rollback(checkpoint);
        assert_eq!(view.get(Table::Meta, &key).unwrap().as_deref(), Some(b"1".as_slice()));
        view.rollback(0);
        assert_eq!(view.get(Table::Meta, &key).unwrap().as_deref(), Some(b"0".as_slice()));
    }

    #[test]
    fn a_range_shows_the_writes_laid_over_it() {
        let mut view = View::default();
        let range = Range::numbers(Table::Log, 1, 4);
        assert_eq!(view.range(&range), Err(Miss));
        view.loaded_range(range.clone(), vec![(key![1], b"a".to_vec()), (key![2], b"b".to_vec())]);
        view.delete(Table::Log, key![1]);
        view.put(Table::Log, key![3], *b"c");
        view.put(Table::Log, key![4], *b"d");
        let keys: Vec<Key> = view.range(&range).unwrap().into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, [key![2], key![3]]);
    }
}
