//! Keys as SurrealDB's record ids and back.

use super::error::unreadable;
use outrider_app::store::{Key, Part, Range, StoreError, Table};
use std::fmt::Write as _;
use surrealdb::types::{Array, Number, RecordId, RecordIdKey, Value};

fn value(part: &Part) -> Value {
    match part {
        // A part is at most 2^53.
        Part::Num(number) => Value::Number(Number::Int(i64::try_from(*number).unwrap_or(i64::MAX))),
        Part::Id(id) => Value::String(id.to_string()),
        Part::Text(text) => Value::String(text.to_string()),
    }
}

/// The id of a row.
pub fn record_id(table: Table, key: &Key) -> RecordId {
    let parts: Vec<Value> = key.parts().iter().map(value).collect();
    RecordId::new(table.name(), Array::from(parts))
}

/// The key in a row's id.
pub fn key(id: RecordId) -> Result<Key, StoreError> {
    let RecordIdKey::Array(parts) = id.key else {
        return Err(unreadable("a row whose id is no array"));
    };
    let part = |part: Value| match part {
        Value::Number(Number::Int(number)) => {
            u64::try_from(number).map(Part::Num).map_err(|_| unreadable("a negative key"))
        }
        Value::String(text) => Ok(text.into()),
        _ => Err(unreadable("a key of another kind")),
    };
    parts.into_iter().map(part).collect()
}

/// The text that names a range, and the parameters it uses. A literal range with parameters for
/// the parts is what SurrealDB reads as a range of keys and not as a scan of the table.
pub fn range(range: &Range, prefix: &str) -> (String, Vec<(String, Value)>) {
    let mut text = format!("{}:", range.table.name());
    let mut parameters = Vec::new();
    let mut bound = |text: &mut String, side: char, key: &Key| {
        text.push('[');
        for (index, part) in key.parts().iter().enumerate() {
            let name = format!("{prefix}{side}{index}");
            let _ = write!(text, "{}${name}", if index == 0 { "" } else { "," });
            parameters.push((name, value(part)));
        }
        text.push(']');
    };
    bound(&mut text, 'f', &range.from);
    text.push_str("..");
    if let Some(to) = &range.to {
        bound(&mut text, 't', to);
    }
    (text, parameters)
}
