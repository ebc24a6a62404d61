//! What the wire looks like, written down. A line that changes is a protocol that changes: devices
//! of the version before still send it, and still wait for it.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::change::{Base, Change, Effect, Flaw, Item, Op, Reason, Verdict};
use crate::id::UnitId;
use crate::record::Cell;
use crate::registry::{EntityDef, FieldDef, Kind, Registry};
use crate::sync::{Reach, Role};
use crate::value::{Address, Currency, Money, Value};
use jiff::civil::date;
use serde::de::DeserializeOwned;
use std::fmt::Debug;

fn id(n: u8) -> RecordId {
    RecordId::from_bytes([n; 16])
}

fn values() -> [Value; 11] {
    [
        Value::None,
        Value::text("Zoë"),
        Value::Number("-12.50".parse().unwrap()),
        Value::Money(Money::new(1999, Currency::EUR)),
        Value::Date(date(2026, 2, 28)),
        Value::Time(-1),
        Value::Bool(true),
        Value::Address(Address { city: "Köln".into(), country: "DE".into(), ..Address::default() }),
        Value::Ref(id(7)),
        Value::Set(["a".to_owned(), "b".to_owned()].into()),
        Value::Opaque(serde_json::json!({"geo": {"lat": 52.5}})),
    ]
}

pub fn reasons() -> Vec<Reason> {
    let (field, record) = (|| "email".to_owned(), id(5));
    use Flaw::*;
    let flaws = [Kind, TooLong, Choice, Email, Phone, Link, Range, Required, Target, Other];
    let mut reasons = vec![
        Reason::UnknownEntity { entity: "case".into() },
        Reason::UnknownField { field: field() },
        Reason::Forbidden,
        Reason::ForbiddenField { field: field() },
        Reason::NoSuchRecord,
        Reason::Deleted,
        Reason::Needs { field: field(), record },
        Reason::Archived { field: field(), record },
        Reason::Taken { field: field() },
        Reason::Together,
        Reason::LastAdmin,
        Reason::NumberReused,
    ];
    reasons.extend(flaws.map(|detail| Reason::Invalid { field: field(), detail }));
    reasons
}

fn push() -> Push {
    let ops = [Op::Create, Op::Set, Op::Add, Op::Remove, Op::Delete, Op::Restore];
    let change = |op, value, base| Change { op, field: "name".into(), value, base };
    let mut changes: Vec<Change> =
        ops.into_iter().map(|op| change(op, Value::text("Acme"), Base::Seq(4))).collect();
    changes.extend(values().map(|value| change(Op::Set, value, Base::Own(2))));
    let item = Item { n: 3, entity: "company".into(), record: id(9), at: 1_700_000_000_000, changes };
    let unit = Unit {
        id: UnitId(id(8).0),
        act: "edit".into(),
        all_or_nothing: true,
        guarded: true,
        clock_jumped: true,
        items: vec![item],
    };
    let plain = Unit {
        all_or_nothing: false,
        guarded: false,
        clock_jumped: false,
        items: Vec::new(),
        ..unit.clone()
    };
    Push { client: ClientId(id(1).0), now: 1_700_000_000_001, units: vec![unit, plain] }
}

fn pushed() -> Pushed {
    let fields = || vec!["name".to_owned()];
    let mut results = vec![Verdict::Accepted, Verdict::Merged(fields()), Verdict::Superseded(fields())];
    results.extend(reasons().into_iter().map(Verdict::Rejected));
    let outcomes = (1..).zip(results).map(|(n, result)| Outcome { n, seq: Some(n + 40), result });
    Pushed { outcomes: outcomes.collect(), head: 99 }
}

fn scope() -> Scope {
    Scope {
        user: id(2),
        role: Role::Manager,
        team: Some(id(4)),
        teams: [id(4)].into(),
        reads: [("deal".to_owned(), Reach::Team), ("task".to_owned(), Reach::Own)].into(),
        active: true,
    }
}

