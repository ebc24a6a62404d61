//! Mending what was refused: send it again as it is or changed, or let it go.

use super::settle::renumbered;
use super::{Device, Queued, Step, Tray};
use crate::change::{Base, Change, Op, Unit};
use crate::id::UnitId;
use crate::record::FieldId;
use crate::value::Value;
use std::collections::BTreeMap;

impl Device {
    /// Sends a refused item again under new numbers, with these fields changed.
    pub fn retry(&self, n: u64, mended: &BTreeMap<FieldId, Value>) -> Step {
        let mut step = Step::default();
        if let Some(row) = self.tray.get(&n) {
            self.requeue(&mut step, n, row, mended);
        }
        step
    }

    /// Lets a refused item go. Its values leave the device for good: the caller asks first.
    pub fn discard(&self, n: u64) -> Step {
        let mut step = Step::default();
        if self.tray.contains_key(&n) {
            step.tray.insert(n, None);
        }
        step
    }

    /// Marks a notice as read.
    pub fn read_notice(&self, at: (u64, u64)) -> Step {
        let mut step = Step::default();
        if let Some(notice) = self.notices.get(&at) {
            let mut notice = notice.clone();
            notice.read = true;
            step.notices.insert(at, Some(notice));
        }
        step
    }

    pub(super) fn requeue(&self, step: &mut Step, n: u64, row: &Tray, mended: &BTreeMap<FieldId, Value>) {
        let (from, next) = step.next.unwrap_or((self.next, self.next));
        let mut item = renumbered(&row.item, next);
        for (field, value) in mended {
            match item.changes.iter_mut().rfind(|change| change.op == Op::Set && change.field == *field) {
                Some(change) => change.value = value.clone(),
                None => item.changes.push(Change {
                    op: Op::Set,
                    field: field.clone(),
                    value: value.clone(),
                    base: Base::Own(row.item.n),
                }),
            }
        }
        let last = next + item.changes.len() as u64;
        let unit = Unit {
            // The number makes it unique on this device; the refused item's unit is done with.
            id: UnitId(crate::id::RecordId::derived(&[&self.client.to_string(), &next.to_string()]).0),
            act: row.act.clone(),
            all_or_nothing: false,
            guarded: false,
            clock_jumped: false,
            items: vec![item],
        };
        let labels = [(row.item.record, row.label.clone())].into();
        step.next = Some((from, last));
        step.tray.insert(n, None);
        step.outbox.insert(next, Some(Queued { unit, outcomes: BTreeMap::new(), labels }));
    }
}
