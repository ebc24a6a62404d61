//! Mending what was refused: send it again as it is or changed, or let it go.

use super::edit::version;
use super::settle::renumbered;
use super::{Base as Held, Device, Queued, Step, Tray};
use crate::change::{Base, Change, Item, Op, Unit};
use crate::id::{Millis, UnitId};
use crate::record::FieldId;
use crate::registry::Registry;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

impl Device {
    /// Sends a refused item again under new numbers, with these fields changed `at` this time.
    pub fn retry(
        &self,
        registry: &Registry,
        base: &impl Held,
        n: u64,
        mended: &BTreeMap<FieldId, Value>,
        at: Millis,
    ) -> Step {
        let mut step = Step::default();
        if let Some(row) = self.tray.get(&n) {
            self.requeue(&mut step, n, row, self.mend(registry, base, &row.item, mended, at));
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

    /// The item as it goes out again: what was left as it was keeps its time and its base; what the
    /// person chooses now was chosen now, with what is shown before their eyes, and is an item of its
    /// own. A new record meets nobody's work: it stays one.
    fn mend(
        &self,
        registry: &Registry,
        base: &impl Held,
        item: &Item,
        mended: &BTreeMap<FieldId, Value>,
        at: Millis,
    ) -> Vec<Item> {
        let mut rest = item.clone();
        let last = |item: &Item, field: &str| {
            item.changes.iter().rposition(|change| change.op == Op::Set && change.field == field)
        };
        let mut chosen: BTreeMap<&str, &Value> = mended
            .iter()
            .filter(|(field, value)| {
                last(item, field).is_none_or(|place| item.changes[place].value != **value)
            })
            .map(|(field, value)| (field.as_str(), value))
            .collect();
        if item.creates() {
            for (field, value) in chosen {
                match last(item, field) {
                    Some(place) => rest.changes[place].value = value.clone(),
                    None => rest.changes.push(set(field, value, Base::Own(item.n))),
                }
            }
            return vec![rest];
        }
        // What makes sense only together is chosen together.
        let def = registry.entity(&item.entity);
        let groups = chosen.keys().filter_map(|field| Some(def?.group(def?.field(field)?)));
        let members: BTreeSet<&str> = groups.flatten().map(|member| member.id.as_ref()).collect();
        for member in members {
            if let Some(place) = last(item, member) {
                chosen.entry(member).or_insert(&item.changes[place].value);
            }
        }
        for field in chosen.keys() {
            if let Some(place) = last(&rest, field) {
                rest.changes.remove(place);
            }
        }
        let confirmed = base.confirmed(item.record);
        let earlier: Vec<&Item> =
            self.pending(item.record).into_iter().filter(|earlier| earlier.n != item.n).collect();
        let set =
            |(field, value): (&str, &Value)| set(field, value, version(confirmed.as_ref(), &earlier, field));
        let fresh = Item { at, changes: chosen.into_iter().map(set).collect(), ..item.clone() };
        [rest, fresh].into_iter().filter(|item| !item.changes.is_empty()).collect()
    }

    /// Queues a refused item again, as these items.
    pub(super) fn requeue(&self, step: &mut Step, n: u64, row: &Tray, items: Vec<Item>) {
        let (from, first) = step.next.unwrap_or((self.next, self.next));
        let mut next = first;
        let numbered = |item: Item| {
            let item = renumbered(&item, next);
            next += item.changes.len() as u64;
            item
        };
        let unit = Unit {
            // The number makes it unique on this device; the refused item's unit is done with.
            id: UnitId(crate::id::RecordId::derived(&[&self.client.to_string(), &first.to_string()]).0),
            act: row.act.clone(),
            all_or_nothing: false,
            guarded: false,
            clock_jumped: false,
            items: items.into_iter().map(numbered).collect(),
        };
        let labels = [(row.item.record, row.label.clone())].into();
        step.next = Some((from, next));
        step.tray.insert(n, None);
        step.outbox.insert(first, Some(Queued { unit, outcomes: BTreeMap::new(), labels }));
    }
}

fn set(field: &str, value: &Value, base: Base) -> Change {
    Change { op: Op::Set, field: field.to_owned(), value: value.clone(), base }
}
