//! Times as people say them: "10:42", "yesterday", "3 Mar", "3 Mar 2024".

use super::{DAY, FULL_DAY, clock, local, time, utc};
use crate::words::t;
use jiff::civil::Date;
use js_sys::Date as JsDate;
use outrider_app::id::Millis;
use wasm_bindgen::JsValue;

/// A moment: its time today, a word for the days beside today, the day otherwise.
pub fn when(at: Millis) -> String {
    match (civil(at), civil(clock::now())) {
        (Some(date), Some(today)) if date == today => time(at),
        (Some(date), Some(today)) => near(date, today)
            .or_else(|| local(at, if date.year() == today.year() { DAY } else { FULL_DAY }))
            .unwrap_or_else(|| date.to_string()),
        _ => String::new(),
    }
}

/// A day: a word for today and the days beside it, the day otherwise.
pub fn day(date: Date) -> String {
    let today = civil(clock::now()).unwrap_or(date);
    near(date, today)
        .or_else(|| utc(date, if date.year() == today.year() { DAY } else { FULL_DAY }))
        .unwrap_or_else(|| date.to_string())
}

/// "yesterday", "today" or "tomorrow"; `None` for other days. By our own words: `Intl` calls both
/// of today's neighbours alike in Hindi.
fn near(date: Date, today: Date) -> Option<String> {
    let beside = |day: Result<Date, jiff::Error>| day.ok() == Some(date);
    if date == today {
        Some(t("day-today"))
    } else if beside(today.yesterday()) {
        Some(t("day-yesterday"))
    } else {
        beside(today.tomorrow()).then(|| t("day-tomorrow"))
    }
}

/// The day of a moment in the device's time zone.
pub fn civil(at: Millis) -> Option<Date> {
    let date = JsDate::new(&JsValue::from_f64(at as f64));
    let year = i16::try_from(date.get_full_year()).ok()?;
    Date::new(year, i8::try_from(date.get_month() + 1).ok()?, i8::try_from(date.get_date()).ok()?).ok()
}
