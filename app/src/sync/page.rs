//! Answering a pull: what a person's device is missing since its cursor, as their scope sees it.
//!
//! A device is taken to hold what its cursor's scope saw at its cursor's sequence. For each record
//! touched since: seen then and now, its entries go out; seen now only, it enters whole; seen then
//! only, it leaves. A record's sight may change with the record it hangs on, so what hangs on a
//! moved record is looked at too.
//!
//! Records enter as they stand when the page is asked for, which may be later than the cursor it
//! ends with. So what [`passes`] through sight behind a cursor may be held or not: seen, it enters
//! again; not seen, it leaves again.

use super::rows::{self, FLOOR_KEY, LogRow, ScopeRow, Standing, Then};
use super::scope::{Scope, parent_of};
use crate::change::{Effect, Entry};
use crate::id::{RecordId, Seq};
use crate::key;
use crate::protocol::{Cursor, Frame};
use crate::record::Record;
use crate::registry::{FieldDef, Registry};
use crate::store::view::{Miss, View, for_each};
use crate::store::{Range, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How many (id, version) pairs a manifest frame holds.
const MANIFEST_ROWS: usize = 5_000;

/// Why a pull has no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PullError {
    /// Access was taken away, or never given.
    #[error("access was taken away")]
    Disabled,
    /// The cursor is of another past than this server's (restored from a backup, another data
    /// folder): the device must begin again from a snapshot, keeping its own unsent work.
    #[error("the cursor is not of this server's past")]
    Future,
}

/// The frames from `cursor` on, over at most `limit` entries of the order, closed by a
/// [`Frame::Cursor`]. The caller asks again until the cursor reaches the head.
pub fn page(
    registry: &Registry,
    view: &mut View,
    user: RecordId,
    cursor: Cursor,
    limit: u64,
) -> Result<Result<Vec<Frame>, PullError>, Miss> {
    let Some(current) = rows::scope_of(view, user)?.filter(|row| row.scope.active) else {
        return Ok(Err(PullError::Disabled));
    };
    let (version, scope) = (current.version, &current.scope);
    let head = rows::counter(view, super::SEQ_KEY)?;
    let floor = rows::counter(view, FLOOR_KEY)?;
    let old = rows::read::<ScopeRow>(view, Table::Scope, &key![user, cursor.scope])?;
    let Some(old) = old.filter(|_| cursor.seq <= head) else { return Ok(Err(PullError::Future)) };
    if cursor.mark != 0 && cursor.mark != rows::mark_at(view, cursor.seq)? {
        return Ok(Err(PullError::Future));
    }
    let mut frames = Vec::new();
    let (next, pointed) = if cursor.seq < floor {
        frames.push(Frame::Scope(scope.clone()));
        (head, manifest(registry, view, (&old.scope, scope), cursor.seq, &mut frames)?)
    } else if old.version != version {
        frames.push(Frame::Scope(scope.clone()));
        (cursor.seq, transition(registry, view, (&old.scope, scope), cursor.seq, &mut frames)?)
    } else {
        let to = head.min(cursor.seq + limit.max(1));
        let unseen = changes(registry, view, scope, cursor.seq, to, &mut frames)?;
        (to, pointed_to(registry, view, scope, unseen)?)
    };
    label(registry, view, scope, pointed, &mut frames)?;
    let cursor = Cursor { seq: next, scope: version, mark: rows::mark_at(view, next)? };
    frames.push(Frame::Cursor { cursor, head });
    Ok(Ok(frames))
}

