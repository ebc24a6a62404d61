//! What is refused: rights, values that do not fit, references that lead nowhere.

use super::Case;
use crate::change::{Change, Flaw, Item, Op, Reason};
use crate::id::RecordId;
use crate::key;
use crate::record::Record;
use crate::registry::{EntityAccess, EntityDef, FieldDef, Kind, MergeRule, Registry, unique_key, validate};
use crate::store::Table;
use crate::store::view::{Miss, View};
use crate::sync::rows;
use crate::sync::scope::{Place, Role, Scope, parent_of};
use crate::value::Value;

type Checked = Result<Result<(), Reason>, Miss>;

/// May this author do this to this record, and is there such a record?
pub(super) fn check_record(case: &Case, view: &mut View) -> Checked {
    let Case { registry, author, def, item, .. } = *case;
    let scope = author.scope;
    let Some(before) = case.before else {
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
            && let Some(record) = parent_of(def, &draft)
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
    let place = rows::place(registry, view, before)?;
    if !scope.sees(registry, &place) {
        // A record out of sight is as good as none, but an id that is taken cannot be made again.
        return Ok(Err(if item.creates() { Reason::Forbidden } else { Reason::NoSuchRecord }));
    }
    if before.entity != item.entity {
        return Ok(Err(Reason::NoSuchRecord));
    }
    let parent = parent_place(registry, view, def, before)?;
    let may = scope.writes(def, &Place::of(before), parent.as_ref()) || is_nothing_new(item, before);
    Ok(if may { Ok(()) } else { Err(Reason::Forbidden) })
}

/// A record made again as it stands: someone else's import of the same file.
fn is_nothing_new(item: &Item, before: &Record) -> bool {
    let stands = |change: &Change| match change.op {
        Op::Create => true,
        Op::Set => before.value(&change.field) == &change.value,
        _ => false,
    };
    before.deleted.is_none() && item.creates() && item.changes.iter().all(stands)
}

/// Does the record, as it came out, keep what holds between records and between people?
pub(super) fn check_result(case: &Case, view: &mut View, after: &Record) -> Checked {
    let Case { registry, author, def, before, .. } = *case;
    for field in def.fields.iter().filter(|field| field.unique && after.stands()) {
        let value = after.value(&field.id);
        let held = before.is_some_and(|before| before.stands() && before.value(&field.id) == value);
        if !held && let Some(reason) = taken(view, def, field, value, after.id)? {
            return Ok(Err(reason));
        }
    }
    if author.system {
        return Ok(Ok(()));
    }
    // Rights were judged by what it hung on; what it hangs on now is asked too.
    if before.is_some_and(|before| parent_of(def, before) != parent_of(def, after)) {
        let parent = parent_place(registry, view, def, after)?;
        let may = match def.access {
            EntityAccess::Parent => author.scope.writes(def, &Place::of(after), parent.as_ref()),
            _ => parent.is_none_or(|parent| author.scope.sees(registry, &parent)),
        };
        if !may {
            return Ok(Err(Reason::Forbidden));
        }
    }
    if def.id == "employee" && before.is_some_and(is_admin) && !is_admin(after) {
        let people = rows::small(view, "employee")?;
        if !people.iter().any(|person| person.id != after.id && is_admin(person)) {
            return Ok(Err(Reason::LastAdmin));
        }
    }
    Ok(Ok(()))
}

fn is_admin(person: &Record) -> bool {
    person.deleted.is_none()
        && person.get("active") == Some(true)
        && Role::of(person.text("role")) == Role::Admin
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
    match parent_of(def, record) {
        Some(parent) => rows::place_at(registry, view, parent, &rows::Then::now()),
        None => Ok(None),
    }
}

/// Does each change fit its field, its author and the records it points to?
pub(super) fn check_changes(case: &Case, view: &mut View) -> Checked {
    let Case { author, def, item, .. } = *case;
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
        if let Err(reason) = check_references(case, view, field, change)? {
            return Ok(Err(reason));
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

/// One may point to a record out of sight, and is told its name: a reference shows that. Nothing else
/// is told of it: where only its kind, or that it was archived, speaks against the reference, it is
/// judged like a record that is not there yet, and like one that is not archived.
fn check_references(case: &Case, view: &mut View, field: &FieldDef, change: &Change) -> Checked {
    let Case { registry, author, def, before, .. } = *case;
    let Kind::Ref(targets) = &field.kind else { return Ok(Ok(())) };
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
                let stands = before.is_some_and(|before| before.value(&field.id).refs().contains(&target));
                let archived = registry.field(&found.entity, "archived").is_some()
                    && found.get("archived") == Some(true);
                let against = match fits {
                    false => Reason::Invalid { field: name.clone(), detail: Flaw::Target },
                    true if archived && !stands => Reason::Archived { field: name.clone(), record: target },
                    true => continue,
                };
                if author.system || author.scope.sees(registry, &rows::place(registry, view, &found)?) {
                    return Ok(Err(against));
                }
                if !fits && field.required {
                    return Ok(Err(Reason::Needs { field: name, record: target }));
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
    let other = holder.is_some_and(|holder| *holder != *record.to_string().as_bytes());
    Ok(other.then(|| Reason::Taken { field: field.id.to_string() }))
}