fn frames() -> Vec<Frame> {
    let lost =
        Effect::Lost { field: "name".into(), value: Value::text("Acme"), by: id(2), at: 5, over: id(3) };
    let set = Effect::Set { field: "name".into(), value: Value::text("Acme"), before: Value::None };
    let entry = Entry {
        seq: 12,
        entity: "company".into(),
        record: id(9),
        by: id(2),
        client: ClientId(id(1).0),
        n: 3,
        act: "edit".into(),
        at: 7,
        effects: vec![Effect::Created, Effect::Deleted, Effect::Restored, set, lost],
    };
    let wrote = Effect::Wrote { field: "name".into(), value: Value::text("Acme") };
    let woven = Entry { effects: vec![wrote], ..entry.clone() };
    let mut record = Record::new(id(9), "company");
    (record.seq, record.at, record.by, record.deleted) = (12, 7, id(2), Some(11));
    let cell = Cell { value: Value::text("Acme"), seq: 12, ..Cell::default() };
    record.fields.insert("name".into(), cell);
    vec![
        Frame::Entry(entry),
        Frame::Entry(woven),
        Frame::Enter(record),
        Frame::Leave(id(9)),
        Frame::Manifest(vec![(id(9), 12)]),
        Frame::Labels([(id(9), "Acme".to_owned())].into()),
        Frame::Scope(scope()),
        Frame::Cursor { cursor: Cursor { seq: 12, scope: 2, mark: 0 }, head: 99 },
        Frame::Opaque(serde_json::json!({"fanfare": {"loud": true}})),
    ]
}

/// The lines that are not in the file, as they should be.
fn missing(file: &str, lines: impl IntoIterator<Item = String>) -> Vec<String> {
    lines.into_iter().filter(|line| !file.lines().any(|known| known == line)).collect()
}

fn line<T: Serialize + DeserializeOwned + PartialEq + Debug>(message: &T) -> String {
    let line = serde_json::to_string(message).unwrap();
    assert_eq!(serde_json::from_str::<T>(&line).unwrap(), *message, "{line} reads back");
    line
}

#[test]
fn messages_have_not_changed_by_accident() {
    let segment = Segment { name: "0a".into(), bytes: 10, records: 2 };
    let snapshot = Snapshot {
        head: 9,
        cursor: Cursor { seq: 12, scope: 2, mark: 0 },
        scope: scope(),
        segments: vec![segment],
        labels: [(id(9), "Acme".to_owned())].into(),
    };
    let refusal = Refusal { error: "full".into(), message: "the disk is full".into() };
    let mut lines = vec![line(&push()), line(&pushed()), line(&snapshot), line(&refusal)];
    lines.extend(frames().iter().map(line));
    let missing = missing(include_str!("wire.jsonl"), lines);
    assert!(missing.is_empty(), "not in wire.jsonl:\n{}", missing.join("\n"));
}

/// A field's name and kind, and a line for each of its choices.
fn declared(entity: &EntityDef, field: &FieldDef) -> Vec<String> {
    let name = format!("{}.{}", entity.id, field.id);
    let many = if field.many { "several " } else { "" };
    match &field.kind {
        Kind::Choice(tags) => tags.iter().map(|tag| format!("{name} {many}Choice {tag}")).collect(),
        kind => vec![format!("{name} {many}{kind:?}")],
    }
}

#[test]
fn what_was_once_declared_keeps_its_name_and_kind() {
    let entities = Registry::standard().entities();
    let now: Vec<String> = entities
        .flat_map(|entity| entity.fields.iter().flat_map(move |field| declared(entity, field)))
        .collect();
    let file = include_str!("fields.txt");
    let new = missing(file, now.clone());
    assert!(new.is_empty(), "new, or changed; not in fields.txt:\n{}", new.join("\n"));
    let gone: Vec<&str> = file.lines().filter(|line| !now.iter().any(|known| known == line)).collect();
    assert!(gone.is_empty(), "gone, though devices hold values of it: {gone:?}");
}
