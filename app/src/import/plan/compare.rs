//! Whether a file says anything new about a value.

use crate::value::Value;
use std::collections::BTreeSet;

/// What begins each line that the import itself added to a record's remarks.
pub(super) const NOTE: &str = "\n[";

/// Whether the record holds this already: spacing aside, for sets all of it, for remarks what
/// stands before the import's own notes.
pub(super) fn same(current: &Value, new: &Value) -> bool {
    match (current, new) {
        (Value::Text(current), Value::Text(new)) => {
            words(current, new) || current.split_once(NOTE).is_some_and(|(before, _)| words(before, new))
        }
        (Value::Set(current), Value::Set(new)) => new.iter().all(|item| holds(current, item)),
        (Value::Address(current), Value::Address(new)) => {
            current.parts().iter().zip(new.parts()).all(|(current, new)| words(current, new))
        }
        _ => new.is_empty() || current == new,
    }
}

fn holds(set: &BTreeSet<String>, item: &str) -> bool {
    set.contains(item) || set.iter().any(|held| words(held, item))
}

fn words(a: &str, b: &str) -> bool {
    a == b || a.split_whitespace().eq(b.split_whitespace())
}

/// What is to be set: sets only grow.
pub(super) fn union(current: Value, new: Value) -> Value {
    match (current, new) {
        (Value::Set(mut current), Value::Set(new)) => {
            let added: Vec<String> = new.into_iter().filter(|item| !holds(&current, item)).collect();
            current.extend(added);
            Value::Set(current)
        }
        (_, new) => new,
    }
}
