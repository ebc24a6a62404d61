//! What the import asks of the book it imports into.

use crate::id::RecordId;
use crate::record::Record;
use crate::registry::{Registry, fold, unique_key};
use std::collections::BTreeMap;

/// The records that are already there, as the importing person may see them. Names are a record's
/// title folded by [`fold`]; only `by_id` answers with deleted records.
pub trait Lookup {
    fn by_id(&self, id: RecordId) -> Option<Record>;

    /// The living records of this name.
    fn by_name(&self, entity: &str, folded: &str) -> Vec<RecordId>;

    /// The living record that holds a unique field's value (its [`unique_key`]).
    fn by_unique(&self, entity: &str, field: &str, key: &str) -> Option<RecordId>;

    /// The living record with this external key.
    fn by_source(&self, _entity: &str, _source: &str, _key: &str) -> Option<RecordId> {
        None
    }

    /// Every name of an entity.
    fn names(&self, entity: &str) -> Box<dyn Iterator<Item = (String, RecordId)> + '_>;

    /// Whether the person may create records of an entity.
    fn may_create(&self, entity: &str) -> bool;

    /// Whether the person may change this record.
    fn may_write(&self, _record: &Record) -> bool {
        true
    }
}

/// A book in memory: for tests, seeds and previews.
#[derive(Clone, Debug, Default)]
pub struct Book {
    records: BTreeMap<RecordId, Record>,
    names: BTreeMap<String, BTreeMap<String, Vec<RecordId>>>,
    unique: BTreeMap<(String, String, String), RecordId>,
    sources: BTreeMap<(String, String, String), RecordId>,
    /// Entities the person may not create.
    pub forbidden: Vec<String>,
}

impl Book {
    /// A book of these records; everything may be created.
    pub fn of(registry: &Registry, records: impl IntoIterator<Item = Record>) -> Self {
        let mut book = Self::default();
        records.into_iter().for_each(|record| book.put(registry, record));
        book
    }

    /// Adds a record.
    pub fn put(&mut self, registry: &Registry, record: Record) {
        if let (None, Some(def)) = (record.deleted, registry.entity(&record.entity)) {
            let name = fold(&def.title_of(&record));
            if !name.is_empty() {
                self.names.entry(record.entity.clone()).or_default().entry(name).or_default().push(record.id);
            }
            for field in def.fields.iter().filter(|field| field.unique) {
                if let Some(key) = unique_key(record.value(&field.id)) {
                    self.unique.insert((record.entity.clone(), field.id.to_string(), key), record.id);
                }
            }
            let (source, key) = (record.text("source_system"), record.text("external_key"));
            if !key.is_empty() {
                self.sources.insert((record.entity.clone(), source.to_owned(), key.to_owned()), record.id);
            }
        }
        self.records.insert(record.id, record);
    }

    pub fn records(&self) -> impl Iterator<Item = &Record> {
        self.records.values()
    }
}

impl Lookup for Book {
    fn by_id(&self, id: RecordId) -> Option<Record> {
        self.records.get(&id).cloned()
    }

    fn by_name(&self, entity: &str, folded: &str) -> Vec<RecordId> {
        self.names.get(entity).and_then(|names| names.get(folded)).cloned().unwrap_or_default()
    }

    fn by_unique(&self, entity: &str, field: &str, key: &str) -> Option<RecordId> {
        self.unique.get(&(entity.to_owned(), field.to_owned(), key.to_owned())).copied()
    }

    fn by_source(&self, entity: &str, source: &str, key: &str) -> Option<RecordId> {
        self.sources.get(&(entity.to_owned(), source.to_owned(), key.to_owned())).copied()
    }

    fn names(&self, entity: &str) -> Box<dyn Iterator<Item = (String, RecordId)> + '_> {
        Box::new(
            self.names.get(entity).into_iter().flat_map(|names| {
                names.iter().flat_map(|(name, ids)| ids.iter().map(|id| (name.clone(), *id)))
            }),
        )
    }

    fn may_create(&self, entity: &str) -> bool {
        !self.forbidden.iter().any(|forbidden| forbidden == entity)
    }
}
