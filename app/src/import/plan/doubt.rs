//! What is doubtful in a file: each doubt once, with all the rows it is about, so that one click
//! settles them together.

use crate::change::Flaw;
use crate::id::RecordId;
use crate::import::read::Trouble;
use crate::record::{EntityId, FieldId};
use crate::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A doubt's place in [`super::Plan::doubts`].
pub type DoubtId = usize;

/// Why something is doubtful: a stable tag and what its sentence needs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Why {
    /// Likely a misspelling of the suggestion.
    Typo,
    /// No record of this name. `may_create`: it can be made on request.
    UnknownReference { entity: EntityId, may_create: bool },
    /// Several records have this name; none is linked.
    SeveralMatches { entity: EntityId, count: usize },
    /// Records of this entity are needed and the person may not create them.
    MayNotCreate { entity: EntityId },
    /// The person may not change this record.
    MayNotWrite,
    /// A field every record should have is empty.
    MissingRequired { field: FieldId },
    /// A cell that is usually filled is empty.
    Missing { field: FieldId },
    /// No value of the field's kind.
    Unreadable { kind: String, flaw: Flaw },
    /// Day and month could be the other way round; read as the person usually writes.
    AmbiguousDate,
    /// A unique value that stands on another record or in an earlier row.
    Taken { field: FieldId },
    /// The row was odd in the file itself.
    Reading(Trouble),
    /// Exactly as the row on this line.
    SameRow { line: u32 },
    /// Same key or name as the row on this line, with other content: comes in as a record of its own.
    SameKey { line: u32 },
    /// The record was deleted here; accepting brings it back.
    Deleted,
}

impl Why {
    /// The tag its words are found by.
    pub fn tag(&self) -> &'static str {
        match self {
            Why::Typo => "typo",
            Why::UnknownReference { .. } => "unknown_reference",
            Why::SeveralMatches { .. } => "several_matches",
            Why::MayNotCreate { .. } => "may_not_create",
            Why::MayNotWrite => "may_not_write",
            Why::MissingRequired { .. } => "missing_required",
            Why::Missing { .. } => "missing",
            Why::Unreadable { .. } => "unreadable",
            Why::AmbiguousDate => "ambiguous_date",
            Why::Taken { .. } => "taken",
            Why::Reading(Trouble::TooFewCells { .. }) => "too_few_cells",
            Why::Reading(Trouble::TooManyCells { .. }) => "too_many_cells",
            Why::Reading(Trouble::AfterUnclosedQuote { .. }) => "after_unclosed_quote",
            Why::Reading(Trouble::CellTooLong { .. }) => "cell_too_long",
            Why::Reading(Trouble::Repeats) => "repeats",
            Why::Reading(Trouble::UnknownZone { .. }) => "unknown_zone",
            Why::Reading(Trouble::NoEnd) => "no_end",
            Why::Reading(Trouble::UnreadableLines { .. }) => "unreadable_lines",
            Why::SameRow { .. } => "same_row",
            Why::SameKey { .. } => "same_key",
            Why::Deleted => "deleted",
        }
    }

    /// Whether its rows stay out until someone decides. All others come in, marked.
    fn keeps_out(&self) -> bool {
        matches!(self, Why::SameRow { .. } | Why::Deleted | Why::Reading(Trouble::AfterUnclosedQuote { .. }))
            || self.is_final()
    }

    /// Whether no decision can bring its rows in.
    pub fn is_final(&self) -> bool {
        matches!(self, Why::MayNotWrite | Why::Reading(Trouble::CellTooLong { .. }))
    }
}

/// What one click would do.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Suggestion {
    /// Take this value instead.
    Value(Value),
    /// Link this record.
    Record { entity: EntityId, id: RecordId, name: String },
    /// Read the dates the other way round.
    OtherOrder,
    /// Bring the rows in after all.
    BringIn,
}

/// What the person decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Take the suggestion.
    Accept,
    /// Import as it is: text as written, what cannot be read or linked left empty.
    Keep,
    /// Make the record that is missing.
    Create,
    /// Link this record instead.
    Link(RecordId),
    /// Take this text instead.
    Text(String),
    /// Leave the rows out.
    Skip,
}

/// One doubt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    pub id: DoubtId,
    /// Place of the sheet among the plan's sheets.
    pub sheet: usize,
    /// The column, unless the whole row is meant.
    pub column: Option<usize>,
    /// The cell as it was written; of the first row where the rows differ.
    pub value: String,
    pub why: Why,
    pub suggestion: Option<Suggestion>,
    /// The rows it is about, as places in the sheet's rows.
    pub rows: Vec<u32>,
    pub decision: Option<Decision>,
    /// The record made if the person decides for [`Decision::Create`].
    #[serde(skip)]
    pub(super) made: Option<usize>,
}

impl Doubt {
    /// What counts: the person's decision or, without one, that rows come in as they are (or stay
    /// out, for the few reasons that say so).
    pub fn effective(&self) -> Decision {
        match &self.decision {
            _ if self.why.is_final() => Decision::Skip,
            Some(decision) => decision.clone(),
            None if self.why.keeps_out() => Decision::Skip,
            None => Decision::Keep,
        }
    }

    /// Whether it can be settled by [`Decision::Create`].
    pub fn can_create(&self) -> bool {
        self.made.is_some()
    }

    /// Still leaves something out or open.
    pub fn is_open(&self) -> bool {
        matches!(self.effective(), Decision::Keep | Decision::Skip)
    }
}

/// The doubts as they are found.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    pub list: Vec<Doubt>,
    /// By sheet, column, tag and value.
    known: HashMap<(usize, Option<usize>, &'static str, String), DoubtId>,
}

impl Doubts {
    /// Adds a row to the doubt about this value, which is made where it is new.
    pub fn add(
        &mut self,
        at: (usize, Option<usize>),
        row: u32,
        group: &str,
        why: impl FnOnce() -> (Why, Option<Suggestion>, Option<usize>),
        tag: &'static str,
        value: &str,
    ) -> DoubtId {
        let key = (at.0, at.1, tag, group.to_owned());
        let id = *self.known.entry(key).or_insert_with(|| {
            let (why, suggestion, made) = why();
            let id = self.list.len();
            self.list.push(Doubt {
                id,
                sheet: at.0,
                column: at.1,
                value: value.chars().take(200).collect(),
                why,
                suggestion,
                rows: Vec::new(),
                decision: None,
                made,
            });
            id
        });
        if let Some(doubt) = self.list.get_mut(id)
            && doubt.rows.last() != Some(&row)
        {
            doubt.rows.push(row);
        }
        id
    }

    /// A doubt about a whole row or an empty cell; all rows of one kind are one doubt.
    pub fn plain(&mut self, at: (usize, Option<usize>), row: u32, why: Why, value: &str) -> DoubtId {
        let (tag, suggestion) =
            (why.tag(), (why.keeps_out() && !why.is_final()).then_some(Suggestion::BringIn));
        self.add(at, row, "", || (why, suggestion, None), tag, value)
    }
}
