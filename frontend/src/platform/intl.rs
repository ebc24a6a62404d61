//! Dates, numbers, money and order as the person's language has them, by the browser's `Intl`.
//!
//! Read inside a closure of a view they follow the language. Formatters are made once each; where
//! one is missing or refuses, a plain ISO form is shown.

use super::clock;
use crate::words;
use js_sys::{Array, Date as JsDate, Function, Object, Reflect};
use outrider_app::id::Millis;
use outrider_app::value::Money;
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use wasm_bindgen::{JsCast, JsValue};

mod week;
mod when;
mod zone;

pub use week::{first_weekday, full_day, hour, month_year, short_day, weekday, zone_name};
pub use when::{civil, day, when};
pub use zone::offset;

/// Options of a formatter: names and texts.
type Options<'a> = &'a [(&'a str, &'a str)];

const TIME: Options = &[("hour", "numeric"), ("minute", "2-digit")];
const DAY: Options = &[("day", "numeric"), ("month", "short")];
const FULL_DAY: Options = &[("day", "numeric"), ("month", "short"), ("year", "numeric")];

/// A formatter's method, and the formatter it belongs to.
#[derive(Clone)]
struct Formatter {
    this: JsValue,
    method: Function,
}

thread_local! {
    static MADE: RefCell<HashMap<String, Option<Formatter>>> = RefCell::default();
}

/// The language with the region the browser prefers for it: `en-GB` for an English reader there.
pub fn locale() -> String {
    let language = words::language();
    let preferred = web_sys::window().map(|window| window.navigator().languages()).unwrap_or_default();
    let same = |tag: &String| outrider_app::words::Language::of(tag) == Some(language);
    preferred.iter().filter_map(|tag| tag.as_string()).find(same).unwrap_or_else(|| language.tag().to_owned())
}

/// An exact decimal number, given in its plain form ("-1234.5").
pub fn number(number: impl ToString) -> String {
    let plain = number.to_string();
    format("NumberFormat", "format", &[("maximumFractionDigits", "20")], &plain.as_str().into())
        .unwrap_or(plain)
}

pub fn money(money: &Money) -> String {
    let plain = money.major().to_string();
    let options = [("style", "currency"), ("currency", money.currency.code())];
    format("NumberFormat", "format", &options, &plain.as_str().into())
        .unwrap_or_else(|| format!("{plain} {}", money.currency.code()))
}

/// A size in bytes: "3.4 MB".
pub fn bytes(count: f64) -> String {
    let units = ["byte", "kilobyte", "megabyte", "gigabyte"];
    let (mut size, mut unit) = (count, 0);
    while size >= 999.5 && unit + 1 < units.len() {
        (size, unit) = (size / 1_000.0, unit + 1);
    }
    let digits = if size < 10.0 && unit > 0 { "1" } else { "0" };
    let options = [
        ("style", "unit"),
        ("unit", units.get(unit).copied().unwrap_or("byte")),
        ("unitDisplay", "short"),
        ("maximumFractionDigits", digits),
    ];
    format("NumberFormat", "format", &options, &size.into()).unwrap_or_else(|| format!("{count} bytes"))
}

/// A day with its year: "3 Mar 2026".
pub fn date(date: jiff::civil::Date) -> String {
    utc(date, FULL_DAY).unwrap_or_else(|| date.to_string())
}

/// "10:42", by the device's time zone.
pub fn time(at: Millis) -> String {
    local(at, TIME).unwrap_or_else(|| iso(at))
}

/// Day and time: "3 Mar 2026, 10:42".
pub fn date_time(at: Millis) -> String {
    local(at, &[FULL_DAY, TIME].concat()).unwrap_or_else(|| iso(at))
}

/// Puts texts in order as the language does: numbers in them by value, case and accents last.
pub fn compare(a: &str, b: &str) -> Ordering {
    let collate = made("Collator", "compare", &[("numeric", "true")]);
    let order = collate.and_then(|by| by.method.call2(&by.this, &a.into(), &b.into()).ok()?.as_f64());
    order.map_or_else(|| a.cmp(b), |order| order.total_cmp(&0.0))
}

fn local(at: Millis, options: Options) -> Option<String> {
    format("DateTimeFormat", "format", options, &JsValue::from_f64(at as f64))
}

fn utc(date: jiff::civil::Date, options: Options) -> Option<String> {
    let midnight = JsDate::parse(&date.to_string());
    format("DateTimeFormat", "format", &[options, &[("timeZone", "UTC")]].concat(), &midnight.into())
}

fn iso(at: Millis) -> String {
    let date = JsDate::new(&JsValue::from_f64(at as f64));
    if date.get_time().is_nan() { String::new() } else { date.to_iso_string().into() }
}

fn format(kind: &str, method: &str, options: Options, value: &JsValue) -> Option<String> {
    let by = made(kind, method, options)?;
    by.method.call1(&by.this, value).ok()?.as_string()
}

/// The formatter for the current locale.
fn made(kind: &str, method: &str, options: Options) -> Option<Formatter> {
    let locale = locale();
    let key = format!("{kind} {locale} {options:?}");
    if let Some(made) = MADE.with_borrow(|made| made.get(&key).cloned()) {
        return made;
    }
    let formatter = make(kind, method, &locale, options);
    MADE.with_borrow_mut(|made| made.insert(key, formatter.clone()));
    formatter
}

fn make(kind: &str, method: &str, locale: &str, options: Options) -> Option<Formatter> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let class: Function = Reflect::get(&intl, &kind.into()).ok()?.dyn_into().ok()?;
    let given = Object::new();
    for (name, value) in options {
        Reflect::set(&given, &(*name).into(), &(*value).into()).ok()?;
    }
    let this = Reflect::construct(&class, &Array::of2(&locale.into(), &given)).ok()?;
    let method: Function = Reflect::get(&this, &method.into()).ok()?.dyn_into().ok()?;
    Some(Formatter { this, method })
}
