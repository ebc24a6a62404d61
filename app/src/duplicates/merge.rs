//! Making one record of two: field by field, as one unit that fails whole, and that undo takes back.
//!
//! The survivor gets the chosen values, sets are united, texts may be joined; a phone or e-mail that was
//! not chosen goes into the set of further ones, where there is one. The other record keeps everything it
//! has and gets a redirect. References are never rewritten: they are followed to the survivor when read.
//! The redirect comes first in the unit: a merged record holds no unique value any more, so the survivor
//! may take it over.

use super::normal::{Phone, email};
use crate::book::Book;
use crate::device::{Draft, FieldEdit};
use crate::id::RecordId;
use crate::record::{FieldId, Record};
use crate::registry::{DISTINCT_FROM, EntityDef, FieldDef, Kind, MERGED_INTO, MergeRule};
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Which value a field of the survivor gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The survivor's own.
    Keep,
    /// The other record's.
    Take,
    /// Both: a set of both, a text below the other.
    Both,
}

/// One field where two records differ; fields that make sense only together are one.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub fields: Vec<FieldId>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What is chosen where the person says nothing: whatever loses least.
    pub usual: Choice,
}

/// Two records about to be made one.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    pub keep: Record,
    pub other: Record,
    pub parts: Vec<Part>,
}

impl Merge {
    /// What there is to choose between the record that stays and the other.
    pub fn new(def: &EntityDef, keep: Record, other: Record) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        let mut done: BTreeSet<&str> = BTreeSet::new();
        for field in def.fields.iter().filter(|field| is_chosen(field)) {
            if done.contains(field.id.as_ref()) {
                continue;
            }
            let group: Vec<&FieldDef> = def.group(field).filter(|field| is_chosen(field)).collect();
            done.extend(group.iter().map(|field| field.id.as_ref()));
            let value =
                |record: &Record, field: &FieldDef| tidy(record.value(&field.id), &[keep.id, other.id]);
            let differs = |field: &&FieldDef| value(&keep, field) != value(&other, field);
            let empty = |record: &Record| group.iter().all(|field| value(record, field).is_empty());
            if !group.iter().any(differs) {
                continue;
            }
            let joins = group.len() == 1 && (field.many || field.kind == Kind::LongText);
            let (kept, others) = (empty(&keep), empty(&other));
            let (choices, usual) = match (kept, others) {
                (true, _) => (vec![Choice::Keep, Choice::Take], Choice::Take),
                (_, true) => (vec![Choice::Keep, Choice::Take], Choice::Keep),
                _ if joins => (vec![Choice::Keep, Choice::Take, Choice::Both], Choice::Both),
                _ => (vec![Choice::Keep, Choice::Take], Choice::Keep),
            };
            let fields = group.iter().map(|field| field.id.to_string()).collect();
            parts.push(Part { fields, choices, usual });
        }
        Self { keep, other, parts }
    }

    /// The value a field of the survivor gets.
    pub fn value(&self, def: &EntityDef, field: &str, choice: Choice) -> Value {
        let (keep, other) = (self.tidied(&self.keep, field), self.tidied(&self.other, field));
        match choice {
            Choice::Keep => keep,
            Choice::Take => other,
            Choice::Both => match (&keep, &other) {
                (Value::Set(a), Value::Set(b)) => Value::Set(a.union(b).cloned().collect()),
                (Value::Text(a), Value::Text(b)) if a.contains(b.as_str()) => Value::text(a.clone()),
                (Value::Text(a), Value::Text(b)) if b.contains(a.as_str()) => Value::text(b.clone()),
                (Value::Text(a), Value::Text(b)) => {
                    let joined = Value::text(format!("{a}\n\n{b}"));
                    // Longer than the field takes: the one stands, the other stays with its record.
                    let fits = def
                        .field(field)
                        .is_none_or(|field| crate::registry::validate(field, &joined).is_ok());
                    if fits { joined } else { keep }
                }
                _ if keep.is_empty() => other,
                _ => keep,
            },
        }
    }

    /// The records' edits, as one unit. What is not among `chosen` (by a part's first field) goes by its
    /// usual choice.
    pub fn drafts(&self, def: &EntityDef, chosen: &BTreeMap<FieldId, Choice>) -> Vec<Draft> {
        let mut edits = Vec::new();
        let mut further: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for part in &self.parts {
            let first = part.fields.first().cloned().unwrap_or_default();
            let choice = chosen.get(&first).copied().unwrap_or(part.usual);
            for id in &part.fields {
                let Some(field) = def.field(id) else { continue };
                let before = self.keep.value(id);
                let after = self.value(def, id, choice);
                if let Some((more, left)) = self.left_over(def, field, choice) {
                    further.entry(more).or_default().push(left);
                }
                match (field.many, &after) {
                    (true, Value::Set(after)) => {
                        let none = BTreeSet::new();
                        let before = before.as_set().unwrap_or(&none);
                        edits.extend(
                            after.difference(before).map(|item| FieldEdit::Add(id.clone(), item.clone())),
                        );
                        edits.extend(
                            before.difference(after).map(|item| FieldEdit::Remove(id.clone(), item.clone())),
                        );
                    }
                    (true, _) => edits.extend(
                        before
                            .as_set()
                            .into_iter()
                            .flatten()
                            .map(|item| FieldEdit::Remove(id.clone(), item.clone())),
                    ),
                    _ if *before != after => edits.push(FieldEdit::Set(id.clone(), after)),
                    _ => {}
                }
            }
        }
        for (field, items) in further {
            let there: Vec<FieldEdit> =
                items.into_iter().map(|item| FieldEdit::Add(field.to_owned(), item)).collect();
            for edit in there {
                // What was to be taken out of the set stays in it.
                if let FieldEdit::Add(field, item) = &edit {
                    edits.retain(|other| *other != FieldEdit::Remove(field.clone(), item.clone()));
                }
                if !edits.contains(&edit) {
                    edits.push(edit);
                }
            }
        }
        for field in def.fields.iter().filter(|field| is_chosen(field)) {
            let touched = edits.iter().any(|edit| matches!(edit, FieldEdit::Set(set, _) if *set == field.id));
            if !touched && self.keep.value(&field.id) == &Value::Ref(self.other.id) {
                edits.push(FieldEdit::Set(field.id.to_string(), Value::None));
            }
        }
        let draft = |record: RecordId, edits: Vec<FieldEdit>| Draft {
            entity: def.id.to_string(),
            record,
            create: false,
            edits,
        };
        let redirect = FieldEdit::Set(MERGED_INTO.to_owned(), Value::Ref(self.keep.id));
        let mut drafts = vec![draft(self.other.id, vec![redirect])];
        drafts.extend((!edits.is_empty()).then(|| draft(self.keep.id, edits)));
        drafts
    }

    /// The e-mail or phone that gives way, and the set of further ones it goes into.
    fn left_over<'a>(
        &self,
        def: &'a EntityDef,
        field: &FieldDef,
        choice: Choice,
    ) -> Option<(&'a str, String)> {
        if field.many || !matches!(field.kind, Kind::Email | Kind::Phone) {
            return None;
        }
        let more = def.fields.iter().find(|more| more.many && more.kind == field.kind && !more.hidden)?;
        let left = if choice == Choice::Take { &self.keep } else { &self.other };
        let stands = if choice == Choice::Take { &self.other } else { &self.keep };
        let (text, standing) = (left.text(&field.id), stands.text(&field.id));
        (!text.is_empty() && !same_reach(Some(field), text, standing))
            .then(|| (more.id.as_ref(), text.to_owned()))
    }

    fn tidied(&self, record: &Record, field: &str) -> Value {
        tidy(record.value(field), &[self.keep.id, self.other.id])
    }
}

