//! The world: who is there, and one random step after the other.

use super::device::{Answer, Death, Phone, Told};
use super::server::Server;
use oorandom::Rand64;
use outrider_app::device::{Draft, FieldEdit, Stamp};
use outrider_app::id::{RecordId, UnitId};
use outrider_app::key;
use outrider_app::pack::decode_chunk;
use outrider_app::protocol::{Cursor, Frame};
use outrider_app::registry::Registry;
use outrider_app::store::Table;
use outrider_app::value::Value;
use serde::{Serialize, de::DeserializeOwned};
use std::sync::LazyLock;

/// Faults planted in the wiring around production's functions; each must be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The server answers a push that it did not commit.
    LostAcknowledgement,
    /// A device takes its cursor for one entry further than it is.
    SkippingCursor,
    /// A device is not told that a record left its sight.
    ForgottenLeave,
}

/// An hour, and a year, in milliseconds.
const HOUR: i64 = 3_600_000;
const YEAR: i64 = 365 * 24 * HOUR;
/// When every schedule begins.
pub const BEGIN: i64 = 1_780_000_000_000;

pub struct World {
    pub random: Rand64,
    pub now: i64,
    pub server: Server,
    pub phones: Vec<Phone>,
    /// Records anyone has made, with their entity.
    pub records: Vec<(RecordId, &'static str)>,
    pub fault: Option<Fault>,
    made: u64,
}

/// The ids of those who are always there.
pub struct People;

impl People {
    pub fn team(i: usize) -> RecordId {
        RecordId::derived(&["team", &i.to_string()])
    }
    pub fn person(i: usize) -> RecordId {
        RecordId::derived(&["person", &i.to_string()])
    }
    pub fn stage(i: usize) -> RecordId {
        RecordId::derived(&["stage", &i.to_string()])
    }
    pub fn rule(i: usize) -> RecordId {
        RecordId::derived(&["rule", &i.to_string()])
    }
}

pub fn create(entity: &str, record: RecordId, fields: &[(&str, Value)]) -> Draft {
    let edits = fields.iter().map(|(field, value)| FieldEdit::Set((*field).into(), value.clone())).collect();
    Draft { entity: entity.into(), record, create: true, edits }
}

/// Everyone on their first day: an admin, a manager over both teams, two reps in one, one in the other.
pub static TEMPLATE: LazyLock<Server> = LazyLock::new(|| {
    let server = Server::new(Registry::standard());
    let text = |text: &str| Value::text(text);
    let mut drafts = vec![create("team", People::team(0), &[("name", text("All"))])];
    for i in 1..=2 {
        let team = People::team(i);
        drafts.push(create("team", team, &[("name", text("Team")), ("parent", Value::Ref(People::team(0)))]));
    }
    for (i, (role, team)) in
        [("admin", 0), ("manager", 0), ("rep", 1), ("rep", 1), ("rep", 2)].iter().enumerate()
    {
        let fields = [
            ("name", text(&format!("Person {i}"))),
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

impl World {
    pub fn new(seed: u64, fault: Option<Fault>) -> Self {
        let mut random = Rand64::new(u128::from(seed));
        let server = TEMPLATE.clone();
        let phones = (0..random.rand_range(3..6) as u8)
            .map(|i| {
                let skew = match random.rand_range(0..4) {
                    0 => -YEAR,
                    1 => YEAR,
                    _ => 0,
                };
                // The admin, then reps, then a second device of a rep.
                let person = [0, 2, 4, 3, 2][usize::from(i)];
                Phone::new(i, People::person(person), skew)
            })
            .collect();
        Self { random, now: BEGIN, server, phones, records: Vec::new(), fault, made: 0 }
    }

    pub fn length(&mut self) -> u64 {
        self.random.rand_range(20..90)
    }

    pub fn chance(&mut self, one_in: u64) -> bool {
        self.random.rand_range(0..one_in) == 0
    }

    pub fn pick(&mut self, many: usize) -> usize {
        self.random.rand_range(0..many.max(1) as u64) as usize
    }

    pub fn number(&mut self) -> u64 {
        self.made += 1;
        self.made
    }

    pub fn stamp(&mut self, phone: usize, act: &str) -> Stamp {
        let n = self.number();
        Stamp {
            unit: UnitId(RecordId::derived(&["unit", &n.to_string()]).0),
            act: act.into(),
            label: String::new(),
            at: self.now + self.phones[phone].skew,
            all_or_nothing: false,
            part_of: None,
        }
    }

    /// One thing happens somewhere.
    pub fn step(&mut self) -> Result<(), String> {
        self.now += self.random.rand_range(1..HOUR as u64) as i64;
        let phone = self.pick(self.phones.len());
        match self.random.rand_range(0..100) {
            0..40 => self.act(phone),
            40..55 => self.send(phone),
            55..65 => self.arrive(phone)?,
            65..80 => self.ask(phone),
            80..90 => self.answer(phone),
            90..93 => self.phones[phone].online = !self.phones[phone].online,
            93..95 => self.phones[phone].restart(),
            95..96 => self.phones[phone].skew = 0,
            96..97 => {
                let step = self.phones[phone].device.clock_jumped();
                self.phones[phone].commit(&step, None);
            }
            97..98 => {
                let horizon = self.random.rand_range(0..12);
                self.server.purge(horizon);
            }
            98..99 => self.begin_again(phone),
            _ => self.shape(),
        }
        Ok(())
    }

    fn death(&mut self) -> Option<Death> {
        match self.random.rand_range(0..60) {
            0 => Some(Death::Before),
            1 => Some(Death::After),
            _ => None,
        }
    }

    /// The person is told that these drafts are saved, once the store has them.
    pub fn save(&mut self, phone: usize, drafts: &[Draft], act: &str) {
        let stamp = self.stamp(phone, act);
        let death = self.death();
        let phone = &mut self.phones[phone];
        let step = phone.device.enqueue(self.server.registry, &phone.base, drafts, &stamp);
        phone.commit(&step, death);
        let written =
            step.outbox.keys().any(|n| phone.store.get_now(&[(Table::Outbox, key![*n])])[0].is_some());
        if written {
            for draft in drafts {
                for edit in &draft.edits {
                    if let FieldEdit::Set(field, value) = edit
                        && !value.is_empty()
                    {
                        phone.told.push(Told {
                            record: draft.record,
                            field: field.clone(),
                            value: value.clone(),
                        });
                    }
                }
            }
        }
    }

    /// A push leaves the device.
    fn send(&mut self, phone: usize) {
        let most = self.random.rand_range(1..6) as usize;
        let phone = &mut self.phones[phone];
        if let Some(push) = phone.device.push(self.now + phone.skew, most).filter(|_| phone.online) {
            phone.sent.push(push);
        }
    }

    /// A push reaches the server: any of those on their way, perhaps not for the last time.
    fn arrive(&mut self, phone: usize) -> Result<(), String> {
        if self.phones[phone].sent.is_empty() {
            return Ok(());
        }
        let which = self.pick(self.phones[phone].sent.len());
        let again = self.chance(4);
        let answered = !self.chance(4);
        let commit = self.fault != Some(Fault::LostAcknowledgement) || !self.chance(10);
        let user = self.phones[phone].user;
        let sent = &mut self.phones[phone].sent;
        let push = if again { sent[which].clone() } else { sent.remove(which) };
        let pushed = over_the_wire(&self.server.push(user, &over_the_wire(&push), self.now, commit));
        if answered {
            self.phones[phone].answers.push(Answer::Pushed(pushed));
        }
        Ok(())
    }

    /// The device asks for what it is missing; the answer is on its way.
    fn ask(&mut self, phone: usize) {
        let cursor = self.phones[phone].device.cursor;
        if !self.phones[phone].online {
            return;
        }
        if let Some(frames) = self.pull(phone, cursor) {
            self.phones[phone].answers.push(Answer::Pulled(cursor, over_the_wire(&frames)));
        }
    }

    /// The device takes the whole file anew, as it does where it cannot read what it holds.
    fn begin_again(&mut self, phone: usize) {
        let death = self.death();
        let Some((scope, cut, chunks)) = self.server.cut(self.phones[phone].user) else { return };
        let frames = [
            Frame::Scope(scope),
            Frame::Labels(cut.labels.clone()),
            Frame::Cursor { cursor: cut.cursor, head: cut.cursor.seq },
        ];
        let phone = &mut self.phones[phone];
        let mut step = phone.device.restart(&phone.base, &frames, false);
        step.records = phone.base.0.keys().map(|id| (*id, None)).collect();
        for bytes in &chunks {
            let records = decode_chunk(bytes).expect("what was cut can be read");
            step.records.extend(records.into_iter().map(|record| (record.id, Some(record))));
        }
        let gone = step.records.iter().filter(|(_, record)| record.is_none());
        step.forget.extend(gone.map(|(id, _)| *id));
        phone.commit(&step, death);
    }

    fn pull(&mut self, phone: usize, cursor: Option<Cursor>) -> Option<Vec<Frame>> {
        // A first sync begins at nothing, with the first scope the person ever had.
        let cursor = cursor.unwrap_or(Cursor { seq: 0, scope: 1, mark: 0 });
        self.server.pull(self.phones[phone].user, cursor).ok()
    }

    /// An answer reaches the device: any of those on their way, perhaps not for the last time.
    fn answer(&mut self, phone: usize) {
        if self.phones[phone].answers.is_empty() {
            return;
        }
        let which = self.pick(self.phones[phone].answers.len());
        let answers = &mut self.phones[phone].answers;
        let answer = answers.remove(which);
        let death = self.death();
        self.take(phone, answer, death);
    }

    pub fn take(&mut self, phone: usize, answer: Answer, death: Option<Death>) {
        let step = match answer {
            Answer::Pushed(pushed) => self.phones[phone].device.settle(&pushed),
            Answer::Pulled(asked, mut frames) => {
                self.spoil(&mut frames);
                let phone = &self.phones[phone];
                phone.device.apply(&phone.base, asked, &frames)
            }
        };
        self.phones[phone].commit(&step, death);
    }

    fn spoil(&mut self, frames: &mut Vec<Frame>) {
        match self.fault {
            Some(Fault::SkippingCursor) => {
                let skips = self.chance(20);
                for frame in frames.iter_mut() {
                    if let (true, Frame::Cursor { cursor, head }) = (skips, frame) {
                        cursor.seq = (cursor.seq + 1).min(*head);
                    }
                }
            }
            Some(Fault::ForgottenLeave) => frames.retain(|frame| !matches!(frame, Frame::Leave(_))),
            _ => {}
        }
    }

    /// Everyone comes online and syncs until nothing moves any more.
    pub fn calm_down(&mut self) -> Result<(), String> {
        for phone in 0..self.phones.len() {
            self.phones[phone].online = true;
            self.phones[phone].sent.clear();
            self.phones[phone].answers.clear();
        }
        for _ in 0..3 {
            for phone in 0..self.phones.len() {
                self.drain(phone)?;
            }
        }
        Ok(())
    }

    fn drain(&mut self, phone: usize) -> Result<(), String> {
        for _ in 0..400 {
            let now = self.now + self.phones[phone].skew;
            if let Some(push) = self.phones[phone].device.push(now, 50) {
                let pushed = self.server.push(self.phones[phone].user, &push, self.now, true);
                self.take(phone, Answer::Pushed(pushed), None);
                continue;
            }
            let before = self.phones[phone].device.cursor;
            let Some(frames) = self.pull(phone, before) else { return Ok(()) };
            let head = frames.iter().find_map(|frame| match frame {
                Frame::Cursor { cursor, head } => Some(cursor.seq == *head),
                _ => None,
            });
            self.take(phone, Answer::Pulled(before, frames), None);
            if head == Some(true) && self.phones[phone].device.cursor == before {
                return Ok(());
            }
        }
        Err(format!("phone {phone} never comes to rest"))
    }
}

/// A message as it arrives.
fn over_the_wire<T: Serialize + DeserializeOwned>(message: &T) -> T {
    serde_json::from_slice(&serde_json::to_vec(message).expect("can be said")).expect("can be read")
}
