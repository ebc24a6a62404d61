//! What one cell's text means: what it looks like without a mapping ([`Look`]), and its [`Value`]
//! for a field's kind.

mod choice;
mod date;
mod number;
mod text;

use choice::read_choice;
pub use date::{DateOrder, DateReading, read_date, read_time};
pub use number::{Decimals, read_money, read_number};
pub use text::{read_bool, read_email, read_phone, split_many};

pub(crate) use number::decimals_of;

use crate::change::Flaw;
use crate::registry::{FieldDef, Kind, validate};
use crate::value::{Currency, Value};
use serde::{Deserialize, Serialize};

/// How the cells of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Format {
    /// For dates like 03/04/2016; `None` while not known.
    pub dates: Option<DateOrder>,
    /// Which of `1,234` and `1.234` is one and a quarter; `None` while not known.
    pub decimals: Option<Decimals>,
}

/// What a cell's text looks like, whatever its column is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Look {
    Text,
    Number,
    Money,
    Date,
    Email,
    Phone,
    Link,
}

impl Look {
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        let digits = text.chars().any(char::is_numeric);
        let date = |order| date::read_date(text, Some(order)) != DateReading::Unreadable;
        if digits && text.chars().all(char::is_numeric) {
            Look::Number
        } else if text.contains('@') && read_email(text).is_some() {
            Look::Email
        } else if digits && (date(DateOrder::DayFirst) || date(DateOrder::MonthFirst)) {
            Look::Date
        } else if digits && number::is_money(text) {
            Look::Money
        } else if digits
            && read_number(text, Decimals::Point).or(read_number(text, Decimals::Comma)).is_some()
        {
            Look::Number
        } else if digits && text::looks_like_phone(text) {
            Look::Phone
        } else if text::looks_like_link(text) {
            Look::Link
        } else {
            Look::Text
        }
    }
}

/// What became of a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    Value(Value),
    /// Day and month could be the other way round: the column's (or the person's usual) reading
    /// and the other one.
    EitherDate(Value, Value),
    /// No value of this kind; the suggestion, where there is one.
    Unreadable(Flaw, Option<Value>),
}

/// What a cell is read with where it does not say itself.
#[derive(Clone, Copy, Debug)]
pub struct Defaults {
    pub currency: Currency,
    pub dates: DateOrder,
    pub decimals: Decimals,
    /// Minutes east of UTC for times without a zone.
    pub zone_minutes: i32,
}

/// Reads a non-empty cell for a field of any kind but reference.
pub fn read_cell(field: &FieldDef, text: &str, format: Format, defaults: &Defaults) -> Reading {
    let text = text.trim();
    if field.many {
        return read_many(field, text, format, defaults);
    }
    let reading = read_single(field, text, format, defaults);
    match reading {
        Reading::Value(value) => match validate(field, &value) {
            Ok(()) => Reading::Value(value),
            Err(flaw) => Reading::Unreadable(flaw, None),
        },
        other => other,
    }
}

fn read_single(field: &FieldDef, text: &str, format: Format, defaults: &Defaults) -> Reading {
    let decimals = format.decimals.unwrap_or(defaults.decimals);
    let value = match &field.kind {
        Kind::Text => Some(Value::Text(text.split_whitespace().collect::<Vec<_>>().join(" "))),
        Kind::LongText => Some(Value::Text(text.replace("\r\n", "\n").replace('\r', "\n"))),
        Kind::Link => Some(Value::text(text)),
        Kind::Number => read_number(text, decimals).map(Value::Number),
        Kind::Money => read_money(text, decimals, defaults.currency).map(Value::Money),
        Kind::Bool => read_bool(text).map(Value::Bool),
        Kind::Email => read_email(text).map(Value::Text),
        Kind::Phone => read_phone(text).map(Value::Text),
        Kind::Choice(tags) => return read_choice(&field.id, tags, text),
        Kind::Date => return date::reading(text, format.dates, defaults.dates),
        Kind::DateTime => {
            read_time(text, format.dates.unwrap_or(defaults.dates), defaults.zone_minutes).map(Value::Time)
        }
        Kind::Address => Some(Value::Address(crate::value::Address {
            street: text.split_whitespace().collect::<Vec<_>>().join(" "),
            ..Default::default()
        })),
        Kind::Ref(_) => None,
    };
    let flaw = match field.kind {
        Kind::Email => Flaw::Email,
        Kind::Phone => Flaw::Phone,
        _ => Flaw::Kind,
    };
    value.map_or_else(|| Reading::Unreadable(flaw, None), Reading::Value)
}

fn read_many(field: &FieldDef, text: &str, format: Format, defaults: &Defaults) -> Reading {
    let mut single = field.clone();
    single.many = false;
    let mut set = std::collections::BTreeSet::new();
    for part in split_many(text) {
        match read_cell(&single, part, format, defaults) {
            Reading::Value(Value::Text(text)) => set.insert(text),
            Reading::Unreadable(flaw, _) => return Reading::Unreadable(flaw, None),
            _ => return Reading::Unreadable(Flaw::Kind, None),
        };
    }
    match validate(field, &Value::Set(set.clone())) {
        Ok(()) => Reading::Value(Value::Set(set)),
        Err(flaw) => Reading::Unreadable(flaw, None),
    }
}

#[cfg(test)]
mod tests;
