//! What one tab holds in memory of its device's store: production's state machine, and confirmed
//! records.

use futures::executor::block_on;
use outrider_app::device::{Base, Device, Step};
use outrider_app::id::{ClientId, RecordId};
use outrider_app::pack::decode_row;
use outrider_app::record::Record;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::{Range, Table};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Confirmed records, as the store holds them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held(pub BTreeMap<RecordId, Record>);

impl Base for Held {
    fn confirmed(&self, id: RecordId) -> Option<Record> {
        self.0.get(&id).cloned()
    }

    fn versions(&self) -> Vec<(RecordId, u64)> {
        self.0.iter().map(|(id, record)| (*id, record.seq)).collect()
    }
}

/// A device, as long as one tab is open on it and nothing goes wrong.
pub struct Phone {
    pub user: RecordId,
    pub store: Arc<MemoryStore>,
    pub device: Device,
    pub base: Held,
}

impl Phone {
    /// A new device of a person: its database is made.
    pub fn new(index: u8, user: RecordId) -> Self {
        let device = Device::new(ClientId::random([index; 16]), user);
        let store = MemoryStore::default();
        store.commit_now(device.first_batch()).expect("a new store");
        Self { user, store: Arc::new(store), device, base: Held::default() }
    }

    /// The same with a store of its own.
    pub fn copy(&self) -> Self {
        let store = Arc::new((*self.store).clone());
        Self { user: self.user, store, device: self.device.clone(), base: self.base.clone() }
    }

    /// What a store says, read anew.
    pub fn open(store: Arc<MemoryStore>) -> Self {
        let device = block_on(Device::load(&*store)).expect("readable").expect("a device");
        let mut base = Held::default();
        for (key, bytes) in store.rows_of(&Range::all(Table::Delta)) {
            let id = key.last_id().expect("an id");
            if !bytes.is_empty() {
                base.0.insert(id, decode_row(&bytes).expect("a row"));
            }
        }
        Self { user: device.user, store, device, base }
    }

    /// Commits a step and takes it into memory.
    pub fn commit(&mut self, step: &Step) {
        self.store.commit_now(step.batch()).expect("memory never fails");
        self.absorb(step);
    }

    /// Takes a committed step into memory.
    pub fn absorb(&mut self, step: &Step) {
        self.device.absorb(step);
        for (id, record) in &step.records {
            match record {
                Some(record) => self.base.0.insert(*id, record.clone()),
                None => self.base.0.remove(id),
            };
        }
    }
}