/// The entries after `from` up to `to`, with what enters and leaves on the way. Answers what was
/// touched and is out of sight.
fn changes(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    from: Seq,
    to: Seq,
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let keys = view.dense(Table::Log, from + 1, to + 1)?;
    let mut log: Vec<Arc<LogRow>> = Vec::with_capacity(keys.len());
    for key in keys {
        log.extend(rows::read::<LogRow>(view, Table::Log, &key)?);
    }
    let mut touched: Vec<RecordId> = Vec::new();
    let mut entries: BTreeMap<RecordId, Vec<Entry>> = BTreeMap::new();
    let mut moved: Vec<RecordId> = Vec::new();
    let mut passed: Vec<RecordId> = Vec::new();
    let mut unsure: BTreeSet<RecordId> = BTreeSet::new();
    let mut then = Then::at(from);
    for row in log {
        then.note(&row);
        let id = row.entry.record;
        moved.extend(row.moves().then_some(id));
        if passes(registry, scope, &row) {
            unsure.insert(id);
            // What hangs on a new record came to hang there in an item of its own.
            passed.extend(row.moves().then_some(id));
        }
        if !entries.contains_key(&id) {
            touched.push(id);
        }
        entries.entry(id).or_default().push(row.entry.clone());
    }
    if !view.want(touched.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    touched.extend(hanging_on(view, moved)?);
    unsure.extend(hanging_on(view, passed)?);
    let mut done = BTreeSet::new();
    let mut unseen = BTreeSet::new();
    for_each(touched, |id| {
        if !done.insert(id) {
            return Ok(());
        }
        let held = held_at(registry, view, scope, id, &then)?;
        let sees = sees_now(registry, view, scope, id)?;
        let entries = entries.remove(&id).unwrap_or_default();
        let tells = |effect: &Effect| entries.iter().any(|entry| entry.effects.contains(effect));
        // A device that began from a cut does not hold what was deleted then, nor one that was told
        // to let go of a record what has come back since.
        let anew = tells(&Effect::Restored) || unsure.contains(&id);
        let enters = if held { anew } else { !tells(&Effect::Created) };
        if sees {
            if enters && let Some(record) = rows::load_record(view, id)? {
                frames.push(whole(&record));
            }
            frames.extend(entries.into_iter().map(Frame::Entry));
        } else {
            unseen.insert(id);
            frames.extend((held || unsure.contains(&id)).then_some(Frame::Leave(id)));
        }
        Ok(())
    })?;
    Ok(unseen)
}

/// May this item have brought its record into a scope's sight, or taken it out?
fn passes(registry: &Registry, scope: &Scope, row: &LogRow) -> bool {
    let in_sight = |standing: &Standing| standing.parent.is_some() || scope.sees(registry, &standing.place);
    (row.was.is_none() || row.moves()) && (row.was.iter().any(in_sight) || in_sight(&row.now))
}

/// May a device whose scope was this one at `at` hold the record? What it saw then, and what it was
/// given whole since, as that stood for a while.
fn may_hold(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    id: RecordId,
    at: Seq,
) -> Result<bool, Miss> {
    if held_at(registry, view, scope, id, &Then::at(at))? {
        return Ok(true);
    }
    let mut next = Some(id);
    for _ in 0..=rows::DEPTH {
        let Some(id) = next else { break };
        let Some(record) = rows::load_record(view, id)? else { break };
        if record.seq > at {
            let since = rows::since(view, id, at)?;
            if since.iter().any(|row| passes(registry, scope, row)) {
                return Ok(true);
            }
        }
        next = registry.entity(&record.entity).and_then(|def| parent_of(def, &record));
    }
    Ok(false)
}

/// Those of these records that a record in sight points to.
fn pointed_to(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    unseen: BTreeSet<RecordId>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut pointed = BTreeSet::new();
    if scope.reads.is_empty() {
        return Ok(pointed);
    }
    for_each(unseen, |id| {
        for (key, _) in view.range(&Range::under(Table::Child, key![id]))? {
            let Some(source) = key.last_id() else { continue };
            if sees_now(registry, view, scope, source)? {
                pointed.insert(id);
                break;
            }
        }
        Ok(())
    })?;
    Ok(pointed)
}

/// Everything that hangs on these records, however far down.
fn hanging_on(view: &mut View, moved: Vec<RecordId>) -> Result<Vec<RecordId>, Miss> {
    let mut found = BTreeSet::new();
    let mut level = moved;
    while !level.is_empty() {
        let mut next = Vec::new();
        for_each(level, |parent| {
            let children = view.range(&Range::under(Table::Child, key![parent]))?;
            let children = children.iter().filter_map(|(key, _)| key.last_id());
            next.extend(children.filter(|child| found.insert(*child)));
            Ok(())
        })?;
        level = next;
    }
    let found: Vec<RecordId> = found.into_iter().collect();
    if view.want(found.iter().map(|id| (Table::Record, key![*id]))) { Ok(found) } else { Err(Miss) }
}

/// Did a scope see this record at a sequence?
fn held_at(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    id: RecordId,
    then: &Then,
) -> Result<bool, Miss> {
    Ok(rows::place_at(registry, view, id, then)?.is_some_and(|place| scope.sees(registry, &place)))
}

fn sees_now(registry: &Registry, view: &mut View, scope: &Scope, id: RecordId) -> Result<bool, Miss> {
    held_at(registry, view, scope, id, &Then::now())
}

/// A record as devices hold it: without what only the server needs.
fn whole(record: &Record) -> Frame {
    let mut record = record.clone();
    for cell in record.fields.values_mut() {
        (cell.at, cell.by) = Default::default();
        cell.adds.clear();
    }
    Frame::Enter(record)
}

/// From one scope to another at a sequence. What the old one saw then and the new one does not
/// see now leaves; what only the new one sees enters. Answers what the new one's records point to.
fn transition(
    registry: &Registry,
    view: &mut View,
    (old, new): (&Scope, &Scope),
    at: Seq,
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut pointed = BTreeSet::new();
    for_each(every_record(view)?, |id| {
        if sees_now(registry, view, new, id)?
            && let Some(record) = rows::load_record(view, id)?
        {
            pointed.extend(references(registry, new, &record));
            if !held_at(registry, view, old, id, &Then::at(at))? {
                frames.push(whole(&record));
            }
        } else if may_hold(registry, view, old, id, at)? {
            frames.push(Frame::Leave(id));
        }
        Ok(())
    })?;
    Ok(pointed)
}

fn every_record(view: &mut View) -> Result<Vec<RecordId>, Miss> {
    Ok(view.range(&Range::all(Table::Record))?.iter().filter_map(|(key, _)| key.last_id()).collect())
}

/// For a cursor older than the purged tombstones: what there is, and whole what changed since or
/// was not in the old scope's sight at the cursor. Answers what it all points to.
fn manifest(
    registry: &Registry,
    view: &mut View,
    (old, new): (&Scope, &Scope),
    at: Seq,
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut there = Vec::new();
    let mut enter = Vec::new();
    let mut pointed = BTreeSet::new();
    for_each(every_record(view)?, |id| {
        if sees_now(registry, view, new, id)?
            && let Some(record) = rows::load_record(view, id)?
        {
            there.push((id, record.seq));
            pointed.extend(references(registry, new, &record));
            if record.seq > at || !held_at(registry, view, old, id, &Then::at(at))? {
                enter.push(whole(&record));
            }
        }
        Ok(())
    })?;
    // One manifest in pieces: the last piece is the one that is not full.
    for piece in there.chunks(MANIFEST_ROWS) {
        frames.push(Frame::Manifest(piece.to_vec()));
    }
    if there.len().is_multiple_of(MANIFEST_ROWS) {
        frames.push(Frame::Manifest(Vec::new()));
    }
    frames.extend(enter);
    Ok(pointed)
}

/// Names what the frames and `pointed` point to and this person may not see.
fn label(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    mut pointed: BTreeSet<RecordId>,
    frames: &mut Vec<Frame>,
) -> Result<(), Miss> {
    if scope.reads.is_empty() {
        return Ok(());
    }
    for frame in frames.iter() {
        match frame {
            Frame::Enter(record) => pointed.extend(references(registry, scope, record)),
            Frame::Entry(entry) => {
                for effect in &entry.effects {
                    if let Effect::Set { field, value, .. } = effect
                        && registry.field(&entry.entity, field).is_some_and(FieldDef::refers)
                    {
                        pointed.extend(value.refs());
                    }
                }
            }
            _ => {}
        }
    }
    let labels = labels_of(registry, view, scope, pointed)?;
    if !labels.is_empty() {
        frames.push(Frame::Labels(labels));
    }
    Ok(())
}

/// The records this one points to, where some may be out of this scope's sight.
fn references(registry: &Registry, scope: &Scope, record: &Record) -> Vec<RecordId> {
    let Some(def) = registry.entity(&record.entity).filter(|_| !scope.reads.is_empty()) else {
        return Vec::new();
    };
    let fields = def.fields.iter().filter(|field| field.refers());
    fields.flat_map(|field| record.value(&field.id).refs()).collect()
}

/// The names of those of these records that are out of sight.
fn labels_of(
    registry: &Registry,
    view: &mut View,
    scope: &Scope,
    pointed: BTreeSet<RecordId>,
) -> Result<BTreeMap<RecordId, String>, Miss> {
    if !view.want(pointed.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let mut labels = BTreeMap::new();
    for id in pointed {
        if !sees_now(registry, view, scope, id)?
            && let Some(record) = rows::load_record(view, id)?
            && let Some(def) = registry.entity(&record.entity)
        {
            labels.insert(id, def.title_of(&record));
        }
    }
    Ok(labels)
}
