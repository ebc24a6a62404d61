//! What is on the calendar between two moments.

use super::*;
use crate::book::Span;
use crate::calendar::{HOUR, When, dated};
use jiff::civil::date;

const DAY: i64 = 24 * HOUR;

fn visit(n: u32, start: i64, end: Option<i64>) -> Record {
    let mut record = Record::new(id(n), "activity").with("starts_at", Value::Time(start));
    if let Some(end) = end {
        record = record.with("ends_at", Value::Time(end));
    }
    record.seq = u64::from(n);
    record
}

fn found(book: &mut Book, from: i64, to: i64) -> Vec<RecordId> {
    let def = Registry::standard().entity("activity").unwrap();
    let days = (date(2026, 3, 2), date(2026, 3, 3));
    let span = Span { instants: (from, to), days };
    book.on_calendar("activity", &dated(def).unwrap(), span, &[]).into_iter().map(|(id, _)| id).collect()
}

#[test]
fn what_reaches_into_the_span_is_found_however_long_ago_it_began() {
    let mut book = book(&[
        visit(1, 10 * DAY, None),
        visit(2, 10 * DAY - HOUR, Some(10 * DAY + HOUR)),
        visit(3, 2 * DAY, Some(400 * DAY)),
        visit(4, 9 * DAY, Some(10 * DAY)),
        visit(5, 11 * DAY, None),
        visit(6, 2 * DAY, Some(9 * DAY)),
        Record::new(id(7), "activity"),
    ]);
    assert_eq!(found(&mut book, 10 * DAY, 11 * DAY), [id(3), id(2), id(1)]);
    // What moved is found where it is now.
    book.put(&visit(6, 2 * DAY, Some(11 * DAY)));
    book.put(&visit(1, 20 * DAY, None));
    assert_eq!(found(&mut book, 10 * DAY, 11 * DAY).len(), 3);
    assert!(found(&mut book, 10 * DAY, 11 * DAY).contains(&id(6)));
    assert_eq!(found(&mut book, 20 * DAY, 21 * DAY), [id(3), id(1)]);
}

#[test]
fn the_calendar_answers_like_looking_at_every_record() {
    let mut dice = Dice(7);
    let records: Vec<Record> = (0..500)
        .map(|n| {
            let start = dice.below(60) as i64 * DAY / 2 + dice.below(24) as i64 * HOUR;
            let end = (dice.below(3) > 0).then(|| start + dice.below(80) as i64 * HOUR);
            visit(n, start, end)
        })
        .collect();
    let mut book = book(&records);
    for from in (0..30).map(|day| day * DAY) {
        let to = from + 3 * DAY;
        let mut all: Vec<RecordId> = records
            .iter()
            .filter(|record| {
                let (start, end) =
                    When::At(record.get("starts_at").unwrap(), record.get("ends_at")).span().unwrap();
                start < to && end > from
            })
            .map(|record| record.id)
            .collect();
        let mut found = found(&mut book, from, to);
        found.sort_unstable();
        all.sort_unstable();
        assert_eq!(found, all);
    }
}

#[test]
fn a_birthday_is_found_by_the_days_it_comes_round() {
    let born = |n: u32, day| contact(n, "Ada", "Byron").with("birthday", Value::Date(day));
    let mut book = book(&[born(1, date(1980, 3, 2)), born(2, date(1990, 3, 5)), contact(3, "No", "Day")]);
    let test = crate::book::Test::Anniversary(date(2026, 3, 1), date(2026, 3, 4));
    assert_eq!(book.query(&Query::all("contact").filter("birthday", test)), [id(1)]);
}

#[test]
fn days_are_found_by_the_day() {
    let task = |n: u32, day| Record::new(id(n), "task").with("due_on", Value::Date(day));
    let mut book = book(&[task(1, date(2026, 3, 1)), task(2, date(2026, 3, 2)), task(3, date(2026, 3, 3))]);
    let def = Registry::standard().entity("task").unwrap();
    let span = Span { instants: (0, 0), days: (date(2026, 3, 2), date(2026, 3, 3)) };
    let found = book.on_calendar("task", &dated(def).unwrap(), span, &[]);
    assert_eq!(found, [(id(2), When::On(date(2026, 3, 2)))]);
}
