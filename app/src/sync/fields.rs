//! The merge rules: what becomes of one change to a field that others may have written since.

use super::merge::{Side, weave};
use crate::change::{Base, Change, Effect, Entry, Op};
use crate::id::{Millis, RecordId, Seq};
use crate::passages::{Piece, join, may_be_marked, pieces};
use crate::record::Cell;
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

/// Three-way text, by the rules of [`merge`](super::merge): both edits woven together over the text
/// they grew from, `base`.
pub(super) fn merge_text(
    past: &[Entry],
    change: &Change,
    base: Seq,
    cell: &Cell,
    mine: (Millis, RecordId),
) -> Merge {
    if cell.value == change.value {
        return Merge::Same;
    }
    let text = |value: &Value| value.as_text().unwrap_or_default().to_owned();
    let began = text_at(past, change, base);
    let (my_text, standing) = (text(&change.value), text(&cell.value));
    let (at, by) = (cell.at, cell.by);
    let one = Side { text: &my_text, at: mine.0, by: mine.1 };
    match weave(&began, one, Side { text: &standing, at, by }) {
        Some(woven) => Merge::Woven(Value::Text(credit(woven, past, change, base, cell))),
        None => merge_group((at, by), cell, change, mine),
    }
}

/// A passage is under the name of who first wrote it since `base`, not of who wrote elsewhere in the
/// text last.
fn credit(woven: String, past: &[Entry], change: &Change, base: Seq, cell: &Cell) -> String {
    if !may_be_marked(&woven) {
        return woven;
    }
    let later = || past.iter().filter(|entry| entry.seq > base);
    let first = |lines: &[String]| {
        let lines = lines.join("\n");
        later().find(|entry| {
            entry.effects.iter().any(|effect| match effect {
                Effect::Set { field, value, .. } if *field == change.field => {
                    value.as_text().is_some_and(|text| text.contains(&lines))
                }
                _ => false,
            })
        })
    };
    let mut pieces = pieces(&woven);
    for piece in &mut pieces {
        let Piece::Several(passages) = piece else { continue };
        for passage in passages.iter_mut().filter(|one| (one.at, one.by) == (cell.at, cell.by)) {
            if let Some(entry) = first(&passage.lines).filter(|_| !passage.lines.is_empty()) {
                (passage.at, passage.by) = (entry.at, entry.by);
            }
        }
        passages.sort();
    }
    join(&pieces)
}

/// A text field's value as it stood right after `at`; or, for an edit that follows one's own, as one
/// wrote it oneself.
fn text_at(past: &[Entry], change: &Change, at: Seq) -> String {
    if let Some(wrote) = wrote(past, change, at) {
        return wrote;
    }
    let effects = past.iter().filter(|entry| entry.seq <= at).flat_map(|entry| &entry.effects);
    let mut values = effects.filter_map(|effect| match effect {
        Effect::Set { field, value, .. } if *field == change.field => value.as_text().or(Some("")),
        _ => None,
    });
    values.next_back().unwrap_or_default().to_owned()
}

/// What the author wrote at `at`, where it was woven into another's text which they did not see
/// before this change.
pub(super) fn wrote(past: &[Entry], change: &Change, at: Seq) -> Option<String> {
    let own = matches!(change.base, Base::Own(_));
    let entry = past.iter().find(|entry| own && entry.seq == at)?;
    entry.effects.iter().find_map(|effect| match effect {
        Effect::Wrote { field, value } if *field == change.field => {
            Some(value.as_text().unwrap_or_default().to_owned())
        }
        _ => None,
    })
}
