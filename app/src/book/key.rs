//! Sort keys: bytes whose plain order is the natural order of values. A key begins with its kind,
//! so that values of several kinds in one column have an order too.
//!
//! Texts are ordered folded, numbers by size, money by its amount in major units and then by
//! currency, dates and times by the calendar, no before yes, choices as they are declared,
//! addresses by city.

use super::fold::fold_into;
use super::rows::Rows;
use crate::id::RecordId;
use crate::pack::{RawValue, tag};
use crate::value::Value;
use rust_decimal::Decimal;

/// Appends the key of any value but a reference or choice; nothing for an empty one.
pub(super) fn put_key(raw: RawValue<'_>, out: &mut Vec<u8>, scratch: &mut Vec<u8>) {
    match raw.tag {
        tag::TEXT => {
            scratch.clear();
            fold_into(raw.text().unwrap_or_default(), scratch);
            put_text(scratch, out);
        }
        tag::ADDRESS => {
            let Some([street, postcode, city, region, country]) = raw.address() else { return };
            put_parts([city, street, postcode, region, country].into_iter(), out, scratch);
        }
        tag::SET => put_parts(raw.texts(), out, scratch),
        tag::NONE | tag::REF | tag::ID_SET => {}
        _ => match raw.decode() {
            Ok(Value::Number(number)) => {
                out.push(tag::NUMBER);
                put_number(number, out);
            }
            Ok(Value::Money(money)) => {
                out.push(tag::MONEY);
                put_number(money.major(), out);
                out.extend_from_slice(money.currency.code().as_bytes());
            }
            Ok(Value::Date(date)) => {
                out.push(tag::DATE);
                out.extend_from_slice(&(date.year() as u16 ^ 0x8000).to_be_bytes());
                out.extend_from_slice(&[date.month() as u8, date.day() as u8]);
            }
            Ok(Value::Time(time)) => put_time(time, out),
            Ok(Value::Bool(flag)) => out.extend_from_slice(&[tag::BOOL, u8::from(flag)]),
            // What this version does not understand stands together, after the rest.
            _ => {
                out.push(u8::MAX);
                out.push(raw.tag);
                out.extend_from_slice(raw.payload);
            }
        },
    }
}

/// Appends the key of a time, or of a length of time.
pub(super) fn put_time(time: i64, out: &mut Vec<u8>) {
    out.push(tag::TIME);
    out.extend_from_slice(&(time as u64 ^ 1 << 63).to_be_bytes());
}

/// Appends the key of a folded text; nothing for an empty one.
pub(super) fn put_text(folded: &[u8], out: &mut Vec<u8>) {
    if !folded.is_empty() {
        out.push(tag::TEXT);
        out.extend_from_slice(folded);
    }
}

fn put_parts<'a>(parts: impl Iterator<Item = &'a str>, out: &mut Vec<u8>, scratch: &mut Vec<u8>) {
    scratch.clear();
    for part in parts {
        if !scratch.is_empty() && !part.is_empty() {
            scratch.push(1);
        }
        fold_into(part, scratch);
    }
    put_text(scratch, out);
}

/// Appends the key of a set of references: the folded titles of what they point to.
pub(super) fn put_titles_key(rows: &Rows, ids: impl Iterator<Item = RecordId>, out: &mut Vec<u8>) {
    let mut title = String::new();
    let mut titles: Vec<Vec<u8>> = ids
        .map(|id| {
            title.clear();
            rows.title_into(id, &mut title);
            let mut folded = Vec::new();
            fold_into(&title, &mut folded);
            folded
        })
        .collect();
    titles.sort_unstable();
    put_text(&titles.join(&1), out);
}

/// The length with the sign before it, then the digits of the whole part, then 28 decimals with
/// the zeros at their end left out; the complement of all that for a negative number.
fn put_number(number: Decimal, out: &mut Vec<u8>) {
    let start = out.len();
    let digits = number.mantissa().unsigned_abs();
    let (whole, part) = match (u64::try_from(digits), 10_u64.checked_pow(number.scale())) {
        // Divisions of 128 bits are slow.
        _ if number.scale() == 0 => (digits, 0),
        (Ok(digits), Some(scale)) => (u128::from(digits / scale), u128::from(digits % scale)),
        _ => {
            let scale = 10_u128.pow(number.scale());
            (digits / scale, digits % scale)
        }
    };
    let whole = whole.to_be_bytes();
    let decimals = (part * 10_u128.pow(28 - number.scale().min(28))).to_be_bytes();
    let zeros = whole.iter().take_while(|byte| **byte == 0).count();
    out.push(0x80 + (16 - zeros) as u8);
    out.extend(whole.iter().skip(zeros));
    // 28 decimals fill 12 bytes.
    out.extend_from_slice(decimals.last_chunk::<12>().unwrap_or(&[0; 12]));
    if number.is_sign_negative() && digits != 0 {
        out.iter_mut().skip(start).for_each(|byte| *byte = !*byte);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_order_as_keys() {
        let texts = [
            "-79228162514264337593543950335",
            "-100.01",
            "-100",
            "-1",
            "-0.5",
            "-0.0000000000000000000000000001",
            "0",
            "0.0000000000000000000000000001",
            "0.5",
            "1.00",
            "1.01",
            "9",
            "10",
            "255",
            "256",
            "65536.5",
            "79228162514264337593543950335",
        ];
        let keys: Vec<Vec<u8>> = texts
            .iter()
            .map(|text| {
                let mut key = Vec::new();
                put_number(text.parse().unwrap(), &mut key);
                key
            })
            .collect();
        assert!(keys.is_sorted_by(|a, b| a < b));
        let mut one = Vec::new();
        put_number("1".parse().unwrap(), &mut one);
        assert_eq!(one, keys[9]);
    }
}
