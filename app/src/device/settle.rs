//! Sending, and what to do with the answers: an accepted item stays laid over its record until
//! its result is pulled; a refused one goes to the tray.

use super::rows::Queued;
use super::{Device, Notice, NoticeKind, Step, Tray};
use crate::change::{Change, Item, Outcome, Reason, Unit, Verdict};
use crate::id::{Millis, RecordId};
use crate::protocol::{Push, Pushed};
use crate::record::Record;
use std::collections::BTreeSet;

impl Device {
    /// The next push, oldest work first, of at most about `most` items; `None` when all is sent.
    /// A unit that must succeed whole travels whole.
    pub fn push(&self, now: Millis, most: usize) -> Option<Push> {
        let mut units: Vec<Unit> = Vec::new();
        let mut room = most.max(1);
        for queued in self.outbox.values() {
            let unsettled: Vec<Item> = queued.unsettled().cloned().collect();
            if unsettled.is_empty() {
                continue;
            }
            let whole = queued.unit.all_or_nothing;
            if room == 0 || (whole && unsettled.len() > room && !units.is_empty()) {
                break;
            }
            let take = if whole { unsettled.len() } else { unsettled.len().min(room) };
            room = room.saturating_sub(take);
            units.push(Unit { items: unsettled.into_iter().take(take).collect(), ..queued.unit.clone() });
        }
        (!units.is_empty()).then_some(Push { client: self.client, now, units })
    }

    /// What the answer to a push changes. Sets off what waited for an item that was mended.
    pub fn settle(&self, pushed: &Pushed) -> Step {
        let mut step = Step::default();
        let mut arrived: Vec<RecordId> = Vec::new();
        let pulled = self.cursor.map_or(0, |cursor| cursor.seq);
        for outcome in &pushed.outcomes {
            let Some((n, item)) = self.find(outcome.n) else { continue };
            let queued = step.outbox.entry(n).or_insert_with(|| self.outbox.get(&n).cloned());
            let Some(queued) = queued else { continue };
            if queued.outcomes.insert(outcome.n, outcome.clone()).is_some() {
                continue;
            }
            match &outcome.result {
                Verdict::Rejected(reason) => {
                    let label = queued.labels.get(&item.record).cloned().unwrap_or_default();
                    let act = queued.unit.act.clone();
                    self.refuse(&mut step, item.clone(), act, reason.clone(), label);
                }
                Verdict::Superseded(_) if queued.unit.guarded => {
                    let kept = queued.unit.items.iter().find(|kept| kept.n == outcome.n);
                    step.notices.extend(kept.into_iter().flat_map(|kept| self.kept(kept, outcome.n)));
                }
                // An answer that was lost, and what it told of was gone past meanwhile.
                Verdict::Superseded(_) if outcome.seq.is_some_and(|seq| seq <= pulled) => {
                    self.gave_way(&mut step, &self.outbox[&n], outcome, |_, _| None);
                }
                _ if item.creates() => arrived.push(item.record),
                _ => {}
            }
        }
        self.send_waiting(&mut step, &arrived);
        self.prune(&mut step, pulled);
        step
    }

    /// Sets aside, for this reason, what the server cannot take: it fails without an answer, and
    /// nothing else would ever be sent.
    pub fn set_aside(&self, push: &Push, reason: &Reason) -> Step {
        let items = push.units.iter().flat_map(|unit| &unit.items);
        let refused =
            |item: &Item| Outcome { n: item.n, seq: None, result: Verdict::Rejected(reason.clone()) };
        self.settle(&Pushed { outcomes: items.map(refused).collect(), head: 0 })
    }

    /// Tells of own values that gave way where the answer is all that tells it: their entry was not
    /// among what was pulled, since a manifest or a whole new file took its place. `held` gives the
    /// record as it was confirmed after that, where it is held.
    pub(super) fn gave_way(
        &self,
        step: &mut Step,
        queued: &Queued,
        outcome: &Outcome,
        held: impl FnOnce(&Step, RecordId) -> Option<Record>,
    ) {
        let (Verdict::Superseded(fields), Some(seq)) = (&outcome.result, outcome.seq) else { return };
        let told = self.notices.keys().chain(step.notices.keys()).any(|(at, _)| *at == seq);
        let item = queued.unit.items.iter().find(|item| item.n == outcome.n && !told);
        let Some(item) = item.filter(|_| !queued.unit.guarded) else { return };
        let stands = held(step, item.record);
        let stands = stands.as_ref();
        for (index, field) in fields.iter().collect::<BTreeSet<_>>().into_iter().enumerate() {
            let Some(change) = item.changes.iter().rfind(|change| change.field == *field) else { continue };
            if stands.is_none_or(|record| *record.value(field) != change.value) {
                let over = stands.filter(|record| record.seq >= seq).map(|record| record.by);
                let over = over.unwrap_or_default();
                let notice = Notice { kind: NoticeKind::Superseded, over, ..self.own_notice(item, change) };
                step.notices.insert((seq, index as u64), Some(notice));
            }
        }
    }

