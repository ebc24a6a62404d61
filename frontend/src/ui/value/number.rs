//! Numbers as people type them: in any script's digits, with their language's signs.

use crate::platform::intl;
use rust_decimal::Decimal;

/// A number for an input: with the language's decimal sign, not grouped, exact.
pub fn number_text(number: Decimal) -> String {
    number.normalize().to_string().replace('.', &decimal_sign().to_string())
}

/// The decimal sign of the language on the screen.
fn decimal_sign() -> char {
    let sample = intl::number(Decimal::new(15, 1));
    if sample.contains(',') { ',' } else { '.' }
}

/// Reads what was typed; `None` where it is no number, or could be two.
pub fn read_number(typed: &str) -> Option<Decimal> {
    let sign = decimal_sign();
    let mut plain = String::with_capacity(typed.len());
    for c in typed.chars() {
        match c {
            '\u{2212}' => plain.push('-'),
            c if c.is_whitespace() || c == '\'' || c == '\u{2019}' || c == '_' => {}
            c => match digit(c) {
                Some(digit) => plain.push(digit),
                None => plain.push(c),
            },
        }
    }
    let other = if sign == ',' { '.' } else { ',' };
    let normal = match (plain.matches(sign).count(), plain.matches(other).count()) {
        // 1.234,56 and, since the other sign comes last, 1,234.56 too.
        (1, 1) if plain.rfind(other) > plain.rfind(sign) => plain.replace(sign, "").replace(other, "."),
        (1, _) if grouped(&plain, other, sign) => plain.replace(other, "").replace(sign, "."),
        (0, 0) => plain,
        (0, _) if grouped(&plain, other, sign) => plain.replace(other, ""),
        // 12.5 where the comma is the sign: three digits would be a group, these are not.
        (0, 1) => plain.replace(other, "."),
        _ => return None,
    };
    normal.parse().ok()
}

/// Are these groups of three (or, as in India, two) before the decimal sign?
fn grouped(text: &str, group: char, sign: char) -> bool {
    let whole = text.split(sign).next().unwrap_or_default();
    let mut parts = whole.split(group).skip(1).peekable();
    while let Some(part) = parts.next() {
        let digits = part.chars().count();
        if !(digits == 3 || (digits == 2 && parts.peek().is_some())) {
            return false;
        }
    }
    true
}

/// A decimal digit of any script we write in, as ASCII.
fn digit(c: char) -> Option<char> {
    let from = |zero: char| char::from_digit((c as u32).checked_sub(zero as u32).filter(|d| *d < 10)?, 10);
    from('0').or_else(|| from('\u{966}')).or_else(|| from('\u{660}')).or_else(|| from('\u{6f0}'))
}
