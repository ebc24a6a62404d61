//! Judging one item against what stands: refused, or what it changes and what it loses.

use super::fields::{Merge, merge_group, merge_set, merge_text};
use super::rows::{self, SeenRow};
use super::scope::{Place, Scope};
use crate::change::{Base, Change, Effect, Entry, Flaw, Item, Op, Reason, Unit, Verdict};
use crate::id::{ClientId, Millis, RecordId, Seq};
use crate::key;
use crate::record::{Cell, FieldId, Record};
use crate::registry::{EntityAccess, EntityDef, FieldDef, MergeRule, Registry, unique_key, validate};
use crate::store::Table;
use crate::store::view::{Miss, View};
use crate::value::Value;
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Who did it, and when by the server's reckoning.
pub(super) struct Author<'a> {
    pub scope: &'a Scope,
    pub system: bool,
    pub client: ClientId,
    pub unit: &'a Unit,
    pub at: Millis,
}

/// What becomes of an item. `own` gives the version its author's later edits of a field build on.
#[expect(clippy::large_enum_variant, reason = "one at a time, and most are taken")]
pub(super) enum Judged {
    Rejected(Reason, BTreeMap<FieldId, Seq>),
    /// Allowed, and changes nothing.
    Idle(BTreeMap<FieldId, Seq>),
    Taken {
        before: Option<Arc<Record>>,
        after: Record,
        entry: Entry,
        verdict: Verdict,
        own: BTreeMap<FieldId, Seq>,
    },
}

pub(super) fn judge(
    registry: &Registry,
    view: &mut View,
    author: &Author,
    item: &Item,
    seq: Seq,
) -> Result<Judged, Miss> {
    let own = bases(view, author, item)?;
    let Some(def) = registry.entity(&item.entity) else {
        let entity = item.entity.clone();
        return Ok(Judged::Rejected(Reason::UnknownEntity { entity }, own));
    };
    let before = rows::load_record(view, item.record)?;
    let checked = match check_record(registry, view, author, def, item, before.as_deref())? {
        Ok(()) => check_changes(registry, view, author, def, item, before.as_deref())?,
        refused => refused,
    };
    if let Err(reason) = checked {
        return Ok(Judged::Rejected(reason, own));
    }
    let mut work = Work::new(author, def, item, before.as_deref(), own, seq);
    work.apply(view)?;
    Ok(work.finish(before))
}

/// The version each change builds on, with one's own earlier items resolved to their results.
fn bases(view: &mut View, author: &Author, item: &Item) -> Result<BTreeMap<FieldId, Seq>, Miss> {
    let mut bases = BTreeMap::new();
    for change in &item.changes {
        let base = match change.base {
            Base::Seq(seq) => seq,
            Base::Own(n) => rows::read::<SeenRow>(view, Table::Seen, &key![author.client, n])?
                .and_then(|seen| seen.own.get(&change.field).copied().or(seen.own.get("").copied()))
                .unwrap_or(0),
        };
        let lowest = bases.entry(change.field.clone()).or_insert(base);
        *lowest = base.min(*lowest);
    }
    Ok(bases)
}

/// May this author do this to this record, and is there such a record?
fn check_record(
    registry: &Registry,
    view: &mut View,
    author: &Author,
    def: &EntityDef,
    item: &Item,
    before: Option<&Record>,
) -> Result<Result<(), Reason>, Miss> {
    let scope = author.scope;
    let Some(before) = before else {
        if !item.creates() {
            return Ok(Err(Reason::NoSuchRecord));
        }
        let mut draft = Record::new(item.record, item.entity.clone());
        for change in item.changes.iter().filter(|change| change.op == Op::Set) {
            draft = draft.with(&change.field, change.value.clone());
        }
        let own = own_place(def, scope, &draft);
        let parent = parent_place(registry, view, def, &draft)?;
        if let (EntityAccess::Parent, None) = (def.access, &parent)
            && let Some(record) = super::scope::parent_of(def, &draft)
        {
            let field = def.parents.iter().find(|field| draft.reference(field) == Some(record));
            return Ok(Err(Reason::Needs {
                field: field.map(|field| field.to_string()).unwrap_or_default(),
                record,
            }));
        }
        let sees_parent = parent.as_ref().is_some_and(|parent| scope.sees(registry, parent));
        let may = scope.writes(def, &own, parent.as_ref())
            || (def.access == EntityAccess::OwnAndTeam && scope.active && sees_parent);
        return Ok(if may { Ok(()) } else { Err(Reason::Forbidden) });
    };
    let place = rows::place_now(registry, view, def, before)?;
    if !scope.sees(registry, &place) {
        // A record out of sight is as good as none, but an id that is taken cannot be made again.
        return Ok(Err(if item.creates() { Reason::Forbidden } else { Reason::NoSuchRecord }));
    }
    if before.entity != item.entity {
        return Ok(Err(Reason::NoSuchRecord));
    }
    let parent = parent_place(registry, view, def, before)?;
    Ok(if scope.writes(def, &Place::of(before), parent.as_ref()) { Ok(()) } else { Err(Reason::Forbidden) })
}

