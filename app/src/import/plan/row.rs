//! One row as it was planned: what is sure, and what waits for a decision.

use super::doubt::DoubtId;
use crate::id::RecordId;
use crate::record::FieldId;
use crate::value::Value;

/// What a row does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Create,
    /// Changes a record that is there, if anything differs.
    Update,
    /// Brings back a deleted record.
    Restore,
    /// Stays out.
    Refused,
}

/// A planned row.
#[derive(Clone, Debug)]
pub struct PlannedRow {
    pub sheet: usize,
    /// Its place in the sheet's rows.
    pub row: u32,
    /// Place of the job in the plan.
    pub(super) job: usize,
    pub record: RecordId,
    pub action: Action,
    /// What is set in any case; for records that are there only what differs.
    pub(super) fields: Vec<(FieldId, Value)>,
    pub(super) pending: Vec<Pending>,
    /// Doubts about the row as a whole.
    pub(super) doubts: Vec<DoubtId>,
    /// Doubts that mark it and change nothing.
    pub(super) marks: Vec<DoubtId>,
    /// Original texts that fit nowhere, for the remarks.
    pub(super) notes: Vec<String>,
    /// The texts its name is put together from, with the doubt each is in.
    pub(super) name: Vec<(String, Option<DoubtId>)>,
}

/// A field whose value a decision settles.
#[derive(Clone, Debug)]
pub(super) struct Pending {
    pub field: FieldId,
    /// For addresses: the part.
    pub part: Option<usize>,
    pub doubt: DoubtId,
    /// What the record holds now.
    pub before: Value,
    pub keep: Value,
    pub accept: Value,
    /// The cell as it was written, kept where it cannot be used.
    pub original: String,
}

impl PlannedRow {
    /// Every doubt the row is in.
    pub fn doubts(&self) -> impl Iterator<Item = DoubtId> {
        let pending = self.pending.iter().map(|pending| pending.doubt);
        pending.chain(self.doubts.iter().copied()).chain(self.marks.iter().copied())
    }
}
