//! Answering a pull: what a person's device is missing since its cursor, as their scope sees it.
//!
//! A device is taken to hold what its cursor's scope saw at its cursor's sequence. For each record
//! touched since: seen then and now, its entries go out; seen now only, it enters whole; seen then
//! only, it leaves. A record's sight may change with the record it hangs on, so what hangs on a
//! moved record is looked at too.
//!
//! Records enter as they stand when the page is asked for, which may be later than the cursor it
//! ends with. So what passed through sight behind a cursor (its [`Course`]) may be held or not: seen,
//! it enters again; not seen, it leaves again.

use super::rows::{self, FLOOR_KEY, LogRow, ScopeRow};
use super::scope::Scope;
use super::sight::{Course, Sight};
use crate::change::{Effect, Entry};
use crate::id::{RecordId, SEQ_END, Seq};
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
    let mut sight = Sight::new(registry, scope, cursor.seq, SEQ_END);
    let (next, pointed) = if cursor.seq < floor {
        frames.push(Frame::Scope(scope.clone()));
        let old = Sight::new(registry, &old.scope, cursor.seq, SEQ_END);
        (head, manifest(view, &old, &sight, cursor.seq, &mut frames)?)
    } else if old.version != version {
        frames.push(Frame::Scope(scope.clone()));
        let next = rows::read::<ScopeRow>(view, Table::Scope, &key![user, old.version + 1])?;
        let ended = next.map_or(SEQ_END, |next| next.since);
        let mut old = Sight::new(registry, &old.scope, cursor.seq, ended);
        (cursor.seq, transition(view, &mut old, &sight, &mut frames)?)
    } else {
        let to = head.min(cursor.seq + limit.max(1));
        let unseen = changes(view, &mut sight, (cursor.seq, to), &mut frames)?;
        (to, pointed_to(view, &sight, unseen)?)
    };
    label(view, &sight, pointed, &mut frames)?;
    let cursor = Cursor { seq: next, scope: version, mark: rows::mark_at(view, next)? };
    frames.push(Frame::Cursor { cursor, head });
    Ok(Ok(frames))
}

/// The entries after `from` up to `to`, with what enters and leaves on the way. Answers what was
/// touched and is out of sight.
fn changes(
    view: &mut View,
    sight: &mut Sight,
    (from, to): (Seq, Seq),
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let keys = view.dense(Table::Log, from + 1, to + 1)?;
    let mut log: Vec<Arc<LogRow>> = Vec::with_capacity(keys.len());
    for key in keys {
        log.extend(rows::read::<LogRow>(view, Table::Log, &key)?);
    }
    let mut touched: Vec<RecordId> = Vec::new();
    let mut entries: BTreeMap<RecordId, Vec<Entry>> = BTreeMap::new();
    for row in &log {
        sight.note(row);
        let entries = entries.entry(row.entry.record).or_default();
        touched.extend(entries.is_empty().then_some(row.entry.record));
        entries.push(row.entry.clone());
    }
    // What came to stand elsewhere, with what hangs on it, may have passed through sight.
    let ids = |turns: fn(&LogRow) -> bool| -> Vec<RecordId> {
        log.iter().filter(|row| turns(row)).map(|row| row.entry.record).collect()
    };
    if !view.want(touched.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let hanging = hanging_on(view, ids(LogRow::moves))?;
    touched.extend(&hanging);
    let turned: BTreeSet<RecordId> = ids(LogRow::turns).into_iter().chain(hanging).collect();
    let mut done = BTreeSet::new();
    let mut unseen = BTreeSet::new();
    for_each(touched, |id| {
        if !done.insert(id) {
            return Ok(());
        }
        let held = sight.saw_then(view, id)?;
        let sees = sight.sees(view, id)?;
        let course = match turned.contains(&id) {
            true => sight.course(view, id)?,
            false => Course { seen: held, unseen: !held },
        };
        let entries = entries.remove(&id).unwrap_or_default();
        let tells = |effect: &Effect| entries.iter().any(|entry| entry.effects.contains(effect));
        // A device that began from a cut does not hold what was deleted then, nor one that was told
        // to let go of a record what has come back since.
        let anew = tells(&Effect::Restored) || course.unseen;
        let enters = if held { anew } else { !tells(&Effect::Created) };
        if sees {
            if enters && let Some(record) = rows::load_record(view, id)? {
                frames.push(whole(&record));
            }
            frames.extend(entries.into_iter().map(Frame::Entry));
        } else {
            unseen.insert(id);
            frames.extend(course.seen.then_some(Frame::Leave(id)));
        }
        Ok(())
    })?;
    Ok(unseen)
}

/// Those of these records that a record in sight points to.
fn pointed_to(
    view: &mut View,
    sight: &Sight,
    unseen: BTreeSet<RecordId>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut pointed = BTreeSet::new();
    if sight.scope.reads.is_empty() {
        return Ok(pointed);
    }
    for_each(unseen, |id| {
        for (key, _) in view.range(&Range::under(Table::Child, key![id]))? {
            let Some(source) = key.last_id() else { continue };
            if sight.sees(view, source)? {
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

/// A record as devices hold it: without what only the server needs.
fn whole(record: &Record) -> Frame {
    let mut record = record.clone();
    for cell in record.fields.values_mut() {
        (cell.at, cell.by) = Default::default();
        cell.adds.clear();
    }
    Frame::Enter(record)
}

/// From one scope to another. What the old one saw, until it ended, and the new one does not see
/// now leaves; what only the new one sees enters. Answers what the new one's records point to.
fn transition(
    view: &mut View,
    old: &mut Sight,
    new: &Sight,
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut pointed = BTreeSet::new();
    for_each(every_record(view)?, |id| {
        if new.sees(view, id)?
            && let Some(record) = rows::load_record(view, id)?
        {
            pointed.extend(references(new.registry, new.scope, &record));
            if !old.saw_then(view, id)? {
                frames.push(whole(&record));
            }
        } else if old.course(view, id)?.seen {
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
    view: &mut View,
    old: &Sight,
    new: &Sight,
    at: Seq,
    frames: &mut Vec<Frame>,
) -> Result<BTreeSet<RecordId>, Miss> {
    let mut there = Vec::new();
    let mut enter = Vec::new();
    let mut pointed = BTreeSet::new();
    for_each(every_record(view)?, |id| {
        if new.sees(view, id)?
            && let Some(record) = rows::load_record(view, id)?
        {
            there.push((id, record.seq));
            pointed.extend(references(new.registry, new.scope, &record));
            if record.seq > at || !old.saw_then(view, id)? {
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
    view: &mut View,
    sight: &Sight,
    mut pointed: BTreeSet<RecordId>,
    frames: &mut Vec<Frame>,
) -> Result<(), Miss> {
    let (registry, scope) = (sight.registry, sight.scope);
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
    let labels = labels_of(view, sight, pointed)?;
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
    view: &mut View,
    sight: &Sight,
    pointed: BTreeSet<RecordId>,
) -> Result<BTreeMap<RecordId, String>, Miss> {
    if !view.want(pointed.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let mut labels = BTreeMap::new();
    for id in pointed {
        if !sight.sees(view, id)?
            && let Some(record) = rows::load_record(view, id)?
            && let Some(def) = sight.registry.entity(&record.entity)
        {
            labels.insert(id, def.title_of(&record));
        }
    }
    Ok(labels)
}
