//! What a device keeps in its store beside confirmed records.

use crate::change::{Change, Item, Outcome, Reason, Unit, Verdict};
use crate::id::{Millis, RecordId, Seq};
use crate::record::{EntityId, FieldId};
use crate::value::Value;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A unit of one's own work, until its results were pulled.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Queued {
    pub unit: Unit,
    /// The outcome of each item the server answered for, by the item's number.
    #[serde(default)]
    pub outcomes: BTreeMap<u64, Outcome>,
    /// What each touched record was called when it was edited: all that is shown of it should it
    /// leave one's sight.
    #[serde(default)]
    pub labels: BTreeMap<RecordId, String>,
}

impl Queued {
    /// Items the server has not answered for.
    pub fn unsettled(&self) -> impl Iterator<Item = &Item> {
        self.unit.items.iter().filter(|item| !self.outcomes.contains_key(&item.n))
    }

    /// Items whose effect is not yet among the confirmed records: unanswered, or accepted and not
    /// yet pulled.
    pub fn open(&self) -> impl Iterator<Item = &Item> {
        self.unit.items.iter().filter(|item| {
            self.outcomes.get(&item.n).is_none_or(|outcome| !matches!(outcome.result, Verdict::Rejected(_)))
        })
    }
}

/// An item the server refused, waiting to be mended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tray {
    pub item: Item,
    pub act: String,
    pub reason: Reason,
    /// What the record was called.
    pub label: String,
    /// The record whose own refusal must be mended first; then this goes again by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub waits_for: Option<RecordId>,
}

/// Why a notice is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum NoticeKind {
    /// One's own value gave way to another's.
    Superseded,
    /// One's own value stands; another's, written at the same time, gave way.
    Prevailed,
    /// One wrote the same words of a text as another: both passages stand until one settles it.
    Both,
    /// An undo left this as it is, since it was changed or used meanwhile.
    Kept,
}

/// A value that did not stand, to be looked at and restored with one click.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Notice {
    pub kind: NoticeKind,
    pub entity: EntityId,
    pub record: RecordId,
    pub field: FieldId,
    /// The value that gave way, whose it was and whose stands.
    pub value: Value,
    pub by: RecordId,
    #[serde(default)]
    pub over: RecordId,
    pub at: Millis,
    #[serde(default)]
    pub read: bool,
}

/// The tab that syncs for all: its epoch must stand in every batch it commits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LeaderRow {
    pub epoch: u64,
}

/// How to take a unit back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UndoRow {
    pub act: String,
    pub at: Millis,
    /// What was done, for the person: the name of the record, or of the file imported.
    pub label: String,
    pub items: Vec<Kept>,
    /// The act this one took back or did again, by the number it first had: of these only the latest
    /// can be taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<u64>,
    /// The act's first part, where this is a later one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<u64>,
}

/// The inverse of one item. Every change in it builds on that item's own number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    pub entity: EntityId,
    pub record: RecordId,
    /// The changes that take it back.
    pub back: Vec<Change>,
    /// The changes that do it again after that.
    pub forth: Vec<Change>,
    /// What the record points to that the server has not confirmed: it is taken back after this.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub refs: Vec<RecordId>,
}

pub(super) fn json<T: Serialize>(row: &T) -> Vec<u8> {
    serde_json::to_vec(row).unwrap_or_default()
}

/// The last sequence among a unit's outcomes, once every item has one.
pub(super) fn settled_at(queued: &Queued) -> Option<Seq> {
    (queued.outcomes.len() == queued.unit.items.len())
        .then(|| queued.outcomes.values().filter_map(|outcome| outcome.seq).max().unwrap_or(0))
}
