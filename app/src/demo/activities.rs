//! A year of calls, visits, meetings, e-mails and notes, what is planned, and tasks.

use super::World;
use super::catalog::number;
use super::deals::{DealSeat, fill};
use super::draw::{DAY, Draw, HOUR, MINUTE, What, date, workday};
use super::pools::{GOODS, KINDS, Told, pools};
use super::seats::ContactSeat;
use crate::entities::{Activity, Task};
use crate::record::Record;
use crate::value::Value;
use std::collections::BTreeSet;

/// In the order of `KINDS`: what was done, and what gets planned.
const DONE: [usize; 5] = [36, 16, 10, 24, 14];
const PLANNED: [usize; 5] = [50, 36, 14, 0, 0];

/// What an activity or task is about.
struct About {
    contact: Option<(u64, ContactSeat)>,
    deal: Option<(u64, DealSeat)>,
    owner: usize,
    /// The first and last day on which it makes sense.
    days: (i64, i64),
}

impl World {
    /// So many of a hundred are about a deal, the rest about a contact.
    fn about(&self, draw: &mut Draw, deals: usize) -> About {
        let yesterday = self.today - 1;
        if self.spec.deals > 0 && draw.percent(deals) {
            let index = draw.below(self.spec.deals as usize) as u64;
            let (mut deal, _) = self.deal_seat(index);
            let days = (deal.opened, deal.closed.unwrap_or(yesterday).min(yesterday));
            return About {
                contact: deal.contact.take(),
                owner: deal.owner,
                deal: Some((index, deal)),
                days,
            };
        }
        let first = self.today - super::YEAR;
        let day = draw.between(first, yesterday);
        let mut contact = None;
        // Someone who was known on that day, so that the year is even.
        for _ in 0..if self.spec.contacts > 0 { 4 } else { 0 } {
            let index = draw.below(self.spec.contacts as usize) as u64;
            let who = self.contact_seat(index);
            let known = who.seat.since <= day;
            contact = Some((index, who));
            if known {
                break;
            }
        }
        let (owner, since) = match &contact {
            Some((_, who)) => (who.seat.owner, who.seat.since),
            None => (0, first),
        };
        // A colleague of the team stands in now and then.
        let owner = match draw.percent(7) {
            true => self.staff.owner(draw, self.staff.people[owner].team),
            false => owner,
        };
        About { contact, deal: None, owner, days: if since <= day { (day, day) } else { (since, yesterday) } }
    }

    fn hang(&self, record: Record, about: &About) -> Record {
        let mut record = record;
        if let Some((contact, who)) = &about.contact {
            let own = || self.id(What::Contact, *contact);
            record =
                record.with("customer", Value::Ref(who.company.map_or_else(own, |c| self.company_id(c))));
        }
        if let Some((deal, _)) = &about.deal {
            record = record.with("deal", self.link(What::Deal, *deal));
        }
        record
    }

    pub(super) fn activity(&self, index: u64) -> Record {
        let mut draw = self.draw(What::Activity, index);
        let mut about = self.about(&mut draw, 45);
        let planned = draw.percent(4);
        if planned && about.deal.as_ref().is_some_and(|(_, deal)| deal.closed.is_some()) {
            about.deal = None;
        }
        let kind = draw.weighted(if planned { &PLANNED } else { &DONE });
        let day = match planned {
            true => self.planned_day(&mut draw),
            false => {
                let day = draw.between(about.days.0, about.days.1);
                workday(day).max(self.today - super::YEAR)
            }
        };
        let starts = self.in_hours(&mut draw, day);
        let at = match planned {
            true => (self.today - draw.between(8, 16)) * DAY + 9 * HOUR + draw.between(0, 600) * MINUTE,
            false => starts + draw.between(5, 150) * MINUTE,
        };
        let mut record = self
            .record(What::Activity, index, Activity::ENTITY, about.owner, at)
            .with("kind", Value::text(KINDS[kind]))
            .with("starts_at", Value::Time(starts))
            .with("done", Value::Bool(!planned));
        let minutes = match kind {
            0 => draw.between(1, 6) * 5,
            1 => draw.between(3, 9) * 15,
            2 => draw.between(2, 6) * 15,
            _ => 0,
        };
        if minutes > 0 {
            record = record.with("ends_at", Value::Time(starts + minutes * MINUTE));
        }
        record = self.hang(record, &about);
        if let Some((contact, _)) = &about.contact
            && !draw.percent(8)
        {
            record = record.with("contact", self.link(What::Contact, *contact));
        }
        record = self.met(record, &mut draw, &about, kind);
        let outcome = match kind {
            _ if planned => "",
            0 => ["reached", "no_answer", "left_message"][draw.weighted(&[64, 22, 14])],
            1 | 2 => ["done", "cancelled"][draw.weighted(&[95, 5])],
            _ => "",
        };
        if !outcome.is_empty() {
            record = record.with("outcome", Value::text(outcome));
        }
        // Where nobody was met there is only what was meant to be done.
        let brief = planned || !matches!(outcome, "" | "reached" | "done");
        self.told(record, &mut draw, &about, kind, brief)
    }

