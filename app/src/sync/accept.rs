//! Taking a push into the order: every item is judged, numbered, logged and answered once.

use super::judge::{Author, Judged, judge};
use super::rows::{self, AWAITED, LogRow, ScopeRow, SeenRow, TOMBSTONES};
use super::scope::{Role, Scope};
use crate::change::{Item, Op, Outcome, Reason, Unit, Verdict};
use crate::id::{Millis, RecordId, Seq};
use crate::key;
use crate::protocol::{Push, Pushed};
use crate::record::{FieldId, Record};
use crate::registry::{EntityDef, MERGED_INTO, Registry, unique_key};
use crate::store::view::{Miss, View, for_each};
use crate::store::{Range, Table};
use std::collections::{BTreeMap, BTreeSet};

/// The entities whose records decide what people see.
const SCOPING: [&str; 3] = ["employee", "team", "read_rule"];

/// A push, who sent it, and when it arrived.
#[derive(Clone, Copy, Debug)]
pub struct Submission<'a> {
    /// The employee record of who is signed in.
    pub user: RecordId,
    /// The server's own work (set-up, demo data): writes everything, and keeps the items' times.
    pub system: bool,
    pub push: &'a Push,
    /// The server's clock.
    pub now: Millis,
}

/// Takes a push into the order, in the view. The caller commits the view's batch and only then
/// sends the answer; the batch must expect [`SEQ_KEY`](super::SEQ_KEY) to stand as it was loaded.
pub fn accept(registry: &Registry, view: &mut View, submission: &Submission) -> Result<Pushed, Miss> {
    prefetch(registry, view, submission)?;
    let scope = match submission.system {
        true => Some(system_scope(submission.user)),
        false => rows::scope_of(view, submission.user)?.map(|row| row.scope.clone()),
    };
    let push = submission.push;
    let holder = rows::read::<RecordId>(view, Table::Seen, &key![push.client])?.map(|holder| *holder);
    let scope = scope.filter(|scope| scope.active && holder.is_none_or(|holder| holder == submission.user));
    let mut outcomes = Vec::new();
    let mut rescope = false;
    let before = rows::head(view)?;
    match scope {
        Some(scope) => {
            if holder.is_none() {
                view.put(Table::Seen, key![push.client], rows::encode(&submission.user));
            }
            for_each(&push.units, |unit| {
                outcomes.extend(take_unit(registry, view, submission, &scope, unit)?);
                rescope |= unit.items.iter().any(|item| SCOPING.contains(&item.entity.as_str()));
                Ok(())
            })?;
        }
        // Nothing is learned about earlier outcomes of a client that is another's.
        None => outcomes.extend(push.units.iter().flat_map(|unit| &unit.items).map(|item| Outcome {
            n: item.n,
            seq: None,
            result: Verdict::Rejected(Reason::Forbidden),
        })),
    }
    if rescope {
        derive_scopes(view, before)?;
    }
    Ok(Pushed { outcomes, head: rows::counter(view, super::SEQ_KEY)? })
}

fn system_scope(user: RecordId) -> Scope {
    Scope {
        user,
        role: Role::Admin,
        team: None,
        teams: BTreeSet::new(),
        reads: BTreeMap::new(),
        active: true,
    }
}

/// Asks for all that the push is sure to need, in one go.
fn prefetch(registry: &Registry, view: &mut View, submission: &Submission) -> Result<(), Miss> {
    let push = submission.push;
    let mut keys = vec![
        (Table::Meta, key![super::SEQ_KEY]),
        (Table::Seen, key![push.client]),
        (Table::Scope, key![submission.user]),
    ];
    for item in push.units.iter().flat_map(|unit| &unit.items) {
        keys.push((Table::Seen, key![push.client, item.n]));
        keys.push((Table::Record, key![item.record]));
        if item.changes.iter().any(|change| change.op == Op::Create) {
            keys.push((Table::Small, key![AWAITED, item.record]));
        }
        for change in &item.changes {
            let Some(field) = registry.field(&item.entity, &change.field) else { continue };
            if !field.targets().is_empty() {
                keys.extend(change.value.refs().into_iter().map(|id| (Table::Record, key![id])));
            }
            if field.unique
                && let Some(unique) = unique_key(&change.value)
            {
                keys.push((Table::Unique, key![item.entity.clone(), change.field.clone(), unique]));
            }
        }
    }
    // An undo looks at what points to each record it takes back: all at once, not one by one.
    let mut missing = false;
    let guarded = push.units.iter().filter(|unit| unit.guarded).flat_map(|unit| &unit.items);
    for item in guarded.filter(|item| item.changes.iter().any(|change| change.op == Op::Delete)) {
        match view.range(&Range::under(Table::Child, key![item.record])) {
            Ok(children) => keys.extend(
                children.iter().filter_map(|(key, _)| key.last_id()).map(|id| (Table::Record, key![id])),
            ),
            Err(Miss) => missing = true,
        }
    }
    if missing {
        view.want(keys);
        return Err(Miss);
    }
    if view.want(keys) { Ok(()) } else { Err(Miss) }
}

