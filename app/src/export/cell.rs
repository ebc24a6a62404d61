//! A record's field as one cell.

use super::{Heading, Words, guard};
use crate::id::RecordId;
use crate::record::Record;
use crate::value::{Address, Value};
use jiff::civil::Date;
use rust_decimal::Decimal;

/// What stands in a cell, before a format writes it down.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Empty,
    /// A text someone typed: it may look like anything.
    Text(String),
    /// A text of ours: an id, a currency, a point in time.
    Plain(String),
    Number(Decimal),
    Date(Date),
    Bool(bool),
}

impl Cell {
    pub fn of(record: &Record, heading: &Heading<'_>, words: &Words<'_>) -> Self {
        match heading {
            Heading::Id => Self::Plain(record.id.to_string()),
            Heading::Field(field) => Self::value(record.value(&field.id), words.title),
            Heading::Currency(field) => match record.value(&field.id) {
                Value::Money(money) => Self::Plain(money.currency.code().to_owned()),
                _ => Self::Empty,
            },
            Heading::Part(field, part) => {
                let address: Option<Address> = record.get(&field.id);
                let part = address.as_ref().and_then(|address| address.parts().get(*part).copied());
                Self::text(part.unwrap_or_default())
            }
        }
    }

    fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    fn value(value: &Value, title: &dyn Fn(RecordId) -> Option<String>) -> Self {
        match value {
            Value::None => Self::Empty,
            Value::Text(text) => Self::text(text.as_str()),
            Value::Number(number) => Self::Number(*number),
            Value::Money(money) => Self::Number(money.major()),
            Value::Date(date) => Self::Date(*date),
            Value::Time(time) => jiff::Timestamp::from_millisecond(*time)
                .map_or(Self::Empty, |stamp| Self::Plain(stamp.to_string())),
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Address(address) => {
                let parts: Vec<&str> = address.parts().into_iter().filter(|part| !part.is_empty()).collect();
                Self::text(parts.join(", "))
            }
            Value::Ref(id) => Self::text(name(*id, title)),
            Value::Set(items) => {
                let items: Vec<String> = items
                    .iter()
                    .map(|item| RecordId::parse(item).map_or_else(|| item.clone(), |id| name(id, title)))
                    .collect();
                Self::text(list(&items))
            }
            Value::Opaque(value) => Self::text(value.to_string()),
        }
    }

    /// For a sheet of text: guarded where a spreadsheet would calculate it.
    pub fn guarded(self) -> String {
        match self {
            Self::Text(text) => guard(&text).into_owned(),
            other => other.bare(),
        }
    }

    /// For a format that calculates nothing.
    pub fn bare(self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Plain(text) => text,
            Self::Number(number) => number_text(number),
            Self::Date(date) => date.to_string(),
            Self::Bool(flag) => flag.to_string(),
        }
    }
}

fn name(id: RecordId, title: &dyn Fn(RecordId) -> Option<String>) -> String {
    title(id).filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_string())
}

/// With a point, and never with exactly three digits behind it: `1.250` would read as a thousand
/// where a comma divides.
pub(super) fn number_text(number: Decimal) -> String {
    let mut number = number.normalize();
    if number.scale() == 3 {
        number.rescale(4);
    }
    number.to_string()
}

/// Divided by semicolons, or one a line where an element has a semicolon of its own. Such a one
/// alone stands there twice, so that there are lines.
pub(crate) fn list(items: &[String]) -> String {
    let one_line = |item: &String| item.split_whitespace().collect::<Vec<_>>().join(" ");
    let items: Vec<String> = items.iter().map(one_line).collect();
    match items.as_slice() {
        items if !items.iter().any(|item| item.contains(';')) => items.join("; "),
        [alone] => format!("{alone}\n{alone}"),
        items => items.join("\n"),
    }
}
