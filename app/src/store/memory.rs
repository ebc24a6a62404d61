//! The store in memory: the twin that tests and the simulation run on, and what a device falls
//! back to where its browser keeps nothing.

use super::{Batch, Key, Range, Row, Store, StoreError, Table};
use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

type Rows = BTreeMap<(Table, Key), Vec<u8>>;

/// Rows in one ordered map.
#[derive(Default, Debug)]
pub struct MemoryStore {
    rows: Mutex<Rows>,
}

impl MemoryStore {
    fn rows(&self) -> MutexGuard<'_, Rows> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// [`Store::get`], at once.
    pub fn get_now(&self, keys: &[(Table, Key)]) -> Vec<Option<Vec<u8>>> {
        let rows = self.rows();
        keys.iter().map(|key| rows.get(key).cloned()).collect()
    }

    /// [`Store::range`], at once.
    pub fn range_now(&self, range: &Range) -> Vec<Row> {
        self.rows()
            .range((range.table, range.from.clone())..)
            .take_while(|((table, key), _)| *table == range.table && range.contains(key))
            .map(|((_, key), bytes)| (key.clone(), bytes.clone()))
            .collect()
    }

    /// [`Store::commit`], at once.
    pub fn commit_now(&self, batch: Batch) -> Result<(), StoreError> {
        let mut rows = self.rows();
        let holds = |(table, key, bytes): &(Table, Key, Option<Vec<u8>>)| {
            rows.get(&(*table, key.clone())) == bytes.as_ref()
        };
        if !batch.expect.iter().all(holds) {
            return Err(StoreError::Conflict);
        }
        for range in &batch.clears {
            rows.retain(|(table, key), _| *table != range.table || !range.contains(key));
        }
        for (key, bytes) in batch.writes {
            match bytes {
                Some(bytes) => rows.insert(key, bytes),
                None => rows.remove(&key),
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
