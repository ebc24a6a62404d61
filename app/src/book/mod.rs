//! Everything a device holds, in memory: found, searched, sorted, filtered and grouped.
//!
//! Rows stay packed ([`pack`](crate::pack)); what is derived from them (sorted columns, the search
//! index, who points to whom) is made when first asked for and kept up to date by what changes.
//! What is shown is the confirmed record, or the whole record laid over it where the person has
//! work on it that is not confirmed yet.
//!
//! What always holds: a book that was changed step by step answers like one made anew from what
//! it holds.

mod base;
mod column;
mod dated;
mod find;
mod fold;
mod groups;
mod ids;
mod key;
mod matching;
mod query;
mod refs;
mod relative;
mod rows;
mod run;
mod scan;
mod search;
mod shelf;
#[cfg(test)]
mod tests;

pub use column::{TITLE, TOUCHED};
pub use dated::Span;
pub use groups::Group;
pub use query::{Direction, Filter, Query, Test};
pub use relative::{Asker, Period};
pub(crate) use scan::Scan;
pub(crate) use search::{digits, words};

use crate::id::RecordId;
use crate::pack::{Chunk, PackError};
use crate::record::{EntityId, FieldId, Record};
use crate::registry::{EntityDef, Kind, Registry};
use column::Column;
use ids::Slot;
use refs::Refs;
use rows::Rows;
use search::Search;
use shelf::Loc;
use std::collections::HashMap;

/// Everything a device holds.
pub struct Book {
    rows: Rows,
    columns: HashMap<(u16, FieldId), Column>,
    refs: Refs,
    search: Search,
    /// Chunks of which not every byte was looked at.
    unchecked: Vec<Chunk>,
    version: u64,
}

/// A record that answers a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub id: RecordId,
    pub entity: EntityId,
    /// Higher is better; comparable within one search only.
    pub score: u16,
}

/// What holds an index, in bytes; about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Packed rows.
    pub rows: usize,
    pub search: usize,
}

impl Book {
    /// An empty book that knows these entities.
    pub fn new(registry: Registry) -> Self {
        Self {
            rows: Rows::new(registry),
            columns: HashMap::new(),
            refs: Refs::default(),
            search: Search::default(),
            unchecked: Vec::new(),
            version: 0,
        }
    }

    /// Takes other definitions; all that was derived is made anew.
    pub fn set_registry(&mut self, registry: Registry) {
        self.rows.registry = registry;
        self.columns.clear();
        self.refs.forget();
        for slot in 0..self.rows.len() as u32 {
            self.search.touch(slot);
        }
        self.version += 1;
    }

    /// Takes a packed chunk as confirmed, but for rows older than what is held. Answers how many
    /// rows were taken. Errors: nothing was taken of damaged bytes.
    pub fn load_chunk(&mut self, bytes: impl Into<Vec<u8>>) -> Result<usize, PackError> {
        Ok(self.take_chunk(Chunk::open(bytes.into())?))
    }

    /// As [`Self::load_chunk`], for a chunk that was checked before it was stored: it is taken at once
    /// and looked at by [`Self::check_step`].
    pub fn load_stored(&mut self, bytes: impl Into<Vec<u8>>) -> Result<usize, PackError> {
        let chunk = Chunk::skim(bytes.into())?;
        self.unchecked.push(chunk.clone());
        Ok(self.take_chunk(chunk))
    }

    /// Looks at one chunk that was taken as it was stored; `None` when all were.
    pub fn check_step(&mut self) -> Option<Result<(), PackError>> {
        self.unchecked.pop().map(|chunk| chunk.check())
    }

    fn take_chunk(&mut self, chunk: Chunk) -> usize {
        let shelf = self.rows.open(chunk.clone());
        let mut taken = 0;
        for (place, row) in chunk.rows() {
            let slot = self.rows.intern(row.id());
            if self.rows.confirmed(slot).is_none_or(|held| held.seq() <= row.seq()) {
                self.change(slot, |rows| rows.take(slot, Loc { shelf, place }));
                taken += 1;
            }
        }
        self.rows.settle(chunk.len() - taken);
        self.version += 1;
        taken
    }

    /// A confirmed record, in place of what was held of it.
    pub fn put(&mut self, record: &Record) {
        let slot = self.rows.intern(record.id);
        self.change(slot, |rows| rows.put(slot, Some(record)));
        self.version += 1;
    }

    /// Lets the confirmed record go: it left the person's sight. What is laid over it stays.
    pub fn remove(&mut self, id: RecordId) {
        if let Some(slot) = self.rows.slot(id) {
            self.change(slot, |rows| rows.put(slot, None));
            self.version += 1;
        }
    }

