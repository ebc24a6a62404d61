//! What an import would do: every row as a record to create, change or leave, every doubt with what
//! would settle it.
//!
//! A plan is pure: it changes nothing, and the same sheets over the same book give the same plan on
//! every device. [`Planner`] makes it in slices; [`Plan::decide`] settles doubts at once, without
//! planning anew; [`Plan::drafts`] is what remains to be written.

mod build;
mod compare;
mod complete;
mod doubt;
mod drafts;
mod emit;
mod identity;
mod job;
mod links;
mod made;
mod order;
mod planner;
mod reference;
mod row;
mod stages;
mod typos;

pub use doubt::{Decision, Doubt, DoubtId, Suggestion, Why};
pub use drafts::Emit;
pub use emit::Fate;
pub use planner::{Planner, Progress};
pub use row::{Action, PlannedRow};

use super::cell::{DateOrder, Decimals, Defaults};
use super::lookup::Lookup;
use super::mapping::{Correction, Mapping, Usual};
use super::read::Sheet;
use crate::id::RecordId;
use crate::record::{EntityId, FieldId};
use crate::registry::Registry;
use crate::value::{Currency, Value};
use std::collections::BTreeMap;

/// What an import goes into.
#[derive(Clone, Copy)]
pub struct World<'a> {
    pub registry: &'a Registry,
    pub book: &'a dyn Lookup,
}

/// What the person chose for the whole import.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Owner of new records whose rows name none.
    pub owner: Option<RecordId>,
    /// Their team where neither row nor owner says one.
    pub team: Option<RecordId>,
    /// A tag, by name, that new records with open doubts get.
    pub mark: Option<String>,
    /// Where names repeat (stages of several pipelines), the one meant: entity to record.
    pub within: BTreeMap<EntityId, RecordId>,
    /// How the person usually writes dates and numbers.
    pub usual: Option<Usual>,
}

impl Options {
    pub(super) fn defaults(&self) -> Defaults {
        let usual = self.usual.unwrap_or(Usual {
            currency: Currency::EUR,
            dates: DateOrder::DayFirst,
            decimals: Decimals::Point,
            zone_minutes: 0,
        });
        Defaults {
            currency: usual.currency,
            dates: usual.dates,
            decimals: usual.decimals,
            zone_minutes: usual.zone_minutes,
        }
    }
}

/// One record to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    pub record: RecordId,
    pub entity: EntityId,
    /// Begins the record; otherwise it is there and only `fields` are set.
    pub create: bool,
    /// Brings a deleted record back before its fields are set.
    pub restore: bool,
    /// For sets the whole set, never less than the record holds.
    pub fields: Vec<(FieldId, Value)>,
}

/// How much an import does, under the decisions taken so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub creates: usize,
    pub updates: usize,
    pub restores: usize,
    pub unchanged: usize,
    pub out: usize,
    /// Rows in a doubt that is open.
    pub doubtful: usize,
    /// New records that no row is, but a cell named.
    pub made: usize,
    /// New records by entity.
    pub by_entity: BTreeMap<EntityId, usize>,
}

/// A planned import.
#[derive(Debug)]
pub struct Plan {
    pub sheets: Vec<Sheet>,
    /// Every doubt; its id is its place.
    pub doubts: Vec<Doubt>,
    /// Every row of the sheets that take part, targets of references first.
    pub rows: Vec<PlannedRow>,
    mappings: Vec<Mapping>,
    jobs: Vec<job::Job>,
    made: Vec<made::Made>,
    mark: Option<usize>,
    /// The tag that marks is in the book already.
    mark_is_there: bool,
    ranks: BTreeMap<String, usize>,
    /// How the person usually writes dates.
    dates: DateOrder,
}

impl Plan {
    /// Plans everything at once.
    pub fn of(world: &World<'_>, sheets: Vec<Sheet>, mappings: Vec<Mapping>, options: Options) -> Self {
        Planner::new(world, sheets, mappings, options).finish(world)
    }

    /// Settles a doubt for all of its rows. An unknown id does nothing.
    pub fn decide(&mut self, doubt: DoubtId, decision: Decision) {
        if let Some(doubt) = self.doubts.get_mut(doubt) {
            doubt.decision = Some(decision);
        }
    }

    /// Takes a decision back.
    pub fn undecide(&mut self, doubt: DoubtId) {
        if let Some(doubt) = self.doubts.get_mut(doubt) {
            doubt.decision = None;
        }
    }

    /// Settles alike every doubt that passes: "take all suggestions", "create all companies".
    pub fn decide_all(&mut self, decision: &Decision, which: impl Fn(&Doubt) -> bool) {
        for doubt in self.doubts.iter_mut().filter(|doubt| which(doubt)) {
            doubt.decision = Some(decision.clone());
        }
    }

    /// What becomes of a row.
    pub fn fate(&self, row: &PlannedRow) -> Fate {
        self.settle(row).0
    }

    /// A row's values as they would be set.
    pub fn values(&self, row: &PlannedRow) -> Vec<(FieldId, Value)> {
        self.settle(row).1
    }

    /// A row's entity.
    pub fn entity(&self, row: &PlannedRow) -> &str {
        self.jobs.get(row.job).map_or("", |job| job.def.id.as_ref())
    }

    /// How much the import does now.
    pub fn counts(&self) -> Counts {
        Emit::all(self).1
    }

    /// The mappings with what was decided, to be kept for the next file of the same shape.
    pub fn mappings(&self) -> Vec<Mapping> {
        let mut mappings = self.mappings.clone();
        for doubt in &self.doubts {
            let (Some(decision), Some(column)) = (&doubt.decision, doubt.column) else { continue };
            let Some(mapping) = mappings.get_mut(doubt.sheet) else { continue };
            let Some(header) = mapping.columns.get(column).map(|column| column.header.clone()) else {
                continue;
            };
            if doubt.why == Why::AmbiguousDate {
                let order = match decision {
                    Decision::Accept => Some(self.dates.other()),
                    Decision::Keep => Some(self.dates),
                    _ => None,
                };
                if let Some(column) = mapping.columns.get_mut(column) {
                    column.format.dates = order.or(column.format.dates);
                }
                continue;
            }
            if doubt.value.is_empty() {
                continue;
            }
            mapping.corrections.retain(|known| known.header != header || known.value != doubt.value);
            let value = doubt.value.clone();
            mapping.corrections.push(Correction { header, value, decision: decision.clone() });
        }
        mappings
    }

    /// Decides what was decided for earlier files.
    fn remember(&mut self) {
        for doubt in &mut self.doubts {
            let Some((mapping, column)) = self.mappings.get(doubt.sheet).zip(doubt.column) else { continue };
            let Some(header) = mapping.columns.get(column).map(|column| &column.header) else { continue };
            let known = mapping.corrections.iter().find(|c| c.header == *header && c.value == doubt.value);
            doubt.decision = known.map(|known| known.decision.clone()).or(doubt.decision.take());
        }
    }
}

#[cfg(test)]
mod tests;
