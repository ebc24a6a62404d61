//! A believable company: what `--demo` and `seed` fill an empty store with, at any size.
//!
//! Arven sells and services compressed air to workshops and plants in nine countries. The same
//! [`Spec`] always makes the same records, one by one, in an order in which what a record
//! requires comes before it (only a team's lead comes after the team). Nothing but a hash of each
//! e-mail is kept between records, so a million of them need no memory.
//!
//! Always true: every value fits its field, required fields are set, references resolve,
//! e-mails are unique, `team` is the team of `owner` (but for private views, which have none), and
//! nothing that is done lies after the day before `today`. All e-mail addresses end in `.example`;
//! all phone numbers lie in ranges kept for fiction or never assigned.

mod activities;
mod catalog;
mod customers;
mod deals;
mod draw;
mod people;
mod pools;
mod seats;
#[cfg(test)]
mod tests;
mod views;

use crate::id::{Millis, RecordId};
use crate::record::Record;
use crate::sync::scope::Role;
use crate::value::Value;
use draw::{DAY, Draw, HOUR, MINUTE, What, day_number};
use jiff::civil::Date;
use people::Staff;
use std::collections::HashSet;

/// How large a company to make, and from which seed. Deals bring their product lines beyond these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    pub companies: u64,
    pub contacts: u64,
    pub deals: u64,
    pub activities: u64,
    pub tasks: u64,
    pub seed: u64,
    /// The day the company is seen on: its year ends the day before.
    pub today: Date,
}

impl Spec {
    /// Three teams of ten people with 200 companies, 1,000 contacts and a year of work.
    pub fn demo(today: Date) -> Self {
        Self { companies: 200, contacts: 1_000, deals: 420, activities: 6_000, tasks: 280, seed: 1, today }
    }
}

/// Someone who may sign in to the company that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignIn {
    pub employee: RecordId,
    pub name: String,
    pub email: String,
    pub role: Role,
}

/// The people of the company: the admin first, then those who lead, then the reps.
pub fn sign_ins(spec: &Spec) -> Vec<SignIn> {
    World::new(spec).staff.sign_ins(spec.seed)
}

/// The company's records, made as they are asked for.
pub fn records(spec: &Spec) -> impl Iterator<Item = Record> + Send + use<> {
    let world = World::new(spec);
    let small =
        [world.teams(), world.employees(), world.pipelines(), world.stages(), world.tags(), world.products()];
    let mut next = Cursor { world, emails: HashSet::new(), part: What::Company, index: 0, lines: Vec::new() };
    small.into_iter().flatten().chain(std::iter::from_fn(move || next.record()))
}

/// The company as far as it is known before its records are made.
struct World {
    spec: Spec,
    staff: Staff,
    /// The days since 1970 of `spec.today`.
    today: i64,
}

/// The year that the company is given, in days.
const YEAR: i64 = 365;

impl World {
    fn new(spec: &Spec) -> Self {
        Self { spec: spec.clone(), staff: Staff::new(spec), today: day_number(spec.today) }
    }

    fn draw(&self, what: What, index: u64) -> Draw {
        Draw::new(self.spec.seed, what, index)
    }

    fn id(&self, what: What, index: u64) -> RecordId {
        draw::id(self.spec.seed, what, index)
    }

    fn link(&self, what: What, index: u64) -> Value {
        Value::Ref(self.id(what, index))
    }

    /// A record of its owner, a person's index, and the owner's team, made at a time.
    fn record(&self, what: What, index: u64, entity: &'static str, owner: usize, at: Millis) -> Record {
        let team = self.staff.people[owner].team;
        let by = self.id(What::Employee, owner as u64);
        let mut record = Record::new(self.id(what, index), entity)
            .with("owner", Value::Ref(by))
            .with("team", self.link(What::Team, team as u64));
        record.at = at;
        record.by = by;
        record
    }

    /// A time in the working hours of a day.
    fn in_hours(&self, draw: &mut Draw, day: i64) -> Millis {
        day * DAY + draw.between(7, 15) * HOUR + draw.between(0, 11) * 5 * MINUTE
    }

    /// When the workspace was set up: the first moment of its year.
    fn founded(&self) -> Millis {
        (self.today - YEAR) * DAY + 6 * HOUR
    }
}

/// Where the making of the many records stands.
struct Cursor {
    world: World,
    /// A hash of each e-mail given so far.
    emails: HashSet<u64>,
    part: What,
    index: u64,
    /// The last deal's lines, the first last.
    lines: Vec<Record>,
}

impl Cursor {
    fn record(&mut self) -> Option<Record> {
        if let Some(line) = self.lines.pop() {
            return Some(line);
        }
        let spec = &self.world.spec;
        loop {
            let (count, then) = match self.part {
                What::Company => (spec.companies, What::Contact),
                What::Contact => (spec.contacts, What::Deal),
                What::Deal => (spec.deals, What::Activity),
                What::Activity => (spec.activities, What::Task),
                What::Task => (spec.tasks, What::View),
                _ => (self.world.view_count(), What::View),
            };
            if self.index < count {
                break;
            }
            if self.part == What::View {
                return None;
            }
            (self.part, self.index) = (then, 0);
        }
        let index = self.index;
        self.index += 1;
        Some(match self.part {
            What::Company => self.world.company(index),
            What::Contact => self.world.contact(index, &mut self.emails),
            What::Deal => {
                let (deal, mut lines) = self.world.deal(index);
                lines.reverse();
                self.lines = lines;
                deal
            }
            What::Activity => self.world.activity(index),
            What::Task => self.world.task(index),
            _ => self.world.view(index),
        })
    }
}
