//! Time zones: as the file describes them, else as the machine knows them.
//!
//! A described zone is a list of changes, each with the offset from then on and a rule by which it
//! comes again every year. The offset at a local time is that of the latest change before it.

use super::super::Here;
use super::super::content::Line;
use super::Part;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span, Timestamp};
use std::collections::HashMap;

/// When something is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// As it is written, on the wall of its place.
    pub local: DateTime,
    /// A day and no time of it.
    pub day: bool,
    zone: Zone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Zone {
    Utc,
    /// By name; empty: wherever one is.
    Named(String),
}

/// The zones a file describes.
#[derive(Debug, Default)]
pub(super) struct Zones(HashMap<String, Vec<Change>>);

#[derive(Debug)]
struct Change {
    first: DateTime,
    /// Minutes east of UTC from then on.
    offset: i32,
    yearly: Option<Yearly>,
    /// Other times at which it comes, one by one.
    also: Vec<DateTime>,
}

/// "The last Sunday of March", each year.
#[derive(Debug)]
struct Yearly {
    month: i8,
    day: DayOf,
    until: Option<DateTime>,
}

#[derive(Debug)]
enum DayOf {
    /// The how many-eth weekday, counted from the end where negative.
    Nth(i8, Weekday),
    Month(i8),
}

impl When {
    /// Reads a time or a day.
    pub fn read(line: &Line) -> Option<Self> {
        let text = line.raw().split(',').next().unwrap_or_default().trim();
        let zone = |utc: bool| match utc {
            true => Zone::Utc,
            false => Zone::Named(line.param("TZID").unwrap_or_default().trim_matches('"').to_owned()),
        };
        if let Some(local) = date_time(text.trim_end_matches('Z')) {
            return Some(Self { local, day: false, zone: zone(text.ends_with('Z')) });
        }
        let date: Date = text.parse().ok()?;
        Some(Self { local: date.to_datetime(jiff::civil::Time::midnight()), day: true, zone: zone(false) })
    }

    pub fn plus(&self, span: Span) -> Option<Self> {
        Some(Self { local: self.local.checked_add(span).ok()?, ..self.clone() })
    }
}

/// A time of day with its date; a date alone is none.
pub(super) fn date_time(text: &str) -> Option<DateTime> {
    text.contains(['T', 't']).then(|| text.parse().ok()).flatten()
}

impl Zones {
    /// Takes a `VTIMEZONE` in.
    pub fn learn(&mut self, part: &Part) {
        let name = part.text("TZID");
        let changes: Vec<Change> = part.inside.iter().filter_map(change).collect();
        if !name.is_empty() && !changes.is_empty() {
            self.0.insert(name, changes);
        }
    }

    /// The point in time; the zone's name beside it where nobody knows it and it was read as one's own.
    pub fn instant(&self, when: &When, here: &Here) -> Option<(Timestamp, Option<String>)> {
        let Zone::Named(name) = &when.zone else { return Some((at(when.local, 0)?, None)) };
        let described = self.0.get(name).and_then(|changes| offset(changes, when.local));
        let known = || names(name).find_map(|name| (here.offset)(name, when.local));
        match described.or_else(known) {
            Some(offset) => Some((at(when.local, offset)?, None)),
            None => {
                let own = (here.offset)("", when.local).unwrap_or(0);
                Some((at(when.local, own)?, Some(name.clone())))
            }
        }
    }
}

/// What a zone may be called: `/vendor/Europe/Berlin` is `Europe/Berlin`.
fn names(name: &str) -> impl Iterator<Item = &str> {
    let behind = |slashes: usize| {
        let mut at = name.rmatch_indices('/').map(|(at, _)| at + 1);
        at.nth(slashes).and_then(|at| name.get(at..))
    };
    [Some(name), behind(2), behind(1)].into_iter().flatten()
}

fn at(local: DateTime, offset: i32) -> Option<Timestamp> {
    let utc = local.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    utc.checked_sub(Span::new().try_minutes(offset).ok()?).ok()
}