/// Does a person choose it? The redirect, the import's key and what the server writes are not chosen.
fn is_chosen(field: &FieldDef) -> bool {
    !field.hidden && field.merge != MergeRule::ServerOnly
}

/// The value without references to either record: one record is not above itself.
fn tidy(value: &Value, ids: &[RecordId]) -> Value {
    match value {
        Value::Ref(id) if ids.contains(id) => Value::None,
        value => value.clone(),
    }
}

/// What a merged record holds that the one which stands for it does not: what was not chosen, and what
/// those wrote who had not heard of the merge.
pub fn left_behind(def: &EntityDef, stands: &Record, merged: &Record) -> Vec<(FieldId, Value)> {
    let merge = Merge::new(def, stands.clone(), merged.clone());
    let fields = merge.parts.iter().flat_map(|part| &part.fields);
    let left = fields.filter_map(|field| {
        let value = merge.value(def, field, Choice::Take);
        let here = stands.value(field);
        let further = |text: &str| {
            let field = def.field(field)?;
            let more = def.fields.iter().find(|more| more.many && more.kind == field.kind && !more.hidden)?;
            stands.value(&more.id).as_set().map(|set| set.contains(text))
        };
        let stands = match (&value, here) {
            (value, _) if value.is_empty() => true,
            (Value::Set(value), Value::Set(here)) => value.is_subset(here),
            (Value::Text(value), Value::Text(here)) => {
                value == here
                    || same_reach(def.field(field), value, here)
                    || further(value) == Some(true)
                    || is_long(def, field) && here.contains(value.as_str())
            }
            (value, here) => value == here,
        };
        (!stands).then(|| (field.clone(), value))
    });
    left.collect()
}

/// One e-mail, or one number, in two notations.
fn same_reach(field: Option<&FieldDef>, one: &str, other: &str) -> bool {
    match field.map(|field| &field.kind) {
        Some(Kind::Phone) => {
            Phone::read(one).zip(Phone::read(other)).is_some_and(|(one, other)| one.same(&other))
        }
        Some(Kind::Email) => email(one) == email(other),
        _ => false,
    }
}

fn is_long(def: &EntityDef, field: &str) -> bool {
    def.field(field).is_some_and(|field| field.kind == Kind::LongText)
}

/// A person says that two records are not the same: kept on the one they may write.
pub fn not_the_same(
    book: &Book,
    one: RecordId,
    other: RecordId,
    may_write: impl Fn(&Record) -> bool,
) -> Option<Draft> {
    let (one, other) = (one.min(other), one.max(other));
    let draft = |id: RecordId, apart: RecordId| {
        let record = book.get(id).filter(&may_write)?;
        let edits = vec![FieldEdit::Add(DISTINCT_FROM.to_owned(), apart.to_string())];
        Some(Draft { entity: record.entity, record: id, create: false, edits })
    };
    draft(one, other).or_else(|| draft(other, one))
}
