//! Whether a file says anything new about a value.

use crate::value::Value;

/// What begins each line that the import itself added to a record's remarks.
pub(super) const NOTE: &str = "\n[";

/// Whether the record holds this already: spacing aside, for sets all of it, for remarks what
/// stands before the import's own notes.
pub(super) fn same(current: &Value, new: &Value) -> bool {
    match (current, new) {
        (Value::Text(current), Value::Text(new)) => {
            words(current, new) || current.split_once(NOTE).is_some_and(|(before, _)| words(before, new))
        }
        (Value::Set(current), Value::Set(new)) => new.is_subset(current),
        (Value::Address(current), Value::Address(new)) => {
            current.parts().iter().zip(new.parts()).all(|(current, new)| words(current, new))
        }
        _ => new.is_empty() || current == new,
    }
}

fn words(a: &str, b: &str) -> bool {
    a == b || a.split_whitespace().eq(b.split_whitespace())
}

/// What is to be set: sets only grow.
pub(super) fn union(current: Value, new: Value) -> Value {
    match (current, new) {
        (Value::Set(current), Value::Set(new)) => Value::Set(current.union(&new).cloned().collect()),
        (_, new) => new,
    }
}
