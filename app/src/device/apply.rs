//! Taking in what a pull brings: confirmed records, history, notices and the cursor in one step.

use super::{Base, Device, Notice, NoticeKind, Step};
use crate::change::{Effect, Entry, Outcome, Verdict};
use crate::id::{RecordId, Seq};
use crate::passages::passages;
use crate::protocol::{Cursor, Frame};
use crate::record::{Cell, Record};
use crate::value::Value;
use std::collections::BTreeSet;

/// So many notices that were read stay.
const READ_KEPT: usize = 100;

impl Device {
    /// What a page of frames changes, where `asked` is the cursor it answers. A page that answers
    /// another cursor than the device's changes nothing: it was overtaken, and a record that left
    /// meanwhile would come back with it.
    pub fn apply(&self, base: &impl Base, asked: Option<Cursor>, frames: &[Frame]) -> Step {
        let mut step = Step::default();
        if asked != self.cursor {
            return step;
        }
        let mut manifest = self.manifest.clone();
        for frame in frames {
            match frame {
                Frame::Entry(entry) => self.take_entry(base, &mut step, entry),
                Frame::Enter(record) => {
                    let held = held(base, &step, record.id);
                    if held.is_none_or(|held| held.seq <= record.seq) {
                        step.records.insert(record.id, Some(record.clone()));
                    }
                }
                Frame::Leave(id) => self.leave(&mut step, *id),
                Frame::Manifest(piece) => {
                    manifest.extend(piece);
                    step.manifest = Some(manifest.clone());
                }
                Frame::Labels(labels) => step.labels.extend(labels.clone()),
                Frame::Scope(scope) => step.scope = Some(scope.clone()),
                Frame::Cursor { cursor, .. } => self.finish(base, &mut step, &manifest, *cursor),
                Frame::Opaque(_) => {}
            }
        }
        step
    }

    fn finish(&self, base: &impl Base, step: &mut Step, manifest: &[(RecordId, u64)], cursor: Cursor) {
        if !manifest.is_empty() {
            let there: BTreeSet<RecordId> = manifest.iter().map(|(id, _)| *id).collect();
            for (id, _) in base.versions() {
                if !there.contains(&id) {
                    self.leave(step, id);
                }
            }
            step.manifest = Some(Vec::new());
        }
        // Most give way to nobody, or their entry tells it: only the rest is looked at closely.
        let told: BTreeSet<Seq> = step.history.iter().map(|entry| entry.seq).collect();
        let passed = self.cursor.map_or(0, |cursor| cursor.seq) + 1..=cursor.seq;
        let untold = |outcome: &Outcome| {
            matches!(outcome.result, Verdict::Superseded(_))
                && outcome.seq.is_some_and(|seq| passed.contains(&seq) && !told.contains(&seq))
        };
        for queued in self.outbox.values() {
            for outcome in queued.outcomes.values().filter(|outcome| untold(outcome)) {
                self.gave_way(step, queued, outcome, |step, record| held(base, step, record));
            }
        }
        step.cursor = Some(cursor);
        self.prune(step, cursor.seq);
        self.forget_notices(step);
    }

    /// Of what was read only the latest stays.
    fn forget_notices(&self, step: &mut Step) {
        let read: Vec<(u64, u64)> =
            self.notices.iter().filter(|(_, notice)| notice.read).map(|(at, _)| *at).collect();
        let old = read.len().saturating_sub(READ_KEPT);
        step.notices.extend(read.into_iter().take(old).map(|at| (at, None)));
    }

    fn take_entry(&self, base: &impl Base, step: &mut Step, entry: &Entry) {
        let record = match held(base, step, entry.record) {
            Some(record) => record,
            None if entry.effects.contains(&Effect::Created) => {
                Record::new(entry.record, entry.entity.clone())
            }
            // Never held: it comes in whole when it comes into sight.
            None => return,
        };
        step.history.push(entry.clone());
        self.notice(step, entry);
        if entry.seq > record.seq {
            step.records.insert(entry.record, Some(with_entry(record, entry)));
        }
    }

    /// The record leaves the device with its history. Own values that gave way stay.
    fn leave(&self, step: &mut Step, id: RecordId) {
        step.records.insert(id, None);
        step.forget.push(id);
        step.history.retain(|entry| entry.record != id);
        let others = self.notices.iter().filter(|(_, notice)| notice.record == id && notice.by != self.user);
        let others: Vec<(u64, u64)> = others.map(|(at, _)| *at).collect();
        step.notices.extend(others.into_iter().map(|at| (at, None)));
    }

    /// Tells of a value that gave way, when it or what it gave way to is one's own; and of a text in
    /// which one's own words now stand beside another's.
    fn notice(&self, step: &mut Step, entry: &Entry) {
        for (index, effect) in entry.effects.iter().enumerate() {
            let (kind, field, value, by, at, over) = match effect {
                Effect::Lost { field, value, by, at, over } => {
                    let kind = match (*by == self.user, *over == self.user) {
                        (true, _) => NoticeKind::Superseded,
                        (false, true) => NoticeKind::Prevailed,
                        (false, false) => continue,
                    };
                    (kind, field, value, *by, *at, *over)
                }
                Effect::Set { field, value, before } => match self.beside(value, before) {
                    Some((by, over)) => (NoticeKind::Both, field, value, by, entry.at, over),
                    None => continue,
                },
                _ => continue,
            };
            let place = (entry.seq, index as u64);
            if self.notices.contains_key(&place) {
                continue;
            }
            let notice = Notice {
                kind,
                entity: entry.entity.clone(),
                record: entry.record,
                field: field.clone(),
                value: value.clone(),
                by,
                over,
                at,
                read: false,
            };
            step.notices.insert(place, Some(notice));
        }
    }

    /// Oneself and the other whose passages came to stand side by side.
    fn beside(&self, value: &Value, before: &Value) -> Option<(RecordId, RecordId)> {
        let of = |value: &Value| value.as_text().map(passages).unwrap_or_default();
        let (now, before) = (of(value), of(before));
        if now.iter().all(|passage| before.contains(passage)) || !now.iter().any(|one| one.by == self.user) {
            return None;
        }
        let other = now.iter().find(|passage| passage.by != self.user)?;
        Some((self.user, other.by))
    }
}

fn held(base: &impl Base, step: &Step, id: RecordId) -> Option<Record> {
    match step.records.get(&id) {
        Some(row) => row.clone(),
        None => base.confirmed(id),
    }
}

/// The record after an entry.
fn with_entry(mut record: Record, entry: &Entry) -> Record {
    for effect in &entry.effects {
        match effect {
            // Held as a tombstone that the server has forgotten since: this is another record.
            Effect::Created => {
                record.deleted = None;
                record.fields.clear();
            }
            Effect::Deleted => record.deleted = Some(entry.seq),
            Effect::Restored => record.deleted = None,
            Effect::Set { field, value, .. } => {
                let cell = Cell { value: value.clone(), seq: entry.seq, ..Cell::default() };
                record.fields.insert(field.clone(), cell);
            }
            Effect::Lost { .. } | Effect::Wrote { .. } | Effect::Opaque(_) => {}
        }
    }
    record.seq = entry.seq;
    record.at = entry.at;
    record.by = entry.by;
    record
}
