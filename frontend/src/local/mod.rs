//! The store on the device: IndexedDB, or memory where the browser keeps nothing.
//!
//! A write has arrived when `commit` returns; nothing else may tell a person "saved".

#[cfg(feature = "conformance")]
mod conformance;
pub mod idb;
pub mod space;

pub use idb::{IdbStore, Notice, OpenError};
pub use space::{StorageState, ask_persist, storage_state};

use outrider_app::store::memory::MemoryStore;
use outrider_app::store::{Batch, Key, Range, Row, Store, StoreError, Table};
use std::sync::Arc;

/// The store this device has. Cheap to clone; clones are the same store.
#[derive(Clone, Debug)]
pub enum DeviceStore {
    Idb(IdbStore),
    /// Gone with the page: the app must say so.
    Memory(Arc<MemoryStore>),
}

impl DeviceStore {
    /// Opens the database of this name, or memory where the browser offers no database at all.
    /// A database that is there and does not open is an error: memory would hide unsent work.
    pub async fn open(name: &str, notify: impl Fn(Notice) + 'static) -> Result<Self, OpenError> {
        match IdbStore::open(name, notify).await {
            Ok(store) => Ok(Self::Idb(store)),
            Err(OpenError::Missing) => Ok(Self::Memory(Arc::default())),
            Err(error) => Err(error),
        }
    }

    pub fn memory_only(&self) -> bool {
        matches!(self, Self::Memory(_))
    }
}

impl Store for DeviceStore {
    async fn get(&self, keys: &[(Table, Key)]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        match self {
            Self::Idb(store) => store.get(keys).await,
            Self::Memory(store) => store.get(keys).await,
        }
    }

    async fn range(&self, range: &Range) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Idb(store) => store.range(range).await,
            Self::Memory(store) => store.range(range).await,
        }
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        match self {
            Self::Idb(store) => store.commit(batch).await,
            Self::Memory(store) => store.commit(batch).await,
        }
    }
}
