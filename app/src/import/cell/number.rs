//! Numbers and amounts of money as people write them: grouped or not, point or comma, Indian
//! groups, other scripts' digits, currency before or behind.

use crate::value::{Currency, Money};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Which sign divides the whole from the fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimals {
    Point,
    Comma,
}

/// The value of a decimal digit of the scripts we meet: Latin, Arabic, Devanagari, full width.
pub(super) fn digit_of(c: char) -> Option<u32> {
    const ZEROS: [char; 4] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{ff10}'];
    c.to_digit(10).or_else(|| {
        ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero as u32).filter(|digit| *digit < 10))
    })
}

/// Reads a number. `decimals` decides only where the text leaves it open (`1,234`): with both signs
/// the last divides, a sign that repeats groups, and one not followed by three digits divides.
pub fn read_number(text: &str, decimals: Decimals) -> Option<Decimal> {
    let text = text.trim().trim_end_matches('%').trim_end();
    let (negative, text) = match text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        Some(inner) => (true, inner),
        None => match text.strip_prefix(['-', '−']).or_else(|| text.strip_suffix('-')) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        },
    };
    if text.len() > 60 {
        return None;
    }
    let divider = divider(text, decimals)?;
    let mut plain = String::with_capacity(text.len() + 1);
    let (mut digits, mut divided) = (0, false);
    for c in text.trim().chars() {
        match c {
            '.' | ',' if Some(c) == divider => {
                divided = true;
                plain.push('.');
            }
            '.' | ',' if divided => return None,
            '.' | ',' | ' ' | '\'' | '’' | '\u{a0}' | '\u{202f}' if digits > 0 => {}
            _ => {
                plain.push(char::from_digit(digit_of(c)?, 10)?);
                digits += 1;
            }
        }
    }
    let number: Decimal = (digits > 0).then(|| plain.parse().ok()).flatten()?;
    Some(if negative { -number } else { number })
}

/// The sign that divides, `Some(None)` for none, `None` for a text that is no number.
#[allow(clippy::option_option)]
fn divider(text: &str, decimals: Decimals) -> Option<Option<char>> {
    let count = |sign: char| text.matches(sign).count();
    let usual = match decimals {
        Decimals::Point => '.',
        Decimals::Comma => ',',
    };
    Some(match (count('.'), count(',')) {
        (0, 0) => None,
        (1, 1..) | (1.., 1) => {
            let last = if text.rfind('.') > text.rfind(',') { '.' } else { ',' };
            if count(last) > 1 { return None } else { Some(last) }
        }
        (2.., 2..) => return None,
        (1, 0) => one(text, '.', usual),
        (0, 1) => one(text, ',', usual),
        _ => None,
    })
}

/// A sign that stands once: it divides unless three digits follow and it is not the usual one.
fn one(text: &str, sign: char, usual: char) -> Option<char> {
    let (before, after) = text.split_once(sign)?;
    let grouped = after.chars().count() == 3 && !before.is_empty() && before.len() <= 3 && before != "0";
    (!grouped || usual == sign).then_some(sign)
}

/// What one number says about its column: its sign is sure where the text does not leave it open.
pub(crate) fn decimals_of(text: &str) -> Option<Decimals> {
    let bare: String = text.chars().filter(|c| digit_of(*c).is_some() || ".,".contains(*c)).collect();
    let (point, comma) = (divider(&bare, Decimals::Point)?, divider(&bare, Decimals::Comma)?);
    match (point == comma, point) {
        (true, Some('.')) => Some(Decimals::Point),
        (true, Some(',')) => Some(Decimals::Comma),
        // No divider, but a sign: it groups.
        (true, None) if bare.contains(',') => Some(Decimals::Point),
        (true, None) if bare.contains('.') => Some(Decimals::Comma),
        _ => None,
    }
}

const SIGNS: [(&str, &str); 9] = [
    ("R$", "BRL"),
    ("US$", "USD"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("Rs.", "INR"),
    ("¥", "JPY"),
    ("CHF", "CHF"),
    ("$", "USD"),
];
/// Currencies that write themselves with a bare `$`.
const DOLLARS: [&str; 8] = ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD"];

/// True for a number with a currency's sign or code at either end.
pub(super) fn is_money(text: &str) -> bool {
    let (rest, currency) = strip_currency(text, None);
    currency.is_some() && read_number(rest, Decimals::Point).or(read_number(rest, Decimals::Comma)).is_some()
}

/// Reads an amount; the currency it names counts, else `currency`.
pub fn read_money(text: &str, decimals: Decimals, currency: Currency) -> Option<Money> {
    let text = text.trim();
    let (negative, inner) = match text.strip_prefix('-') {
        Some(rest) if !rest.starts_with(|c: char| digit_of(c).is_some()) => (true, rest),
        _ => (false, text),
    };
    let (number, named) = strip_currency(inner, Some(currency));
    let number = read_number(number, decimals)?;
    Money::from_major(if negative { -number } else { number }, named.unwrap_or(currency))
}

/// Takes a currency's sign or code off either end.
fn strip_currency(text: &str, usual: Option<Currency>) -> (&str, Option<Currency>) {
    let text = text.trim();
    for (sign, code) in SIGNS {
        if let Some(rest) = text.strip_prefix(sign).or_else(|| text.strip_suffix(sign)) {
            let dollar = usual.filter(|usual| sign == "$" && DOLLARS.contains(&usual.code()));
            return (rest.trim(), dollar.or_else(|| Currency::parse(code)));
        }
    }
    let ends = [
        text.get(..3).zip(text.get(3..)),
        text.len().checked_sub(3).and_then(|at| text.get(at..).zip(text.get(..at))),
    ];
    for (code, rest) in ends.into_iter().flatten() {
        if let Some(currency) = Currency::parse(&code.to_ascii_uppercase()) {
            return (rest.trim(), Some(currency));
        }
    }
    (text, None)
}
