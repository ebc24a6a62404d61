//! Days and times as people say them: "next tue 10", "morgen 14:30", "amanhã 9h", "कल 10 बजे".
//!
//! Pure: what is now is an argument. Nothing is guessed in silence: what can be read in two ways or
//! not at all is an error that says which word it was, and the screen shows what was understood
//! before anything is saved.
//!
//! What always holds:
//! - A weekday is the first one after today; with "next" it is that of next week, Monday first.
//! - A day without a year is the next one there is, today included.
//! - A bare number after a day is an hour of the 24; alone it is ambiguous.
//! - A time alone is today's. A part of the day ("evening") moves an hour of the 12 behind noon.
//! - Of day and month the language says which comes first; English does not, so that "3/4" is ambiguous
//!   there, and "25/4" is not.

mod parse;
mod tables;
#[cfg(test)]
mod tests;
mod token;

use crate::words::Language;
use jiff::civil::{Date, DateTime, Time};

/// What was understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct When {
    pub date: Date,
    /// None where only a day was said.
    pub time: Option<Time>,
}

impl When {
    /// The moment, with this hour where none was said.
    pub fn at(self, hour: i8) -> DateTime {
        self.date.to_datetime(self.time.unwrap_or_else(|| Time::constant(hour.clamp(0, 23), 0, 0, 0)))
    }
}

/// Why it was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unread {
    #[error("nothing was written")]
    Empty,
    #[error("{0:?} is no word of a date")]
    Word(String),
    #[error("{0:?} can be read in two ways")]
    Ambiguous(String),
    #[error("there is no such day or time: {0:?}")]
    NoSuch(String),
    #[error("it says more than one day or time")]
    Twice,
    #[error("it names no day")]
    NoDay,
}

/// Reads a day and perhaps a time, in the person's language; where that fails, in the others. `now` is
/// the device's own time. What is wrong is said of the person's language.
pub fn read(text: &str, language: Language, now: DateTime) -> Result<When, Unread> {
    let own = parse::read(text, tables::of(language), now);
    match &own {
        Err(Unread::Word(_)) => {
            let others = Language::ALL.into_iter().filter(|other| *other != language);
            let read = |other| parse::read(text, tables::of(other), now).ok();
            others.into_iter().find_map(read).map_or(own, Ok)
        }
        _ => own,
    }
}
