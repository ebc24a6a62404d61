//! The server's rows: how state, log and indexes are keyed and coded.

use crate::change::{Entry, Outcome};
use crate::id::{RecordId, SEQ_END, Seq};
use crate::key;
use crate::pack::{Detail, decode_row, encode_row};
use crate::record::{FieldId, Record};
use crate::registry::{EntityDef, Reads, Registry};
use crate::store::view::{Miss, View};
use crate::store::{Key, Part, Range, Table};
use crate::sync::scope::{Place, Scope, parent_of};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// The counter of the workspace's one order, in [`Table::Meta`].
pub const SEQ_KEY: &str = "seq";
/// Cursors below this were overtaken by purged tombstones, in [`Table::Meta`].
pub(super) const FLOOR_KEY: &str = "floor";
/// The list of tombstones, by the sequence that made them, in [`Table::Small`].
pub(super) const TOMBSTONES: &str = "~deleted";
/// The list of records that are not there and that others hang on, in [`Table::Small`].
pub(super) const AWAITED: &str = "~awaited";

/// How many records stand above one another at most, for who may see them.
pub(super) const DEPTH: usize = 4;

/// What hangs where: the record's parent and its own place, before and after an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Standing {
    pub parent: Option<RecordId>,
    pub place: Place,
    /// What hangs on a deleted record stands by its own place, now and when it is purged.
    #[serde(default)]
    pub deleted: bool,
}

/// A row of the order: an item, and where its record stood before and after.
#[derive(Serialize, Deserialize)]
pub struct LogRow {
    pub entry: Entry,
    pub(super) was: Option<Standing>,
    pub(super) now: Standing,
    /// It was made after what hangs on it, which came to stand by it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) awaited: bool,
}

impl LogRow {
    /// Did the record, known before, come to stand elsewhere, or what hangs on it?
    pub(super) fn moves(&self) -> bool {
        self.awaited || self.was.as_ref().is_some_and(|was| *was != self.now)
    }

    /// Did it come to stand where it stands, from elsewhere or from nowhere?
    pub fn turns(&self) -> bool {
        self.was.is_none() || self.moves()
    }
}

/// An item that was seen: what a retry must equal, what became of it, and the version each field
/// has for its author's later edits.
#[derive(Serialize, Deserialize)]
pub(super) struct SeenRow {
    pub digest: String,
    pub outcome: Outcome,
    pub own: BTreeMap<FieldId, Seq>,
}

/// A person's scope and how often it has changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScopeRow {
    pub version: u64,
    pub scope: Scope,
    /// Where the order stood before the push that brought it: what came after was never seen as the
    /// version before sees it. Rows of an earlier server do not tell.
    #[serde(default = "end")]
    pub since: Seq,
}

fn end() -> Seq {
    SEQ_END
}

pub(super) fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    serde_json::from_slice(bytes).ok()
}

pub(super) fn encode<T: Serialize>(row: &T) -> Vec<u8> {
    serde_json::to_vec(row).unwrap_or_default()
}

pub(super) fn read<T>(view: &mut View, table: Table, key: &Key) -> Result<Option<Arc<T>>, Miss>
where
    T: DeserializeOwned + Send + Sync + 'static,
{
    view.decoded(table, key, decode)
}

pub(super) fn counter(view: &mut View, name: impl Into<Part>) -> Result<u64, Miss> {
    Ok(read::<u64>(view, Table::Meta, &key![name.into()])?.map_or(0, |count| *count))
}

/// Where the order stands.
pub fn head(view: &mut View) -> Result<Seq, Miss> {
    counter(view, SEQ_KEY)
}

pub(super) fn set_counter(view: &mut View, name: impl Into<Part>, value: u64) {
    view.put(Table::Meta, key![name.into()], encode(&value));
}

/// A record's full state on the server, deleted or not.
pub fn load_record(view: &mut View, id: RecordId) -> Result<Option<Arc<Record>>, Miss> {
    view.decoded(Table::Record, &key![id], decode_record)
}

pub(super) fn encode_record(record: &Record) -> Vec<u8> {
    encode_row(record, Detail::Full)
}

/// A record as [`Table::Record`] holds it; `None` where the bytes are none.
pub fn decode_record(bytes: &[u8]) -> Option<Record> {
    decode_row(bytes).ok()
}

/// The current scope of a person; `None` for someone who never had one.
pub fn scope_of(view: &mut View, user: RecordId) -> Result<Option<Arc<ScopeRow>>, Miss> {
    read(view, Table::Scope, &key![user])
}

/// Every entry that touched a record, oldest first, as far as the log reaches.
pub fn history(view: &mut View, record: RecordId) -> Result<Vec<Entry>, Miss> {
    Ok(since(view, record, 0)?.iter().map(|row| row.entry.clone()).collect())
}

/// The item at a place of the order.
pub fn logged(view: &mut View, seq: Seq) -> Result<Option<Arc<LogRow>>, Miss> {
    read(view, Table::Log, &key![seq])
}

