//! Applying an item that is allowed: what it changes, what it merges, and what gives way.

use super::{Author, Case, Judged};
use crate::change::{Base, Change, Effect, Entry, Item, Op, Verdict};
use crate::id::{Millis, RecordId, Seq};
use crate::key;
use crate::record::{Cell, FieldId, Record};
use crate::registry::{EntityDef, FieldDef, MERGED_INTO, MergeRule, REDIRECTS, validate};
use crate::store::view::{Miss, View};
use crate::store::{Range, Table};
use crate::sync::fields::{Merge, merge_group, merge_set, merge_text, wrote};
use crate::sync::rows;
use crate::value::Value;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// An item being applied to its record.
pub(super) struct Work<'a> {
    author: &'a Author<'a>,
    def: &'a EntityDef,
    item: &'a Item,
    existed: bool,
    after: Record,
    own: BTreeMap<FieldId, Seq>,
    seq: Seq,
    at: Millis,
    by: RecordId,
    effects: Vec<Effect>,
    merged: Vec<FieldId>,
    superseded: Vec<FieldId>,
}

impl<'a> Work<'a> {
    pub(super) fn new(case: &Case<'a>, own: BTreeMap<FieldId, Seq>, seq: Seq) -> Self {
        let Case { author, def, item, before, .. } = *case;
        let after = before.cloned().unwrap_or_else(|| Record::new(item.record, item.entity.clone()));
        // What the server writes for itself stands under the name of the record's owner.
        let owner = item.changes.iter().find(|change| author.system && change.field == "owner");
        let by = owner.and_then(|change| change.value.as_ref_id()).unwrap_or(author.scope.user);
        Self {
            author,
            def,
            item,
            existed: before.is_some(),
            after,
            own,
            seq,
            at: author.at,
            by,
            effects: Vec::new(),
            merged: Vec::new(),
            superseded: Vec::new(),
        }
    }

    pub(super) fn apply(&mut self, view: &mut View) -> Result<(), Miss> {
        if !self.existed {
            self.create(view)?;
        }
        // What comes back takes the item's own values, wherever in it they stand.
        if self.item.changes.iter().any(|change| change.op == Op::Restore) {
            self.restore();
        }
        for change in &self.item.changes {
            match change.op {
                Op::Create | Op::Restore => {}
                Op::Delete => self.delete(view)?,
                Op::Set | Op::Add | Op::Remove if self.after.deleted.is_some() => {
                    self.lose(&change.field, &change.value)
                }
                Op::Set | Op::Add | Op::Remove => self.change(view, change)?,
            }
        }
        Ok(())
    }

    /// The fields the server gives a new record.
    fn create(&mut self, view: &mut View) -> Result<(), Miss> {
        self.effects.push(Effect::Created);
        let set = |field: &str| self.item.changes.iter().any(|change| change.field == field);
        let mut given = vec![("created_at", Value::Time(self.at)), ("created_by", Value::Ref(self.by))];
        if !self.def.small {
            given.extend((!set("owner")).then_some(("owner", Value::Ref(self.by))));
            let team = self.author.scope.team.filter(|_| !set("team"));
            given.extend(team.map(|team| ("team", Value::Ref(team))));
        }
        for (field, value) in given {
            self.stand(field, value);
        }
        let drawn: Vec<FieldId> =
            self.def.fields.iter().filter(|field| field.drawn).map(|field| field.id.to_string()).collect();
        for field in drawn {
            let name = format!("number/{}/{field}", self.def.id);
            let number = rows::counter(view, name.clone())? + 1;
            rows::set_counter(view, name, number);
            self.stand(&field, Value::Number(Decimal::from(number)));
        }
        Ok(())
    }

