//! The registry: every entity and its fields, declared once. Storage, sync, forms, lists, filters,
//! import, export and test data are derived from it. Custom fields and objects become
//! [`FieldDef`]s and [`EntityDef`]s of the same registry when their definitions are records.

mod entity;
mod field;
mod validate;

pub use entity::{DISTINCT_FROM, EntityAccess, EntityDef, Flag, MERGED_INTO, REDIRECTS, Reads};
pub use field::{FieldAccess, FieldDef, Kind, MergeRule, Name, choice, to};
pub use validate::{LONG_TEXT_MAX, SET_MAX, TEXT_MAX, fold, unique_key, validate};

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A set of entity definitions, by id.
#[derive(Clone, Debug, Default)]
pub struct Registry {
    entities: BTreeMap<String, EntityDef>,
    order: Vec<String>,
}

impl Registry {
    /// A registry of these definitions, listed in this order.
    pub fn new(defs: impl IntoIterator<Item = EntityDef>) -> Self {
        let mut registry = Self::default();
        for def in defs {
            registry.order.push(def.id.to_string());
            registry.entities.insert(def.id.to_string(), def);
        }
        registry
    }

    /// The entities this version ships with.
    pub fn standard() -> &'static Registry {
        static STANDARD: LazyLock<Registry> = LazyLock::new(|| Registry::new(crate::entities::all()));
        &STANDARD
    }

    pub fn entity(&self, id: &str) -> Option<&EntityDef> {
        self.entities.get(id)
    }

    /// The definition of a field; `None` for an entity or field this version does not know.
    pub fn field(&self, entity: &str, field: &str) -> Option<&FieldDef> {
        self.entity(entity)?.field(field)
    }

    /// Every entity, in the order they are listed.
    pub fn entities(&self) -> impl Iterator<Item = &EntityDef> {
        self.order.iter().filter_map(|id| self.entities.get(id))
    }

    /// The fields that point to an entity, as (owning entity, field).
    pub fn pointing_to<'a>(&'a self, target: &'a str) -> impl Iterator<Item = (&'a EntityDef, &'a FieldDef)> {
        self.entities().flat_map(move |entity| {
            entity
                .fields
                .iter()
                .filter(move |field| field.targets().iter().any(|name| name == target))
                .map(move |field| (entity, field))
        })
    }
}
