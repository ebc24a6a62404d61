//! Taking back what was done, offline or long after it was sent: a new unit of inverses, each of
//! which applies only while what it takes back still stands.

use super::rows::{Kept, UndoRow};
use super::{Device, Stamp, Step};
use crate::change::{Base as Version, Change, Item, Unit};
use crate::id::Millis;
use std::collections::BTreeMap;

/// So many of the latest acts can be taken back however old they are,
const KEPT: usize = 100;
/// and any act for so long.
const KEPT_FOR: Millis = 30 * 24 * 60 * 60 * 1000;

impl Device {
    /// The latest unit that can be undone.
    pub fn latest_undo(&self) -> Option<(u64, &UndoRow)> {
        self.undo.iter().next_back().map(|(n, row)| (*n, row))
    }

    /// Takes back the unit whose first change had this number. What others changed or used since
    /// stays, and arrives as a notice. The undo can itself be undone: that is redo.
    pub fn undo(&self, n: u64, stamp: &Stamp) -> Step {
        let Some(row) = self.undo.get(&n) else { return Step::default() };
        let mut next = self.next;
        let mut items = Vec::new();
        let mut redo = UndoRow {
            act: stamp.act.clone(),
            at: stamp.at,
            label: row.label.clone(),
            items: Vec::new(),
            of: Some(n),
        };
        // Last first: what was made on top goes before what it stands on.
        for kept in row.items.iter().rev() {
            let rebased = |changes: &[Change]| {
                let mut changes = changes.to_vec();
                changes.iter_mut().for_each(|change| change.base = Version::Own(next));
                changes
            };
            redo.items.push(Kept { back: rebased(&kept.forth), forth: kept.back.clone(), ..kept.clone() });
            items.push(Item {
                n: next,
                entity: kept.entity.clone(),
                record: kept.record,
                at: stamp.at,
                changes: kept.back.clone(),
            });
            next += kept.back.len() as u64;
        }
        let unit = Unit {
            id: stamp.unit,
            act: stamp.act.clone(),
            all_or_nothing: false,
            guarded: true,
            clock_jumped: false,
            items,
        };
        let mut step = self.queue(unit, BTreeMap::new(), Some(redo));
        step.undo.insert(n, None);
        step
    }

    /// Lets go of what is too old to be taken back. What was not sent yet always can be.
    pub(super) fn forget_undo(&self, step: &mut Step, now: Millis) {
        let beyond = (self.undo.len() + 1).saturating_sub(KEPT);
        let unsent = |n: &u64| self.outbox.get(n).is_some_and(|queued| queued.unsettled().next().is_some());
        let old = self.undo.iter().take(beyond).filter(|(n, row)| row.at < now - KEPT_FOR && !unsent(n));
        step.undo.extend(old.map(|(n, _)| (*n, None)));
    }

    /// A row that another tab wrote.
    pub(super) fn take_undo(&mut self, n: u64, row: UndoRow) {
        if let Some(of) = row.of {
            self.undo.remove(&of);
        }
        self.undo.insert(n, row);
    }
}
