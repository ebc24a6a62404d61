//! What the import asks of the book: names, unique values and external keys of all records,
//! gathered in slices so that the page never stands still.

use crate::platform::idle::Turns;
use crate::state::App;
use leptos::prelude::untrack;
use outrider_app::book::Query;
use outrider_app::id::RecordId;
use outrider_app::import::Lookup;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, fold, unique_key};
use std::collections::{HashMap, HashSet};

pub struct Index {
    app: App,
    /// The book's version that it is of.
    pub version: u64,
    names: HashMap<String, HashMap<String, Vec<RecordId>>>,
    unique: HashMap<(String, String), HashMap<String, RecordId>>,
    sources: HashMap<(String, String), HashMap<String, RecordId>>,
    creatable: HashSet<String>,
}

impl Index {
    pub async fn gather(app: App) -> Self {
        let entities: Vec<&'static EntityDef> = app.registry().entities().collect();
        let creatable = untrack(|| {
            entities.iter().map(|def| def.id.to_string()).filter(|entity| app.may_create(entity)).collect()
        });
        let mut index = Self {
            app,
            version: app.with_book(|book| book.version()),
            names: HashMap::new(),
            unique: HashMap::new(),
            sources: HashMap::new(),
            creatable,
        };
        let turns = Turns::begin();
        for def in entities {
            let ids = untrack(|| app.list(&Query::all(def.id.as_ref())));
            for id in ids.iter() {
                if let Some(record) = app.with_book(|book| book.get(*id)) {
                    index.put(def, &record);
                }
                turns.breathe().await;
            }
        }
        // After those that stand for themselves.
        for id in app.with_book(|book| book.merged()) {
            let record = app.with_book(|book| book.get(id)).filter(|record| record.deleted.is_none());
            let def = record.as_ref().and_then(|record| app.registry().entity(&record.entity));
            if let (Some(record), Some(def)) = (record, def) {
                index.put(def, &record);
            }
            turns.breathe().await;
        }
        index
    }

    /// What names a merged record names what stands for it, unless it names a record by itself.
    fn put(&mut self, def: &EntityDef, record: &Record) {
        let name = fold(&def.title_of(record));
        if !name.is_empty() {
            let named = self.names.entry(def.id.to_string()).or_default().entry(name).or_default();
            if record.stands() || named.is_empty() {
                named.push(record.id);
            }
        }
        for field in def.fields.iter().filter(|field| field.unique) {
            if let Some(key) = unique_key(record.value(&field.id)) {
                let keys = self.unique.entry((def.id.to_string(), field.id.to_string())).or_default();
                keys.entry(key).or_insert(record.id);
            }
        }
        let (source, key) = (record.text("source_system"), record.text("external_key"));
        if !key.is_empty() {
            let keys = self.sources.entry((def.id.to_string(), source.to_owned())).or_default();
            keys.entry(key.to_owned()).or_insert(record.id);
        }
    }
}

impl Lookup for Index {
    fn by_id(&self, id: RecordId) -> Option<Record> {
        self.app.with_book(|book| book.get(id))
    }

    fn by_name(&self, entity: &str, folded: &str) -> Vec<RecordId> {
        self.names.get(entity).and_then(|names| names.get(folded)).cloned().unwrap_or_default()
    }

    fn by_unique(&self, entity: &str, field: &str, key: &str) -> Option<RecordId> {
        self.unique.get(&(entity.to_owned(), field.to_owned()))?.get(key).copied()
    }

    fn by_source(&self, entity: &str, source: &str, key: &str) -> Option<RecordId> {
        self.sources.get(&(entity.to_owned(), source.to_owned()))?.get(key).copied()
    }

    fn names(&self, entity: &str) -> Box<dyn Iterator<Item = (String, RecordId)> + '_> {
        let names = self.names.get(entity).into_iter().flatten();
        Box::new(names.flat_map(|(name, ids)| ids.iter().map(|id| (name.clone(), *id))))
    }

    fn may_create(&self, entity: &str) -> bool {
        self.creatable.contains(entity)
    }

    fn may_write(&self, record: &Record) -> bool {
        untrack(|| self.app.may_write(record))
    }
}
