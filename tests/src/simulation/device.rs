//! A simulated device: production's state machine over a memory store, with a person who was told
//! what is saved.

use futures::executor::block_on;
use outrider_app::device::{Base, Device, Step};
use outrider_app::id::{ClientId, RecordId};
use outrider_app::pack::decode_row;
use outrider_app::protocol::{Cursor, Frame, Push, Pushed};
use outrider_app::record::Record;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::{Range, Table};
use outrider_app::value::Value;
use std::collections::BTreeMap;

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

/// A value the person was told is saved.
#[derive(Clone, Debug)]
pub struct Told {
    pub record: RecordId,
    pub field: String,
    pub value: Value,
}

pub struct Phone {
    pub user: RecordId,
    pub store: MemoryStore,
    pub device: Device,
    pub base: Held,
    /// How far its clock is off, in milliseconds.
    pub skew: i64,
    pub online: bool,
    pub told: Vec<Told>,
    /// Messages on their way: pushes the server has not seen, answers the device has not.
    pub sent: Vec<Push>,
    pub answers: Vec<Answer>,
}

#[derive(Clone)]
pub enum Answer {
    Pushed(Pushed),
    /// With the cursor it was asked for: the leader's loop pulls one page at a time, so an answer to
    /// a cursor that is no longer the device's is nobody's.
    Pulled(Option<Cursor>, Vec<Frame>),
}

impl Phone {
    pub fn new(index: u8, user: RecordId, skew: i64) -> Self {
        let device = Device::new(ClientId::random([index; 16]), user);
        let store = MemoryStore::default();
        store.commit_now(device.first_batch()).expect("a new store");
        Self {
            user,
            store,
            device,
            base: Held::default(),
            skew,
            online: true,
            told: Vec::new(),
            sent: Vec::new(),
            answers: Vec::new(),
        }
    }

    /// Commits a step; a death leaves it uncommitted, or committed and unknown to memory.
    pub fn commit(&mut self, step: &Step, death: Option<Death>) {
        if death == Some(Death::Before) {
            return self.restart();
        }
        self.store.commit_now(step.batch()).expect("memory never fails");
        if death == Some(Death::After) {
            return self.restart();
        }
        self.device.absorb(step);
        for (id, record) in &step.records {
            match record {
                Some(record) => self.base.0.insert(*id, record.clone()),
                None => self.base.0.remove(id),
            };
        }
    }

    /// The process dies and comes back: memory is read anew from the store, messages are gone.
    pub fn restart(&mut self) {
        let (device, base) = self.reread();
        (self.device, self.base) = (device, base);
        self.answers.clear();
    }

    /// What the store alone says.
    pub fn reread(&self) -> (Device, Held) {
        let device = block_on(Device::load(&self.store)).expect("readable").expect("a device");
        let mut held = Held::default();
        for (key, bytes) in self.store.range_now(&Range::all(Table::Delta)) {
            let id = key.last_id().expect("an id");
            if !bytes.is_empty() {
                held.0.insert(id, decode_row(&bytes).expect("a row"));
            }
        }
        (device, held)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Death {
    Before,
    After,
}