    /// What the screen shows for a record with work that is not confirmed; `None` shows the
    /// confirmed one again.
    pub fn set_overlay(&mut self, id: RecordId, record: Option<&Record>) {
        let slot = self.rows.intern(id);
        self.change(slot, |rows| rows.lay_over(slot, record));
        self.version += 1;
    }

    /// The names of records one may not see but that others point to.
    pub fn set_labels(&mut self, labels: impl IntoIterator<Item = (RecordId, String)>) {
        for (id, label) in labels {
            let slot = self.rows.intern(id);
            self.change(slot, |rows| rows.set_label(id, label));
        }
        self.version += 1;
    }

    /// Increases with every change: what was derived from the book is stale when it differs.
    pub fn version(&self) -> u64 {
        self.version
    }

    /// The record as the screen shows it, deleted or not; redirects are not followed.
    pub fn get(&self, id: RecordId) -> Option<Record> {
        // Rows were checked when they were loaded, or packed by us.
        self.rows.row(self.rows.slot(id)?)?.to_record().ok()
    }

    /// The record as the server confirmed it.
    pub fn confirmed(&self, id: RecordId) -> Option<Record> {
        self.rows.confirmed(self.rows.slot(id)?)?.to_record().ok()
    }

    /// The record an id stands for: `merged_into` followed to its end.
    pub fn resolve(&self, id: RecordId) -> RecordId {
        self.rows.resolve(id)
    }

    /// Every id that stands for this record: its own, and those of what was merged into it.
    pub fn aliases(&self, id: RecordId) -> Vec<RecordId> {
        self.rows.aliases(id)
    }

    /// Every record that was merged into another.
    pub fn merged(&self) -> Vec<RecordId> {
        self.rows.merged().collect()
    }

    /// The entities it knows.
    pub fn registry(&self) -> &Registry {
        &self.rows.registry
    }

    /// What a record is called, redirects followed; its label where it may not be seen.
    pub fn title(&self, id: RecordId) -> Option<String> {
        let mut title = String::new();
        self.rows.title_into(id, &mut title);
        (!title.is_empty()).then_some(title)
    }

    /// The entity of a record that is shown.
    pub fn entity_of(&self, id: RecordId) -> Option<&str> {
        let slot = self.rows.slot(id).filter(|slot| self.rows.shown(*slot))?;
        Some(&self.rows.members(self.rows.entity(slot))?.name)
    }

    /// How many records of an entity lists show: neither deleted nor merged.
    pub fn count(&self, entity: &str) -> usize {
        let members = self.rows.entity_ix(entity).and_then(|ix| self.rows.members(ix));
        members.map_or(0, |members| members.slots.iter().filter(|slot| self.rows.listed(**slot)).count())
    }

    /// What points to a record, itself or through a redirect, as (record, field); recently touched
    /// first. Deleted and merged records do not count, nor do hidden fields.
    pub fn referencing(&mut self, id: RecordId) -> Vec<(RecordId, FieldId)> {
        self.refs.refresh(&mut self.rows);
        let targets = self.rows.aliases(id).into_iter().filter_map(|id| self.rows.slot(id));
        let mut found: Vec<(Slot, u16)> = targets.flat_map(|target| self.refs.pointing(target)).collect();
        found.retain(|(source, _)| self.rows.listed(*source));
        found.sort_unstable_by_key(|(source, field)| {
            let recent = std::cmp::Reverse(self.rows.touched(*source));
            (recent, self.rows.id(*source), self.refs.name(*field))
        });
        found.dedup();
        found.into_iter().map(|(source, no)| (self.rows.id(source), self.refs.name(no).to_owned())).collect()
    }

    /// Works on the search index for about so many rows; true when everything is searchable. A
    /// search before that finds what was read so far; up to 2,000 changed rows it reads itself.
    pub fn index_step(&mut self, budget_rows: usize) -> bool {
        self.search.step(&self.rows, budget_rows)
    }

    /// Records searchable and records in all.
    pub fn indexed(&self) -> (usize, usize) {
        self.search.progress()
    }

