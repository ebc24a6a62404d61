//! "What happened since we last spoke": one look at a customer, made of what the device holds.
//!
//! One spoke where a call, a visit or a meeting was held; a call that nobody answered, a message that
//! was left and what was called off do not count.

use crate::change::{Effect, Entry};
use crate::id::{Millis, RecordId};
use crate::record::{FieldId, Record};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The last time somebody of the team spoke with the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoke {
    pub at: Millis,
    pub activity: RecordId,
}

/// What happened after it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Digest {
    /// Activities by their kind, those still planned aside.
    pub activities: BTreeMap<String, usize>,
    /// Fields of the record itself that others or oneself changed.
    pub fields: BTreeSet<FieldId>,
    /// Deals whose stage or amount changed, with the stage each came from where that changed.
    pub deals: BTreeMap<RecordId, Option<RecordId>>,
    /// Deals that were begun.
    pub begun: BTreeSet<RecordId>,
    /// Tasks that are not done, whenever they were made.
    pub open: usize,
}

impl Digest {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// When an activity is or was held.
pub fn held_at(activity: &Record) -> Millis {
    activity.get("starts_at").or(activity.get("created_at")).unwrap_or(activity.at)
}

/// Did people speak with each other?
pub fn is_spoken(activity: &Record, now: Millis) -> bool {
    activity.entity == "activity"
        && matches!(activity.text("kind"), "call" | "visit" | "meeting")
        && !matches!(activity.text("outcome"), "no_answer" | "left_message" | "cancelled")
        && activity.value("done") != &Value::Bool(false)
        && held_at(activity) <= now
}

/// The last time among these records.
pub fn last_spoke<'a>(records: impl IntoIterator<Item = &'a Record>, now: Millis) -> Option<Spoke> {
    let spoken = records.into_iter().filter(|record| is_spoken(record, now));
    spoken.map(|record| Spoke { at: held_at(record), activity: record.id }).max_by_key(|spoke| spoke.at)
}

/// What happened after one spoke: `records` hang on the customer, `entries` are of the customer's
/// record and of their deals.
pub fn digest<'a>(
    customer: RecordId,
    spoke: Spoke,
    records: impl IntoIterator<Item = &'a Record>,
    entries: impl IntoIterator<Item = &'a Entry>,
    now: Millis,
) -> Digest {
    let mut digest = Digest::default();
    for record in records {
        let done = record.value("done");
        match record.entity.as_str() {
            "activity" if record.id != spoke.activity && done != &Value::Bool(false) => {
                let at = held_at(record);
                if at > spoke.at && at <= now {
                    *digest.activities.entry(record.text("kind").to_owned()).or_default() += 1;
                }
            }
            "task" if done != &Value::Bool(true) => digest.open += 1,
            _ => {}
        }
    }
    let mut later: Vec<&Entry> = entries.into_iter().filter(|entry| entry.at > spoke.at).collect();
    later.sort_by_key(|entry| entry.seq);
    for entry in later {
        for effect in &entry.effects {
            match effect {
                Effect::Created if entry.entity == "deal" => drop(digest.begun.insert(entry.record)),
                Effect::Set { field, value, before } if value != before => {
                    digest.note(customer, entry, field, before);
                }
                _ => {}
            }
        }
    }
    // A new deal's first values are no news of their own.
    digest.deals.retain(|deal, _| !digest.begun.contains(deal));
    digest
}

impl Digest {
    fn note(&mut self, customer: RecordId, entry: &Entry, field: &str, before: &Value) {
        let made = entry.effects.contains(&Effect::Created);
        if entry.record == customer && !made {
            self.fields.insert(field.to_owned());
        } else if entry.entity == "deal" && matches!(field, "stage" | "amount") {
            let from = self.deals.entry(entry.record).or_default();
            // It came from where it stood first.
            if field == "stage" && from.is_none() {
                *from = before.as_ref_id();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::ClientId;

    fn id(n: u8) -> RecordId {
        RecordId::from_bytes([n; 16])
    }

    fn activity(n: u8, kind: &str, at: Millis, outcome: &str) -> Record {
        Record::new(id(n), "activity")
            .with("kind", Value::text(kind))
            .with("starts_at", Value::Time(at))
            .with("outcome", Value::text(outcome))
            .with("done", Value::Bool(true))
    }

    fn entry(seq: u64, entity: &str, record: u8, at: Millis, effects: Vec<Effect>) -> Entry {
        Entry {
            seq,
            entity: entity.into(),
            record: id(record),
            by: id(1),
            client: ClientId(id(1).0),
            n: seq,
            act: "edit".into(),
            at,
            effects,
        }
    }

    fn set(field: &str, value: Value, before: Value) -> Effect {
        Effect::Set { field: field.into(), value, before }
    }

    #[test]
    fn only_what_was_held_and_answered_counts_as_spoken() {
        let records = [
            activity(1, "call", 10, "reached"),
            activity(2, "visit", 20, ""),
            activity(3, "call", 30, "no_answer"),
            activity(4, "meeting", 40, "cancelled"),
            activity(5, "email", 50, ""),
            activity(6, "call", 60, "").with("done", Value::Bool(false)),
            activity(7, "call", 900, ""),
        ];
        assert_eq!(last_spoke(&records, 100), Some(Spoke { at: 20, activity: id(2) }));
        assert_eq!(last_spoke(&records[2..6], 100), None);
    }

    #[test]
    fn the_digest_tells_what_came_after_and_nothing_twice() {
        let task = |n, done| Record::new(id(n), "task").with("done", Value::Bool(done));
        let records = [
            activity(1, "visit", 20, ""),
            activity(2, "email", 10, ""),
            activity(3, "email", 30, ""),
            activity(4, "email", 40, ""),
            activity(5, "call", 50, "no_answer"),
            activity(6, "call", 900, ""),
            task(7, false),
            task(8, true),
        ];
        let stage = |n| Value::Ref(id(n));
        let entries = [
            entry(9, "deal", 11, 70, vec![set("stage", stage(43), stage(42))]),
            entry(
                5,
                "deal",
                11,
                60,
                vec![set("stage", stage(42), stage(41)), set("remarks", stage(1), stage(2))],
            ),
            entry(6, "deal", 12, 60, vec![Effect::Created, set("stage", stage(41), Value::None)]),
            entry(7, "company", 10, 61, vec![set("phone", Value::text("2"), Value::text("1"))]),
            entry(8, "company", 10, 62, vec![set("phone", Value::text("3"), Value::text("2"))]),
            entry(1, "company", 10, 19, vec![set("industry", Value::text("x"), Value::None)]),
        ];
        let spoke = last_spoke(&records, 100).unwrap();
        let found = digest(id(10), spoke, &records, &entries, 100);
        let wanted = Digest {
            activities: [("call".into(), 1), ("email".into(), 2)].into(),
            fields: ["phone".into()].into(),
            deals: [(id(11), Some(id(41)))].into(),
            begun: [id(12)].into(),
            open: 1,
        };
        assert_eq!(found, wanted);
    }
}