    /// Today, the coming weeks, and a few days that passed without it.
    fn planned_day(&self, draw: &mut Draw) -> i64 {
        let ahead = match draw.below(100) {
            0..18 => 0,
            18..28 => return workday(self.today - draw.between(1, 6)),
            28..65 => draw.between(1, 8),
            _ => draw.between(9, 40),
        };
        workday(self.today + ahead).max(self.today)
    }

    /// Where it was and who was there.
    fn met(&self, record: Record, draw: &mut Draw, about: &About, kind: usize) -> Record {
        let Some((contact, who)) = &about.contact else { return record };
        if !matches!(kind, 1 | 2) {
            return record;
        }
        let place = if kind == 2 && draw.percent(45) { "Video" } else { who.seat.city.name };
        let mut people = BTreeSet::from([
            self.id(What::Contact, *contact).to_string(),
            self.id(What::Employee, about.owner as u64).to_string(),
        ]);
        if draw.percent(15) {
            let lead = self.staff.lead(self.staff.people[about.owner].team);
            people.insert(self.id(What::Employee, lead as u64).to_string());
        }
        record.with("place", Value::text(place)).with("participants", Value::Set(people))
    }

    /// The subject, and unless it is `brief` the text.
    fn told(&self, record: Record, draw: &mut Draw, about: &About, kind: usize, brief: bool) -> Record {
        let who = about.contact.as_ref().map(|(_, who)| who);
        let talk = &pools().talk[who.map_or(0, |who| who.talk)];
        let product = draw.pick(&pools().products[..GOODS]).name;
        let given = who.map_or("", |who| who.given.written);
        let n = draw.between(2, 9);
        let told = match brief {
            true => Told { incoming: false, subject: draw.one(&talk.plans[kind]), text: "" },
            false => draw.one(&talk.kinds[kind]),
        };
        let mut record = record.with("subject", Value::Text(fill(told.subject, product, given, n)));
        if matches!(kind, 0 | 3) {
            record = record.with("direction", Value::text(if told.incoming { "in" } else { "out" }));
        }
        if told.text.is_empty() {
            return record;
        }
        let mut text = fill(told.text, product, given, n);
        if draw.percent(45) {
            text.push(' ');
            text.push_str(&fill(draw.one(&talk.next), product, given, draw.between(2, 20)));
        }
        record.with("text", Value::Text(text))
    }

    pub(super) fn task(&self, index: u64) -> Record {
        let mut draw = self.draw(What::Task, index);
        let mut about = self.about(&mut draw, 40);
        let (done, due) = match draw.below(100) {
            0..36 => (true, self.today - draw.between(1, 90)),
            36..49 => (false, workday(self.today - draw.between(1, 14))),
            49..62 => (false, self.today),
            62..88 => (false, workday(self.today + draw.between(1, 14)).max(self.today)),
            _ => (false, workday(self.today + draw.between(15, 60))),
        };
        if !done && about.deal.as_ref().is_some_and(|(_, deal)| deal.closed.is_some()) {
            about.deal = None;
        }
        let entered = due.min(self.today) - draw.between(1, 12);
        let at = self.in_hours(&mut draw, if done { (due + 1).min(self.today - 1) } else { entered });
        let product = draw.pick(&pools().products[..GOODS]).name;
        let title = fill(draw.one(pools().list("tasks")), product, "", 2);
        let mut record = self
            .record(What::Task, index, Task::ENTITY, about.owner, at)
            .with("title", Value::Text(title))
            .with("due_on", Value::Date(date(due)))
            .with("done", Value::Bool(done))
            .with("priority", Value::text(["normal", "high", "low"][draw.weighted(&[66, 22, 12])]));
        if !draw.percent(6) {
            record = self.hang(record, &about);
        }
        if done || draw.percent(18) {
            record = record.with("progress", number(if done { 100 } else { draw.between(1, 3) * 25 }));
        }
        if !done && draw.percent(35) {
            record = record.with("remind_at", Value::Time(due * DAY + 7 * HOUR));
        }
        if draw.percent(30) {
            record = record.with("text", Value::text(draw.one(pools().list("task.texts"))));
        }
        record
    }
}
