//! Dates as people and programs write them.

use super::Reading;
use crate::change::Flaw;
use crate::id::Millis;
use crate::import::hints::month_of;
use crate::value::Value;
use jiff::civil::{Date, Time};
use serde::{Deserialize, Serialize};

/// Which comes first in 03/04/2016.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    pub fn other(self) -> Self {
        match self {
            Self::DayFirst => Self::MonthFirst,
            Self::MonthFirst => Self::DayFirst,
        }
    }
}

/// What a text says as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReading {
    Sure(Date),
    /// Both orders give a date and none was told: day first, month first.
    Either(Date, Date),
    Unreadable,
}

/// Reads a date, with or without a time of day behind it. Only numbers divided by slashes or
/// hyphens depend on `order`; with points the day comes first, a year first is always year-month-day.
pub fn read_date(text: &str, order: Option<DateOrder>) -> DateReading {
    let text = text.trim();
    if text.len() > 60 || !text.chars().any(|c| super::number::digit_of(c).is_some()) {
        return DateReading::Unreadable;
    }
    let sure = |date: Option<Date>| date.map_or(DateReading::Unreadable, DateReading::Sure);
    let (numbers, month) = pieces(text);
    match (numbers.as_slice(), month) {
        ([only], None) if only.digits == 8 && text.len() >= 8 => {
            sure(civil(only.value / 10_000, only.value / 100 % 100, only.value % 100))
        }
        // What Excel keeps a date as: days since 1899-12-30, here from 1954 to 2099.
        ([only], None) if only.digits == 5 && (20_000..73_051).contains(&only.value) => {
            sure(Date::constant(1899, 12, 30).checked_add(jiff::Span::new().days(i64::from(only.value))).ok())
        }
        ([year, month, day, ..], None) if year.digits == 4 => sure(civil(year.value, month.value, day.value)),
        ([first, second, year, ..], None) if year.digits == 4 || year.digits == 2 && first.after != ':' => {
            let year = full_year(year);
            let day_first = civil(year, second.value, first.value);
            let month_first = civil(year, first.value, second.value);
            match (order, first.after, day_first, month_first) {
                (_, '.', date, _) => sure(date),
                (_, _, Some(date), None) | (_, _, None, Some(date)) if order.is_none() => {
                    DateReading::Sure(date)
                }
                (Some(DateOrder::DayFirst), _, date, _) => sure(date),
                (Some(DateOrder::MonthFirst), _, _, date) => sure(date),
                (None, _, Some(a), Some(b)) if a == b => DateReading::Sure(a),
                (None, _, Some(a), Some(b)) => DateReading::Either(a, b),
                _ => DateReading::Unreadable,
            }
        }
        ([year, day, ..], Some(month)) if year.digits == 4 => sure(civil(year.value, month, day.value)),
        ([day, year, ..], Some(month)) if year.digits == 4 || year.digits == 2 => {
            sure(civil(full_year(year), month, day.value))
        }
        _ => DateReading::Unreadable,
    }
}

/// The reading of a cell in a column whose order may be known.
pub(super) fn reading(text: &str, order: Option<DateOrder>, usual: DateOrder) -> Reading {
    match read_date(text, order) {
        DateReading::Sure(date) => Reading::Value(Value::Date(date)),
        DateReading::Either(day, month) => {
            let (day, month) = (Value::Date(day), Value::Date(month));
            match usual {
                DateOrder::DayFirst => Reading::EitherDate(day, month),
                DateOrder::MonthFirst => Reading::EitherDate(month, day),
            }
        }
        DateReading::Unreadable => {
            // The column's order does not fit, the other does: likely what was meant.
            let other = order.map(|order| read_date(text, Some(order.other())));
            let meant = match other {
                Some(DateReading::Sure(date)) => Some(Value::Date(date)),
                _ => None,
            };
            Reading::Unreadable(Flaw::Kind, meant)
        }
    }
}

/// Reads a point in time. Without a zone in the text it is local to `zone_minutes` east of UTC.
pub fn read_time(text: &str, order: DateOrder, zone_minutes: i32) -> Option<Millis> {
    let text = text.trim();
    if let Ok(stamp) = text.parse::<jiff::Timestamp>() {
        return Some(stamp.as_millisecond());
    }
    let DateReading::Sure(date) = read_date(text, Some(order)) else { return None };
    let clock = text.split(['T', ' ']).find(|part| part.contains(':')).unwrap_or("0:00");
    let mut parts = clock.split(':').map(|part| part.trim().parse::<f32>().ok());
    let hour = parts.next().flatten()?;
    let minute = parts.next().flatten()?;
    let second = parts.next().map_or(Some(0.0), |second| second)?;
    let lower = text.to_lowercase();
    let hour = match (lower.ends_with("pm"), lower.ends_with("am"), hour) {
        (true, _, hour) if hour < 12.0 => hour + 12.0,
        (_, true, 12.0) => 0.0,
        _ => hour,
    };
    let time = Time::new(hour as i8, minute as i8, second as i8, 0).ok()?;
    let utc = date.to_datetime(time).to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    Some(utc.timestamp().as_millisecond() - i64::from(zone_minutes) * 60_000)
}

#[derive(Clone, Copy)]
struct Piece {
    value: i32,
    digits: u8,
    /// What stands right behind it.
    after: char,
}

/// The numbers of a text, digits of any script, and the month it names in letters.
fn pieces(text: &str) -> (Vec<Piece>, Option<i32>) {
    let (mut numbers, mut month): (Vec<Piece>, Option<i32>) = (Vec::new(), None);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if let Some(digit) = super::number::digit_of(c) {
            let mut piece = Piece { value: digit as i32, digits: 1, after: ' ' };
            while let Some(digit) = chars.peek().copied().and_then(super::number::digit_of) {
                chars.next();
                piece.value = piece.value.saturating_mul(10).saturating_add(digit as i32);
                piece.digits = piece.digits.saturating_add(1);
            }
            piece.after = chars.peek().copied().unwrap_or(' ');
            numbers.push(piece);
        } else if c.is_alphabetic() {
            let mut word = String::from(c);
            let letter = |c: &char| !c.is_whitespace() && !c.is_ascii_punctuation() && !c.is_ascii_digit();
            while let Some(next) = chars.next_if(letter) {
                word.push(next);
            }
            match month_of(&word) {
                Some(found) if month.is_none() => month = Some(found),
                // "12 de março de 2020", "12th", "2020-01-31T10:00Z", "10:00 PM"
                _ if is_filler(&word) => {}
                _ => return (Vec::new(), None),
            }
        } else if !(c.is_whitespace() || ".,/-:+'’".contains(c)) {
            return (Vec::new(), None);
        }
    }
    (numbers, month)
}

fn is_filler(word: &str) -> bool {
    let lower = word.to_lowercase();
    ["de", "of", "t", "z", "th", "st", "nd", "rd", "am", "pm", "uhr", "utc"].contains(&lower.as_str())
        || crate::import::hints::is_weekday(&lower)
}

fn full_year(piece: &Piece) -> i32 {
    match (piece.digits, piece.value) {
        (2, value) if value < 69 => 2000 + value,
        (2, value) => 1900 + value,
        (_, value) => value,
    }
}

fn civil(year: i32, month: i32, day: i32) -> Option<Date> {
    let date = Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    (1800..=2200).contains(&date.year()).then_some(date)
}