/// What happened to a record after `at`, oldest first.
pub(super) fn since(view: &mut View, record: RecordId, at: Seq) -> Result<Vec<Arc<LogRow>>, Miss> {
    let trail = view.range(&later(record, at))?;
    let seqs: Vec<u64> = trail.iter().filter_map(|(key, _)| key.last_number()).collect();
    if !view.want(seqs.iter().map(|seq| (Table::Log, key![*seq]))) {
        return Err(Miss);
    }
    let mut found = Vec::with_capacity(seqs.len());
    for seq in seqs {
        found.extend(logged(view, seq)?);
    }
    Ok(found)
}

fn later(record: RecordId, at: Seq) -> Range {
    Range { table: Table::Trail, from: key![record, at + 1], to: Some(key![record, SEQ_END]) }
}

/// The living and deleted records of a small entity.
pub(super) fn small(view: &mut View, entity: &'static str) -> Result<Vec<Arc<Record>>, Miss> {
    let ids: Vec<RecordId> = view
        .range(&Range::under(Table::Small, key![entity]))?
        .iter()
        .filter_map(|(key, _)| key.last_id())
        .collect();
    if !view.want(ids.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let mut records = Vec::with_capacity(ids.len());
    for id in ids {
        records.extend(load_record(view, id)?);
    }
    Ok(records)
}

pub(super) fn standing(def: &EntityDef, record: &Record) -> Standing {
    Standing { parent: parent_of(def, record), place: Place::of(record), deleted: record.deleted.is_some() }
}

/// The same of any record: one of an entity that this version does not know hangs on nothing.
pub(super) fn standing_of(registry: &Registry, record: &Record) -> Standing {
    let parent = registry.entity(&record.entity).and_then(|def| parent_of(def, record));
    Standing { parent, place: Place::of(record), deleted: record.deleted.is_some() }
}

/// A point in the order, with what is known of how records stood there.
#[derive(Default)]
pub(super) struct Then {
    at: Seq,
    /// By record: how it stood, of those touched since.
    stood: HashMap<RecordId, Option<Standing>>,
}

impl Then {
    pub fn now() -> Self {
        Self::at(Seq::MAX)
    }

    pub fn at(at: Seq) -> Self {
        Self { at, ..Self::default() }
    }

    /// Notes what an entry after this point tells, oldest first: most records need no look at their
    /// trail then.
    pub fn note(&mut self, row: &LogRow) {
        self.stood.entry(row.entry.record).or_insert_with(|| row.was.clone());
    }
}

/// Where a record stood right then (`None`: it did not exist yet).
pub(super) fn standing_at(
    registry: &Registry,
    view: &mut View,
    id: RecordId,
    then: &Then,
) -> Result<Option<Standing>, Miss> {
    if let Some(stood) = then.stood.get(&id) {
        return Ok(stood.clone());
    }
    let Some(record) = load_record(view, id)? else { return Ok(None) };
    if record.seq > then.at {
        let later = view.range(&later(id, then.at))?;
        if let Some(seq) = later.first().and_then(|(key, _)| key.last_number()) {
            return Ok(logged(view, seq)?.and_then(|row| row.was.clone()));
        }
    }
    Ok(registry.entity(&record.entity).map(|def| standing(def, &record)))
}

/// The place that decides who sees a record: that of the last living record above it.
/// `None` where the record did not exist.
pub(super) fn place_at(
    registry: &Registry,
    view: &mut View,
    id: RecordId,
    then: &Then,
) -> Result<Option<Place>, Miss> {
    match standing_at(registry, view, id, then)? {
        Some(standing) => Ok(Some(topmost(registry, view, standing, then)?.place)),
        None => Ok(None),
    }
}

fn topmost(
    registry: &Registry,
    view: &mut View,
    mut standing: Standing,
    then: &Then,
) -> Result<Standing, Miss> {
    for _ in 0..DEPTH {
        let Some(parent) = standing.parent else { break };
        match standing_at(registry, view, parent, then)? {
            Some(above) if !above.deleted => standing = above,
            _ => break,
        }
    }
    Ok(standing)
}

/// The place that decides who sees this record now, stored or not.
pub fn place(registry: &Registry, view: &mut View, record: &Record) -> Result<Place, Miss> {
    Ok(topmost(registry, view, standing_of(registry, record), &Then::now())?.place)
}

/// The counter of the last item that may have changed who sees a record, for what everyone reads
/// unless it is narrowed, and for what is private by itself.
pub(super) fn moved_key(reads: Reads) -> &'static str {
    match reads {
        Reads::Private => "moved/private",
        _ => "moved",
    }
}

/// The last item after which this scope may see less than before, without having changed itself.
pub(super) fn moved(view: &mut View, scope: &Scope) -> Result<Seq, Miss> {
    let private = counter(view, moved_key(Reads::Private))?;
    Ok(if scope.reads.is_empty() { private } else { private.max(counter(view, moved_key(Reads::Everyone))?) })
}

/// What tells this order's item at `seq` from another past's (a restored backup's): drawn from
/// whose item stands there. 0 for the beginning.
pub(super) fn mark_at(view: &mut View, seq: Seq) -> Result<u32, Miss> {
    let row = if seq == 0 { None } else { logged(view, seq)? };
    Ok(row.map_or(0, |row| {
        let digest = Sha256::digest(format!("{} {}", row.entry.client, row.entry.n));
        digest.iter().take(4).fold(0, |mark, byte| mark << 8 | u32::from(*byte))
    }))
}
