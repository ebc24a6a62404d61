//! What travels: changes in items in units, and what became of them.
//!
//! An *item* is one act on one record and is taken or refused as one. A *unit* is an ordered list
//! of items. Each change of an item has the number `item.n + its index`; `(client, n)` makes a
//! retry harmless.

use crate::digest::sha256;
use crate::id::{ClientId, Millis, RecordId, Seq, UnitId};
use crate::record::{EntityId, FieldId};
use crate::tagged::tagged;
use crate::value::Value;
use serde::{Deserialize, Serialize};

/// What a change does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Op {
    /// Begins a record; on a living id it merges into it.
    Create,
    /// Gives a field a value; never creates a record.
    Set,
    /// Puts one element into a set.
    Add,
    /// Takes one element out of a set, unless someone added it meanwhile.
    Remove,
    Delete,
    Restore,
}

/// The version the author saw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Base {
    /// The field as the server had confirmed it.
    Seq(Seq),
    /// The author's own earlier item (its `n`) that set the same field and was unsent then.
    Own(u64),
}

/// One change to one field, or to the record as a whole (then `field` is empty).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    pub op: Op,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub field: FieldId,
    #[serde(default, skip_serializing_if = "is_none")]
    pub value: Value,
    pub base: Base,
}

fn is_none(value: &Value) -> bool {
    *value == Value::None
}

/// All changes of one act to one record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// The number of its first change; the others follow on.
    pub n: u64,
    pub entity: EntityId,
    pub record: RecordId,
    /// When the person did it, by the device's clock.
    pub at: Millis,
    pub changes: Vec<Change>,
}

impl Item {
    pub fn creates(&self) -> bool {
        self.changes.iter().any(|change| change.op == Op::Create)
    }

    /// What makes a retry the same item: SHA-256 of its wire form, in hex.
    pub fn digest(&self) -> String {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        sha256(&bytes)
    }
}

/// An ordered list of items made in one go.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    pub id: UnitId,
    /// What the person did, as a stable tag (`create`, `edit`, `import`, `undo`).
    pub act: String,
    /// Fails whole where one of its items fails.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub all_or_nothing: bool,
    /// Each change applies only while its field still stands at its base: an undo never takes
    /// back what someone else did since.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub guarded: bool,
    /// The device's clock was seen to jump after the act: its time cannot be trusted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub clock_jumped: bool,
    pub items: Vec<Item>,
}

/// What became of one item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    pub n: u64,
    /// The item's place in the order, unless it was rejected.
    pub seq: Option<Seq>,
    pub result: Verdict,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    Accepted,
    /// These fields hold a mixture of both sides' values.
    Merged(Vec<FieldId>),
    /// These fields kept another's value; this one's stands in the history.
    Superseded(Vec<FieldId>),
    Rejected(Reason),
}

/// Why an item was rejected: said to the person in their language, and mended by them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case", tag = "why")]
pub enum Reason {
    #[error("this server does not know the entity {entity}")]
    UnknownEntity { entity: EntityId },
    #[error("this server does not know the field {field}")]
    UnknownField { field: FieldId },
    #[error("{field} does not take this value: {detail}")]
    Invalid { field: FieldId, detail: Flaw },
    #[error("not allowed to write this record")]
    Forbidden,
    #[error("not allowed to write {field}")]
    ForbiddenField { field: FieldId },
    #[error("no such record")]
    NoSuchRecord,
    #[error("the record was deleted")]
    Deleted,
    /// A required reference names a record that is not there.
    #[error("{field} needs a record that is not there")]
    Needs { field: FieldId, record: RecordId },
    #[error("{field} names an archived record")]
    Archived { field: FieldId, record: RecordId },
    #[error("{field} must be unique and stands on another record")]
    Taken { field: FieldId },
    /// Another item of an all-or-nothing unit was rejected.
    #[error("another part of the same work was rejected")]
    Together,
    #[error("someone must remain who is an admin")]
    LastAdmin,
    /// The device's own: by itself it is more than the server takes in one request.
    #[error("this is larger than the server takes")]
    TooLarge,
    /// The device's own: the server failed on it again and again, and only on it.
    #[error("the server fails on this")]
    Failing,
    /// The number was used before for something else.
    #[error("this change's number was used before for another change")]
    NumberReused,
    /// A reason of a newer server.
    #[error("the server refused it")]
    #[serde(other)]
    Unknown,
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Flaw {
    #[error("it is of another kind")]
    Kind,
    #[error("it is too long")]
    TooLong,
    #[error("it is not one of the choices")]
    Choice,
    #[error("it is not an e-mail address")]
    Email,
    #[error("it is not a phone number")]
    Phone,
    #[error("it is not a web address")]
    Link,
    #[error("it is out of range")]
    Range,
    #[error("something must be entered")]
    Required,
    #[error("a record of another kind is needed")]
    Target,
    /// A flaw of a newer version.
    #[error("it is not valid")]
    #[serde(other)]
    Other,
}

/// One accepted item as everyone who may see its record receives it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    pub seq: Seq,
    pub entity: EntityId,
    pub record: RecordId,
    pub by: RecordId,
    pub client: ClientId,
    pub n: u64,
    pub act: String,
    /// When the person did it, by the server's reckoning.
    pub at: Millis,
    pub effects: Vec<Effect>,
}

/// What an accepted item did to its record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "lowercase")]
pub enum Effect {
    Created,
    Deleted,
    Restored,
    /// The field now stands at `value`; `before` is what it replaced.
    Set {
        field: FieldId,
        value: Value,
        before: Value,
    },
    /// Two people wrote at once: `value` did not stand and is kept here. `by` and `at` say whose it
    /// was, `over` whose stands.
    Lost {
        field: FieldId,
        value: Value,
        by: RecordId,
        at: Millis,
        #[serde(default)]
        over: RecordId,
    },
    /// What the author wrote where a mixture of it and another's text stands now: what their own
    /// later edits build on.
    Wrote {
        field: FieldId,
        value: Value,
    },
    /// An effect of a newer version.
    #[serde(skip)]
    Opaque(serde_json::Value),
}

tagged!(Effect, "created", "deleted", "restored", "set", "lost", "wrote");
