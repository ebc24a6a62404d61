//! Days, rails and moves in Berlin, where the clock is set forward on 29 March 2026 and back on
//! 25 October 2026.

#![allow(clippy::unwrap_used)]

use super::*;
use crate::registry::Registry;
use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;

impl Zone for TimeZone {
    fn local(&self, at: Millis) -> DateTime {
        self.to_datetime(Timestamp::from_millisecond(at).unwrap())
    }

    fn instant(&self, local: DateTime) -> Millis {
        self.to_zoned(local).unwrap().timestamp().as_millisecond()
    }
}

fn berlin() -> TimeZone {
    TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap()
}

fn utc(text: &str) -> Millis {
    text.parse::<Timestamp>().unwrap().as_millisecond()
}

const SPRING: Date = date(2026, 3, 29);
const AUTUMN: Date = date(2026, 10, 25);

#[test]
fn days_have_23_24_and_25_hours() {
    let hours = |day| {
        let (from, to) = berlin().bounds(day);
        (to - from) / HOUR
    };
    assert_eq!([SPRING, date(2026, 3, 30), AUTUMN].map(hours), [23, 24, 25]);
}

#[test]
fn every_quarter_of_every_day_has_one_place_that_leads_back_to_it() {
    let zone = berlin();
    let days = [date(2026, 10, 24), AUTUMN, SPRING, date(2026, 3, 30)];
    let rail = Rail::of(&zone, &days);
    assert_eq!(rail.rows().len(), 25);
    for day in days {
        let (from, to) = zone.bounds(day);
        let mut before = -1;
        for at in (from..to).step_by(15 * 60_000) {
            let place = rail.place(&zone, at);
            assert!(place > before, "{day}: {place} after {before}");
            assert_eq!(rail.at(&zone, day, place), at);
            before = place;
        }
    }
}

#[test]
fn a_skipped_hour_and_another_days_second_hour_are_empty() {
    let zone = berlin();
    let rail = Rail::of(&zone, &[SPRING, AUTUMN]);
    let has = |day, hour, second| rail.has(&zone, day, (hour, second));
    assert!(!has(SPRING, 2, false) && has(SPRING, 1, false) && has(SPRING, 3, false));
    assert!(has(AUTUMN, 2, false) && has(AUTUMN, 2, true));
    assert!(!has(SPRING, 2, true));
    assert_eq!(Rail::of(&zone, &[SPRING]).rows().len(), 24);
}

#[test]
fn the_two_half_hours_of_lord_howe_are_told_apart() {
    let zone = TimeZone::posix("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0").unwrap();
    let day = date(2026, 4, 5);
    let rail = Rail::of(&zone, &[day]);
    let (from, to) = zone.bounds(day);
    assert_eq!((to - from) / MINUTE, 24 * 60 + 30);
    for at in (from..to).step_by(30 * 60_000) {
        assert_eq!(rail.at(&zone, day, rail.place(&zone, at)), at);
    }
}

#[test]
fn an_event_over_midnight_has_a_piece_on_each_day() {
    let zone = berlin();
    let span = (utc("2026-03-28T22:00:00Z"), utc("2026-03-29T01:00:00Z"));
    let rail = Rail::of(&zone, &[SPRING]);
    let on = |day| piece_on(&zone, &rail, day, span);
    // 23:00 to midnight, and to three o'clock, which is two hours later.
    let evening = Piece { top: 23 * 60, bottom: 24 * 60, from_before: false, goes_on: true };
    assert_eq!(on(date(2026, 3, 28)), Some(evening));
    assert_eq!(on(SPRING), Some(Piece { top: 0, bottom: 120, from_before: true, goes_on: false }));
    assert_eq!(on(date(2026, 3, 30)), None);
    assert_eq!(days_of(&zone, When::At(span.0, Some(span.1))), (date(2026, 3, 28), SPRING));
}

#[test]
fn an_event_that_ends_at_midnight_is_not_on_the_next_day() {
    let zone = berlin();
    let (start, end) = (utc("2026-03-02T20:00:00Z"), utc("2026-03-02T23:00:00Z"));
    assert_eq!(days_of(&zone, When::At(start, Some(end))), (date(2026, 3, 2), date(2026, 3, 2)));
    let rail = Rail::of(&zone, &[date(2026, 3, 3)]);
    assert_eq!(piece_on(&zone, &rail, date(2026, 3, 3), (start, end)), None);
}

