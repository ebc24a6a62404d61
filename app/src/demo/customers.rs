//! Companies and contacts, as records.

use super::World;
use super::catalog::{TAGS, number};
use super::draw::{Draw, What, date};
use super::pools::{Country, pools, slug};
use super::seats::{Called, Seat};
use crate::entities::{Company, Contact};
use crate::record::Record;
use crate::value::{Address, Currency, Money, Value};
use std::collections::{BTreeSet, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

const ORIGIN: [(&str, usize); 8] = [
    ("website", 24),
    ("social", 8),
    ("campaign", 12),
    ("referral", 20),
    ("fair", 14),
    ("cold_call", 12),
    ("import", 7),
    ("other", 3),
];
/// Where people who are customers on their own have their mail.
const MAIL: [&str; 4] = ["mail.example", "post.example", "correio.example", "inbox.example"];

impl World {
    /// The company's own number; its people have extensions of it.
    fn switchboard(&self, index: u64, seat: &Seat) -> String {
        Draw::new(self.spec.seed ^ index, What::Place, u64::MAX - 2).pattern(seat.city.phone)
    }

    pub(super) fn company(&self, index: u64) -> Record {
        let (seat, mut draw) = (self.company_seat(index), self.draw(What::Company, index));
        let Called { name, domain, trade } = self.called(index, &seat);
        let at = self.in_hours(&mut draw, seat.since);
        let people = match self.is_large(index) {
            true => draw.between(60, 900) * 10,
            false => draw.between(2, 60) * draw.between(1, 8),
        };
        let mut record = self
            .record(What::Company, index, Company::ENTITY, seat.owner, at)
            .with("name", Value::Text(name))
            .with("lifecycle", Value::text(seat.lifecycle))
            .with("industry", Value::text(pools().industries[trade]));
        record = origin(record, &mut draw);
        if !draw.percent(3) {
            record = record.with("address", address(&mut draw, &seat));
        }
        if !draw.percent(4) {
            record = record.with("phone", Value::Text(self.switchboard(index, &seat)));
        }
        if !draw.percent(10) {
            let office = ["info", "office", "contact"][draw.below(3)];
            record = record
                .with("email", Value::Text(format!("{office}@{domain}")))
                .with("website", Value::Text(format!("https://www.{domain}")));
        }
        if draw.percent(80) {
            record = record.with("employees", number(people));
        }
        if draw.percent(50) {
            let euros = people * draw.between(90, 220) * 1_000;
            record = record.with("revenue", money(euros * 100, seat.country, 100_000));
        }
        if draw.percent(60) {
            record = record.with("founded", number(draw.between(1871, 2022)));
        }
        if !self.is_large(index) && draw.percent(4) {
            let parent = draw.below(self.large() as usize) as u64;
            record = record.with("parent", self.link(What::Company, parent));
        }
        if draw.percent(18) {
            record = record.with("remarks", Value::text(draw.one(pools().list("company.remarks"))));
        }
        self.tagged(record, &mut draw, 35)
    }

    pub(super) fn contact(&self, index: u64, emails: &mut HashSet<u64>) -> Record {
        let (who, mut draw) = (self.contact_seat(index), self.draw(What::Contact, index));
        let seat = who.seat;
        let at = self.in_hours(&mut draw, seat.since);
        let mut record = self
            .record(What::Contact, index, Contact::ENTITY, seat.owner, at)
            .with("family_name", Value::text(who.family.written))
            .with("lifecycle", Value::text(seat.lifecycle));
        record = origin(record, &mut draw);
        if !draw.percent(4) {
            record = record.with("given_name", Value::text(who.given.written));
        }
        let (domain, phone) = match who.company {
            Some(company) => {
                record = record.with("company", self.link(What::Company, company));
                if !draw.percent(6) {
                    let titles = match who.talk {
                        3 => pools().list("titles.hi"),
                        _ => &seat.country.titles,
                    };
                    record = record.with("job_title", Value::text(draw.one(titles)));
                }
                let phone = format!("{} ext. {}", self.switchboard(company, &seat), draw.between(10, 399));
                (self.called(company, &seat).domain, phone)
            }
            None => {
                record = record.with("address", address(&mut draw, &seat));
                (draw.one(&MAIL).to_owned(), draw.pattern(seat.city.phone))
            }
        };
        let local = format!("{}.{}", who.given.ascii, who.family.ascii);
        if !draw.percent(7) {
            record = record.with("email", Value::Text(unused(emails, &local, &domain)));
        }
        if draw.percent(5) {
            let private = format!("{local}@{}", draw.one(&MAIL));
            record = record.with("more_emails", Value::Set([private].into()));
        }
        if !draw.percent(6) {
            record = record.with("phone", Value::Text(phone));
        }
        if draw.percent(30) {
            let mobile = draw.pattern(mobile(seat.country.code));
            record = record.with("more_phones", Value::Set([mobile].into()));
        }
        if draw.percent(10) {
            let by = ["skype", "telegram", "signal"][draw.below(3)];
            let handle = format!("{by}:{}.{:02}", slug(&who.given.ascii, '.'), draw.below(100));
            record = record.with("messaging", Value::Set([handle].into()));
        }
        if draw.percent(85) {
            record = record.with("gender", Value::text(if who.female { "female" } else { "male" }));
        } else if draw.percent(10) {
            record = record.with("gender", Value::text("diverse"));
        }
        if !draw.percent(10) {
            let salutation = salutation(who.talk, who.female);
            let doctor = if draw.percent(6) { " Dr." } else { "" };
            record = record
                .with("salutation", Value::Text(format!("{salutation}{doctor}")))
                .with("language", Value::text(["en", "de", "pt-BR", "hi"][who.talk]));
        }
        if draw.percent(35) {
            record = record.with("birthday", Value::Date(date(draw.between(-4_500, 13_000))));
        } else if draw.percent(10) {
            record = record.with("age", number(draw.between(24, 66)));
        }
        for (field, percent) in [("needs", 16), ("concerns", 10), ("requirements", 8), ("remarks", 14)] {
            if draw.percent(percent) {
                record = record.with(field, Value::text(draw.one(pools().list(field))));
            }
        }
        self.tagged(record, &mut draw, 20)
    }

    /// One tag or two on so many of a hundred.
    pub(super) fn tagged(&self, record: Record, draw: &mut Draw, percent: usize) -> Record {
        if !draw.percent(percent) {
            return record;
        }
        let tag = |draw: &mut Draw| self.id(What::Tag, draw.below(TAGS.len()) as u64).to_string();
        let mut tags = BTreeSet::from([tag(draw)]);
        if draw.percent(30) {
            tags.insert(tag(draw));
        }
        record.with("tags", Value::Set(tags))
    }
}

/// An address at a domain that was not given before: a number is added until it is new.
fn unused(emails: &mut HashSet<u64>, local: &str, domain: &str) -> String {
    let mut n = 1;
    loop {
        let number = if n == 1 { String::new() } else { n.to_string() };
        let email = format!("{local}{number}@{domain}");
        let mut hasher = DefaultHasher::new();
        email.hash(&mut hasher);
        if emails.insert(hasher.finish()) {
            return email;
        }
        n += 1;
    }
}

fn origin(record: Record, draw: &mut Draw) -> Record {
    let origin = draw.tag(&ORIGIN);
    let record = record.with("origin", Value::text(origin));
    if draw.percent(60) {
        let detail = draw.one(pools().list(&format!("details.{origin}")));
        return record.with("origin_detail", Value::text(detail));
    }
    record
}

fn address(draw: &mut Draw, seat: &Seat) -> Value {
    let street = draw.one(&seat.country.streets);
    let number = draw.between(1, 180);
    let street = match seat.country.code {
        "us" => format!("{} {street}", number * 20 + 7),
        "gb" | "fr" | "in" => format!("{number} {street}"),
        "br" => format!("{street}, {}", number * 10),
        _ => format!("{street} {number}"),
    };
    Value::Address(Address {
        street,
        postcode: draw.pattern(seat.city.postcode),
        city: seat.city.name.to_owned(),
        region: seat.city.region.to_owned(),
        country: seat.country.code.to_uppercase(),
    })
}

/// Mobile numbers kept for fiction where there are any, else of a range nobody is given.
fn mobile(country: &str) -> &'static str {
    match country {
        "gb" => "+44 7700 900###",
        "fr" => "+33 6 39 98 ## ##",
        "us" => "+1 202-555-01##",
        "br" => "+55 20 95550-0###",
        "in" => "+91 05550 0####",
        "at" => "+43 699 0555 0###",
        "ch" => "+41 70 555 0# ##",
        "pl" => "+48 11 555 1# ##",
        _ => "+49 171 39200 ##",
    }
}

fn salutation(talk: usize, female: bool) -> &'static str {
    match (talk, female) {
        (1, true) => "Frau",
        (1, false) => "Herr",
        (2, true) => "Sra.",
        (2, false) => "Sr.",
        (3, true) => "श्रीमती",
        (3, false) => "श्री",
        (_, true) => "Ms",
        (_, false) => "Mr",
    }
}

/// An amount of euro cents in the country's currency at a rough rate, rounded to a multiple of
/// `step` minor units.
pub fn money(cents: i64, country: &Country, step: i64) -> Value {
    Value::Money(in_currency(cents, country, step))
}

pub fn in_currency(cents: i64, country: &Country, step: i64) -> Money {
    let permille = match country.currency {
        "USD" => 1_100,
        "BRL" => 6_000,
        "INR" => 90_000,
        _ => 1_000,
    };
    let minor = (cents * permille / 1_000 + step / 2) / step * step;
    Money::new(minor, Currency::parse(country.currency).unwrap_or(Currency::EUR))
}
