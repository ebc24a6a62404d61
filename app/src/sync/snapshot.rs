//! First sync: the state of all that a scope sees, cut into sealed segments.

use super::page::{labels_of, references};
use super::rows;
use super::scope::Scope;
use crate::id::{RecordId, Seq};
use crate::pack::{Detail, encode_chunk};
use crate::record::Record;
use crate::registry::Registry;
use crate::store::view::{Miss, View};
use crate::store::{Range, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Records in a segment, at most.
const SEGMENT_RECORDS: usize = 4_000;

/// What was cut: packed segments with the number of their records, as of a sequence.
#[derive(Clone, Debug)]
pub struct Cut {
    pub seq: Seq,
    pub segments: Vec<(Vec<u8>, usize)>,
    pub labels: BTreeMap<RecordId, String>,
}

/// Cuts the state as this scope sees it. The view must be fresh: all of it is of one moment.
pub fn cut(registry: &Registry, view: &mut View, scope: &Scope) -> Result<Cut, Miss> {
    let seq = rows::counter(view, super::SEQ_KEY)?;
    let all = view.range(&Range::all(Table::Record))?;
    // Everything is loaded now, so that places are found without asking again.
    let mut seen: BTreeMap<(String, RecordId), Record> = BTreeMap::new();
    let mut pointed = BTreeSet::new();
    for (_, bytes) in all {
        let Some(record) = rows::decode_record(&bytes) else { continue };
        let Some(def) = registry.entity(&record.entity) else { continue };
        let place = rows::place_now(registry, view, def, &record)?;
        if record.deleted.is_none() && scope.sees(registry, &place) {
            if !scope.reads.is_empty() {
                pointed.extend(references(registry, &record));
            }
            seen.insert((record.entity.clone(), record.id), record);
        }
    }
    let records: Vec<&Record> = seen.values().collect();
    let segments = records
        .chunks(SEGMENT_RECORDS)
        .map(|some| (encode_chunk(some.iter().copied(), Detail::Lean), some.len()))
        .collect();
    Ok(Cut { seq, segments, labels: labels_of(registry, view, scope, pointed)? })
}