#[test]
fn what_overlaps_stands_side_by_side_and_what_does_not_is_wide() {
    let piece = |top, bottom| Piece { top, bottom, from_before: false, goes_on: false };
    // Three that overlap through one another in two columns, then one alone, then two at once.
    let pieces =
        [piece(0, 60), piece(30, 90), piece(60, 120), piece(120, 150), piece(200, 260), piece(200, 220)];
    assert_eq!(side_by_side(&pieces), [(0, 2), (1, 2), (0, 2), (0, 1), (0, 2), (1, 2)]);
    assert_eq!(side_by_side(&[]), []);
}

#[test]
fn a_day_keeps_the_hour_on_the_wall_and_minutes_are_minutes() {
    let zone = berlin();
    let nine = utc("2026-03-28T08:00:00Z");
    let visit = When::At(nine, Some(nine + HOUR));
    let sunday = utc("2026-03-29T07:00:00Z");
    assert_eq!(moved(&zone, visit, Step::Days(1)), When::At(sunday, Some(sunday + HOUR)));
    assert_eq!(moved(&zone, moved(&zone, visit, Step::Days(1)), Step::Days(-1)), visit);
    let later = moved(&zone, visit, Step::Minutes(15));
    assert_eq!(later, When::At(nine + 15 * MINUTE, Some(nine + 75 * MINUTE)));
    // Half past two does not exist that Sunday.
    let night = When::At(utc("2026-03-28T01:30:00Z"), None);
    assert_eq!(moved(&zone, night, Step::Days(1)), When::At(utc("2026-03-29T01:30:00Z"), None));
    assert_eq!(moved(&zone, When::On(SPRING), Step::Days(-1)), When::On(date(2026, 3, 28)));
}

#[test]
fn an_event_is_never_made_shorter_than_a_quarter_of_an_hour() {
    let zone = berlin();
    let nine = utc("2026-03-02T08:00:00Z");
    let visit = When::At(nine, Some(nine + HOUR));
    assert_eq!(resized(&zone, visit, Step::Minutes(-15)), When::At(nine, Some(nine + 45 * MINUTE)));
    assert_eq!(resized(&zone, visit, Step::Minutes(-600)), When::At(nine, Some(nine + 15 * MINUTE)));
    assert_eq!(
        resized(&zone, When::At(nine, None), Step::Minutes(15)),
        When::At(nine, Some(nine + 45 * MINUTE))
    );
}

#[test]
fn a_months_page_shows_whole_weeks_from_the_first_day_of_the_week() {
    // February 2027 begins on a Monday and has four weeks.
    assert_eq!(month(date(2027, 2, 10), Weekday::Monday).len(), 28);
    let days = month(date(2026, 3, 10), Weekday::Sunday);
    assert_eq!((days[0], days.len()), (date(2026, 3, 1), 35));
    let days = month(date(2026, 3, 10), Weekday::Monday);
    assert_eq!((days[0], *days.last().unwrap()), (date(2026, 2, 23), date(2026, 4, 5)));
    assert_eq!(week(date(2026, 3, 1), Weekday::Monday)[0], date(2026, 2, 23));
    assert_eq!(
        [first_weekday("DE"), first_weekday("BR"), first_weekday("EG")],
        [Weekday::Monday, Weekday::Sunday, Weekday::Saturday]
    );
}

#[test]
fn birthdays_come_round_over_the_turn_of_the_year_and_leap_days_every_year() {
    let (from, to) = (date(2026, 12, 28), date(2027, 1, 3));
    assert_eq!(anniversary(date(1980, 1, 2), from, to), Some(date(2027, 1, 2)));
    assert_eq!(anniversary(date(1980, 12, 28), from, to), Some(from));
    assert_eq!(anniversary(date(1980, 1, 4), from, to), None);
    let leap = date(2000, 2, 29);
    assert_eq!(anniversary(leap, date(2027, 2, 27), date(2027, 3, 2)), Some(date(2027, 2, 28)));
    assert_eq!(anniversary(leap, date(2028, 2, 28), date(2028, 3, 2)), Some(date(2028, 2, 29)));
    // The day itself is none.
    assert_eq!(anniversary(from, from, to), None);
}

#[test]
fn entities_stand_on_the_calendar_by_the_first_date_of_their_list() {
    let of = |entity: &str| {
        let found = dated(Registry::standard().entity(entity).unwrap())?;
        Some((found.start.id.to_string(), found.end.map(|end| end.id.to_string())))
    };
    let named = |start: &str, end: Option<&str>| Some((start.to_owned(), end.map(str::to_owned)));
    assert_eq!(of("activity"), named("starts_at", Some("ends_at")));
    assert_eq!(of("task"), named("due_on", None));
    assert_eq!(of("deal"), named("expected_close", None));
    assert_eq!(of("contact"), None);
}
