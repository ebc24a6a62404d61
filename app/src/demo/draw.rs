//! Drawing: every record has a stream of its own, made of the seed, its kind and its number, so
//! that any record can be drawn again without those before it. Only integer arithmetic decides,
//! so that a browser and a server draw the same.

use crate::id::{Millis, RecordId};
use jiff::civil::Date;

/// What is drawn. The number of each is part of every id: never reorder.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    Team = 1,
    Employee,
    Pipeline,
    Stage,
    Tag,
    Product,
    Company,
    Contact,
    Deal,
    Line,
    Activity,
    Task,
    View,
    /// Where a contact belongs, apart from what it is called.
    Place,
}

/// One record's stream.
pub struct Draw(fastrand::Rng);

fn mix(mut z: u64) -> u64 {
    z = z.wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn key(seed: u64, what: What, index: u64) -> u64 {
    mix(mix(mix(seed) ^ what as u64) ^ index)
}

/// The id of a record: sixteen bytes of its key.
pub fn id(seed: u64, what: What, index: u64) -> RecordId {
    let high = key(seed, what, index);
    let bytes = (u128::from(high) << 64) | u128::from(mix(high ^ index.rotate_left(32)));
    RecordId::random(bytes.to_be_bytes())
}

impl Draw {
    pub fn new(seed: u64, what: What, index: u64) -> Self {
        Self(fastrand::Rng::with_seed(key(seed, what, index)))
    }

    /// A whole number in `0..n`; 0 for an empty range.
    pub fn below(&mut self, n: usize) -> usize {
        if n == 0 { 0 } else { self.0.u64(0..n as u64) as usize }
    }

    /// A whole number in `low..=high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        self.0.i64(low..=high.max(low))
    }

    /// True in so many of a hundred.
    pub fn percent(&mut self, of: usize) -> bool {
        self.below(100) < of
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// One of several words, numbers or the like.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        *self.pick(of)
    }

    /// An index, drawn by weight.
    pub fn weighted(&mut self, weights: &[usize]) -> usize {
        let mut left = self.below(weights.iter().sum());
        for (index, weight) in weights.iter().enumerate() {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return index,
            }
        }
        0
    }

    /// One of several tags, by the weight beside each.
    pub fn tag(&mut self, of: &[(&'static str, usize)]) -> &'static str {
        let mut left = self.below(of.iter().map(|(_, weight)| weight).sum());
        for (tag, weight) in of {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return tag,
            }
        }
        ""
    }

    /// An index below `n`, the low ones more often: the few large customers.
    pub fn skewed(&mut self, n: usize) -> usize {
        match self.below(10) {
            0 => self.below((n / 50).max(1)),
            1..=5 => self.below(n),
            _ => self.below(n).min(self.below(n)).min(self.below(n)),
        }
    }

    /// A pattern with its `#` as digits and its `@` as letters.
    pub fn pattern(&mut self, pattern: &str) -> String {
        pattern
            .chars()
            .map(|c| match c {
                '#' => char::from(b'0' + self.below(10) as u8),
                '@' => char::from(self.one(b"ABDEFGHJLNPQRSTUWXYZ")),
                c => c,
            })
            .collect()
    }
}

pub const MINUTE: Millis = 60_000;
pub const HOUR: Millis = 60 * MINUTE;
pub const DAY: Millis = 24 * HOUR;

/// Days since 1970-01-01.
pub fn day_number(date: Date) -> i64 {
    date.duration_since(Date::constant(1970, 1, 1)).as_hours() / 24
}

/// The date of a day's number; the epoch where the calendar ends.
pub fn date(day: i64) -> Date {
    let epoch = Date::constant(1970, 1, 1);
    epoch.checked_add(jiff::SignedDuration::from_hours(day.saturating_mul(24))).unwrap_or(epoch)
}

/// The day itself, or the working day before it.
pub fn workday(day: i64) -> i64 {
    // Day 0 was a Thursday: Saturdays are 2, Sundays 3.
    match day.rem_euclid(7) {
        2 => day - 1,
        3 => day - 2,
        _ => day,
    }
}
