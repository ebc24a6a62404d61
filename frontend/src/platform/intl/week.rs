//! Days, weeks and hours as the locale has them.

use super::{FULL_DAY, locale, utc};
use jiff::civil::{Date, Weekday};
use js_sys::{Array, Function, Object, Reflect};
use outrider_app::calendar;
use wasm_bindgen::JsCast;

/// The day the week begins with: by the browser where it knows, else by the locale's region.
pub fn first_weekday() -> Weekday {
    let tag = locale();
    let known = told_by_browser(&tag).and_then(|day| Weekday::from_monday_one_offset(day).ok());
    let region =
        || tag.split('-').find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()));
    known.unwrap_or_else(|| {
        // A language without a region means the largest that speaks it.
        let assumed = match tag.as_str() {
            "en" => "US",
            "hi" => "IN",
            _ => "",
        };
        calendar::first_weekday(region().unwrap_or(assumed))
    })
}

/// 1 is Monday, 7 Sunday.
fn told_by_browser(tag: &str) -> Option<i8> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &"Locale".into()).ok()?.dyn_into().ok()?;
    let made = Reflect::construct(&class, &Array::of1(&tag.into())).ok()?;
    let method =
        Reflect::get(&made, &"getWeekInfo".into()).ok().and_then(|get| get.dyn_into::<Function>().ok());
    let info = match method {
        Some(get) => get.call0(&made).ok()?,
        None => Reflect::get(&made, &"weekInfo".into()).ok()?,
    };
    Reflect::get(&info, &"firstDay".into()).ok()?.as_f64().map(|day| day as i8)
}

/// "Wednesday" in a form: `long`, `short` or `narrow`.
pub fn weekday(day: Date, form: &str) -> String {
    utc(day, &[("weekday", form)]).unwrap_or_else(|| day.to_string())
}

/// "March 2026", the month in a form: `long` or `short`.
pub fn month_year(day: Date, form: &str) -> String {
    utc(day, &[("month", form), ("year", "numeric")]).unwrap_or_else(|| day.to_string())
}

/// "Wednesday, 4 March 2026".
pub fn full_day(day: Date) -> String {
    let long = [("weekday", "long"), ("month", "long")];
    utc(day, &[&long[..], &FULL_DAY[..1], &FULL_DAY[2..]].concat()).unwrap_or_else(|| day.to_string())
}

/// "Wed, 4 Mar".
pub fn short_day(day: Date) -> String {
    utc(day, &[&[("weekday", "short")][..], super::DAY].concat()).unwrap_or_else(|| day.to_string())
}

/// An hour of the day: "09:00" or "9 AM".
pub fn hour(hour: i8) -> String {
    let at = js_sys::Date::new_with_year_month_day_hr_min(2001, 0, 1, i32::from(hour), 0).get_time();
    super::local(at as i64, &[("hour", "numeric")]).unwrap_or_else(|| hour.to_string())
}

/// The device's time zone, as it is called in short: "CET", "GMT+1".
pub fn zone_name() -> String {
    let options = Object::new();
    let _ = Reflect::set(&options, &"timeZoneName".into(), &"short".into());
    let said: String = js_sys::Date::new_0().to_locale_date_string(&locale(), &options).into();
    said.rsplit_once(' ').map(|(_, name)| name.to_owned()).unwrap_or_default()
}
