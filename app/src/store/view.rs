//! A window on a store for pure functions: rows loaded so far, with the writes made since laid
//! over them.
//!
//! A function that needs a row nobody loaded answers [`Miss`]; the caller rolls back, loads what
//! was asked for and calls it again. So rules stay free of I/O, and rows are read in bulk.

use super::cache::Cache;
use super::{Batch, Key, Range, Row, Store, StoreError, Table};
use std::any::Any;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// A row was needed that is not loaded, or cannot be read. Which it was is noted in the view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Miss;

/// Rows of a store, as far as they were loaded, and writes not yet committed.
#[derive(Default, Debug)]
pub struct View {
    rows: HashMap<(Table, Key), Option<Arc<[u8]>>>,
    ranges: HashMap<Range, Arc<Vec<Key>>>,
    writes: BTreeMap<(Table, Key), Option<Arc<[u8]>>>,
    /// What each key held before it was written since the last checkpoint, newest last.
    journal: Vec<WriteBefore>,
    wanted: BTreeSet<(Table, Key)>,
    wanted_ranges: BTreeSet<Range>,
    /// Rows that were decoded, so that a call repeated after a miss does not decode them again.
    decoded: HashMap<(Table, Key), Arc<dyn Any + Send + Sync>>,
    /// A row that is there and cannot be read.
    damaged: Option<(Table, Key)>,
    /// Rows that need not be loaded.
    cache: Option<Arc<Cache>>,
}

/// A row of a range, as loaded or written.
pub type Loaded = (Key, Arc<[u8]>);

type WriteBefore = ((Table, Key), Option<Option<Arc<[u8]>>>);

impl View {
    /// A view that looks into a cache of the store before it asks for a row.
    pub fn over(cache: Option<Arc<Cache>>) -> Self {
        Self { cache, ..Self::default() }
    }

    /// Finds a row in the cache; false where it is not there.
    fn recall(&mut self, at: &(Table, Key)) -> bool {
        let Some(kept) = self.cache.as_ref().and_then(|cache| cache.get(at)) else { return false };
        if let Some(decoded) = kept.decoded {
            self.decoded.insert(at.clone(), decoded);
        }
        self.rows.insert(at.clone(), kept.bytes);
        true
    }

    /// The row as it stands with the writes made so far; `None` where there is none.
    pub fn get(&mut self, table: Table, key: &Key) -> Result<Option<Arc<[u8]>>, Miss> {
        let at = (table, key.clone());
        if let Some(written) = self.writes.get(&at) {
            return Ok(written.clone());
        }
        if !self.rows.contains_key(&at) && !self.recall(&at) {
            self.wanted.insert(at);
            return Err(Miss);
        }
        Ok(self.rows.get(&at).cloned().flatten())
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
        let at = (table, key.clone());
        let known = |view: &Self| view.decoded.get(&at).and_then(|found| found.clone().downcast::<T>().ok());
        if let Some(found) = known(self) {
            return Ok(Some(found));
        }
        let Some(bytes) = self.get(table, key)? else { return Ok(None) };
        if let Some(found) = known(self) {
            return Ok(Some(found));
        }
        let Some(row) = decode(&bytes).map(Arc::new) else {
            self.damaged = Some(at);
            return Err(Miss);
        };
        if let Some(cache) = self.cache.as_ref().filter(|_| !self.writes.contains_key(&at)) {
            let row: Arc<dyn Any + Send + Sync> = row.clone();
            cache.decoded(&at, &bytes, &row);
        }
        self.decoded.insert(at, row.clone());
        Ok(Some(row))
    }

    /// Is the row here, or known to be nowhere?
    fn has(&mut self, at: &(Table, Key)) -> bool {
        self.writes.contains_key(at) || self.rows.contains_key(at) || self.recall(at)
    }

    /// The rows of a range of numbers of which each has one, cheap where they are in the cache.
    pub fn dense(&mut self, table: Table, from: u64, to: u64) -> Result<Vec<Key>, Miss> {
        let keys: Vec<Key> = (from..to).map(|number| Key(vec![super::Part::Num(number)])).collect();
        if !keys.iter().all(|key| self.has(&(table, key.clone()))) {
            self.range(&Range::numbers(table, from, to))?;
        }
        Ok(keys)
    }

