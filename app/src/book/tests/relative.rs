//! What "this week", "me" and "my team" mean for who asks.

use super::*;
use crate::calendar::Zone;
use crate::id::Millis;
use jiff::civil::{Date, DateTime, Weekday, date};
use jiff::tz::{TimeZone, offset};

/// Two hours ahead of UTC, always.
struct Ahead;

impl Zone for Ahead {
    fn local(&self, at: Millis) -> DateTime {
        let at = jiff::Timestamp::from_millisecond(at).unwrap();
        at.to_zoned(TimeZone::fixed(offset(2))).datetime()
    }

    fn instant(&self, local: DateTime) -> Millis {
        local.to_zoned(TimeZone::fixed(offset(2))).unwrap().timestamp().as_millisecond()
    }
}

fn asker(today: Date) -> Asker<'static> {
    Asker { today, week_begins: Weekday::Monday, zone: &Ahead, me: id(1), team: &[] }
}

#[test]
fn periods_are_told_from_today_on() {
    // A Tuesday.
    let today = date(2026, 11, 24);
    let days = |period: Period| period.days(today, Weekday::Monday);
    let cases = [
        (Period::Today, (11, 24), (11, 24)),
        (Period::Yesterday, (11, 23), (11, 23)),
        (Period::Tomorrow, (11, 25), (11, 25)),
        (Period::ThisWeek, (11, 23), (11, 29)),
        (Period::LastWeek, (11, 16), (11, 22)),
        (Period::ThisMonth, (11, 1), (11, 30)),
        (Period::LastMonth, (10, 1), (10, 31)),
        (Period::NextMonth, (12, 1), (12, 31)),
        (Period::ThisQuarter, (10, 1), (12, 31)),
        (Period::LastQuarter, (7, 1), (9, 30)),
        (Period::ThisYear, (1, 1), (12, 31)),
        (Period::LastDays(7), (11, 18), (11, 24)),
        (Period::NextDays(7), (11, 24), (11, 30)),
    ];
    for (period, from, to) in cases {
        assert_eq!(days(period), (date(2026, from.0, from.1), date(2026, to.0, to.1)), "{period:?}");
    }
    assert_eq!(days(Period::NextQuarter), (date(2027, 1, 1), date(2027, 3, 31)));
    assert_eq!(Period::ThisWeek.days(today, Weekday::Sunday).0, date(2026, 11, 22));
    // The last day of a month has no same day in the month before.
    assert_eq!(Period::LastMonth.days(date(2026, 3, 31), Weekday::Monday).1, date(2026, 2, 28));
    assert_eq!(Period::LastYear.days(date(2024, 2, 29), Weekday::Monday).0, date(2023, 1, 1));
}

#[test]
fn dates_and_times_are_within_a_period_where_the_asker_is() {
    let today = date(2026, 11, 24);
    let at = |hour: i8, day: i8| Value::Time(Ahead.instant(date(2026, 11, day).at(hour, 30, 0, 0)));
    let call = |n: u32, at: Value| {
        Record::new(id(n), "activity").with("subject", Value::text(format!("{n}"))).with("starts_at", at)
    };
    let mut book = book(&[call(1, at(23, 23)), call(2, at(0, 24)), call(3, at(23, 24)), call(4, at(0, 25))]);
    let def = Registry::standard().entity("activity").unwrap();
    let mut during = |period: Period| {
        let query = Query::all("activity").filter("starts_at", Test::During(period));
        assert!(query.is_relative());
        let said = serde_json::to_string(&query).unwrap();
        assert_eq!(serde_json::from_str::<Query>(&said).unwrap(), query);
        book.query(&query.worked_out(def, &asker(today)))
    };
    assert_eq!(during(Period::Today), [id(2), id(3)]);
    assert_eq!(during(Period::Past), [id(1)]);
    assert_eq!(during(Period::Future), [id(4)]);
    assert_eq!(during(Period::LastDays(2)), [id(1), id(2), id(3)]);
}

#[test]
fn me_and_my_team_are_who_asks_also_within_groups_of_filters() {
    let owned = |n: u32, owner: u32| {
        Record::new(id(n), "company")
            .with("name", Value::text(format!("{n}")))
            .with("owner", Value::Ref(id(owner)))
    };
    let mut book = book(&[owned(11, 1), owned(12, 2), owned(13, 3)]);
    let def = Registry::standard().entity("company").unwrap();
    let team = [id(1), id(2)];
    let asker = Asker { team: &team, ..asker(date(2026, 11, 24)) };
    let field = |test: Test| Filter::Field { field: "owner".to_owned(), test };
    let mut ask = |filter: Filter| {
        let query = Query { filters: vec![filter], ..Query::all("company") };
        book.query(&query.worked_out(def, &asker))
    };
    assert_eq!(ask(field(Test::Me)), [id(11)]);
    assert_eq!(ask(field(Test::MyTeam)), [id(11), id(12)]);
    let third = Test::Is(Value::Ref(id(3)));
    assert_eq!(ask(Filter::Or { or: vec![field(Test::Me), field(third)] }), [id(11), id(13)]);
}
