//! Rows kept in memory beside a store that only one process writes: what was read or written lately.
//!
//! What always holds: a row here is the row in the store, for whoever writes the store tells the
//! cache in the same breath ([`Cache::apply`]) and lets nobody read in between.

use super::{Bytes, Key, Rows, Table};
use std::collections::BTreeMap;
use std::sync::{PoisonError, RwLock};

/// Bytes of rows in a generation. The cache holds two: what was used since the younger one began
/// stays, the rest goes when that one is full.
const GENERATION: usize = 32 * 1024 * 1024;
/// How much heavier than its bytes a row is with what they were decoded to; about.
const DECODED: usize = 8;
/// What a row weighs beside its bytes; about.
const ROW: usize = 200;

type At = (Table, Key);
/// A row, or that there is none.
type Row = Option<Bytes>;

/// Writes that the cache takes over once they are committed.
#[derive(Debug)]
pub struct Noted(Vec<(At, Row)>);

#[derive(Debug, Default)]
struct Generations {
    young: Rows<Row>,
    old: Rows<Row>,
    weight: usize,
}

/// The cache. Share it by [`std::sync::Arc`].
#[derive(Debug, Default)]
pub struct Cache(RwLock<Generations>);

/// Tables whose rows are asked for again and again.
fn is_kept(table: Table) -> bool {
    matches!(table, Table::Record | Table::Log | Table::Scope | Table::Meta | Table::Unique)
}

impl Cache {
    pub(super) fn get(&self, table: Table, key: &Key) -> Option<Row> {
        if !is_kept(table) {
            return None;
        }
        {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(found) = kept.young.get(table, key) {
                return Some(found.clone());
            }
            kept.old.get(table, key)?;
        }
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let found = kept.old.remove(table, key)?;
        kept.put((table, key.clone()), found.clone());
        Some(found)
    }

    /// Keeps rows as they were read.
    pub(super) fn read(&self, rows: impl Iterator<Item = (At, Row)>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        rows.filter(|(at, _)| is_kept(at.0)).for_each(|(at, row)| kept.put(at, row));
    }

    /// What is to be kept of writes, for [`Self::apply`] once they are committed.
    pub fn note(writes: &BTreeMap<At, Option<Vec<u8>>>) -> Noted {
        let kept = writes.iter().filter(|(at, _)| is_kept(at.0));
        Noted(kept.map(|(at, bytes)| (at.clone(), bytes.as_deref().map(Bytes::from))).collect())
    }

    /// Takes over what was just committed. Nobody may read the store between the two.
    pub fn apply(&self, noted: Noted) {
        self.read(noted.0.into_iter());
    }

    /// Forgets everything: what the store holds is not known.
    pub fn clear(&self) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Generations::default();
    }
}

impl Generations {
    fn put(&mut self, (table, key): At, row: Row) {
        self.weight += row.as_ref().map_or(0, |bytes| bytes.len() * DECODED) + ROW;
        self.old.remove(table, &key);
        self.young.insert(table, key, row);
        if self.weight > GENERATION {
            self.old = std::mem::take(&mut self.young);
            self.weight = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key;

    #[test]
    fn what_is_used_stays_and_the_rest_goes() {
        let cache = Cache::default();
        let at = |n: u64| (Table::Log, key![n]);
        let row = |n: u64| (at(n), Some(Bytes::from(vec![0; GENERATION / DECODED / 40])));
        let get = |cache: &Cache, n: u64| cache.get(Table::Log, &key![n]);
        for n in 1..=100 {
            cache.read(std::iter::once(row(n)));
            get(&cache, 1);
        }
        assert!(get(&cache, 1).is_some() && get(&cache, 100).is_some() && get(&cache, 2).is_none());
        cache.apply(Cache::note(&[(at(1), None)].into()));
        assert_eq!(get(&cache, 1), Some(None), "known to be gone");
    }
}
