//! First sync: the state of everything, sealed into segments by where its records stand.
//!
//! Rows of one entity that the same people see lie together, so what a scope sees is mostly whole
//! segments, which everyone shares, and for a narrowed one a few that are cut for it. A seal
//! follows the order ([`follow`], [`Seal::take`]) and is closed into segments when someone asks.
//!
//! What always holds: the segments of a seal are of one moment, [`Seal::closed`]; a segment ends where its
//! records' ids say so, so that a record that comes or goes changes one segment and not all after.

use super::rows::{self, ScopeRow};
use super::scope::{Place, Scope};
use crate::id::{RecordId, Seq};
use crate::key;
use crate::pack::{Detail, Packer};
use crate::protocol::Cursor;
use crate::record::{EntityId, Record};
use crate::registry::Registry;
use crate::store::Table;
use crate::store::view::{Miss, View};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

/// Records in a segment: at least, about, and at most.
const LEAST: usize = 2_000;
const SPREAD: usize = 2_048;
const MOST: usize = 8_000;

/// A record as the seal knows it.
#[derive(Clone, Copy, Debug)]
struct Known {
    entity: u16,
    /// Its row in the entity's packer.
    row: u32,
    /// Its own place, by number.
    place: u32,
    parent: Option<RecordId>,
    deleted: bool,
}

/// Rows that lie together, all at one place.
#[derive(Clone, Debug)]
struct Run {
    place: u32,
    rows: Vec<u32>,
}

#[derive(Clone, Debug)]
struct Segment {
    entity: u16,
    runs: Vec<Run>,
}

/// The state of everything as of one place in the order.
#[derive(Clone, Debug, Default)]
pub struct Seal {
    seq: Seq,
    mark: u32,
    /// Where it stood when it was closed.
    closed: (Seq, u32),
    entities: Vec<EntityId>,
    packers: Vec<Packer>,
    places: Vec<Place>,
    numbers: HashMap<Place, u32>,
    known: HashMap<RecordId, Known>,
    segments: Vec<Segment>,
}

/// A segment, or those of its rows that a scope sees.
#[derive(Clone, Debug)]
pub struct Part {
    pub segment: usize,
    /// `None`: the whole segment.
    rows: Option<Vec<u32>>,
}

impl Part {
    /// Is it the segment as everyone shares it?
    pub fn is_whole(&self) -> bool {
        self.rows.is_none()
    }
}

/// What a scope sees of a seal.
#[derive(Debug)]
pub struct Cut {
    pub cursor: Cursor,
    pub parts: Vec<Part>,
    /// The names of what these records point to and the scope does not see.
    pub labels: BTreeMap<RecordId, String>,
}

/// How the order went on after a seal; exact once `seq` is `head`.
#[derive(Debug)]
pub struct Followed {
    pub seq: Seq,
    pub head: Seq,
    mark: u32,
    records: Vec<Arc<Record>>,
    /// Touched, and forgotten since with their tombstones.
    gone: Vec<RecordId>,
}

/// May what this scope saw at `seq` still be given to it? Nothing has left its sight since: that must
/// not be handed out again.
pub fn stands(view: &mut View, scope: &Scope, seq: Seq) -> Result<bool, Miss> {
    let (moved, head) = (rows::moved(view, scope)?, rows::head(view)?);
    // A seal that was never closed holds nothing.
    Ok(seq > 0 && (moved..=head).contains(&seq))
}

/// May a seal of `seq` still be handed to this scope? It stands, and at most `tail` entries are to be
/// pulled after it.
pub fn serves(view: &mut View, scope: &Scope, seq: Seq, tail: u64) -> Result<bool, Miss> {
    Ok(stands(view, scope, seq)? && rows::head(view)? - seq <= tail)
}

