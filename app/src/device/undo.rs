//! Taking back what was done, offline or long after it was sent: a new unit of inverses, each of
//! which applies only while what it takes back still stands.

use super::rows::{Kept, UndoRow};
use super::{Base, Device, Stamp, Step};
use crate::change::{Base as Version, Change, Item, Unit};
use crate::id::{Millis, RecordId};
use std::collections::{BTreeMap, HashMap};

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
    pub fn undo(&self, base: &impl Base, n: u64, stamp: &Stamp) -> Step {
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
        for kept in self.pointing_first(base, &row.items) {
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

    /// Last first, since what was made on top goes before what it stands on; and whatever points to a
    /// record of the unit before that record, since one that is pointed to would stay.
    fn pointing_first<'a>(&self, base: &impl Base, items: &'a [Kept]) -> Vec<&'a Kept> {
        let mut of: HashMap<RecordId, Vec<&Kept>> = HashMap::new();
        items.iter().rev().for_each(|kept| of.entry(kept.record).or_default().push(kept));
        let mut pointing: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
        for record in of.keys().filter_map(|id| self.shown(base, *id)) {
            let refs = record.fields.values().flat_map(|cell| cell.value.refs());
            for target in refs.filter(|target| of.contains_key(target)) {
                pointing.entry(target).or_default().push(record.id);
            }
        }
        let mut ordered = Vec::with_capacity(items.len());
        // A record is looked at twice: its sources are laid on top of it, then it goes itself.
        let mut stack: Vec<RecordId> = items.iter().map(|kept| kept.record).collect();
        while let Some(id) = stack.last().copied() {
            let mut sources = pointing.remove(&id).unwrap_or_default();
            sources.retain(|source| of.contains_key(source));
            if sources.is_empty() {
                stack.pop();
                ordered.extend(of.remove(&id).into_iter().flatten());
            }
            // The order must not hang on how a map is laid out.
            sources.sort_unstable();
            stack.append(&mut sources);
        }
        ordered
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
