//! The company's own people and teams: ten in three teams, and moderately more in a larger one.

use super::draw::{Draw, MINUTE, What};
use super::pools::{Word, pools};
use super::{SignIn, Spec, World};
use crate::entities::{Employee, Team};
use crate::record::Record;
use crate::sync::scope::Role;
use crate::value::Value;
use std::collections::HashSet;

/// Contacts that one rep looks after, and the reps of the smallest and largest company.
const CONTACTS_A_REP: u64 = 500;
const REPS: (u64, u64) = (6, 60);
const REPS_A_TEAM: usize = 6;

/// The parent first; key accounts stay the third team below it at any size.
const TEAMS: [(&str, &str); 11] = [
    ("Sales", ""),
    ("North", "Germany, United States, United Kingdom, Poland"),
    ("South", "Austria, Switzerland, Brazil, India, France"),
    ("Key accounts", "Worldwide"),
    ("East", "Worldwide"),
    ("West", "Worldwide"),
    ("Hanse", "Worldwide"),
    ("Alpen", "Worldwide"),
    ("Mercosul", "Worldwide"),
    ("हिन्द महासागर", "Worldwide"),
    ("Public sector and utilities", "Worldwide"),
];
pub const KEY_ACCOUNTS: usize = 3;

pub struct Person {
    pub given: &'static Word,
    pub family: &'static Word,
    pub title: &'static str,
    pub role: Role,
    /// Index of a team; 0 is the parent.
    pub team: usize,
    pub email: String,
}

pub struct Staff {
    /// The admin, then each team's manager in the teams' order, then the reps.
    pub people: Vec<Person>,
    /// How many teams stand below the parent.
    pub teams: usize,
    /// The reps of each team, by team index.
    reps: Vec<Vec<usize>>,
}

impl Staff {
    pub fn new(spec: &Spec) -> Self {
        let reps = (spec.contacts / CONTACTS_A_REP).clamp(REPS.0, REPS.1) as usize;
        let teams = reps.div_ceil(REPS_A_TEAM).clamp(KEY_ACCOUNTS, TEAMS.len() - 1);
        let named = &pools().staff;
        let mut people: Vec<Person> = Vec::with_capacity(1 + teams + reps);
        let mut emails = HashSet::new();
        let mut add = |name: Option<usize>, role, team, title| {
            let mut draw = Draw::new(spec.seed, What::Employee, people.len() as u64);
            let (given, family, title) = match name.and_then(|index| named.get(index)) {
                Some((given, family, title, _)) => (given, family, *title),
                None => {
                    let names = draw.pick(&pools().names);
                    let given = if draw.percent(50) { &names.female } else { &names.male };
                    (draw.pick(given), draw.pick(&names.family), title)
                }
            };
            let local = format!("{}.{}", given.ascii, family.ascii);
            let tries = (1..).map(|n| if n == 1 { local.clone() } else { format!("{local}{n}") });
            let local = tries.into_iter().find(|local| emails.insert(local.clone())).unwrap_or(local);
            people.push(Person { given, family, title, role, team, email: format!("{local}@arven.example") });
        };
        add(Some(0), Role::Admin, 0, "");
        for team in 1..=teams {
            add((team <= KEY_ACCOUNTS).then_some(team), Role::Manager, team, "Team lead");
        }
        for rep in 0..reps {
            let name = rep + 1 + KEY_ACCOUNTS;
            let team = named.get(name).map_or(rep % teams + 1, |named| named.3);
            add(Some(name), Role::Rep, team, "Sales representative");
        }
        let of = |team| {
            let reps = people.iter().enumerate();
            reps.filter(|(_, p)| p.role == Role::Rep && p.team == team).map(|(i, _)| i).collect()
        };
        let reps = (0..=teams).map(of).collect();
        Self { people, teams, reps }
    }

    /// A rep of a team, or now and then who leads it.
    pub fn owner(&self, draw: &mut Draw, team: usize) -> usize {
        match self.reps.get(team) {
            Some(reps) if !reps.is_empty() && !draw.percent(4) => draw.one(reps),
            _ => self.lead(team),
        }
    }

    /// The person who leads a team; the admin for the parent.
    pub fn lead(&self, team: usize) -> usize {
        team
    }

    pub fn sign_ins(&self, seed: u64) -> Vec<SignIn> {
        let people = self.people.iter().enumerate();
        people
            .map(|(index, person)| SignIn {
                employee: super::draw::id(seed, What::Employee, index as u64),
                name: person.name(),
                email: person.email.clone(),
                role: person.role,
            })
            .collect()
    }
}

impl Person {
    pub fn name(&self) -> String {
        let (given, family) = (self.given.written, self.family.written);
        match given.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
            true => format!("{family}{given}"),
            false => format!("{given} {family}"),
        }
    }
}

impl World {
    pub(super) fn teams(&self) -> Vec<Record> {
        let team = |index: usize| {
            let (name, region) = TEAMS[index];
            let mut record = self
                .record(What::Team, index as u64, Team::ENTITY, self.staff.lead(index), self.founded())
                .with("name", Value::text(name))
                .with("lead", self.link(What::Employee, self.staff.lead(index) as u64));
            if index > 0 {
                record = record.with("parent", self.link(What::Team, 0)).with("region", Value::text(region));
            }
            record
        };
        (0..=self.staff.teams).map(team).collect()
    }

    pub(super) fn employees(&self) -> Vec<Record> {
        let people = self.staff.people.iter().enumerate();
        let employee = |(index, person): (usize, &Person)| {
            let at = self.founded() + index as i64 * 3 * MINUTE;
            let (role, above) = match person.role {
                Role::Admin => ("admin", None),
                Role::Manager => ("manager", Some(0)),
                Role::Rep => ("rep", Some(self.staff.lead(person.team))),
            };
            let mut record = self
                .record(What::Employee, index as u64, Employee::ENTITY, index, at)
                .with("name", Value::text(person.name()))
                .with("email", Value::text(&person.email))
                .with("role", Value::text(role))
                .with("active", Value::Bool(true))
                .with("job_title", Value::text(person.title))
                .with("phone", Value::text(format!("+49 30 23125 {:03}", index + 10)));
            if person.team > 0 {
                record = record.with("region", Value::text(TEAMS[person.team].1));
            }
            if let Some(above) = above {
                record = record.with("manager", self.link(What::Employee, above as u64));
            }
            record
        };
        people.map(employee).collect()
    }
}
