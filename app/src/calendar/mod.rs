//! The calendar's reckoning: which days a page shows, where an instant stands on a day of 23, 24 or 25
//! hours, which events stand side by side, and where a moved event lands.
//!
//! What always holds: instants are stored (UTC), days and hours are only ever shown; every instant has
//! one place on its day, and that place leads back to it. Pure: the device's time zone is an argument.

pub mod checklist;
mod dated;
mod moves;
mod places;
mod rail;
mod repeat;
#[cfg(test)]
mod tests;

pub use dated::{Dated, dated};
pub use moves::{Step, moved, resized};
pub use places::{Piece, days_of, piece_on, side_by_side};
pub use rail::Rail;
pub use repeat::{DAYS, Every, Rule, follow_ups};

use crate::id::Millis;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};

pub const MINUTE: Millis = 60_000;
pub const HOUR: Millis = 60 * MINUTE;
/// What an event without an end is shown as long as.
pub const UNTOLD: Millis = 30 * MINUTE;

/// The device's time zone.
pub trait Zone {
    /// What the clock on the wall shows at an instant.
    fn local(&self, at: Millis) -> DateTime;
    /// The instant of a local time: the earlier one where the clock shows it twice; where it skips it,
    /// the time it would be had it not been set yet.
    fn instant(&self, local: DateTime) -> Millis;

    /// The later instant at which the clock shows this, where it shows it twice.
    fn again(&self, local: DateTime) -> Option<Millis> {
        let first = self.instant(local);
        let shifts = [30 * MINUTE, HOUR, 2 * HOUR];
        shifts.into_iter().map(|shift| first + shift).find(|later| self.local(*later) == local)
    }

    fn day(&self, at: Millis) -> Date {
        self.local(at).date()
    }

    /// The day's first instant, and the first after it.
    fn bounds(&self, day: Date) -> (Millis, Millis) {
        let start = |day: Date| self.instant(day.at(0, 0, 0, 0));
        (start(day), start(days_after(day, 1)))
    }
}

/// When something is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// On a day, wherever one is.
    On(Date),
    /// From an instant; to another where one is known.
    At(Millis, Option<Millis>),
}

impl When {
    /// The instants it is shown between; `None` for a whole day's.
    pub fn span(self) -> Option<(Millis, Millis)> {
        match self {
            When::On(_) => None,
            When::At(start, end) => Some((start, end.filter(|end| *end > start).unwrap_or(start + UNTOLD))),
        }
    }

    /// Stands in the row above the hours: a day's, or longer than a day.
    pub fn is_all_day(self) -> bool {
        self.span().is_none_or(|(start, end)| end - start >= 24 * HOUR)
    }
}

/// The day so many days later, or earlier.
pub fn days_after(day: Date, days: i32) -> Date {
    day.saturating_add(days.days())
}

/// The day between two days, both included, on which a date comes round: a birthday. One of a leap day
/// is on 28 February in other years.
pub fn anniversary(of: Date, from: Date, to: Date) -> Option<Date> {
    (from.year()..=to.year())
        .filter_map(|year| {
            let month = Date::new(year, of.month(), 1).ok()?;
            Date::new(year, of.month(), of.day().min(month.days_in_month())).ok()
        })
        .find(|day| from <= *day && *day <= to && *day > of)
}

/// The first day of the week a day is in.
pub fn week_start(day: Date, first: Weekday) -> Date {
    days_after(day, -i32::from(day.weekday().since(first)))
}

/// The seven days of the week a day is in.
pub fn week(day: Date, first: Weekday) -> Vec<Date> {
    let start = week_start(day, first);
    (0..7).map(|days| days_after(start, days)).collect()
}

/// The weeks that a month's page shows: as many as its days are in.
pub fn month(day: Date, first: Weekday) -> Vec<Date> {
    let (start, last) = (week_start(day.first_of_month(), first), day.last_of_month());
    let days = start.until(last).map_or(0, |span| span.get_days());
    (0..(days / 7 + 1) * 7).map(|days| days_after(start, days)).collect()
}

/// The first day of the week where weeks begin otherwise than on Monday, by region (CLDR); for
/// browsers that do not know.
pub fn first_weekday(region: &str) -> Weekday {
    const SUNDAY: &str = "AG AS AU BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA \
                          MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
    const SATURDAY: &str = "AE AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
    if region.is_empty() {
        Weekday::Monday
    } else if SUNDAY.contains(region) {
        Weekday::Sunday
    } else if SATURDAY.contains(region) {
        Weekday::Saturday
    } else {
        Weekday::Monday
    }
}
