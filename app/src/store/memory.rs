//! The store in memory: the twin that tests and the simulation run on, and what a device falls
//! back to where its browser keeps nothing.

use super::{Batch, Bytes, Key, Range, Row, Rows, Store, StoreError, Table};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Rows in ordered maps.
#[derive(Default, Debug)]
pub struct MemoryStore {
    rows: Mutex<Rows<Bytes>>,
}

impl MemoryStore {
    fn rows(&self) -> MutexGuard<'_, Rows<Bytes>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A row, shared.
    pub fn row(&self, table: Table, key: &Key) -> Option<Bytes> {
        self.rows().get(table, key).cloned()
    }

    /// The rows of a range in key order, shared.
    pub fn rows_of(&self, range: &Range) -> Vec<(Key, Bytes)> {
        self.rows().range(range).map(|(key, bytes)| (key.clone(), bytes.clone())).collect()
    }

    /// [`Store::get`], at once.
    pub fn get_now(&self, keys: &[(Table, Key)]) -> Vec<Option<Vec<u8>>> {
        let rows = self.rows();
        keys.iter().map(|(table, key)| rows.get(*table, key).map(|bytes| bytes.to_vec())).collect()
    }

    /// [`Store::range`], at once.
    pub fn range_now(&self, range: &Range) -> Vec<Row> {
        self.rows().range(range).map(|(key, bytes)| (key.clone(), bytes.to_vec())).collect()
    }

    /// [`Store::commit`], at once.
    pub fn commit_now(&self, batch: Batch) -> Result<(), StoreError> {
        let mut rows = self.rows();
        let holds = |(table, key, bytes): &(Table, Key, Option<Vec<u8>>)| {
            rows.get(*table, key).map(|bytes| &**bytes) == bytes.as_deref()
        };
        if !batch.expect.iter().all(holds) {
            return Err(StoreError::Conflict);
        }
        for range in &batch.clears {
            let gone: Vec<Key> = rows.range(range).map(|(key, _)| key.clone()).collect();
            gone.iter().for_each(|key| drop(rows.remove(range.table, key)));
        }
        for ((table, key), bytes) in batch.writes {
            match bytes {
                Some(bytes) => rows.insert(table, key, bytes.into()),
                None => rows.remove(table, &key),
            };
        }
        Ok(())
    }
}

impl Clone for MemoryStore {
    fn clone(&self) -> Self {
        Self { rows: Mutex::new(self.rows().clone()) }
    }
}

impl Store for MemoryStore {
    async fn get(&self, keys: &[(Table, Key)]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        Ok(self.get_now(keys))
    }

    async fn range(&self, range: &Range) -> Result<Vec<Row>, StoreError> {
        Ok(self.range_now(range))
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        self.commit_now(batch)
    }
}