    /// Notes rows that will be needed, so that they are loaded in one go. False if any is missing.
    pub fn want(&mut self, keys: impl IntoIterator<Item = (Table, Key)>) -> bool {
        let before = self.wanted.len();
        for key in keys {
            if !self.has(&key) {
                self.wanted.insert(key);
            }
        }
        self.wanted.len() == before
    }

    /// The rows of a range in key order, with the writes made so far.
    pub fn range(&mut self, range: &Range) -> Result<Vec<Loaded>, Miss> {
        let Some(stored) = self.ranges.get(range).cloned() else {
            self.wanted_ranges.insert(range.clone());
            return Err(Miss);
        };
        let mut found: BTreeMap<Key, Arc<[u8]>> = BTreeMap::new();
        for key in stored.iter() {
            if let Some(Some(bytes)) = self.rows.get(&(range.table, key.clone())) {
                found.insert(key.clone(), bytes.clone());
            }
        }
        let written = self.writes.range((range.table, range.from.clone())..);
        for ((_, key), bytes) in
            written.take_while(|((table, key), _)| *table == range.table && range.contains(key))
        {
            match bytes {
                Some(bytes) => found.insert(key.clone(), bytes.clone()),
                None => found.remove(key),
            };
        }
        Ok(found.into_iter().collect())
    }

    /// Writes a row (in the view).
    pub fn put(&mut self, table: Table, key: Key, bytes: impl Into<Arc<[u8]>>) {
        self.write(table, key, Some(bytes.into()));
    }

    /// Removes a row (in the view).
    pub fn delete(&mut self, table: Table, key: Key) {
        self.write(table, key, None);
    }

    fn write(&mut self, table: Table, key: Key, bytes: Option<Arc<[u8]>>) {
        let at = (table, key);
        self.decoded.remove(&at);
        let before = self.writes.insert(at.clone(), bytes);
        self.journal.push((at, before));
    }

    /// A point to roll back to.
    pub fn checkpoint(&self) -> usize {
        self.journal.len()
    }

    /// Takes back every write since the checkpoint; loaded rows stay.
    pub fn rollback(&mut self, checkpoint: usize) {
        for (key, before) in self.journal.drain(checkpoint.min(self.journal.len())..).rev() {
            self.decoded.remove(&key);
            match before {
                Some(before) => self.writes.insert(key, before),
                None => self.writes.remove(&key),
            };
        }
    }

    /// Puts rows that were read elsewhere into the view.
    pub fn loaded(&mut self, keys: Vec<(Table, Key)>, rows: Vec<Option<Vec<u8>>>) {
        for (key, row) in keys.into_iter().zip(rows) {
            self.wanted.remove(&key);
            self.decoded.remove(&key);
            self.rows.insert(key, row.map(Into::into));
        }
    }

    /// Puts a range that was read elsewhere into the view.
    pub fn loaded_range(&mut self, range: Range, rows: Vec<Row>) {
        let keys = rows.iter().map(|(key, _)| key.clone()).collect();
        for (key, bytes) in rows {
            self.rows.insert((range.table, key), Some(bytes.into()));
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
            self.keep(keys);
        }
        for range in ranges {
            let rows = store.range(&range).await?;
            let keys = rows.iter().map(|(key, _)| (range.table, key.clone())).collect();
            self.loaded_range(range, rows);
            self.keep(keys);
        }
        Ok(())
    }

    fn keep(&self, keys: Vec<(Table, Key)>) {
        if let Some(cache) = &self.cache {
            cache.read(keys.into_iter().filter_map(|at| {
                let bytes = self.rows.get(&at)?.clone();
                Some((at, bytes))
            }));
        }
    }

    /// The writes made so far as one durable batch that expects these keys to stand as they were
    /// loaded.
    pub fn batch(&self, expect: &[(Table, Key)]) -> Batch {
        let owned = |bytes: &Option<Arc<[u8]>>| bytes.as_ref().map(|bytes| bytes.to_vec());
        Batch {
            expect: expect
                .iter()
                .filter_map(|(table, key)| {
                    let row = self.rows.get(&(*table, key.clone()))?;
                    Some((*table, key.clone(), owned(row)))
                })
                .collect(),
            writes: self.writes.iter().map(|(key, bytes)| (key.clone(), owned(bytes))).collect(),
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
