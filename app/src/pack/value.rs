//! One value as bytes: a tag and what belongs to it. An empty value is no bytes at all.
//!
//! | tag | value | payload |
//! |---|---|---|
//! | 1 | text | UTF-8 |
//! | 2 | number | scale (bit 7: negative), digits as a varint of up to 96 bits |
//! | 3 | money | three letters of currency, minor units as a signed varint |
//! | 4 | date | year as two bytes (little end first), month, day |
//! | 5 | time | milliseconds as a signed varint |
//! | 6 | bool | 0 or 1 |
//! | 7 | address | five texts with their lengths |
//! | 8 | reference | sixteen bytes |
//! | 9 | set | texts with their lengths, ascending |
//! | 10 | set of record ids | sixteen bytes each, ascending |
//! | 11 | opaque | JSON |
//!
//! A tag of a newer version reads as [`Value::Opaque`] of `{"$packed": "<hex>"}` and is written
//! back as the bytes it was.

use super::PackError;
use super::bytes::Reader;
use crate::digest::hex;
use crate::id::RecordId;
use crate::value::{Address, Currency, Money, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// The tags, stable for ever.
pub mod tag {
    pub const NONE: u8 = 0;
    pub const TEXT: u8 = 1;
    pub const NUMBER: u8 = 2;
    pub const MONEY: u8 = 3;
    pub const DATE: u8 = 4;
    pub const TIME: u8 = 5;
    pub const BOOL: u8 = 6;
    pub const ADDRESS: u8 = 7;
    pub const REF: u8 = 8;
    pub const SET: u8 = 9;
    pub const ID_SET: u8 = 10;
    pub const OPAQUE: u8 = 11;
    /// The highest this version knows.
    pub(crate) const LAST: u8 = OPAQUE;
}

/// The key under which bytes of an unknown tag travel in a [`Value::Opaque`].
pub(super) const PACKED: &str = "$packed";

/// A value still in its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RawValue<'a> {
    /// One of [`tag`]; 0 for nothing; others are of a newer version.
    pub tag: u8,
    pub payload: &'a [u8],
}

impl<'a> RawValue<'a> {
    /// Nothing entered.
    pub const EMPTY: RawValue<'static> = RawValue { tag: tag::NONE, payload: &[] };

    /// The value of [`encode_value`](super::encode_value)'s bytes.
    pub fn of(bytes: &'a [u8]) -> Self {
        match bytes.split_first() {
            Some((tag, payload)) => Self { tag: *tag, payload },
            None => Self { tag: tag::NONE, payload: &[] },
        }
    }

