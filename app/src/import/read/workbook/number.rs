//! A cell's number as the text it is shown by.

use super::styles::Shown;
use jiff::Span;
use jiff::civil::{Date, DateTime};

/// The text of a number; as it stands in the file where it is none.
pub(super) fn text(raw: &str, shown: Shown, from_1904: bool) -> String {
    let Ok(number) = raw.trim().parse::<f64>() else { return raw.to_owned() };
    let date = || day(number, from_1904);
    match shown {
        Shown::Date => date().map(|at| date_text(at, number)),
        Shown::Time if (0.0..1.0).contains(&number) => date().map(|at| at.time().to_string()),
        Shown::Time => date().map(|at| date_text(at, number)),
        Shown::Percent => Some(format!("{}%", plain(number * 100.0))),
        Shown::Number => None,
    }
    .unwrap_or_else(|| plain(number))
}

fn date_text(at: DateTime, number: f64) -> String {
    if number.fract() == 0.0 { at.date().to_string() } else { at.to_string() }
}

/// The day and time a number of days means: since 1899-12-30, or since 1904-01-01. Spreadsheets take
/// 1900 for a leap year, so before March of it they are one day ahead.
fn day(number: f64, from_1904: bool) -> Option<DateTime> {
    if !(0.0..3_000_000.0).contains(&number) {
        return None;
    }
    let (whole, part) = (number.trunc() as i64, number.fract());
    let start = match from_1904 {
        true => Date::constant(1904, 1, 1),
        false if whole < 60 => Date::constant(1899, 12, 31),
        false => Date::constant(1899, 12, 30),
    };
    // A tenth of a millisecond is below what the number can say.
    let millis = (part * 86_400_000.0).round() as i64;
    let midnight =
        start.checked_add(Span::new().try_days(whole).ok()?).ok()?.to_datetime(jiff::civil::Time::midnight());
    midnight.checked_add(Span::new().try_milliseconds(millis).ok()?).ok()
}

/// With the fifteen digits a spreadsheet shows, and never with exactly three behind the point: they
/// would read as thousands where a point divides these.
fn plain(number: f64) -> String {
    let rounded = format!("{number:.14e}").parse::<f64>().unwrap_or(number);
    let text = rounded.to_string();
    match text.split_once('.') {
        Some((_, behind)) if behind.len() == 3 => format!("{text}0"),
        _ => text,
    }
}
