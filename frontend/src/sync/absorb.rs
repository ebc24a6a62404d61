//! Taking what was committed into memory: the device's state, the confirmed records, and own work
//! laid over them.

use super::plan::weight;
use super::replica::{Replica, Told};
use outrider_app::change::Item;
use outrider_app::device::{Device, Queued, Step, overlay};
use outrider_app::id::RecordId;
use std::collections::{BTreeMap, BTreeSet};

/// For so many records each one's own work is looked up by itself.
const FEW: usize = 8;

impl Replica {
    /// Takes a committed step into memory.
    pub(super) fn absorb(&self, step: &Step) {
        let mut touched: BTreeSet<RecordId> = step.records.keys().copied().collect();
        {
            let mut device = self.device.borrow_mut();
            for (n, row) in &step.outbox {
                for queued in device.outbox.get(n).into_iter().chain(row) {
                    touched.extend(queued.unit.items.iter().map(|item| item.record));
                }
            }
            for (n, row) in &step.tray {
                touched.extend(device.tray.get(n).into_iter().chain(row).map(|tray| tray.item.record));
            }
            device.absorb(step);
        }
        {
            let mut book = self.book.borrow_mut();
            for (id, record) in &step.records {
                match record {
                    Some(record) => book.put(record),
                    None => book.remove(*id),
                }
            }
            if !step.labels.is_empty() {
                book.set_labels(step.labels.clone());
            }
        }
        let weight: usize = step.records.values().map(|record| weight(record.is_none())).sum();
        self.to_fold.set(self.to_fold.get() + weight);
        self.lay_over(touched);
        self.tell(Told::Changed);
    }

    /// Lays own work anew over these records.
    pub(super) fn lay_over(&self, ids: impl IntoIterator<Item = RecordId>) {
        let device = self.device.borrow();
        let mut book = self.book.borrow_mut();
        for (id, pending) in pending(&device, ids.into_iter().collect()) {
            if pending.is_empty() {
                book.set_overlay(id, None);
            } else {
                let shown = overlay(book.confirmed(id), &pending, device.user);
                book.set_overlay(id, shown.as_ref());
            }
        }
    }
}

/// [`Device::pending`] of several records. Of many in one go: an import is one unit of thousands.
fn pending(device: &Device, ids: BTreeSet<RecordId>) -> BTreeMap<RecordId, Vec<&Item>> {
    if ids.len() <= FEW {
        return ids.into_iter().map(|id| (id, device.pending(id))).collect();
    }
    let mut all: BTreeMap<RecordId, Vec<&Item>> = ids.into_iter().map(|id| (id, Vec::new())).collect();
    let refused = device.tray.values().map(|row| &row.item);
    for item in refused.chain(device.outbox.values().flat_map(Queued::open)) {
        if let Some(items) = all.get_mut(&item.record) {
            items.push(item);
        }
    }
    all
}