    /// The text; `None` for every other kind and for damaged bytes.
    pub fn text(&self) -> Option<&'a str> {
        if self.tag == tag::TEXT { str::from_utf8(self.payload).ok() } else { None }
    }

    /// The record it points to.
    pub fn ref_id(&self) -> Option<RecordId> {
        let bytes: [u8; 16] = if self.tag == tag::REF { self.payload.try_into().ok()? } else { return None };
        Some(RecordId::from_bytes(bytes))
    }

    /// Every record it points to: a reference, or a set of references.
    pub fn ref_ids(&self) -> impl Iterator<Item = RecordId> + use<'a> {
        let bytes: &'a [u8] = match self.tag {
            tag::REF | tag::ID_SET => self.payload,
            _ => &[],
        };
        bytes.as_chunks::<16>().0.iter().map(|bytes| RecordId::from_bytes(*bytes))
    }

    /// The elements of a set of texts.
    pub fn texts(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let mut reader = Reader(if self.tag == tag::SET { self.payload } else { &[] });
        std::iter::from_fn(move || if reader.is_empty() { None } else { reader.text().ok() })
    }

    /// The five parts of an address, street first.
    pub fn address(&self) -> Option<[&'a str; 5]> {
        if self.tag != tag::ADDRESS {
            return None;
        }
        address(Reader(self.payload)).ok()
    }

    /// The whole value. Errors: [`PackError::Short`] and [`PackError::Malformed`].
    pub fn decode(&self) -> Result<Value, PackError> {
        let mut reader = Reader(self.payload);
        let value = match self.tag {
            tag::NONE => Value::None,
            tag::TEXT => Value::Text(utf8(self.payload)?.to_owned()),
            tag::REF => Value::Ref(RecordId::from_bytes(
                self.payload
                    .try_into()
                    .map_err(|_| PackError::Malformed("a reference is not sixteen bytes"))?,
            )),
            tag::SET => {
                let mut set = std::collections::BTreeSet::new();
                while !reader.is_empty() {
                    set.insert(reader.text()?.to_owned());
                }
                Value::Set(set)
            }
            tag::ID_SET => match self.payload.as_chunks::<16>() {
                (ids, []) => Value::Set(ids.iter().map(|id| RecordId::from_bytes(*id).to_string()).collect()),
                _ => return Err(PackError::Malformed("a set of references is cut")),
            },
            tag::OPAQUE => Value::Opaque(
                serde_json::from_slice(self.payload)
                    .map_err(|_| PackError::Malformed("an opaque value is not JSON"))?,
            ),
            tag::ADDRESS => {
                let parts = address(reader)?.map(str::to_owned);
                let [street, postcode, city, region, country] = parts;
                Value::Address(Address { street, postcode, city, region, country })
            }
            tag if tag > tag::LAST => {
                let hex = hex(&[tag]) + &hex(self.payload);
                Value::Opaque(serde_json::json!({ PACKED: hex }))
            }
            tag => {
                let value = scalar(tag, &mut reader)?;
                if !reader.is_empty() {
                    return Err(PackError::Malformed("a value is longer than it should be"));
                }
                value
            }
        };
        Ok(value)
    }

    /// Whether [`Self::decode`] would succeed, without allocating for the common kinds.
    pub(crate) fn check(&self) -> Result<(), PackError> {
        match self.tag {
            tag::TEXT => utf8(self.payload).map(drop),
            tag::ADDRESS => address(Reader(self.payload)).map(drop),
            tag::REF if self.payload.len() == 16 => Ok(()),
            tag::ID_SET if self.payload.len().is_multiple_of(16) => Ok(()),
            tag if tag > tag::LAST => Ok(()),
            tag::SET => {
                let mut reader = Reader(self.payload);
                while !reader.is_empty() {
                    reader.text()?;
                }
                Ok(())
            }
            _ => self.decode().map(drop),
        }
    }
}

fn utf8(bytes: &[u8]) -> Result<&str, PackError> {
    str::from_utf8(bytes).map_err(|_| PackError::Malformed("a text is not UTF-8"))
}

fn address(mut reader: Reader<'_>) -> Result<[&str; 5], PackError> {
    let parts = [reader.text()?, reader.text()?, reader.text()?, reader.text()?, reader.text()?];
    if reader.is_empty() {
        Ok(parts)
    } else {
        Err(PackError::Malformed("an address has more than five parts"))
    }
}

/// The kinds of a fixed shape.
fn scalar(tag: u8, reader: &mut Reader<'_>) -> Result<Value, PackError> {
    Ok(match tag {
        tag::NUMBER => Value::Number(number(reader)?),
        tag::MONEY => {
            let code = reader.array::<3>()?;
            let currency = str::from_utf8(&code).ok().and_then(Currency::parse);
            let currency = currency.ok_or(PackError::Malformed("a currency is not three capitals"))?;
            Value::Money(Money { minor: reader.signed()?, currency })
        }
        tag::DATE => {
            let [low, high, month, day] = reader.array::<4>()?;
            let year = i16::from_le_bytes([low, high]);
            Value::Date(
                Date::new(year, month as i8, day as i8).map_err(|_| PackError::Malformed("no such date"))?,
            )
        }
        tag::TIME => Value::Time(reader.signed()?),
        tag::BOOL => match reader.byte()? {
            0 => Value::Bool(false),
            1 => Value::Bool(true),
            _ => return Err(PackError::Malformed("a bool is neither 0 nor 1")),
        },
        _ => return Err(PackError::Malformed("a value has bytes but no tag")),
    })
}

fn number(reader: &mut Reader<'_>) -> Result<Decimal, PackError> {
    const TOO_LARGE: PackError = PackError::Malformed("a number has more than 96 bits");
    let scale = reader.byte()?;
    let (mut digits, mut shift) = (0_u128, 0);
    loop {
        let byte = reader.byte()?;
        if shift > 91 {
            return Err(TOO_LARGE);
        }
        digits |= u128::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
        shift += 7;
    }
    let digits = i128::try_from(digits).map_err(|_| TOO_LARGE)?;
    let signed = if scale & 0x80 == 0 { digits } else { -digits };
    Decimal::try_from_i128_with_scale(signed, u32::from(scale & 0x7f)).map_err(|_| TOO_LARGE)
}