fn change(part: &Part) -> Option<Change> {
    let first = date_time(part.get("DTSTART")?.raw().trim_end_matches('Z'))?;
    let offset = minutes(part.get("TZOFFSETTO")?.raw())?;
    let yearly = part.get("RRULE").and_then(|line| yearly(line.raw(), first));
    let also = part.lines.iter().filter(|line| line.name == "RDATE");
    let also = also.flat_map(|line| {
        line.raw().split(',').filter_map(|text| date_time(text.trim_end_matches('Z'))).collect::<Vec<_>>()
    });
    Some(Change { first, offset, yearly, also: also.collect() })
}

/// `+0100`, `-053000`, as minutes.
fn minutes(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let hours: i32 = digits.get(..2)?.parse().ok()?;
    let minutes: i32 = digits.get(2..4)?.parse().ok()?;
    Some(sign * (hours * 60 + minutes))
}

fn yearly(rule: &str, first: DateTime) -> Option<Yearly> {
    let part = |name: &str| {
        let parts = rule.split(';').filter_map(|part| part.split_once('='));
        parts.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    };
    if !part("FREQ")?.eq_ignore_ascii_case("YEARLY") {
        return None;
    }
    let month = part("BYMONTH").and_then(|month| month.parse().ok()).unwrap_or(first.month());
    let nth = part("BYDAY").and_then(|day| {
        let at = day.len().checked_sub(2)?;
        let weekday = weekday(day.get(at..)?)?;
        let nth: Option<i8> = day.get(..at)?.parse().ok();
        // "FR with the days 23 to 29" is the last, "SU from the 8th" the second.
        let from = part("BYMONTHDAY").and_then(|days| days.split(',').next()?.parse::<i8>().ok());
        Some(DayOf::Nth(nth.or_else(|| from.map(|from| (from - 1) / 7 + 1)).unwrap_or(1), weekday))
    });
    let until = part("UNTIL").and_then(|until| date_time(until.trim_end_matches('Z')));
    Some(Yearly { month, day: nth.unwrap_or(DayOf::Month(first.day())), until })
}

fn weekday(text: &str) -> Option<Weekday> {
    const DAYS: [(&str, Weekday); 7] = [
        ("MO", Weekday::Monday),
        ("TU", Weekday::Tuesday),
        ("WE", Weekday::Wednesday),
        ("TH", Weekday::Thursday),
        ("FR", Weekday::Friday),
        ("SA", Weekday::Saturday),
        ("SU", Weekday::Sunday),
    ];
    DAYS.iter().find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, day)| *day)
}

/// The offset at a local time; before the first change of all, that change's own.
fn offset(changes: &[Change], local: DateTime) -> Option<i32> {
    let latest = changes.iter().filter_map(|change| Some((change.latest(local)?, change.offset))).max();
    let first = || changes.iter().min_by_key(|change| change.first).map(|change| change.offset);
    latest.map(|(_, offset)| offset).or_else(first)
}

impl Change {
    /// When it last came before this time.
    fn latest(&self, local: DateTime) -> Option<DateTime> {
        let came = |at: &DateTime| *at >= self.first && *at <= local;
        let rule = self.yearly.as_ref();
        let years = rule.map(|_| [local.year(), local.year() - 1]).into_iter().flatten();
        let by_rule = years.filter_map(|year| rule?.in_year(year, self.first)).filter(|at| came(at));
        let ended = rule.and_then(|rule| rule.until).and_then(|until| {
            // The years after the last one: the last is what counts.
            (local > until).then(|| rule?.in_year(until.year(), self.first)).flatten().filter(|at| came(at))
        });
        let single = self.also.iter().copied().filter(|at| *at <= local);
        let first = Some(self.first).filter(|first| *first <= local);
        by_rule.chain(ended).chain(single).chain(first).max()
    }
}

impl Yearly {
    fn in_year(&self, year: i16, first: DateTime) -> Option<DateTime> {
        let month = Date::new(year, self.month, 1).ok()?;
        let date = match self.day {
            DayOf::Nth(nth, weekday) => month.nth_weekday_of_month(nth, weekday).ok()?,
            DayOf::Month(day) => Date::new(year, self.month, day).ok()?,
        };
        let at = date.to_datetime(first.time());
        // The end is told in UTC, the change in local time: a day's grace.
        let late =
            self.until.is_some_and(|until| until.checked_add(Span::new().days(1)).is_ok_and(|end| at > end));
        (!late).then_some(at)
    }
}
