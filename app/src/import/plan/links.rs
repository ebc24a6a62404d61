//! From a name in a cell to the record it means: one of this import, one of the book, one to be
//! made, or a doubt.

use super::identity::resolve;
use super::made::Makers;
use crate::id::RecordId;
use crate::import::lookup::Lookup;
use crate::import::similar::Nearest;
use crate::record::Record;
use crate::registry::{FieldDef, Registry, fold};
use std::collections::{BTreeMap, HashMap};

/// The records of this import, by what a cell may call them. The first of a name counts.
#[derive(Debug, Default)]
pub(super) struct Known {
    names: HashMap<String, HashMap<String, RecordId>>,
    keys: HashMap<String, HashMap<String, RecordId>>,
    unique: HashMap<(String, String), HashMap<String, RecordId>>,
}

impl Known {
    pub fn name(&mut self, entity: &str, folded: String, id: RecordId) {
        if !folded.is_empty() {
            self.names.entry(entity.to_owned()).or_default().entry(folded).or_insert(id);
        }
    }

    pub fn key(&mut self, entity: &str, key: &str, id: RecordId) {
        self.keys.entry(entity.to_owned()).or_default().entry(key.to_owned()).or_insert(id);
    }

    /// Registers a unique value and answers with who holds it.
    pub fn unique(&mut self, entity: &str, field: &str, key: &str, id: RecordId) -> RecordId {
        let holders = self.unique.entry((entity.to_owned(), field.to_owned())).or_default();
        *holders.entry(key.to_owned()).or_insert(id)
    }

    fn find(&self, registry: &Registry, entity: &str, text: &str, folded: &str) -> Option<RecordId> {
        let named = self.names.get(entity).and_then(|names| names.get(folded));
        let keyed = || self.keys.get(entity).and_then(|keys| keys.get(text));
        let unique = || {
            let fields = &registry.entity(entity)?.fields;
            fields
                .iter()
                .filter(|field| field.unique)
                .find_map(|field| self.unique.get(&(entity.to_owned(), field.id.to_string()))?.get(folded))
        };
        named.or_else(keyed).or_else(unique).copied()
    }
}

/// What a cell's name turned out to be.
#[derive(Clone, Debug)]
pub(super) enum Link {
    Found(RecordId),
    /// Several records: of this entity, so many, and the first.
    Several(String, usize, RecordId),
    /// None; the entity it would be, whether it may be made, the likely meant one.
    Unknown {
        entity: String,
        may_create: bool,
        near: Option<(String, RecordId)>,
    },
}

/// Finds what names mean.
#[derive(Debug, Default)]
pub(super) struct Links {
    pub known: Known,
    nearest: HashMap<String, Nearest>,
    /// For each entity that configuration hangs on (pipelines), the one meant where names repeat.
    homes: BTreeMap<String, RecordId>,
}

impl Links {
    pub fn new(registry: &Registry, book: &dyn Lookup, within: &BTreeMap<String, RecordId>) -> Self {
        let mut homes = within.clone();
        for def in registry.entities().filter(|def| def.small) {
            for field in def.fields.iter().filter(|field| field.required) {
                for target in field.targets().iter().filter(|target| !within.contains_key(target.as_ref())) {
                    let first = book
                        .names(target)
                        .filter_map(|(name, id)| Some((name, book.by_id(id)?)))
                        .filter(|(_, record)| record.get::<bool>("archived") != Some(true))
                        .min_by_key(|(name, record)| {
                            (record.get::<rust_decimal::Decimal>("position"), name.clone())
                        });
                    homes.extend(first.map(|(_, record)| (target.to_string(), record.id)));
                }
            }
        }
        Self { homes, ..Self::default() }
    }

    /// The record of an entity that new configuration hangs on.
    pub fn home(&self, entity: &str) -> Option<RecordId> {
        self.homes.get(entity).copied()
    }

    /// What `text` means for a reference field.
    pub fn find(
        &mut self,
        registry: &Registry,
        book: &dyn Lookup,
        makers: &Makers,
        field: &FieldDef,
        text: &str,
    ) -> Link {
        let targets = field.targets();
        if let Some(record) = RecordId::parse(text).and_then(|id| book.by_id(id))
            && record.deleted.is_none()
            && targets.iter().any(|target| *target == record.entity)
        {
            return Link::Found(resolve(book, record).id);
        }
        let folded = fold(text);
        for target in targets {
            if let Some(id) = self.known.find(registry, target, text, &folded) {
                return Link::Found(id);
            }
            match self.in_book(registry, book, target, &folded).as_slice() {
                [] => {}
                [one] => return Link::Found(*one),
                [first, ..] if self.homes.is_empty() => {
                    return Link::Several(target.to_string(), 2, *first);
                }
                several @ [first, ..] => {
                    let home = several.iter().find(|id| self.at_home(book, **id));
                    return home.map_or_else(
                        || Link::Several(target.to_string(), several.len(), *first),
                        |id| Link::Found(*id),
                    );
                }
            }
            if let Some(id) = makers.certain(target, &folded) {
                return Link::Found(id);
            }
        }
        let near = targets.iter().find_map(|target| {
            let nearest = self.nearest(registry, book, makers, target);
            nearest.find(text).map(|(name, id)| (name.to_owned(), id))
        });
        let entity = targets.iter().find(|target| book.may_create(target));
        let may_create = entity.is_some();
        let entity = entity.or(targets.first()).map(|target| target.to_string()).unwrap_or_default();
        Link::Unknown { entity, may_create, near }
    }

    fn in_book(&self, registry: &Registry, book: &dyn Lookup, target: &str, folded: &str) -> Vec<RecordId> {
        let alive = |id: RecordId| book.by_id(id).filter(|record| record.deleted.is_none());
        let mut ids: Vec<RecordId> = book
            .by_name(target, folded)
            .into_iter()
            .filter_map(alive)
            .filter(|record| record.get::<bool>("archived") != Some(true))
            .map(|record| resolve(book, record).id)
            .collect();
        if ids.is_empty() {
            let fields = registry.entity(target).map(|def| def.fields.as_slice()).unwrap_or_default();
            let unique = fields.iter().filter(|field| field.unique);
            ids.extend(
                unique
                    .filter_map(|field| book.by_unique(target, &field.id, folded))
                    .filter_map(alive)
                    .map(|r| r.id),
            );
        }
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn at_home(&self, book: &dyn Lookup, id: RecordId) -> bool {
        book.by_id(id)
            .is_some_and(|record| hangs_on(&record, |home| self.homes.values().any(|id| *id == home)))
    }

    fn nearest(&mut self, registry: &Registry, book: &dyn Lookup, makers: &Makers, target: &str) -> &Nearest {
        let known = &self.known;
        self.nearest.entry(target.to_owned()).or_insert_with(|| {
            let mut nearest = Nearest::default();
            let title = |id| {
                let record: Option<Record> = book.by_id(id);
                record.and_then(|record| Some(registry.entity(target)?.title_of(&record)))
            };
            for (name, id) in book.names(target) {
                nearest.add(&title(id).unwrap_or(name), id);
            }
            let mut names: Vec<_> = known.names.get(target).into_iter().flatten().collect();
            names.sort_unstable();
            for (name, id) in names {
                nearest.add(makers.spelling(target, name), *id);
            }
            nearest
        })
    }
}

fn hangs_on(record: &Record, mut home: impl FnMut(RecordId) -> bool) -> bool {
    record.fields.values().filter_map(|cell| cell.value.as_ref_id()).any(&mut home)
}
