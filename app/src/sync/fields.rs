//! The merge rules: what becomes of one change to a field that others may have written since.

use super::merge::weave;
use super::rows;
use crate::change::{Change, Effect, Op};
use crate::id::{Millis, RecordId, Seq};
use crate::record::{Cell, Record};
use crate::store::view::{Miss, View};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What a merge rule decides.
pub(super) enum Merge {
    /// It stands like this already.
    Same,
    /// The new value stands.
    Apply(Value),
    /// Both sides' words, woven into one text.
    Woven(Value),
    /// A set, with the version that added each element.
    Elements(Value, BTreeMap<String, Seq>),
    /// The other value stands; this one is kept in the history.
    Lose,
}

/// Add-wins: an element goes only where its remover saw the latest addition of it. Setting a
/// whole set adds what is new and removes what is missing, by the same rule.
pub(super) fn merge_set(cell: &Cell, change: &Change, base: Seq, seq: Seq) -> Merge {
    let empty = BTreeSet::new();
    let standing = cell.value.as_set().unwrap_or(&empty);
    let named: BTreeSet<String> = match &change.value {
        Value::Text(element) => [element.clone()].into(),
        Value::Set(set) => set.clone(),
        _ => BTreeSet::new(),
    };
    let (add, remove): (BTreeSet<String>, BTreeSet<String>) = match change.op {
        Op::Add => (named, BTreeSet::new()),
        Op::Remove => (BTreeSet::new(), named),
        _ => {
            let remove = standing.difference(&named).cloned().collect();
            (named.difference(standing).cloned().collect(), remove)
        }
    };
    let mut adds = cell.adds.clone();
    let mut after = standing.clone();
    for element in remove {
        if adds.get(&element).copied().unwrap_or(0) <= base {
            adds.remove(&element);
            after.remove(&element);
        }
    }
    for element in add {
        adds.insert(element.clone(), seq);
        after.insert(element);
    }
    if after == *standing && adds == cell.adds {
        Merge::Same
    } else {
        Merge::Elements(Value::Set(after), adds)
    }
}

/// Last writer, for a field and those it stands together with: the later time wins, ties go to
/// the greater author's id.
pub(super) fn merge_group(
    standing: (Millis, RecordId),
    cell: &Cell,
    change: &Change,
    mine: (Millis, RecordId),
) -> Merge {
    if cell.value == change.value {
        Merge::Same
    } else if mine > standing {
        Merge::Apply(change.value.clone())
    } else {
        Merge::Lose
    }
}

/// Three-way text: both edits woven together over the text both began with; where they changed
/// the same words, the later writer.
pub(super) fn merge_text(
    view: &mut View,
    record: &Record,
    change: &Change,
    base: Seq,
    cell: &Cell,
    mine: (Millis, RecordId),
) -> Result<Merge, Miss> {
    if cell.value == change.value {
        return Ok(Merge::Same);
    }
    let began = text_at(view, record.id, &change.field, base)?;
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    Ok(match weave(&began, &text(&change.value), &text(&cell.value)) {
        Some(woven) if woven == text(&cell.value) => Merge::Same,
        Some(woven) => Merge::Woven(Value::Text(woven)),
        None => merge_group((cell.at, cell.by), cell, change, mine),
    })
}

/// A text field's value as it stood right after `at`.
fn text_at(view: &mut View, record: RecordId, field: &str, at: Seq) -> Result<String, Miss> {
    let mut text = String::new();
    for entry in rows::history(view, record)? {
        for effect in entry.effects {
            if let Effect::Set { field: name, value, .. } = effect
                && name == field
                && entry.seq <= at
            {
                text = value.as_text().unwrap_or_default().to_owned();
            }
        }
    }
    Ok(text)
}
