//! Who and what is there when a schedule begins, and how it is called in stories.

use super::device::Phone;
use super::server::Server;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::entities;
use outrider_app::id::RecordId;
use outrider_app::protocol::Cursor;
use outrider_app::registry::{EntityDef, FieldDef, Kind, Registry};
use outrider_app::value::Value;
use std::sync::LazyLock;

/// An hour, and a year, in milliseconds.
pub const HOUR: i64 = 3_600_000;
pub const YEAR: i64 = 365 * 24 * HOUR;
/// When every schedule begins.
pub const BEGIN: i64 = 1_780_000_000_000;

/// The admin, a manager over both teams, two reps in one team and one in the other.
pub const NAMES: [&str; 5] = ["Ada", "Max", "Rita", "Rob", "Rosa"];
const PLACES: [(&str, usize); 5] = [("admin", 0), ("manager", 0), ("rep", 1), ("rep", 1), ("rep", 2)];

/// The ids of those who are always there.
pub struct People;

impl People {
    pub fn team(i: usize) -> RecordId {
        given("team", i)
    }
    pub fn person(i: usize) -> RecordId {
        given("person", i)
    }
    pub fn stage(i: usize) -> RecordId {
        given("stage", i)
    }
    pub fn rule(i: usize) -> RecordId {
        given("rule", i)
    }
}

/// The first is none: no id is all zeros.
const GIVEN: [&str; 7] = ["", "made", "team", "person", "stage", "rule", "task"];

/// An id that says what it is, in an order that says nothing.
fn given(what: &str, i: usize) -> RecordId {
    let kind = GIVEN.iter().position(|name| *name == what).unwrap_or_default() as u64;
    let number = kind << 32 | i as u64;
    let mut bytes = [0x5a; 16];
    bytes[..8].copy_from_slice(&number.wrapping_mul(0x9e37_79b9_7f4a_7c15).to_be_bytes());
    bytes[8..].copy_from_slice(&number.to_be_bytes());
    RecordId::from_bytes(bytes)
}

/// Numbers from here on are those of [`generated`] tasks.
pub const TASKS: u16 = u16::MAX - 1;

/// A record of the customer file, by its number in the schedule.
pub fn made(number: u16) -> RecordId {
    match number.checked_sub(TASKS) {
        Some(term) => generated(term as u8),
        None => given("made", number.into()),
    }
}

/// A task that every device makes alike.
pub fn generated(term: u8) -> RecordId {
    given("task", term.into())
}

/// What [`given`] made an id of.
fn taken_apart(id: RecordId) -> Option<(&'static str, usize)> {
    let number = u64::from_be_bytes(id.0.as_bytes()[8..].try_into().ok()?);
    let (what, i) = (*GIVEN.get((number >> 32) as usize)?, (number & 0xffff_ffff) as usize);
    (given(what, i) == id).then_some((what, i))
}

/// Is it part of the customer file? People, rules and stages are shaped again and again.
pub fn is_made(id: RecordId) -> bool {
    matches!(taken_apart(id), Some(("made" | "task", _)))
}

/// What a record is called in a story.
pub fn called(entity: &str, id: RecordId) -> String {
    match taken_apart(id) {
        Some(("person", i)) => NAMES.get(i).map_or_else(|| format!("person {i}"), |name| (*name).to_owned()),
        Some(("made", i)) => format!("{entity} {i}"),
        Some((what, i)) => format!("{what} {i}"),
        None => format!("{entity} {id}"),
    }
}

/// What stands in a field, in a story.
pub fn said(value: &Value) -> String {
    match value {
        Value::None => "nothing".to_owned(),
        Value::Text(text) => format!("{text:?}"),
        Value::Ref(id) => called("record", *id),
        value => format!("{value:?}"),
    }
}

pub fn create(entity: &str, record: RecordId, fields: &[(&str, Value)]) -> Draft {
    let edits = fields.iter().map(|(field, value)| FieldEdit::Set((*field).into(), value.clone())).collect();
    Draft { entity: entity.into(), record, create: true, edits }
}

/// The standard entities, and what a next version might bring.
pub static NEWER: LazyLock<Registry> = LazyLock::new(|| {
    let mut defs = entities::all();
    if let Some(company) = defs.iter_mut().find(|def| def.id == "company") {
        company.fields.push(FieldDef::new("mood", Kind::Text));
        company.fields.push(FieldDef::new("log", Kind::Text).append_only());
    }
    defs.push(EntityDef::new("case", "lifebuoy", vec![FieldDef::new("name", Kind::Text)]));
    Registry::new(defs)
});

/// Everyone on their first day.
pub static TEMPLATE: LazyLock<Server> = LazyLock::new(|| {
    let server = Server::new(Registry::standard());
    let text = |text: &str| Value::text(text);
    let mut drafts = vec![create("team", People::team(0), &[("name", text("All"))])];
    for i in 1..=2 {
        let team = People::team(i);
        drafts.push(create("team", team, &[("name", text("Team")), ("parent", Value::Ref(People::team(0)))]));
    }
    for (i, (role, team)) in PLACES.iter().enumerate() {
        let fields = [
            ("name", text(NAMES[i])),
            ("role", text(role)),
            ("team", Value::Ref(People::team(*team))),
            ("active", Value::Bool(true)),
        ];
        drafts.push(create("employee", People::person(i), &fields));
    }
    let pipeline = RecordId::derived(&["pipeline"]);
    drafts.push(create("pipeline", pipeline, &[("name", text("Sales"))]));
    for i in 0..3 {
        let fields = [("name", text("Stage")), ("pipeline", Value::Ref(pipeline))];
        drafts.push(create("stage", People::stage(i), &fields));
    }
    server.system(&drafts, BEGIN - YEAR);
    server
});

/// Whose device is which, by its number: the admin, then reps, then a second device of a rep.
pub const OWNERS: [usize; 5] = [0, 2, 4, 3, 2];

/// The devices when everyone has seen everyone's first day.
pub static SYNCED: LazyLock<Vec<Phone>> = LazyLock::new(|| {
    let synced = |(index, person): (u8, &usize)| {
        let mut phone = Phone::new(index, People::person(*person));
        let mut cursor = Cursor { seq: 0, scope: 1, mark: 0 };
        while phone.device.cursor != Some(cursor) {
            cursor = phone.device.cursor.unwrap_or(cursor);
            let frames = TEMPLATE.pull(phone.user, cursor).expect("everyone has access");
            phone.commit(&phone.device.apply(&phone.base, phone.device.cursor, &frames));
        }
        phone
    };
    (0..).zip(&OWNERS).map(synced).collect()
});