    /// The best hits for what was typed, of these entities or of all: every word must be found,
    /// whole or as a beginning; where little is found, with typos too.
    pub fn search(&mut self, text: &str, entities: Option<&[&str]>, limit: usize) -> Vec<Hit> {
        let scores = self.scores(text);
        let rows = &self.rows;
        let wanted: Vec<bool> = rows
            .entities()
            .iter()
            .map(|members| entities.is_none_or(|names| names.contains(&members.name.as_str())))
            .collect();
        let wants = |slot: Slot| wanted.get(rows.entity(slot) as usize).copied().unwrap_or(false);
        let key = |slot: Slot| {
            let worth = (scores[slot as usize], rows.touched(slot));
            (std::cmp::Reverse(worth), rows.id(slot))
        };
        let mut best: Vec<Slot> = Vec::new();
        let mut worst = 0;
        for (slot, score) in scores.iter().enumerate().filter(|(_, score)| **score > 0) {
            let slot = slot as Slot;
            if *score >= worst && wants(slot) && rows.listed(slot) {
                best.push(slot);
                if best.len() >= limit.max(64) * 4 {
                    best.select_nth_unstable_by_key(limit.max(64), |slot| key(*slot));
                    best.truncate(limit.max(64));
                    worst = best.iter().map(|slot| scores[*slot as usize]).min().unwrap_or(0);
                }
            }
        }
        best.sort_unstable_by_key(|slot| key(*slot));
        let hit = |slot: Slot| Hit {
            id: rows.id(slot),
            entity: rows.members(rows.entity(slot)).map(|members| members.name.clone()).unwrap_or_default(),
            score: scores[slot as usize],
        };
        best.into_iter().take(limit).map(hit).collect()
    }

    /// Memory held by rows and by the search index.
    pub fn held(&self) -> Held {
        Held { rows: self.rows.packed_bytes(), search: self.search.bytes() }
    }

    fn scores(&mut self, text: &str) -> Vec<u16> {
        self.search.catch_up(&self.rows);
        self.refs.refresh(&mut self.rows);
        let rows = &self.rows;
        // By entity and field number: does it belong to what it points to?
        let belongs: Vec<Vec<bool>> = rows
            .entities()
            .iter()
            .map(|members| {
                let def = rows.registry.entity(&members.name);
                self.refs
                    .names()
                    .map(|name| def.is_some_and(|def| belongs_by(&rows.registry, def, name)))
                    .collect()
            })
            .collect();
        let belongs = |source: Slot, field: u16| {
            belongs.get(rows.entity(source) as usize).and_then(|fields| fields.get(field as usize))
                == Some(&true)
        };
        let mut scores = self.search.find(rows, &self.refs, &belongs, text);
        // What was merged is found as what stands for it.
        for id in rows.merged() {
            let slot = |id: RecordId| rows.slot(id).map(|slot| slot as usize);
            if let (Some(from), Some(into)) = (slot(id), slot(rows.resolve(id))) {
                scores[into] = scores[into].max(scores[from]);
            }
        }
        scores
    }

    /// Changes one slot and tells everything derived.
    fn change(&mut self, slot: Slot, apply: impl FnOnce(&mut Rows)) {
        let before = self.rows.entity(slot);
        let named = self.columns.values().any(Column::by_title);
        let id = self.rows.id(slot);
        let title = |rows: &Rows| {
            let mut title = String::new();
            if named {
                rows.title_into(id, &mut title);
            }
            (title, rows.resolve(id))
        };
        let title_before = title(&self.rows);
        apply(&mut self.rows);
        let after = self.rows.entity(slot);
        for ((entity, _), column) in &mut self.columns {
            if *entity == before || *entity == after {
                column.touch(slot);
            }
        }
        self.search.touch(slot);
        if named && title(&self.rows) != title_before {
            self.retitled(id);
        }
        self.refs.touch(slot);
    }

    /// A record is called otherwise: whatever is ordered by that name is placed anew.
    fn retitled(&mut self, id: RecordId) {
        self.refs.refresh(&mut self.rows);
        for target in self.rows.slot(id).map(|slot| self.rows.alias_slots(slot)).unwrap_or_default() {
            for (source, no) in self.refs.pointing(target) {
                let column = (self.rows.entity(source), self.refs.name(no).to_owned());
                if let Some(column) = self.columns.get_mut(&column) {
                    column.touch(source);
                }
            }
        }
    }
}

/// A record that hangs on nothing is also found by the names of what its list shows beside it
/// (a contact by its company, a deal by its customer), but for small, shared records.
pub(crate) fn belongs_by(registry: &Registry, def: &EntityDef, field: &str) -> bool {
    let large = |target: &str| registry.entity(target).is_some_and(|target| !target.small);
    def.parents.is_empty()
        && !def.small
        && def.field(field).is_some_and(|field| {
            let targets = matches!(field.kind, Kind::Ref(_)).then(|| field.targets()).unwrap_or_default();
            field.column && !field.hidden && !targets.is_empty() && targets.iter().all(|target| large(target))
        })
}
