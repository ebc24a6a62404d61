//! Turning what a person did into a unit of numbered changes.

use super::overlay::overlay;
use super::rows::{Kept, Queued, UndoRow};
use super::{Base, Device, Step};
use crate::change::{Base as Version, Change, Item, Op, Unit};
use crate::id::{Millis, RecordId, UnitId};
use crate::record::{EntityId, FieldId, Record};
use crate::registry::Registry;
use crate::value::Value;
use std::collections::BTreeMap;

/// One act on one record, as a form, a board or an import makes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub entity: EntityId,
    pub record: RecordId,
    pub create: bool,
    pub edits: Vec<FieldEdit>,
}

/// What happens to a field, or to the record as a whole.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldEdit {
    Set(FieldId, Value),
    Add(FieldId, String),
    Remove(FieldId, String),
    Delete,
    Restore,
}

/// The act's identity and time, drawn outside.
#[derive(Clone, Debug, PartialEq)]
pub struct Stamp {
    pub unit: UnitId,
    pub act: String,
    /// For the undo list: what was done, to what.
    pub label: String,
    pub at: Millis,
    pub all_or_nothing: bool,
    /// The number of the act's first part, where it is long and this is a later one: it is taken back
    /// with that.
    pub part_of: Option<u64>,
}

impl Device {
    /// Numbers the drafts as one unit on top of what is shown now. Fields that make sense only
    /// together travel together; values that stand already do not travel.
    ///
    /// Where the store answers `Conflict`, another tab drew numbers meanwhile: load anew, retry.
    pub fn enqueue(&self, registry: &Registry, base: &impl Base, drafts: &[Draft], stamp: &Stamp) -> Step {
        let mut n = self.next;
        let mut unit = Unit {
            id: stamp.unit,
            act: stamp.act.clone(),
            all_or_nothing: stamp.all_or_nothing,
            guarded: false,
            clock_jumped: false,
            items: Vec::new(),
        };
        let mut undo = UndoRow {
            act: stamp.act.clone(),
            at: stamp.at,
            label: stamp.label.clone(),
            items: Vec::new(),
            of: None,
            part_of: stamp.part_of,
        };
        let mut labels = BTreeMap::new();
        for draft in drafts {
            let pending = self.pending(draft.record);
            let earlier: Vec<&Item> = pending
                .into_iter()
                .chain(unit.items.iter().filter(|item| item.record == draft.record))
                .collect();
            let confirmed = base.confirmed(draft.record);
            let shown = overlay(confirmed.clone(), &earlier, self.user);
            let version = |field: &str| version(confirmed.as_ref(), &earlier, field);
            let changes = changes(registry, draft, shown.as_ref(), version);
            if changes.is_empty() {
                continue;
            }
            let mut kept = invert(draft, &changes, shown.as_ref(), n);
            kept.refs = changes.iter().flat_map(|change| change.value.refs()).collect();
            kept.refs.retain(|target| base.confirmed(*target).is_none());
            let item = Item { n, entity: draft.entity.clone(), record: draft.record, at: stamp.at, changes };
            n += item.changes.len() as u64;
            let mut after = earlier.clone();
            after.push(&item);
            let title = overlay(confirmed, &after, self.user)
                .zip(registry.entity(&draft.entity))
                .map(|(record, def)| def.title_of(&record));
            labels.insert(draft.record, title.unwrap_or_default());
            // A record made again as it stands leaves nothing to take back.
            undo.items.extend(Some(kept).filter(|kept| !kept.back.is_empty()));
            unit.items.push(item);
        }
        self.queue(unit, labels, Some(undo))
    }

    /// The step that puts a numbered unit into the outbox; nothing for an empty one.
    pub(super) fn queue(
        &self,
        unit: Unit,
        labels: BTreeMap<RecordId, String>,
        undo: Option<UndoRow>,
    ) -> Step {
        let mut step = Step::default();
        let first = unit.items.first().map(|item| item.n);
        let last = unit.items.last().map(|item| item.n + item.changes.len() as u64);
        if let (Some(first), Some(last)) = (first, last) {
            step.next = Some((self.next, last));
            step.outbox.insert(first, Some(Queued { unit, outcomes: BTreeMap::new(), labels }));
            if let Some(undo) = &undo {
                self.forget_undo(&mut step, undo.at);
            }
            step.undo.insert(first, undo);
        }
        step
    }

