//! The device's half of sync, as a pure state machine: what is unsent ([`Queued`]), what was
//! refused ([`Tray`]), how far it has come, and what to do with what arrives.
//!
//! Every act yields a [`Step`]: one atomic batch for the store and the same facts for memory. The
//! caller commits the step's batch first and absorbs the step only afterwards, so memory never
//! shows what the store does not hold. The app and the simulation drive these same functions.

mod apply;
mod edit;
mod load;
mod overlay;
mod restart;
mod rows;
mod settle;
mod step;
pub mod tabs;
mod tray;
mod undo;

pub use edit::{Draft, FieldEdit, Stamp};
pub use overlay::overlay;
pub use rows::{Kept, LeaderRow, Notice, NoticeKind, Queued, Tray, UndoRow};
pub use step::Step;

use crate::change::Item;
use crate::id::{ClientId, RecordId};
use crate::protocol::Cursor;
use crate::record::Record;
use crate::sync::Scope;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Confirmed records, wherever they are kept.
pub trait Base {
    /// The record as the server last confirmed it, tombstones included; `None` where not held.
    fn confirmed(&self, id: RecordId) -> Option<Record>;
    /// Every held record and its version: what a manifest is compared with.
    fn versions(&self) -> Vec<(RecordId, u64)>;
}

/// What a device knows beside its confirmed records.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Device {
    pub client: ClientId,
    pub user: RecordId,
    /// The next change's number.
    pub next: u64,
    /// How far it has come; `None` before the first sync.
    pub cursor: Option<Cursor>,
    pub scope: Option<Scope>,
    /// Own units until their results were pulled, by the number of their first change.
    pub outbox: BTreeMap<u64, Queued>,
    /// Refused items, by number.
    pub tray: BTreeMap<u64, Tray>,
    /// Values that did not stand, by (sequence, index).
    pub notices: BTreeMap<(u64, u64), Notice>,
    /// What can be undone, by the number of the unit's first change.
    pub undo: BTreeMap<u64, UndoRow>,
    /// Names of records out of sight that records in sight point to.
    pub labels: BTreeMap<RecordId, String>,
    /// A manifest being received, until its last piece.
    manifest: Vec<(RecordId, u64)>,
    /// Record -> the units and tray items that touch it; kept beside the two maps.
    touched: HashMap<RecordId, BTreeSet<u64>>,
}

impl Device {
    /// A new device database's first state.
    pub fn new(client: ClientId, user: RecordId) -> Self {
        Self { client, user, next: 1, ..Self::default() }
    }

    /// Own items of a record that its confirmed state does not hold yet, in order: refused ones
    /// first, then unsent ones.
    pub fn pending(&self, record: RecordId) -> Vec<&Item> {
        let refused = self.tray.values().map(|tray| &tray.item).filter(|item| item.record == record);
        let units = self.touched.get(&record).into_iter().flatten().filter_map(|n| self.outbox.get(n));
        let unsent = units.flat_map(Queued::open).filter(|item| item.record == record);
        refused.chain(unsent).collect()
    }

    /// The record as the screen shows it: confirmed, with own unsent and refused changes laid over.
    /// `None` where it is not held, or was deleted.
    pub fn shown(&self, base: &impl Base, id: RecordId) -> Option<Record> {
        overlay(base.confirmed(id), &self.pending(id), self.user).filter(|record| record.deleted.is_none())
    }

    /// Every record with own changes laid over it.
    pub fn touched(&self) -> BTreeSet<RecordId> {
        let refused = self.tray.values().map(|tray| tray.item.record);
        self.touched.keys().copied().chain(refused).collect()
    }

    /// Does the record carry changes the server has not confirmed?
    pub fn is_unsent(&self, id: RecordId) -> bool {
        self.touched.get(&id).is_some_and(|units| {
            units
                .iter()
                .filter_map(|n| self.outbox.get(n))
                .any(|unit| unit.unsettled().any(|item| item.record == id))
        })
    }

    /// Does an item of this record wait in the tray?
    pub fn is_refused(&self, id: RecordId) -> bool {
        self.tray.values().any(|tray| tray.item.record == id)
    }

    /// How many items wait to be sent.
    pub fn unsent(&self) -> usize {
        self.outbox.values().map(|unit| unit.unsettled().count()).sum()
    }

    fn index(&mut self, n: u64) {
        if let Some(queued) = self.outbox.get(&n) {
            for item in &queued.unit.items {
                self.touched.entry(item.record).or_default().insert(n);
            }
        }
    }

    fn unindex(&mut self, n: u64) {
        if let Some(queued) = self.outbox.get(&n) {
            for item in &queued.unit.items {
                if let Some(units) = self.touched.get_mut(&item.record) {
                    units.remove(&n);
                    if units.is_empty() {
                        self.touched.remove(&item.record);
                    }
                }
            }
        }
    }
}
