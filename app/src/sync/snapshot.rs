//! First sync: the state of all that a scope sees, cut into sealed segments.

use super::page::{labels_of, references};
use super::rows::{self, ScopeRow};
use crate::id::RecordId;
use crate::pack::{Detail, encode_chunk};
use crate::protocol::Cursor;
use crate::record::Record;
use crate::registry::Registry;
use crate::store::view::{Miss, View};
use crate::store::{Range, Table};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Records in a segment, at most.
const SEGMENT_RECORDS: usize = 4_000;

/// What was cut: packed segments with the number of their records, as of a sequence.
#[derive(Clone, Debug)]
pub struct Cut {
    pub cursor: Cursor,
    pub segments: Vec<(Vec<u8>, usize)>,
    pub labels: BTreeMap<RecordId, String>,
}

/// Cuts the state as this scope sees it. The view must be fresh: all of it is of one moment.
pub fn cut(registry: &Registry, view: &mut View, row: &ScopeRow) -> Result<Cut, Miss> {
    let scope = &row.scope;
    let seq = rows::counter(view, super::SEQ_KEY)?;
    let all = view.range(&Range::all(Table::Record))?;
    // Everything is loaded now, so that places are found without asking again.
    let mut seen: BTreeMap<(String, RecordId), Arc<Record>> = BTreeMap::new();
    let mut pointed = BTreeSet::new();
    for (key, _) in all {
        let Some(id) = key.last_id() else { continue };
        let Some(record) = rows::load_record(view, id)? else { continue };
        let place = rows::place(registry, view, &record)?;
        if record.deleted.is_none() && scope.sees(registry, &place) {
            pointed.extend(references(registry, scope, &record));
            seen.insert((record.entity.clone(), record.id), record);
        }
    }
    let records: Vec<&Record> = seen.values().map(Arc::as_ref).collect();
    let segments = records
        .chunks(SEGMENT_RECORDS)
        .map(|some| (encode_chunk(some.iter().copied(), Detail::Lean), some.len()))
        .collect();
    let cursor = Cursor { seq, scope: row.version, mark: rows::mark_at(view, seq)? };
    Ok(Cut { cursor, segments, labels: labels_of(registry, view, scope, pointed)? })
}