    /// What an undo left as it is. The key is of one's own numbers, apart from the order's.
    fn kept(&self, item: &Item, n: u64) -> Option<((u64, u64), Option<Notice>)> {
        Some(((0, n), Some(self.own_notice(item, item.changes.first()?))))
    }

    fn own_notice(&self, item: &Item, change: &Change) -> Notice {
        Notice {
            kind: NoticeKind::Kept,
            entity: item.entity.clone(),
            record: item.record,
            field: change.field.clone(),
            value: change.value.clone(),
            by: self.user,
            over: RecordId::default(),
            at: item.at,
            read: false,
        }
    }

    /// The queued unit (by its key) and the item with this number.
    fn find(&self, n: u64) -> Option<(u64, &Item)> {
        let (key, queued) = self.outbox.range(..=n).next_back()?;
        queued.unit.items.iter().find(|item| item.n == n).map(|item| (*key, item))
    }

    fn refuse(&self, step: &mut Step, item: Item, act: String, reason: Reason, label: String) {
        // Later edits of a record whose creation was refused belong to that creation.
        let creation =
            |n: &u64, row: &Tray| (row.item.record == item.record && row.item.creates()).then_some(*n);
        let known = self.tray.iter().find_map(|(n, row)| creation(n, row));
        let found =
            step.tray.iter().find_map(|(n, row)| row.as_ref().and_then(|row| creation(n, row))).or(known);
        if let (Some(n), Reason::NoSuchRecord) = (found, &reason) {
            let row = step.tray.entry(n).or_insert_with(|| self.tray.get(&n).cloned());
            if let Some(row) = row {
                join(&mut row.item, &item);
                if !label.is_empty() {
                    row.label = label;
                }
                return;
            }
        }
        let waits_for = match &reason {
            Reason::Needs { record, .. } => Some(*record),
            _ => None,
        };
        step.tray.insert(item.n, Some(Tray { item, act, reason, label, waits_for }));
    }

    /// Units whose every result is among the confirmed records are done with.
    pub(super) fn prune(&self, step: &mut Step, pulled: u64) {
        let all: Vec<u64> = self.outbox.keys().chain(step.outbox.keys()).copied().collect();
        for n in all {
            let queued: Option<&Queued> = match step.outbox.get(&n) {
                Some(row) => row.as_ref(),
                None => self.outbox.get(&n),
            };
            if queued.and_then(super::rows::settled_at).is_some_and(|seq| seq <= pulled) {
                step.outbox.insert(n, None);
            }
        }
    }
}

/// Folds a later edit into a refused item. Both values of a field travel, so that the earlier one
/// has its place in the history.
fn join(item: &mut Item, later: &Item) {
    item.changes
        .extend(later.changes.iter().filter(|change| change.op != crate::change::Op::Create).cloned());
    item.at = item.at.max(later.at);
}

/// A unit of one refused item, numbered anew.
pub(super) fn renumbered(item: &Item, next: u64) -> Item {
    let mut item = item.clone();
    let old = item.n;
    item.n = next;
    for change in &mut item.changes {
        // What it built on within itself, it builds on again.
        if change.base == crate::change::Base::Own(old) {
            change.base = crate::change::Base::Own(next);
        }
    }
    item
}

impl Device {
    /// Queues again, under new numbers, the tray items that waited only for these records.
    fn send_waiting(&self, step: &mut Step, arrived: &[RecordId]) {
        let waiting: Vec<(u64, Tray)> = self
            .tray
            .iter()
            .filter(|(_, row)| row.waits_for.is_some_and(|record| arrived.contains(&record)))
            .map(|(n, row)| (*n, row.clone()))
            .collect();
        for (n, row) in waiting {
            self.requeue(step, n, &row, vec![row.item.clone()]);
        }
    }
}
