//! A record's field as the text of one cell.

use super::{Heading, guard};
use crate::id::RecordId;
use crate::record::Record;
use crate::value::{Address, Value};
use rust_decimal::Decimal;

/// A cell, guarded; numbers, dates and the like are not texts and stay as they are.
pub(super) fn of(
    record: &Record,
    heading: &Heading<'_>,
    title: &dyn Fn(RecordId) -> Option<String>,
) -> String {
    match heading {
        Heading::Id => record.id.to_string(),
        Heading::Field(field) => text(record.value(&field.id), title),
        Heading::Currency(field) => match record.value(&field.id) {
            Value::Money(money) => money.currency.code().to_owned(),
            _ => String::new(),
        },
        Heading::Part(field, part) => {
            let address: Option<Address> = record.get(&field.id);
            let part = address.as_ref().and_then(|address| address.parts().get(*part).copied());
            guard(part.unwrap_or_default()).into_owned()
        }
    }
}

fn text(value: &Value, title: &dyn Fn(RecordId) -> Option<String>) -> String {
    match value {
        Value::None => String::new(),
        Value::Text(text) => guard(text).into_owned(),
        Value::Number(number) => number_text(*number),
        Value::Money(money) => number_text(money.major()),
        Value::Date(date) => date.to_string(),
        Value::Time(time) => {
            jiff::Timestamp::from_millisecond(*time).map(|stamp| stamp.to_string()).unwrap_or_default()
        }
        Value::Bool(flag) => flag.to_string(),
        Value::Address(address) => {
            let parts: Vec<&str> = address.parts().into_iter().filter(|part| !part.is_empty()).collect();
            guard(&parts.join(", ")).into_owned()
        }
        Value::Ref(id) => guard(&name(*id, title)).into_owned(),
        Value::Set(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| RecordId::parse(item).map_or_else(|| item.clone(), |id| name(id, title)))
                .collect();
            guard(&list(&items)).into_owned()
        }
        Value::Opaque(value) => guard(&value.to_string()).into_owned(),
    }
}

fn name(id: RecordId, title: &dyn Fn(RecordId) -> Option<String>) -> String {
    title(id).filter(|title| !title.is_empty()).unwrap_or_else(|| id.to_string())
}

/// With a point, and never with exactly three digits behind it: `1.250` would read as a thousand
/// where a comma divides.
fn number_text(number: Decimal) -> String {
    let mut number = number.normalize();
    if number.scale() == 3 {
        number.rescale(4);
    }
    number.to_string()
}

/// Divided by semicolons, or one a line where an element has a semicolon of its own. Such a one
/// alone stands there twice, so that there are lines.
fn list(items: &[String]) -> String {
    let one_line = |item: &String| item.split_whitespace().collect::<Vec<_>>().join(" ");
    let items: Vec<String> = items.iter().map(one_line).collect();
    match items.as_slice() {
        items if !items.iter().any(|item| item.contains(';')) => items.join("; "),
        [alone] => format!("{alone}\n{alone}"),
        items => items.join("\n"),
    }
}