/// Every record touched after `from`, over at most `limit` entries of the order, as it stands.
pub fn follow(view: &mut View, from: Seq, limit: u64) -> Result<Followed, Miss> {
    let head = rows::head(view)?;
    let seq = head.min(from + limit);
    let mut touched = BTreeSet::new();
    for key in view.dense(Table::Log, from + 1, seq + 1)? {
        touched.extend(rows::read::<rows::LogRow>(view, Table::Log, &key)?.map(|row| row.entry.record));
    }
    if !view.want(touched.iter().map(|id| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let (mut records, mut gone) = (Vec::with_capacity(touched.len()), Vec::new());
    for id in touched {
        match rows::load_record(view, id)? {
            Some(record) => records.push(record),
            None => gone.push(id),
        }
    }
    Ok(Followed { seq, head, mark: rows::mark_at(view, seq)?, records, gone })
}

impl Seal {
    /// How far it has followed the order.
    pub fn seq(&self) -> Seq {
        self.seq
    }

    /// The place in the order its segments are of.
    pub fn closed(&self) -> Seq {
        self.closed.0
    }

    /// Begins with records that were read one by one while the order stood at `seq` or moved on;
    /// what moved is followed from there.
    pub fn begin(&mut self, registry: &Registry, seq: Seq, records: impl IntoIterator<Item = Record>) {
        self.seq = seq;
        records.into_iter().for_each(|record| self.put(registry, &record));
    }

    /// Goes on in the order. Close it afterwards.
    pub fn take(&mut self, registry: &Registry, followed: &Followed) {
        followed.records.iter().for_each(|record| self.put(registry, record));
        for id in &followed.gone {
            self.known.remove(id);
        }
        (self.seq, self.mark) = (followed.seq, followed.mark);
    }

    fn put(&mut self, registry: &Registry, record: &Record) {
        let entity = self.entity(registry, &record.entity);
        let standing = rows::standing_of(registry, record);
        let row = self.packers[usize::from(entity)].push(record);
        let place = self.number(standing.place);
        let known = Known { entity, row, place, parent: standing.parent, deleted: standing.deleted };
        self.known.insert(record.id, known);
    }

    fn entity(&mut self, registry: &Registry, name: &str) -> u16 {
        let found = self.entities.iter().position(|entity| entity == name);
        let number = found.unwrap_or_else(|| {
            let fields = registry.entity(name).into_iter().flat_map(|def| &def.fields);
            self.packers.push(Packer::of(Detail::Lean, name, fields.map(|field| field.id.as_ref())));
            self.entities.push(name.to_owned());
            self.entities.len() - 1
        });
        number as u16
    }

    fn number(&mut self, place: Place) -> u32 {
        let next = self.places.len() as u32;
        *self.numbers.entry(place).or_insert_with_key(|place| {
            self.places.push(place.clone());
            next
        })
    }

    /// The place that decides who sees a record: see [`rows::place`].
    fn topmost(&self, mut known: Known) -> u32 {
        for _ in 0..rows::DEPTH {
            match known.parent.and_then(|parent| self.known.get(&parent)) {
                Some(above) if !above.deleted => known = *above,
                _ => break,
            }
        }
        known.place
    }

    /// Lays the rows in order and cuts them into segments.
    pub fn close(&mut self) {
        self.compact();
        let mut order: Vec<u32> = (0..self.places.len() as u32).collect();
        order.sort_by(|a, b| {
            let of = |number: u32| self.places.get(number as usize);
            let key = |place: &Place| (place.entity.clone(), place.team, place.owner);
            of(*a).map(key).cmp(&of(*b).map(key))
        });
        let mut rank = vec![0_u32; order.len()];
        order.iter().zip(0..).for_each(|(number, at)| rank[*number as usize] = at);
        let living = self.known.iter().filter(|(_, known)| !known.deleted);
        let mut rows: Vec<(u16, u32, RecordId, u32)> = living
            .map(|(id, known)| (known.entity, rank[self.topmost(*known) as usize], *id, known.row))
            .collect();
        rows.sort_unstable();
        self.segments.clear();
        self.closed = (self.seq, self.mark);
        let mut len = 0;
        let mut ended = true;
        for (entity, rank, id, row) in rows {
            if ended || self.segments.last().is_none_or(|segment| segment.entity != entity) {
                self.segments.push(Segment { entity, runs: Vec::new() });
                len = 0;
            }
            let place = order[rank as usize];
            if let Some(segment) = self.segments.last_mut() {
                match segment.runs.last_mut().filter(|run| run.place == place) {
                    Some(run) => run.rows.push(row),
                    None => segment.runs.push(Run { place, rows: vec![row] }),
                }
            }
            len += 1;
            let [.., high, low] = *id.0.as_bytes();
            ended = len >= MOST || len >= LEAST && usize::from(u16::from_be_bytes([high, low])) % SPREAD == 0;
        }
    }

    /// Lets rows go that were replaced, where they are the most.
    fn compact(&mut self) {
        let held: usize = self.packers.iter().map(Packer::len).sum();
        if held <= self.known.len() * 2 {
            return;
        }
        let mut packers: Vec<Packer> = self.packers.iter().map(Packer::emptied).collect();
        for known in self.known.values_mut() {
            let at = usize::from(known.entity);
            known.row = packers[at].copy(&self.packers[at], known.row);
        }
        self.packers = packers;
    }

    /// How many segments it was closed into.
    pub fn segments(&self) -> usize {
        self.segments.len()
    }

    /// A segment as everyone shares it.
    pub fn whole(&self, segment: usize) -> Part {
        Part { segment, rows: None }
    }

    /// The rows of a part as a chunk, and how many they are.
    pub fn chunk(&self, part: &Part) -> (Vec<u8>, usize) {
        let Some(segment) = self.segments.get(part.segment) else { return (Vec::new(), 0) };
        let packer = &self.packers[usize::from(segment.entity)];
        match &part.rows {
            Some(rows) => (packer.pick(rows.iter().copied()), rows.len()),
            None => {
                let rows = || segment.runs.iter().flat_map(|run| &run.rows).copied();
                (packer.pick(rows()), rows().count())
            }
        }
    }

    /// What a scope sees.
    pub fn cut(&self, registry: &Registry, row: &ScopeRow) -> Cut {
        let scope = &row.scope;
        let sees: Vec<bool> = self.places.iter().map(|place| scope.sees(registry, place)).collect();
        let sees = |place: u32| sees.get(place as usize).copied().unwrap_or(false);
        let mut parts = Vec::new();
        for (segment, Segment { runs, .. }) in self.segments.iter().enumerate() {
            let seen = runs.iter().filter(|run| sees(run.place));
            match seen.clone().count() {
                0 => {}
                all if all == runs.len() => parts.push(self.whole(segment)),
                _ => {
                    let rows = Some(seen.flat_map(|run| &run.rows).copied().collect());
                    parts.push(Part { segment, rows });
                }
            }
        }
        let (seq, mark) = self.closed;
        let cursor = Cursor { seq, scope: row.version, mark };
        let labels = self.labels(registry, scope, &parts, sees);
        Cut { cursor, parts, labels }
    }

    fn labels(
        &self,
        registry: &Registry,
        scope: &Scope,
        parts: &[Part],
        sees: impl Fn(u32) -> bool,
    ) -> BTreeMap<RecordId, String> {
        let mut labels = BTreeMap::new();
        if scope.reads.is_empty() {
            return labels;
        }
        let mut pointed = BTreeSet::new();
        for part in parts {
            let Some(segment) = self.segments.get(part.segment) else { continue };
            let packer = &self.packers[usize::from(segment.entity)];
            let Some(def) = registry.entity(&self.entities[usize::from(segment.entity)]) else { continue };
            let fields = packer.layout().entities.first().into_iter().flat_map(|entity| &entity.fields);
            let points: Vec<bool> = fields
                .map(|field| def.field(&field.name).is_some_and(|field| !field.targets().is_empty()))
                .collect();
            let all = || segment.runs.iter().flat_map(|run| &run.rows);
            let rows: Vec<u32> = part.rows.as_ref().map_or_else(|| all().copied().collect(), Clone::clone);
            for row in rows.into_iter().filter_map(|row| packer.row_at(row)) {
                let cells = row.cells().filter(|cell| points.get(cell.field) == Some(&true));
                cells.for_each(|cell| pointed.extend(cell.value.ref_ids()));
            }
        }
        for id in pointed {
            let Some(known) = self.known.get(&id).filter(|known| !sees(self.topmost(**known))) else {
                continue;
            };
            let row = self.packers[usize::from(known.entity)].row_at(known.row);
            let record = row.and_then(|row| row.to_record().ok());
            let def = registry.entity(&self.entities[usize::from(known.entity)]);
            labels.extend(record.zip(def).map(|(record, def)| (id, def.title_of(&record))));
        }
        labels
    }
}
