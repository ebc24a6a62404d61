//! Time zones by the browser: what a file's times mean.

use super::make;
use jiff::civil::DateTime;
use js_sys::Date as JsDate;
use outrider_app::id::Millis;
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;

thread_local! {
    /// Clocks of zones, made once each; `None` for what is no zone.
    static CLOCKS: RefCell<HashMap<String, Option<super::Formatter>>> = RefCell::default();
}

/// Minutes east of UTC at a local time in a zone, or in this device's for an empty name.
pub fn offset(zone: &str, local: DateTime) -> Option<i32> {
    if zone.is_empty() {
        let date = JsDate::new_with_year_month_day_hr_min(
            u32::try_from(local.year()).ok()?,
            i32::from(local.month()) - 1,
            i32::from(local.day()),
            i32::from(local.hour()),
            i32::from(local.minute()),
        );
        return Some(-(date.get_timezone_offset() as i32));
    }
    let wall = millis(local)?;
    // The offset at about that time, then the one at the time that gives.
    let first = shown(zone, wall)? - wall;
    let second = shown(zone, wall - first)? - (wall - first);
    i32::try_from(second / 60_000).ok()
}

fn millis(local: DateTime) -> Option<Millis> {
    Some(local.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_millisecond())
}

/// What a zone's clocks show at a point in time, as if it were UTC.
fn shown(zone: &str, at: Millis) -> Option<Millis> {
    let clock = CLOCKS.with_borrow_mut(|clocks| {
        let new = || {
            let options = [("timeZone", zone), ("dateStyle", "short"), ("timeStyle", "medium")];
            // Sweden writes dates as ISO does.
            make("DateTimeFormat", "format", "sv-SE", &options)
        };
        clocks.entry(zone.to_owned()).or_insert_with(new).clone()
    })?;
    let text = clock.method.call1(&clock.this, &JsValue::from_f64(at as f64)).ok()?.as_string()?;
    millis(text.parse().ok()?)
}