/// A new record's own place: its author's where nothing else is said.
fn own_place(def: &EntityDef, scope: &Scope, draft: &Record) -> Place {
    let mut place = Place::of(draft);
    if !def.small {
        place.owner = place.owner.or(Some(scope.user));
        place.team = place.team.or(scope.team);
    }
    place
}

fn parent_place(
    registry: &Registry,
    view: &mut View,
    def: &EntityDef,
    record: &Record,
) -> Result<Option<Place>, Miss> {
    match super::scope::parent_of(def, record) {
        Some(parent) => rows::place_at(registry, view, parent, Seq::MAX),
        None => Ok(None),
    }
}

/// Does each change fit its field, its author and the records it points to?
fn check_changes(
    registry: &Registry,
    view: &mut View,
    author: &Author,
    def: &EntityDef,
    item: &Item,
    before: Option<&Record>,
) -> Result<Result<(), Reason>, Miss> {
    for change in &item.changes {
        if matches!(change.op, Op::Create | Op::Delete | Op::Restore) {
            continue;
        }
        let id = &change.field;
        let Some(field) = def.field(id) else {
            return Ok(Err(Reason::UnknownField { field: id.clone() }));
        };
        if !author.system && (field.merge == MergeRule::ServerOnly || !author.scope.writes_field(field)) {
            return Ok(Err(Reason::ForbiddenField { field: id.clone() }));
        }
        if let Err(detail) = fits(field, change) {
            return Ok(Err(Reason::Invalid { field: id.clone(), detail }));
        }
        if let Err(reason) = check_references(registry, view, def, field, change, before)? {
            return Ok(Err(reason));
        }
        if field.unique
            && before.is_none_or(|before| before.deleted.is_none())
            && let Some(reason) = taken(view, def, field, &change.value, item.record)?
        {
            return Ok(Err(reason));
        }
    }
    if item.changes.iter().any(|change| change.op == Op::Restore)
        && let Some(before) = before.filter(|before| before.deleted.is_some())
    {
        for field in def.fields.iter().filter(|field| field.unique) {
            if let Some(reason) = taken(view, def, field, before.value(&field.id), before.id)? {
                return Ok(Err(reason));
            }
        }
    }
    Ok(Ok(()))
}

fn fits(field: &FieldDef, change: &Change) -> Result<(), Flaw> {
    match change.op {
        Op::Add | Op::Remove if !field.many => Err(Flaw::Kind),
        Op::Remove if field.merge == MergeRule::AppendOnly => Err(Flaw::Kind),
        Op::Add | Op::Remove => match &change.value {
            Value::Text(element) => validate(field, &Value::Set([element.clone()].into())),
            _ => Err(Flaw::Kind),
        },
        _ => validate(field, &change.value),
    }
}

