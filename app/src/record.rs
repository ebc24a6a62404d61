//! A record's current state: its fields, each with the version that put it there.

use crate::id::{Millis, RecordId, Seq};
use crate::registry::MERGED_INTO;
use crate::value::{FromValue, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An entity's stable name (`company`); custom objects have names of their own.
pub type EntityId = String;
/// A field's stable name within its entity (`name`, `owner`).
pub type FieldId = String;

/// A record as one party knows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
pub struct Record {
    pub id: RecordId,
    pub entity: EntityId,
    /// The last item that touched it.
    pub seq: Seq,
    /// When and by whom it was last touched.
    pub at: Millis,
    pub by: RecordId,
    /// The item that deleted it, while it is deleted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<Seq>,
    pub fields: BTreeMap<FieldId, Cell>,
}

/// A field's standing value and its version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
pub struct Cell {
    pub value: Value,
    /// The item that set it.
    pub seq: Seq,
    /// The time the merge rule compares, and whose value it is. Only the server keeps these.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub at: Millis,
    #[serde(default, skip_serializing_if = "RecordId::is_nil")]
    pub by: RecordId,
    /// For add-wins sets: the item that added each element. Only the server keeps these.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub adds: BTreeMap<String, Seq>,
}

fn is_zero(at: &Millis) -> bool {
    *at == 0
}

static NONE: Value = Value::None;

impl Record {
    pub fn new(id: RecordId, entity: impl Into<EntityId>) -> Self {
        Self { id, entity: entity.into(), ..Self::default() }
    }

    /// The standing value; [`Value::None`] where nothing was entered.
    pub fn value(&self, field: &str) -> &Value {
        self.fields.get(field).map_or(&NONE, |cell| &cell.value)
    }

    /// The field as a Rust type; `None` where it is empty or of another kind.
    pub fn get<T: FromValue>(&self, field: &str) -> Option<T> {
        T::from_value(self.value(field))
    }

    pub fn text(&self, field: &str) -> &str {
        self.value(field).as_text().unwrap_or_default()
    }

    pub fn reference(&self, field: &str) -> Option<RecordId> {
        self.value(field).as_ref_id()
    }

    /// The field's version; 0 where it was never set.
    pub fn version(&self, field: &str) -> Seq {
        self.fields.get(field).map_or(0, |cell| cell.seq)
    }

    /// Does the record stand for itself: neither deleted nor merged into another? Only then does it
    /// hold its unique values: what stands for it may take them over.
    pub fn stands(&self) -> bool {
        self.deleted.is_none() && self.reference(MERGED_INTO).is_none()
    }

    /// Sets a value without a version: for test data and drafts.
    pub fn with(mut self, field: &str, value: Value) -> Self {
        self.fields.entry(field.to_owned()).or_default().value = value;
        self
    }
}