    fn delete(&mut self, view: &mut View) -> Result<(), Miss> {
        if self.after.deleted.is_some() {
            return Ok(());
        }
        if self.author.unit.guarded && (self.changed_since() || self.is_referenced(view)?) {
            self.superseded.push(String::new());
            return Ok(());
        }
        self.after.deleted = Some(self.seq);
        self.effects.push(Effect::Deleted);
        Ok(())
    }

    /// Has anyone touched the record since the version the author saw?
    fn changed_since(&self) -> bool {
        let base = self.own.get("").copied().unwrap_or(0);
        self.after.fields.values().any(|cell| cell.seq > base)
    }

    fn is_referenced(&self, view: &mut View) -> Result<bool, Miss> {
        let range = Range::under(Table::Child, key![self.after.id]);
        let mut children: Vec<RecordId> =
            view.range(&range)?.iter().filter_map(|(key, _)| key.last_id()).collect();
        children.retain(|child| *child != self.after.id);
        if !view.want(children.iter().map(|id| (Table::Record, key![*id]))) {
            return Err(Miss);
        }
        for child in children {
            if rows::load_record(view, child)?.is_some_and(|child| child.deleted.is_none()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn restore(&mut self) {
        if self.after.deleted.take().is_some() {
            self.effects.push(Effect::Restored);
        }
    }

    fn change(&mut self, view: &mut View, change: &Change) -> Result<(), Miss> {
        let Some(field) = self.def.field(&change.field) else { return Ok(()) };
        let base = self.own.get(&change.field).copied().unwrap_or(0);
        if change.field == MERGED_INTO && self.closes_circle(view, &change.value)? {
            self.lose(&change.field, &change.value);
            return Ok(());
        }
        let cell = self.after.fields.get(&change.field).cloned().unwrap_or_default();
        let version = self.group_version(field);
        let text = field.merge == MergeRule::ThreeWayText;
        let past = match text && (version > base || matches!(change.base, Base::Own(_))) {
            true => rows::history(view, self.after.id)?,
            false => Vec::new(),
        };
        // One's own text was woven into another's, which this change has not seen.
        let unseen = version > base || text && wrote(&past, change, base).is_some();
        if self.author.unit.guarded && unseen {
            self.superseded.push(change.field.clone());
            return Ok(());
        }
        let merge = if field.many {
            merge_set(&cell, change, base, self.seq)
        } else if !unseen {
            Merge::Apply(change.value.clone())
        } else if text {
            merge_text(&past, change, base, &cell, (self.at, self.by))
        } else {
            merge_group(self.group_time(field), &cell, change, (self.at, self.by))
        };
        match merge {
            Merge::Same => self.settle(&change.field, cell.seq),
            Merge::Apply(value) => {
                let concurrent = version > base && !field.many && cell.seq > base && cell.value != value;
                if concurrent {
                    let field = change.field.clone();
                    let lost =
                        Effect::Lost { field, value: cell.value, by: cell.by, at: cell.at, over: self.by };
                    self.effects.push(lost);
                }
                self.stand(&change.field, value);
                self.settle(&change.field, self.seq);
            }
            Merge::Woven(value) => {
                self.merged.push(change.field.clone());
                let mixed = value != change.value;
                if value != cell.value {
                    self.stand(&change.field, value);
                }
                if mixed {
                    let (field, value) = (change.field.clone(), change.value.clone());
                    self.effects.push(Effect::Wrote { field, value });
                }
                self.settle(&change.field, self.seq);
            }
            Merge::Elements(value, _) if validate(field, &value).is_err() => {
                self.lose(&change.field, &change.value);
            }
            Merge::Elements(value, adds) => {
                self.stand(&change.field, value);
                if let Some(cell) = self.after.fields.get_mut(&change.field) {
                    cell.adds = adds;
                }
                self.settle(&change.field, self.seq);
            }
            Merge::Lose => self.lose(&change.field, &change.value),
        }
        Ok(())
    }

    /// Would pointing this record there make a circle of redirects? Then it does not stand: of merges
    /// that cross, the first to arrive picks the survivor, and the other is told so. Whoever sends
    /// them and in whatever order, no circle is ever stored, nor a way that is longer than readers go.
    fn closes_circle(&self, view: &mut View, value: &Value) -> Result<bool, Miss> {
        let mut next = value.as_ref_id();
        for _ in 0..REDIRECTS {
            match next {
                Some(id) if id == self.after.id => return Ok(true),
                Some(id) => {
                    next = rows::load_record(view, id)?.and_then(|record| record.reference(MERGED_INTO))
                }
                None => return Ok(false),
            }
        }
        Ok(true)
    }

    /// The latest version among the fields that merge as one with this one, before this item.
    fn group_version(&self, field: &FieldDef) -> Seq {
        let versions = self.def.group(field).map(|member| self.after.version(&member.id));
        versions.filter(|seq| *seq < self.seq).max().unwrap_or(0)
    }

    /// The latest (time, author) among the fields that merge as one with this one.
    fn group_time(&self, field: &FieldDef) -> (Millis, RecordId) {
        let cells = self.def.group(field).filter_map(|member| self.after.fields.get(member.id.as_ref()));
        cells.filter(|cell| cell.seq < self.seq).map(|cell| (cell.at, cell.by)).max().unwrap_or_default()
    }

    /// Gives a field its new value.
    fn stand(&mut self, field: &str, value: Value) {
        let cell = self.after.fields.entry(field.to_owned()).or_default();
        let before = std::mem::replace(&mut cell.value, value.clone());
        // A change is never older than what it builds on.
        *cell = Cell {
            at: self.at.max(cell.at),
            seq: self.seq,
            by: self.by,
            value: value.clone(),
            adds: std::mem::take(&mut cell.adds),
        };
        // An item tells of a set once, however many elements it adds. Edits that joined an item in
        // the tray each have their place.
        let told = self.effects.iter_mut().find_map(|effect| match effect {
            Effect::Set { field: told, value: Value::Set(set), .. } if told == field => Some(set),
            _ => None,
        });
        match (told, value) {
            (Some(told), Value::Set(set)) => *told = set,
            (_, value) => self.effects.push(Effect::Set { field: field.to_owned(), value, before }),
        }
    }

    /// Keeps a value that does not stand.
    fn lose(&mut self, field: &str, value: &Value) {
        let same = self.after.deleted.is_none() && self.after.value(field) == value;
        if !same {
            // Where the record is deleted, whoever deleted it has the last word.
            let over = match (self.after.deleted, self.after.fields.get(field)) {
                (None, Some(cell)) => cell.by,
                _ => self.after.by,
            };
            let (field, value) = (field.to_owned(), value.clone());
            self.effects.push(Effect::Lost { field, value, by: self.by, at: self.at, over });
        }
        self.superseded.push(field.to_owned());
    }

    fn settle(&mut self, field: &str, version: Seq) {
        self.own.insert(field.to_owned(), version);
    }

    pub(super) fn finish(mut self, before: Option<Arc<Record>>) -> Judged {
        if self.effects.is_empty() && self.superseded.is_empty() {
            return Judged::Idle(self.own);
        }
        self.own.insert(String::new(), self.seq);
        self.after.seq = self.seq;
        self.after.at = self.at;
        self.after.by = self.by;
        let verdict = if !self.superseded.is_empty() {
            Verdict::Superseded(self.superseded)
        } else if !self.merged.is_empty() {
            Verdict::Merged(self.merged)
        } else {
            Verdict::Accepted
        };
        let entry = Entry {
            seq: self.seq,
            entity: self.item.entity.clone(),
            record: self.item.record,
            by: self.by,
            client: self.author.client,
            n: self.item.n,
            act: self.author.unit.act.clone(),
            at: self.at,
            effects: self.effects,
        };
        Judged::Taken { before, after: self.after, entry, verdict, own: self.own }
    }
}
