//! Rows kept in memory beside a store that only one process writes: what was read or written lately.
//!
//! What always holds: a row here is the row in the store, for whoever writes the store tells the
//! cache in the same breath ([`Cache::apply`]) and lets nobody read in between.

use super::{Key, Table};
use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, PoisonError, RwLock};

/// Bytes of rows in a generation. The cache holds two: what was used since the younger one began
/// stays, the rest goes when that one is full.
const GENERATION: usize = 24 * 1024 * 1024;
/// What a row weighs beside its bytes; about.
const ROW: usize = 200;

type At = (Table, Key);
/// Writes that the cache takes over once they are committed.
#[derive(Debug)]
pub struct Noted(Vec<(At, Option<Arc<[u8]>>)>);

type Decoded = Arc<dyn Any + Send + Sync>;

/// A row and, where someone decoded it, what it says.
#[derive(Clone, Debug)]
pub(super) struct Kept {
    pub bytes: Option<Arc<[u8]>>,
    pub decoded: Option<Decoded>,
}

#[derive(Debug, Default)]
struct Generations {
    young: HashMap<At, Kept>,
    old: HashMap<At, Kept>,
    weight: usize,
}

/// The cache. Share it by [`Arc`].
#[derive(Debug, Default)]
pub struct Cache(RwLock<Generations>);

/// Tables whose rows are asked for again and again.
fn is_kept(table: Table) -> bool {
    matches!(table, Table::Record | Table::Log | Table::Scope | Table::Meta | Table::Unique)
}

impl Cache {
    pub(super) fn get(&self, at: &At) -> Option<Kept> {
        if !is_kept(at.0) {
            return None;
        }
        {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(found) = kept.young.get(at) {
                return Some(found.clone());
            }
            kept.old.get(at)?;
        }
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let found = kept.old.remove(at)?;
        kept.put(at.clone(), found.clone());
        Some(found)
    }

    /// Keeps rows as they were read.
    pub(super) fn read(&self, rows: impl Iterator<Item = (At, Option<Arc<[u8]>>)>) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        for (at, bytes) in rows.filter(|(at, _)| is_kept(at.0)) {
            kept.put(at, Kept { bytes, decoded: None });
        }
    }

    /// Keeps what a row says, unless it is another row by now.
    pub(super) fn decoded(&self, at: &At, bytes: &Arc<[u8]>, decoded: &Decoded) {
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if let Some(row) = kept.young.get_mut(at).filter(|row| row.bytes.as_ref() == Some(bytes)) {
            row.decoded = Some(decoded.clone());
        }
    }

    /// What is to be kept of writes, for [`Self::apply`] once they are committed.
    pub fn note(writes: &BTreeMap<At, Option<Vec<u8>>>) -> Noted {
        let kept = writes.iter().filter(|(at, _)| is_kept(at.0));
        Noted(kept.map(|(at, bytes)| (at.clone(), bytes.as_deref().map(Arc::from))).collect())
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
    fn put(&mut self, at: At, row: Kept) {
        // What is decoded weighs several times its bytes.
        self.weight += row.bytes.as_ref().map_or(0, |bytes| bytes.len() * 3) + ROW;
        self.old.remove(&at);
        self.young.insert(at, row);
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
        let row = |n: u64| (at(n), Some(Arc::from(vec![0; GENERATION / 40])));
        for n in 1..=60 {
            cache.read(std::iter::once(row(n)));
            cache.get(&at(1));
        }
        assert!(cache.get(&at(1)).is_some() && cache.get(&at(60)).is_some() && cache.get(&at(2)).is_none());
        cache.apply(Cache::note(&[(at(1), None)].into()));
        assert!(cache.get(&at(1)).is_some_and(|row| row.bytes.is_none()), "known to be gone");
    }
}
