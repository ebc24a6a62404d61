//! Writing one value; the table in `value.rs` tells the bytes.

use super::bytes::{put_bytes, put_signed};
use super::value::{PACKED, tag};
use crate::id::RecordId;
use crate::value::Value;

/// Appends a value: nothing for [`Value::None`], else its tag and payload.
pub(crate) fn put_value(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::None => {}
        Value::Text(text) => {
            out.push(tag::TEXT);
            out.extend_from_slice(text.as_bytes());
        }
        Value::Number(number) => {
            out.push(tag::NUMBER);
            out.push(number.scale() as u8 | if number.is_sign_negative() { 0x80 } else { 0 });
            let mut digits = number.mantissa().unsigned_abs();
            while digits >= 0x80 {
                out.push(digits as u8 | 0x80);
                digits >>= 7;
            }
            out.push(digits as u8);
        }
        Value::Money(money) => {
            out.push(tag::MONEY);
            out.extend_from_slice(money.currency.code().as_bytes());
            put_signed(out, money.minor);
        }
        Value::Date(date) => {
            out.push(tag::DATE);
            out.extend_from_slice(&date.year().to_le_bytes());
            out.extend_from_slice(&[date.month() as u8, date.day() as u8]);
        }
        Value::Time(time) => {
            out.push(tag::TIME);
            put_signed(out, *time);
        }
        Value::Bool(flag) => out.extend_from_slice(&[tag::BOOL, u8::from(*flag)]),
        Value::Address(address) => {
            out.push(tag::ADDRESS);
            address.parts().iter().for_each(|part| put_bytes(out, part.as_bytes()));
        }
        Value::Ref(id) => {
            out.push(tag::REF);
            out.extend_from_slice(id.0.as_bytes());
        }
        Value::Set(set) => match set.iter().map(|item| canonical_id(item)).collect::<Option<Vec<_>>>() {
            Some(ids) if !ids.is_empty() => {
                out.push(tag::ID_SET);
                ids.iter().for_each(|id| out.extend_from_slice(id.0.as_bytes()));
            }
            _ => {
                out.push(tag::SET);
                set.iter().for_each(|item| put_bytes(out, item.as_bytes()));
            }
        },
        Value::Opaque(json) => match newer(json) {
            Some(bytes) => out.extend_from_slice(&bytes),
            None => {
                out.push(tag::OPAQUE);
                out.extend_from_slice(json.to_string().as_bytes());
            }
        },
    }
}

/// The id this is the usual text form of, so that sixteen bytes say the same.
fn canonical_id(item: &str) -> Option<RecordId> {
    let id = RecordId::parse(item)?;
    let mut buffer = uuid::Uuid::encode_buffer();
    (id.0.hyphenated().encode_lower(&mut buffer) == item).then_some(id)
}

/// The bytes of a tag this version does not know, as `RawValue::decode` kept them.
fn newer(json: &serde_json::Value) -> Option<Vec<u8>> {
    let object = json.as_object().filter(|object| object.len() == 1)?;
    let hex = object.get(PACKED)?.as_str()?.as_bytes();
    let (pairs, []) = hex.as_chunks::<2>() else { return None };
    let digit = |c: u8| match c {
        b'0'..=b'9' => Some(c - b'0'),
        b'a'..=b'f' => Some(c - b'a' + 10),
        _ => None,
    };
    let bytes: Vec<u8> =
        pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect::<Option<_>>()?;
    (*bytes.first()? > tag::LAST).then_some(bytes)
}