fn check_references(
    registry: &Registry,
    view: &mut View,
    def: &EntityDef,
    field: &FieldDef,
    change: &Change,
    before: Option<&Record>,
) -> Result<Result<(), Reason>, Miss> {
    let crate::registry::Kind::Ref(targets) = &field.kind else { return Ok(Ok(())) };
    if matches!(change.op, Op::Remove) {
        return Ok(Ok(()));
    }
    let points_to = match (&change.value, change.op) {
        (Value::Text(element), Op::Add) => RecordId::parse(element).into_iter().collect(),
        (value, _) => value.refs(),
    };
    for target in points_to {
        let found = rows::load_record(view, target)?.filter(|found| found.deleted.is_none());
        let name = field.id.to_string();
        match found {
            None if field.required => return Ok(Err(Reason::Needs { field: name, record: target })),
            None => {}
            Some(found) => {
                // A field without targets points to its own entity (`merged_into`).
                let fits = match targets.is_empty() {
                    true => found.entity == def.id && found.id != change_record(before),
                    false => targets.iter().any(|target| *target == found.entity),
                };
                if !fits {
                    return Ok(Err(Reason::Invalid { field: name, detail: Flaw::Target }));
                }
                let stands = before.is_some_and(|before| before.value(&field.id).refs().contains(&target));
                let archived = registry.field(&found.entity, "archived").is_some()
                    && found.get("archived") == Some(true);
                if archived && !stands {
                    return Ok(Err(Reason::Archived { field: name, record: target }));
                }
            }
        }
    }
    Ok(Ok(()))
}

fn change_record(before: Option<&Record>) -> RecordId {
    before.map(|before| before.id).unwrap_or_default()
}

fn taken(
    view: &mut View,
    def: &EntityDef,
    field: &FieldDef,
    value: &Value,
    record: RecordId,
) -> Result<Option<Reason>, Miss> {
    let Some(value) = unique_key(value) else { return Ok(None) };
    let holder = view.get(Table::Unique, &key![def.id.to_string(), field.id.to_string(), value])?;
    let other = holder.is_some_and(|holder| holder.as_ref() != record.to_string().as_bytes());
    Ok(other.then(|| Reason::Taken { field: field.id.to_string() }))
}

/// An item being applied to its record.
struct Work<'a> {
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
    fn new(
        author: &'a Author<'a>,
        def: &'a EntityDef,
        item: &'a Item,
        before: Option<&Record>,
        own: BTreeMap<FieldId, Seq>,
        seq: Seq,
    ) -> Self {
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

    fn apply(&mut self, view: &mut View) -> Result<(), Miss> {
        if !self.existed {
            self.create(view)?;
        }
        for change in &self.item.changes {
            match change.op {
                Op::Create => {}
                Op::Delete => self.delete(view)?,
                Op::Restore => self.restore(),
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
            let number = rows::counter(view, &name)? + 1;
            rows::set_counter(view, &name, number);
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
        let range = crate::store::Range::under(Table::Child, key![self.after.id]);
        let children: Vec<RecordId> =
            view.range(&range)?.iter().filter_map(|(key, _)| rows::id_of(key)).collect();
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
        if change.field == "merged_into" && self.closes_circle(view, &change.value)? {
            self.lose(&change.field, &change.value);
            return Ok(());
        }
        let cell = self.after.fields.get(&change.field).cloned().unwrap_or_default();
        let version = self.group_version(field);
        if self.author.unit.guarded && version > base {
            self.superseded.push(change.field.clone());
            return Ok(());
        }
        let merge = if field.many {
            merge_set(&cell, change, base, self.seq)
        } else if version <= base {
            Merge::Apply(change.value.clone())
        } else if field.merge == MergeRule::ThreeWayText {
            merge_text(view, &self.after, change, base, &cell, (self.at, self.by))?
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
                self.stand(&change.field, value);
                self.settle(&change.field, self.seq);
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

    /// Would pointing this record there make a circle of redirects?
    fn closes_circle(&self, view: &mut View, value: &Value) -> Result<bool, Miss> {
        let mut next = value.as_ref_id();
        for _ in 0..64 {
            match next {
                Some(id) if id == self.after.id => return Ok(true),
                Some(id) => {
                    next = rows::load_record(view, id)?.and_then(|record| record.reference("merged_into"))
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
        self.effects.push(Effect::Set { field: field.to_owned(), value, before });
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

    fn finish(mut self, before: Option<Arc<Record>>) -> Judged {
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