fn take_unit(
    registry: &Registry,
    view: &mut View,
    submission: &Submission,
    scope: &Scope,
    unit: &Unit,
) -> Result<Vec<Outcome>, Miss> {
    let checkpoint = view.checkpoint();
    let mut outcomes = Vec::with_capacity(unit.items.len());
    for_each(&unit.items, |item| {
        outcomes.push(take_item(registry, view, submission, scope, unit, item, None)?);
        Ok(())
    })?;
    let fails = |outcome: &Outcome| matches!(outcome.result, Verdict::Rejected(_));
    if unit.all_or_nothing && outcomes.iter().any(fails) && !outcomes.iter().all(fails) {
        view.rollback(checkpoint);
        for (item, outcome) in unit.items.iter().zip(&mut outcomes) {
            let reason = match &outcome.result {
                Verdict::Rejected(reason) => reason.clone(),
                _ => Reason::Together,
            };
            *outcome = take_item(registry, view, submission, scope, unit, item, Some(reason))?;
        }
    }
    Ok(outcomes)
}

/// Judges one item and writes what follows. `refuse` rejects it for a reason found elsewhere.
fn take_item(
    registry: &Registry,
    view: &mut View,
    submission: &Submission,
    scope: &Scope,
    unit: &Unit,
    item: &Item,
    refuse: Option<Reason>,
) -> Result<Outcome, Miss> {
    let client = submission.push.client;
    let seen_key = key![client, item.n];
    let digest = item.digest();
    if let Some(seen) = rows::read::<SeenRow>(view, Table::Seen, &seen_key)? {
        return Ok(if seen.digest == digest {
            seen.outcome.clone()
        } else {
            Outcome { n: item.n, seq: None, result: Verdict::Rejected(Reason::NumberReused) }
        });
    }
    let head = rows::counter(view, super::SEQ_KEY)?;
    let author =
        Author { scope, system: submission.system, client, unit, at: arrival(submission, unit, item) };
    let judged = match refuse {
        Some(reason) => Judged::Rejected(reason, BTreeMap::new()),
        None => judge(registry, view, &author, item, head + 1)?,
    };
    let (outcome, own) = match judged {
        Judged::Rejected(reason, own) => {
            (Outcome { n: item.n, seq: None, result: Verdict::Rejected(reason) }, own)
        }
        Judged::Idle(own) => (Outcome { n: item.n, seq: Some(head), result: Verdict::Accepted }, own),
        Judged::Taken { before, after, entry, verdict, own } => {
            let seq = entry.seq;
            write(registry, view, before.as_deref(), &after, entry)?;
            (Outcome { n: item.n, seq: Some(seq), result: verdict }, own)
        }
    };
    write_seen(view, seen_key, digest, &outcome, own, submission.system);
    Ok(outcome)
}

/// The server's own work is never retried under a number, so it leaves no row to compare with.
fn write_seen(
    view: &mut View,
    key: crate::store::Key,
    digest: String,
    outcome: &Outcome,
    own: BTreeMap<FieldId, Seq>,
    system: bool,
) {
    if !system {
        view.put(Table::Seen, key, rows::encode(&SeenRow { digest, outcome: outcome.clone(), own }));
    }
}

/// When the item was done, by the server's reckoning: the device's time moved by how far its
/// clock is off, never in the future; the arrival where the clock cannot be trusted.
fn arrival(submission: &Submission, unit: &Unit, item: &Item) -> Millis {
    if submission.system {
        return item.at;
    }
    if unit.clock_jumped {
        return submission.now;
    }
    let off = submission.now.saturating_sub(submission.push.now);
    item.at.saturating_add(off).clamp(0, submission.now)
}