    /// Every unit that was not answered yet is marked as made under a clock that jumped. Call it
    /// when the wall clock and the monotonic one drift apart.
    pub fn clock_jumped(&self) -> Step {
        let mut step = Step::default();
        for (n, queued) in &self.outbox {
            if queued.unsettled().next().is_some() && !queued.unit.clock_jumped {
                let mut queued = queued.clone();
                queued.unit.clock_jumped = true;
                step.outbox.insert(*n, Some(queued));
            }
        }
        step
    }
}

/// The version an edit of a field builds on: one's own latest item that touches it, or the
/// confirmed one. An empty field asks for the record as a whole.
pub(super) fn version(confirmed: Option<&Record>, earlier: &[&Item], field: &str) -> Version {
    let touches = |item: &&&Item| field.is_empty() || item.changes.iter().any(|change| change.field == field);
    match earlier.iter().rev().find(touches) {
        Some(item) => Version::Own(item.n),
        None => Version::Seq(
            confirmed.map_or(0, |record| if field.is_empty() { record.seq } else { record.version(field) }),
        ),
    }
}

fn changes(
    registry: &Registry,
    draft: &Draft,
    shown: Option<&Record>,
    version: impl Fn(&str) -> Version,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut change = |op: Op, field: &str, value: Value| {
        changes.push(Change { op, field: field.to_owned(), value, base: version(field) });
    };
    if draft.create {
        change(Op::Create, "", Value::None);
    }
    // What is given to a record goes to a living one.
    if draft.edits.contains(&FieldEdit::Restore) {
        change(Op::Restore, "", Value::None);
    }
    let set: BTreeMap<&str, &Value> = draft
        .edits
        .iter()
        .filter_map(|edit| match edit {
            FieldEdit::Set(field, value) => Some((field.as_str(), value)),
            _ => None,
        })
        .collect();
    let stands = |field: &str, value: &Value| match shown {
        Some(record) => record.value(field) == value,
        None => value.is_empty(),
    };
    let mut together: Vec<&str> = Vec::new();
    for (field, value) in &set {
        if stands(field, value) {
            continue;
        }
        change(Op::Set, field, (*value).clone());
        let def = registry.entity(&draft.entity);
        let group = def.and_then(|def| Some(def.group(def.field(field)?)));
        together.extend(group.into_iter().flatten().map(|member| member.id.as_ref()));
    }
    together.sort_unstable();
    together.dedup();
    for member in together {
        let changed = set.get(member).is_some_and(|value| !stands(member, value));
        if let (false, Some(record)) = (changed, shown) {
            change(Op::Set, member, record.value(member).clone());
        }
    }
    for edit in &draft.edits {
        let has = |field: &str, element: &str| {
            shown.is_some_and(|record| record.value(field).as_set().is_some_and(|set| set.contains(element)))
        };
        match edit {
            FieldEdit::Add(field, element) if !has(field, element) => {
                change(Op::Add, field, Value::text(element.clone()));
            }
            FieldEdit::Remove(field, element) if has(field, element) => {
                change(Op::Remove, field, Value::text(element.clone()));
            }
            FieldEdit::Delete => change(Op::Delete, "", Value::None),
            _ => {}
        }
    }
    changes
}

/// What takes an item back, and what does it again.
fn invert(draft: &Draft, changes: &[Change], shown: Option<&Record>, n: u64) -> Kept {
    let (mut back, mut forth) = (Vec::new(), Vec::new());
    let mut both = |field: &str, undo: (Op, Value), redo: (Op, Value)| {
        let make = |(op, value)| Change { op, field: field.to_owned(), value, base: Version::Own(n) };
        back.push(make(undo));
        forth.push(make(redo));
    };
    // Taking back a creation takes everything back, and so it is with bringing a record back; on a
    // living record a creation only merged into it.
    let restored = changes.iter().any(|change| change.op == Op::Restore);
    if restored || draft.create && shown.is_none() {
        both("", (Op::Delete, Value::None), (Op::Restore, Value::None));
    } else {
        for change in changes {
            let given = change.value.clone();
            let undo = match change.op {
                Op::Create | Op::Restore => continue,
                Op::Set => {
                    (Op::Set, shown.map(|record| record.value(&change.field).clone()).unwrap_or_default())
                }
                Op::Add => (Op::Remove, given.clone()),
                Op::Remove => (Op::Add, given.clone()),
                Op::Delete => (Op::Restore, Value::None),
            };
            both(&change.field, undo, (change.op, given));
        }
    }
    Kept { entity: draft.entity.clone(), record: draft.record, back, forth, refs: Vec::new() }
}
