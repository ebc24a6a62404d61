//! The hours down the side, shared by the days beside each other. A day on which the clock is set back
//! has an hour twice: the rail then has two rows of it, and the other days leave the second one empty.
//! A day on which it is set forward leaves the row of the hour it skips empty.

use super::{MINUTE, Zone};
use crate::id::Millis;
use jiff::civil::Date;

/// The rows: hours, some of them twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rail {
    /// (hour, whether it is the second of that hour).
    rows: Vec<(i8, bool)>,
}

impl Rail {
    /// The rail of these days.
    pub fn of(zone: &impl Zone, days: &[Date]) -> Self {
        let twice = |hour: i8| {
            let folded = |day: &Date| {
                [0, 30].into_iter().any(|minute| zone.again(day.at(hour, minute, 0, 0)).is_some())
            };
            days.iter().any(folded)
        };
        let rows = (0..24).flat_map(|hour| {
            let second = twice(hour).then_some((hour, true));
            [Some((hour, false)), second].into_iter().flatten().collect::<Vec<_>>()
        });
        Self { rows: rows.collect() }
    }

    pub fn rows(&self) -> &[(i8, bool)] {
        &self.rows
    }

    /// The rail's length in minutes.
    pub fn minutes(&self) -> i64 {
        self.rows.len() as i64 * 60
    }

    /// Where an instant stands, in minutes from the top.
    pub fn place(&self, zone: &impl Zone, at: Millis) -> i64 {
        let local = zone.local(at);
        let second = zone.again(local).is_some_and(|again| again <= at);
        self.row(local.hour(), second) * 60 + i64::from(local.minute())
    }

    /// Where the day's last instant stands: after its last row that is not empty.
    pub fn place_of_end(&self, zone: &impl Zone, day: Date, at: Millis) -> i64 {
        // An event that ends as an hour begins ends with the one before: the row between them may be
        // another day's.
        let (start, _) = zone.bounds(day);
        if at <= start { 0 } else { self.place(zone, at - MINUTE) + 1 }
    }

    /// The instant that stands so many minutes from the top of a day.
    pub fn at(&self, zone: &impl Zone, day: Date, place: i64) -> Millis {
        let place = place.clamp(0, self.minutes() - 1);
        let (hour, second) = self.rows.get((place / 60) as usize).copied().unwrap_or((23, false));
        let local = day.at(hour, (place % 60) as i8, 0, 0);
        let again = if second { zone.again(local) } else { None };
        again.unwrap_or_else(|| zone.instant(local))
    }

    /// Does the day have this row: is it neither skipped nor only another day's second hour?
    pub fn has(&self, zone: &impl Zone, day: Date, (hour, second): (i8, bool)) -> bool {
        let shown = |minute: i8| {
            let local = day.at(hour, minute, 0, 0);
            if second { zone.again(local).is_some() } else { zone.local(zone.instant(local)) == local }
        };
        shown(0) || shown(30)
    }

    fn row(&self, hour: i8, second: bool) -> i64 {
        let found = self.rows.iter().position(|row| *row == (hour, second));
        found.or_else(|| self.rows.iter().position(|row| row.0 == hour)).unwrap_or(0) as i64
    }
}
