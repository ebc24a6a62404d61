//! What a field can hold. On the wire a value is a JSON object of one stable tag
//! (`{"text":"Acme"}`, `{"money":{"minor":1999,"currency":"EUR"}}`); a tag of a newer version is
//! kept as it came in [`Value::Opaque`] and never lost.

use crate::id::{Millis, RecordId};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One field's content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Value {
    /// Nothing entered.
    #[default]
    None,
    /// Text, long text, e-mail, phone, link, or the stable tag of a choice.
    Text(String),
    Number(#[serde(with = "rust_decimal::serde::str")] Decimal),
    Money(Money),
    Date(Date),
    Time(Millis),
    Bool(bool),
    Address(Address),
    Ref(RecordId),
    /// Several texts, choice tags or record ids: whatever a `many` field holds.
    Set(BTreeSet<String>),
    /// A value of a newer version, as it came.
    #[serde(untagged)]
    Opaque(serde_json::Value),
}

/// An exact amount in the minor unit of its currency (cents for EUR, yen for JPY).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    pub minor: i64,
    pub currency: Currency,
}

/// A three-letter ISO 4217 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Currency([u8; 3]);

impl Currency {
    pub const EUR: Currency = Currency(*b"EUR");
    pub const USD: Currency = Currency(*b"USD");

    /// Reads a code of three ASCII capitals.
    pub fn parse(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_uppercase).then_some(Self(bytes))
    }

    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal point (ISO 4217): 2 for most, 0 for yen, 3 for dinars.
    pub fn digits(&self) -> u32 {
        match &self.0 {
            b"JPY" | b"KRW" | b"VND" | b"CLP" | b"ISK" | b"XAF" | b"XOF" | b"UGX" | b"PYG" | b"RWF"
            | b"GNF" | b"KMF" | b"DJF" | b"BIF" | b"VUV" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }
}

impl TryFrom<String> for Currency {
    type Error = String;
    fn try_from(code: String) -> Result<Self, String> {
        Self::parse(&code).ok_or_else(|| format!("{code:?} is not a currency code like EUR"))
    }
}

impl From<Currency> for String {
    fn from(currency: Currency) -> Self {
        currency.code().to_owned()
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

impl Money {
    pub fn new(minor: i64, currency: Currency) -> Self {
        Self { minor, currency }
    }

    /// The amount in major units (euros, not cents), exact.
    pub fn major(&self) -> Decimal {
        Decimal::new(self.minor, self.currency.digits())
    }

    /// From major units, rounded half away from zero to the minor unit; `None` beyond `i64`.
    pub fn from_major(major: Decimal, currency: Currency) -> Option<Self> {
        use rust_decimal::{RoundingStrategy, prelude::ToPrimitive};
        let scale = Decimal::from(10u32.pow(currency.digits()));
        let minor = major
            .checked_mul(scale)?
            .round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
            .to_i64()?;
        Some(Self { minor, currency })
    }
}

/// A postal address; every part may be empty. Merges as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Address {
    pub street: String,
    pub postcode: String,
    pub city: String,
    pub region: String,
    pub country: String,
}

impl Address {
    /// The parts in order, street first.
    pub fn parts(&self) -> [&str; 5] {
        [&self.street, &self.postcode, &self.city, &self.region, &self.country]
    }
}

impl Value {
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// True for nothing, for an empty text and for an empty set.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::None => true,
            Self::Text(text) => text.is_empty(),
            Self::Set(set) => set.is_empty(),
            Self::Address(address) => address.parts().iter().all(|part| part.is_empty()),
            _ => false,
        }
    }

    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub fn as_ref_id(&self) -> Option<RecordId> {
        match self {
            Self::Ref(id) => Some(*id),
            _ => None,
        }
    }

    pub fn as_set(&self) -> Option<&BTreeSet<String>> {
        match self {
            Self::Set(set) => Some(set),
            _ => None,
        }
    }

    /// Every record this value points to.
    pub fn refs(&self) -> Vec<RecordId> {
        match self {
            Self::Ref(id) => vec![*id],
            Self::Set(set) => set.iter().filter_map(|item| RecordId::parse(item)).collect(),
            _ => Vec::new(),
        }
    }
}

/// Reads a [`Value`] as the Rust type a typed entity struct has for the field.
pub trait FromValue: Sized {
    fn from_value(value: &Value) -> Option<Self>;
}

macro_rules! from_value {
    ($($type:ty: $pattern:pat => $result:expr),* $(,)?) => {$(
        impl FromValue for $type {
            fn from_value(value: &Value) -> Option<Self> {
                match value {
                    $pattern => Some($result),
                    _ => None,
                }
            }
        }
    )*};
}

from_value! {
    String: Value::Text(text) => text.clone(),
    Decimal: Value::Number(number) => *number,
    Money: Value::Money(money) => *money,
    Date: Value::Date(date) => *date,
    Millis: Value::Time(time) => *time,
    bool: Value::Bool(flag) => *flag,
    Address: Value::Address(address) => address.clone(),
    RecordId: Value::Ref(id) => *id,
    BTreeSet<String>: Value::Set(set) => set.clone(),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_exact_in_minor_units_and_rounds_half_away_from_zero() {
        let money =
            |text: &str, code: &str| Money::from_major(text.parse().unwrap(), Currency::parse(code).unwrap());
        assert_eq!(money("10.005", "EUR").unwrap().minor, 1001);
        assert_eq!(money("-10.005", "EUR").unwrap().minor, -1001);
        assert_eq!(money("1000", "JPY").unwrap().minor, 1000);
        assert_eq!(money("1.2345", "KWD").unwrap().major().to_string(), "1.235");
        assert_eq!(money("99999999999999999999", "EUR"), None);
    }

    #[test]
    fn a_value_of_a_newer_version_travels_through_unchanged() {
        let newer = r#"{"geo":{"lat":52.5,"lon":13.4}}"#;
        let value: Value = serde_json::from_str(newer).unwrap();
        assert!(matches!(value, Value::Opaque(_)));
        assert_eq!(serde_json::to_string(&value).unwrap(), newer);
    }

    #[test]
    fn a_number_of_a_newer_version_is_the_same_however_often_it_is_written() {
        let newer = r#"{"geo":2.777777777777778e+41}"#;
        let value: Value = serde_json::from_str(newer).unwrap();
        assert_eq!(serde_json::to_string(&value).unwrap(), newer);
    }
}
