//! One act's facts, for the store and for memory.

use super::rows::json;
use super::{Device, Notice, Queued, Tray, UndoRow};
use crate::change::Entry;
use crate::id::RecordId;
use crate::key;
use crate::pack::{Detail, encode_row};
use crate::protocol::Cursor;
use crate::record::Record;
use crate::store::{Batch, Range, Table};
use crate::sync::Scope;
use std::collections::BTreeMap;

/// The name of the next change's number in [`Table::Meta`].
pub(super) const NEXT: &str = "next";
pub(super) const CURSOR: &str = "cursor";
pub(super) const SCOPE: &str = "scope";
pub(super) const DEVICE: &str = "device";
pub(super) const LABEL: &str = "label";

/// What one act changes. `None` removes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// (as it must stand, as it will stand): numbers are drawn in the store's own transaction.
    pub next: Option<(u64, u64)>,
    pub outbox: BTreeMap<u64, Option<Queued>>,
    pub tray: BTreeMap<u64, Option<Tray>>,
    pub notices: BTreeMap<(u64, u64), Option<Notice>>,
    pub undo: BTreeMap<u64, Option<UndoRow>>,
    pub records: BTreeMap<RecordId, Option<Record>>,
    pub history: Vec<Entry>,
    /// Records whose history leaves the device with them.
    pub forget: Vec<RecordId>,
    pub labels: BTreeMap<RecordId, String>,
    pub cursor: Option<Cursor>,
    pub scope: Option<Scope>,
    pub(super) manifest: Option<Vec<(RecordId, u64)>>,
}

impl Step {
    /// The step as one atomic batch. Own work is on disk before it returns; what can be pulled
    /// again need not be.
    pub fn batch(&self) -> Batch {
        let mut batch =
            Batch { durable: !self.outbox.is_empty() || !self.tray.is_empty(), ..Batch::default() };
        if let Some((from, to)) = self.next {
            batch.expect(Table::Meta, key![NEXT], Some(json(&from)));
            batch.put(Table::Meta, key![NEXT], json(&to));
        }
        for (n, row) in &self.outbox {
            batch.writes.insert((Table::Outbox, key![*n]), row.as_ref().map(json));
        }
        for (n, row) in &self.tray {
            batch.writes.insert((Table::Tray, key![*n]), row.as_ref().map(json));
        }
        for ((seq, index), row) in &self.notices {
            batch.writes.insert((Table::Notice, key![*seq, *index]), row.as_ref().map(json));
        }
        for (n, row) in &self.undo {
            batch.writes.insert((Table::Undo, key![*n]), row.as_ref().map(json));
        }
        for (id, record) in &self.records {
            // An empty row says that the record left: it hides what a packed chunk still holds.
            let bytes = record.as_ref().map(|record| encode_row(record, Detail::Lean)).unwrap_or_default();
            batch.put(Table::Delta, key![*id], bytes);
        }
        batch.clears.extend(self.forget.iter().map(|id| Range::under(Table::History, key![*id])));
        for entry in &self.history {
            batch.put(Table::History, key![entry.record, entry.seq], json(entry));
        }
        for (id, label) in &self.labels {
            batch.put(Table::Meta, key![LABEL, *id], json(label));
        }
        if let Some(cursor) = &self.cursor {
            batch.put(Table::Meta, key![CURSOR], json(cursor));
        }
        if let Some(scope) = &self.scope {
            batch.put(Table::Meta, key![SCOPE], json(scope));
        }
        batch
    }
}

impl Device {
    /// Takes a committed step into memory. Records are the caller's to put into its book.
    pub fn absorb(&mut self, step: &Step) {
        if let Some((_, next)) = step.next {
            self.next = next;
        }
        for (n, row) in &step.outbox {
            self.unindex(*n);
            replace(&mut self.outbox, *n, row);
            self.index(*n);
        }
        step.tray.iter().for_each(|(n, row)| replace(&mut self.tray, *n, row));
        step.notices.iter().for_each(|(at, row)| replace(&mut self.notices, *at, row));
        step.undo.iter().for_each(|(n, row)| replace(&mut self.undo, *n, row));
        self.labels.extend(step.labels.clone());
        self.cursor = step.cursor.or(self.cursor);
        if let Some(scope) = &step.scope {
            self.scope = Some(scope.clone());
        }
        if let Some(manifest) = &step.manifest {
            self.manifest.clone_from(manifest);
        }
    }
}

fn replace<K: Ord, V: Clone>(map: &mut BTreeMap<K, V>, key: K, row: &Option<V>) {
    match row {
        Some(row) => map.insert(key, row.clone()),
        None => map.remove(&key),
    };
}