/// Writes an accepted item: the log, the state and every index that follows from it.
fn write(
    registry: &Registry,
    view: &mut View,
    before: Option<&Record>,
    after: &Record,
    entry: crate::change::Entry,
) -> Result<(), Miss> {
    let Some(def) = registry.entity(&after.entity) else { return Ok(()) };
    let seq = entry.seq;
    view.put(Table::Record, key![after.id], rows::encode_record(after));
    view.put(Table::Trail, key![after.id, seq], []);
    let was = before.map(|before| rows::standing(def, before));
    let row = LogRow { entry, awaited: arrives(view, before, after)?, was, now: rows::standing(def, after) };
    note_awaited(view, &row)?;
    if row.moves() {
        rows::set_counter(view, rows::moved_key(def.reads), seq);
    }
    view.put(Table::Log, key![seq], rows::encode(&row));
    rows::set_counter(view, super::SEQ_KEY, seq);
    if def.small && before.is_none() {
        view.put(Table::Small, key![def.id.to_string(), after.id], []);
    }
    index_references(registry, view, def, before, after);
    index_unique(view, def, before, after)?;
    match (before.and_then(|before| before.deleted), after.deleted) {
        (None, Some(at)) => view.put(Table::Small, key![TOMBSTONES, at], after.id.to_string().into_bytes()),
        (Some(at), None) => view.delete(Table::Small, key![TOMBSTONES, at]),
        _ => {}
    }
    Ok(())
}

/// Is it made just now, and do others hang on it already?
fn arrives(view: &mut View, before: Option<&Record>, after: &Record) -> Result<bool, Miss> {
    let key = key![AWAITED, after.id];
    let awaited = before.is_none() && view.get(Table::Small, &key)?.is_some();
    if awaited {
        view.delete(Table::Small, key);
    }
    Ok(awaited)
}

/// Notes what a record came to hang on where that is not there (yet, or any more).
fn note_awaited(view: &mut View, row: &LogRow) -> Result<(), Miss> {
    let hung = row.was.as_ref().and_then(|was| was.parent);
    if let Some(parent) = row.now.parent.filter(|parent| hung != Some(*parent))
        && rows::load_record(view, parent)?.is_none()
    {
        view.put(Table::Small, key![AWAITED, parent], []);
    }
    Ok(())
}

/// Keeps (target, source) for every reference to a record that is not configuration, a merged record's
/// to what stands for it among them.
fn index_references(
    registry: &Registry,
    view: &mut View,
    def: &EntityDef,
    before: Option<&Record>,
    after: &Record,
) {
    let targets = |record: &Record| -> BTreeSet<RecordId> {
        def.fields
            .iter()
            .filter(|field| {
                field.id == MERGED_INTO && !def.small
                    || field
                        .targets()
                        .iter()
                        .any(|target| registry.entity(target).is_some_and(|def| !def.small))
            })
            .flat_map(|field| record.value(&field.id).refs())
            .collect()
    };
    let old = before.map(targets).unwrap_or_default();
    let new = targets(after);
    for gone in old.difference(&new) {
        view.delete(Table::Child, key![*gone, after.id]);
    }
    for come in new.difference(&old) {
        view.put(Table::Child, key![*come, after.id], []);
    }
}

/// Keeps the holder of each unique value; a deleted or merged record holds none.
fn index_unique(
    view: &mut View,
    def: &EntityDef,
    before: Option<&Record>,
    after: &Record,
) -> Result<(), Miss> {
    for field in def.fields.iter().filter(|field| field.unique) {
        let held = |record: &Record| {
            if record.stands() { unique_key(record.value(&field.id)) } else { None }
        };
        let (old, new) = (before.and_then(held), held(after));
        if old == new {
            continue;
        }
        let row = |value: String| key![def.id.to_string(), field.id.to_string(), value];
        if let Some(old) = old {
            view.delete(Table::Unique, row(old));
        }
        if let Some(new) = new {
            view.put(Table::Unique, row(new), after.id.to_string().into_bytes());
        }
    }
    Ok(())
}

/// Derives everyone's scope anew; a scope that changed gets the next version. `since` is where the
/// order stood before what changed it.
fn derive_scopes(view: &mut View, since: Seq) -> Result<(), Miss> {
    let people = rows::small(view, "employee")?;
    let teams = rows::small(view, "team")?;
    let rules = rows::small(view, "read_rule")?;
    if !view.want(people.iter().map(|person| (Table::Scope, key![person.id]))) {
        return Err(Miss);
    }
    for person in &people {
        let known = rows::scope_of(view, person.id)?;
        let derived = Scope::derive(person.id, &people, &teams, &rules);
        // Someone deleted sees nothing any more.
        let scope =
            derived.unwrap_or_else(|| Scope { active: false, role: Role::Rep, ..system_scope(person.id) });
        if known.as_ref().is_some_and(|known| known.scope == scope) {
            continue;
        }
        let version = known.as_ref().map_or(1, |known| known.version + 1);
        let row = ScopeRow { version, scope, since };
        view.put(Table::Scope, key![person.id], rows::encode(&row));
        view.put(Table::Scope, key![person.id, row.version], rows::encode(&row));
    }
    Ok(())
}
