//! Taking back what was done, offline or long after it was sent: a new unit of inverses, each of
//! which applies only while what it takes back still stands.

use super::rows::{Kept, UndoRow};
use super::{Device, Stamp, Step};
use crate::change::{Base as Version, Change, Item, Unit};
use crate::id::{Millis, RecordId};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// So many of the latest acts can be taken back however old they are,
const KEPT: usize = 100;
/// and any act for so long.
const KEPT_FOR: Millis = 30 * 24 * 60 * 60 * 1000;

impl Device {
    /// The latest act that can be undone, by the number of its first part.
    pub fn latest_undo(&self) -> Option<(u64, &UndoRow)> {
        let (n, row) = self.undo.iter().rfind(|(_, row)| !row.items.is_empty())?;
        let first = row.part_of.unwrap_or(*n);
        self.undo.get(&first).map(|row| (first, row))
    }

    /// The parts of the act whose first change had this number.
    fn parts(&self, n: u64) -> impl DoubleEndedIterator<Item = (u64, &UndoRow)> {
        let part = move |(at, row): &(&u64, &UndoRow)| **at == n || row.part_of == Some(n);
        self.undo.range(n..).filter(part).map(|(at, row)| (*at, row))
    }

    /// Takes back the act whose first change had this number. What others changed or used since
    /// stays, and arrives as a notice. The undo can itself be undone: that is redo.
    pub fn undo(&self, n: u64, stamp: &Stamp) -> Step {
        self.undo_part(n, &self.undo_order(n), true, stamp)
    }

    /// How an act is taken back: where each of its items stands, for [`Self::undo_part`].
    ///
    /// Last first, since what was made on top goes before what it stands on; and whatever points to a
    /// record of the act before that record, since one that is pointed to would stay.
    pub fn undo_order(&self, n: u64) -> Vec<(u64, usize)> {
        let mut of: HashMap<RecordId, Vec<(u64, usize)>> = HashMap::new();
        let mut stack = Vec::new();
        for (at, row) in self.parts(n) {
            for (index, kept) in row.items.iter().enumerate() {
                of.entry(kept.record).or_default().push((at, index));
                stack.push(kept.record);
            }
        }
        let mut pointing: HashMap<RecordId, Vec<RecordId>> = HashMap::new();
        for kept in self.parts(n).flat_map(|(_, row)| &row.items) {
            for target in kept.refs.iter().filter(|target| of.contains_key(target)) {
                pointing.entry(*target).or_default().push(kept.record);
            }
        }
        let mut ordered = Vec::with_capacity(stack.len());
        // A record is looked at twice: what points to it is laid on top, then it goes itself.
        while let Some(id) = stack.last().copied() {
            let mut sources = pointing.remove(&id).unwrap_or_default();
            sources.retain(|source| of.contains_key(source));
            if sources.is_empty() {
                stack.pop();
                ordered.extend(of.remove(&id).into_iter().flatten().rev());
            }
            stack.append(&mut sources);
        }
        ordered
    }

    /// Takes back these items of an act; with the last of them it cannot be taken back any more.
    /// Those that were taken back before, in a try that did not end, are no harm.
    pub fn undo_part(&self, n: u64, items: &[(u64, usize)], last: bool, stamp: &Stamp) -> Step {
        let Some(first) = self.undo.get(&n) else { return Step::default() };
        let mut next = self.next;
        let mut unit = Unit {
            id: stamp.unit,
            act: stamp.act.clone(),
            all_or_nothing: false,
            guarded: true,
            clock_jumped: false,
            items: Vec::new(),
        };
        let mut redo = UndoRow {
            act: stamp.act.clone(),
            at: stamp.at,
            label: first.label.clone(),
            items: Vec::new(),
            of: last.then(|| self.parts(n).find_map(|(_, row)| row.of).unwrap_or(n)),
            part_of: stamp.part_of,
        };
        let kept = |(at, index): &(u64, usize)| self.undo.get(at).and_then(|row| row.items.get(*index));
        // An item without a change would have no number of its own.
        for kept in items.iter().filter_map(kept).filter(|kept| !kept.back.is_empty()) {
            let rebased = |changes: &[Change]| {
                let mut changes = changes.to_vec();
                changes.iter_mut().for_each(|change| change.base = Version::Own(next));
                changes
            };
            redo.items.push(Kept { back: rebased(&kept.forth), forth: kept.back.clone(), ..kept.clone() });
            let (entity, record, changes) = (kept.entity.clone(), kept.record, kept.back.clone());
            unit.items.push(Item { n: next, entity, record, at: stamp.at, changes });
            next += kept.back.len() as u64;
        }
        let mut step = self.queue(unit, BTreeMap::new(), Some(redo));
        if last {
            step.undo.extend(self.parts(n).map(|(at, _)| (at, None)));
        }
        step
    }

    /// Lets go of what is too old to be taken back. What was not sent yet always can be.
    pub(super) fn forget_undo(&self, step: &mut Step, now: Millis) {
        let firsts = || self.undo.iter().filter(|(_, row)| row.part_of.is_none());
        let beyond = (firsts().count() + 1).saturating_sub(KEPT);
        let unsent = |n: u64| self.outbox.get(&n).is_some_and(|queued| queued.unsettled().next().is_some());
        let old = firsts().take(beyond).filter(|(_, row)| row.at < now - KEPT_FOR);
        let parts = |n: u64| self.parts(n).map(|(at, _)| at);
        let old = old.filter(|(n, _)| !parts(**n).any(unsent)).flat_map(|(n, _)| parts(*n));
        step.undo.extend(old.map(|n| (n, None)));
    }

    /// A row that another tab wrote. Of an act that was taken back and done again any number of times
    /// only the latest of these is there, however many of them this tab slept through.
    pub(super) fn take_undo(&mut self, n: u64, row: UndoRow) {
        if let Some(act) = row.of {
            let first = |(at, row): (&u64, &UndoRow)| row.part_of.unwrap_or(*at);
            let turns = self.undo.iter().filter(|(_, other)| other.of == Some(act)).map(first);
            let stale: BTreeSet<u64> = turns.chain([act]).filter(|turn| *turn != first((&n, &row))).collect();
            self.undo.retain(|at, row| !stale.contains(&first((at, row))));
        }
        self.undo.insert(n, row);
    }
}
