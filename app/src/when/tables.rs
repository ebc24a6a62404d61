//! The words of each language, each with what it means. A phrase stands as it is written; it is
//! compared without case and accents, the longest first.

mod de;
mod en;
mod hi;
mod pt;

use super::token::{Token, tokens};
use crate::words::Language;
use std::sync::LazyLock;

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// What a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mean {
    /// So many days from today.
    Days(i32),
    /// Monday is 0.
    Weekday(i8),
    /// January is 1.
    Month(i8),
    Unit(Unit),
    /// A number as a word.
    Number(u32),
    /// Of next week, or the next one.
    Next,
    /// "in" 2 weeks: before the length, or after it.
    Ahead,
    /// 2 weeks "ago": before the length, or after it.
    Ago,
    /// The hour or minute before it is one.
    Clock,
    Am,
    Pm,
    /// A time follows.
    At,
    /// Half an hour before the full hour that follows.
    HalfTo,
    /// A part of the day: when it is where no hour is said; from noon on an hour of the 12 is behind it.
    Part(i8),
    /// Says nothing.
    Skip,
}

pub struct Table {
    pub words: &'static [(&'static str, Mean)],
    /// Does "3/4" begin with the day? None where people differ.
    pub day_first: Option<bool>,
}

/// The table as it is compared: its phrases in their tokens, made once.
pub struct Phrases {
    pub all: Vec<(Vec<Token>, Mean)>,
    pub day_first: Option<bool>,
}

impl Phrases {
    fn of(table: &Table) -> Self {
        let all = table.words.iter().map(|(words, mean)| (tokens(words), *mean)).collect();
        Self { all, day_first: table.day_first }
    }
}

pub fn table(language: Language) -> &'static Table {
    match language {
        Language::En => &en::TABLE,
        Language::De => &de::TABLE,
        Language::PtBr => &pt::TABLE,
        Language::Hi => &hi::TABLE,
    }
}

pub fn of(language: Language) -> &'static Phrases {
    static ALL: LazyLock<[Phrases; 4]> =
        LazyLock::new(|| Language::ALL.map(|language| Phrases::of(table(language))));
    let [en, de, pt, hi] = &*ALL;
    match language {
        Language::En => en,
        Language::De => de,
        Language::PtBr => pt,
        Language::Hi => hi,
    }
}
