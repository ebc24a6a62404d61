#![allow(clippy::unwrap_used)]

mod calendar;
mod incremental;
mod lists;
mod relative;
mod searching;

use super::*;
use crate::value::Value;

/// A record's id from a number.
fn id(n: u32) -> RecordId {
    RecordId::derived(&["test", &n.to_string()])
}

fn contact(n: u32, given: &str, family: &str) -> Record {
    let mut record = Record::new(id(n), "contact")
        .with("given_name", Value::text(given))
        .with("family_name", Value::text(family));
    (record.seq, record.at) = (u64::from(n), i64::from(n) * 1000);
    record
}

fn company(n: u32, name: &str) -> Record {
    let mut record = Record::new(id(n), "company").with("name", Value::text(name));
    (record.seq, record.at) = (u64::from(n), i64::from(n) * 1000);
    record
}

fn book(records: &[Record]) -> Book {
    let mut book = Book::new(Registry::standard().clone());
    records.iter().for_each(|record| book.put(record));
    book
}

/// Small pseudo-random numbers (xorshift), the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % n
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len() as u64) as usize]
    }
}
