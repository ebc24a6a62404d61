//! A small workspace for tests that tell one rule: a server, some devices, no chance.

use super::device::Phone;
use super::people::{BEGIN, People, TEMPLATE};
use super::server::Server;
use outrider_app::change::{Outcome, Verdict};
use outrider_app::device::{Draft, FieldEdit, Stamp};
use outrider_app::id::{RecordId, UnitId};
use outrider_app::protocol::{Cursor, Frame, Push, Pushed};
use outrider_app::record::Record;
use outrider_app::registry::Registry;
use outrider_app::value::Value;
use std::collections::BTreeMap;

/// One server and a device for each of these people; all synced once.
pub struct Desk {
    pub server: Server,
    pub phones: Vec<Phone>,
    pub now: i64,
    /// How far each device's clock is off, in milliseconds, by the device's number.
    pub skew: BTreeMap<usize, i64>,
    made: u64,
}

impl Desk {
    /// People by number: 0 admin, 1 manager, 2 and 3 reps of a team, 4 a rep of another.
    pub fn new(people: &[usize]) -> Self {
        let phones: Vec<Phone> =
            (0_u8..).zip(people).map(|(i, person)| Phone::new(i + 1, People::person(*person))).collect();
        let mut desk = Self { server: TEMPLATE.clone(), skew: BTreeMap::new(), phones, now: BEGIN, made: 0 };
        (0..desk.phones.len()).for_each(|i| desk.sync(i));
        desk
    }

    /// The same with another set of entities on the server.
    pub fn with_registry(people: &[usize], registry: &'static Registry) -> Self {
        let mut desk = Self::new(people);
        desk.server.registry = registry;
        desk
    }

    pub fn id(&mut self) -> RecordId {
        self.made += 1;
        RecordId::derived(&["desk", &self.made.to_string()])
    }

    /// A person does something, a minute after the last thing, by their own clock.
    pub fn act(&mut self, phone: usize, drafts: &[Draft]) -> u64 {
        self.act_as(phone, drafts, false)
    }

    pub fn act_as(&mut self, phone: usize, drafts: &[Draft], all_or_nothing: bool) -> u64 {
        let stamp = Stamp { all_or_nothing, ..self.stamp(phone) };
        self.act_by(phone, drafts, stamp)
    }

    /// A later part of a long act.
    pub fn act_part(&mut self, phone: usize, drafts: &[Draft], part_of: u64) -> u64 {
        let stamp = Stamp { part_of: Some(part_of), ..self.stamp(phone) };
        self.act_by(phone, drafts, stamp)
    }

    fn act_by(&mut self, phone: usize, drafts: &[Draft], stamp: Stamp) -> u64 {
        let phone = &mut self.phones[phone];
        let step = phone.device.enqueue(self.server.registry, &phone.base, drafts, &stamp);
        let n = phone.device.next;
        phone.commit(&step);
        n
    }

    /// What the device's clock says.
    fn clock_of(&self, phone: usize) -> i64 {
        self.now + self.skew.get(&phone).copied().unwrap_or(0)
    }

    /// A minute after the last thing.
    fn stamp(&mut self, phone: usize) -> Stamp {
        self.now += 60_000;
        Stamp {
            unit: UnitId(self.id().0),
            act: "edit".into(),
            label: String::new(),
            at: self.clock_of(phone),
            all_or_nothing: false,
            part_of: None,
        }
    }

    pub fn undo(&mut self, phone: usize, n: u64) -> u64 {
        let order = self.phones[phone].device.undo_order(n);
        self.undo_part(phone, n, &order, None)
    }

    /// Takes back some of an act's items: the last of them where none are left.
    pub fn undo_part(&mut self, phone: usize, n: u64, items: &[(u64, usize)], part_of: Option<u64>) -> u64 {
        let stamp = Stamp { part_of, ..self.stamp(phone) };
        let phone = &mut self.phones[phone];
        let last = phone.device.undo_order(n).last() == items.last();
        let step = phone.device.undo_part(n, items, last, &stamp);
        let next = phone.device.next;
        phone.commit(&step);
        next
    }

    pub fn retry(&mut self, phone: usize, n: u64, mended: &[(&str, Value)]) {
        let mended = mended.iter().map(|(field, value)| ((*field).to_owned(), value.clone())).collect();
        self.now += 60_000;
        let (registry, at) = (self.server.registry, self.clock_of(phone));
        let phone = &mut self.phones[phone];
        let step = phone.device.retry(registry, &phone.base, n, &mended, at);
        phone.commit(&step);
    }

    /// Sends all and takes in all; answers what became of what was sent.
    pub fn sync(&mut self, phone: usize) {
        self.send(phone);
        while let Ok(frames) = self.pull(phone) {
            let phone = &mut self.phones[phone];
            let before = phone.device.cursor;
            let step = phone.device.apply(&phone.base, before, &frames);
            phone.commit(&step);
            if phone.device.cursor == before {
                break;
            }
        }
    }

    pub fn send(&mut self, phone: usize) -> Vec<Outcome> {
        let mut outcomes = Vec::new();
        let now = self.clock_of(phone);
        while let Some(push) = self.phones[phone].device.push(now, 100) {
            let pushed = self.push(phone, &push);
            let step = self.phones[phone].device.settle(&pushed);
            self.phones[phone].commit(&step);
            outcomes.extend(pushed.outcomes);
        }
        outcomes
    }

    pub fn verdicts(&mut self, phone: usize) -> Vec<Verdict> {
        self.send(phone).into_iter().map(|outcome| outcome.result).collect()
    }

    pub fn push(&self, phone: usize, push: &Push) -> Pushed {
        self.server.push(self.phones[phone].user, push, self.now)
    }

    pub fn pull(&self, phone: usize) -> Result<Vec<Frame>, outrider_app::sync::PullError> {
        let cursor = self.phones[phone].device.cursor.unwrap_or(Cursor { seq: 0, scope: 1, mark: 0 });
        self.server.pull(self.phones[phone].user, cursor)
    }

    /// Everyone syncs, twice round, so that all have seen all.
    pub fn sync_all(&mut self) {
        for _ in 0..2 {
            (0..self.phones.len()).for_each(|phone| self.sync(phone));
        }
    }

    /// The record as this person's screen shows it.
    pub fn shown(&self, phone: usize, id: RecordId) -> Option<Record> {
        let phone = &self.phones[phone];
        phone.device.shown(&phone.base, id)
    }

    pub fn value(&self, phone: usize, id: RecordId, field: &str) -> Value {
        self.shown(phone, id).map(|record| record.value(field).clone()).unwrap_or_default()
    }
}

/// Fields set on a record.
pub fn set(entity: &str, record: RecordId, fields: &[(&str, Value)]) -> Draft {
    let edits = fields.iter().map(|(field, value)| FieldEdit::Set((*field).into(), value.clone())).collect();
    Draft { entity: entity.into(), record, create: false, edits }
}

/// One edit of a record.
pub fn edit(entity: &str, record: RecordId, edit: FieldEdit) -> Draft {
    Draft { entity: entity.into(), record, create: false, edits: vec![edit] }
}
