//! A row's references: the records its cells name.

use super::build::Builder;
use super::doubt::{Suggestion, Why};
use super::identity::resolve;
use super::job::Col;
use super::links::Link;
use super::made::Order;
use crate::id::RecordId;
use crate::import::cell::split_many;
use crate::registry::{FieldDef, fold};
use crate::value::Value;
use std::collections::BTreeSet;

impl Builder<'_> {
    pub(super) fn reference(&mut self, col: &Col, field: &FieldDef, text: &str) {
        if !field.many {
            if let Some(id) = self.link(col, field, text) {
                self.set(&field.id, Value::Ref(id));
            }
            return;
        }
        let ids: BTreeSet<String> = split_many(text)
            .into_iter()
            .filter_map(|part| self.link(col, field, part))
            .map(|id| id.to_string())
            .collect();
        if !ids.is_empty() {
            self.set(&field.id, Value::Set(ids));
        }
    }

    /// The record a text names; `None` where that is doubtful and now waits.
    pub(super) fn link(&mut self, col: &Col, field: &FieldDef, text: &str) -> Option<RecordId> {
        let current = self.current(&field.id);
        if let Some(id) = self.already(&current, text) {
            return Some(id);
        }
        let place = (self.job.sheet, col.at);
        let known = self.shop.seen.get(&place).and_then(|texts| texts.get(text)).cloned();
        let link = known.unwrap_or_else(|| {
            let link = self.find(col, field, text);
            self.shop.seen.entry(place).or_default().insert(text.to_owned(), link.clone());
            link
        });
        let near = match &link {
            Link::Found(id) => return Some(*id),
            Link::Several(_, _, first) => Some(*first),
            Link::Unknown { near, .. } => near.as_ref().map(|(_, id)| *id),
        };
        if near.is_some_and(|near| current.refs().contains(&near)) {
            return None;
        }
        let doubt = self.doubt_link(col, field, text, &link);
        let accept = near.map_or(Value::None, Value::Ref);
        self.pend(field, None, doubt, (Value::None, accept), text);
        None
    }

    /// The record the field refers to already, where the text is its name or its id: it may be gone,
    /// or out of this person's sight, and is still the one that is meant.
    fn already(&self, current: &Value, text: &str) -> Option<RecordId> {
        let named = RecordId::parse(text);
        current.refs().into_iter().find(|id| {
            named == Some(*id)
                || self.world.book.by_id(*id).is_some_and(|record| {
                    let def = self.world.registry.entity(&record.entity);
                    def.is_some_and(|def| fold(&def.title_of(&record)) == fold(text))
                })
        })
    }

    pub(super) fn find(&mut self, col: &Col, field: &FieldDef, text: &str) -> Link {
        let (registry, book) = (self.world.registry, self.world.book);
        let link = self.shop.links.find(registry, book, &self.shop.makers, field, text);
        let link = match link {
            // An id that names nothing here is no name to make something under.
            Link::Unknown { entity, may_create: true, near: None }
                if col.create_missing && RecordId::parse(text).is_none() =>
            {
                let at = self.make(field, &entity, text, true);
                self.shop
                    .makers
                    .list
                    .get(at)
                    .map_or(Link::Unknown { entity, may_create: true, near: None }, |made| {
                        Link::Found(made.record)
                    })
            }
            link => link,
        };
        if let Link::Found(id) = link {
            self.learn(id);
        }
        link
    }

    pub(super) fn make(&mut self, field: &FieldDef, entity: &str, name: &str, certain: bool) -> usize {
        let through = Some((self.job.def.id.as_ref(), field.id.as_ref()));
        let collection = self.collection;
        let order = Order { entity, name, source: &self.job.source, collection, through, certain };
        let links = &self.shop.links;
        self.shop.makers.make(self.world.registry, &order, &|target| links.home(target))
    }

    pub(super) fn doubt_link(&mut self, col: &Col, field: &FieldDef, text: &str, link: &Link) -> usize {
        let place = (self.job.sheet, Some(col.at));
        let registry = self.world.registry;
        let record =
            |entity: &str, name: String, id| Suggestion::Record { entity: entity.to_owned(), id, name };
        let (why, suggestion, entity) = match link {
            Link::Several(entity, count, first) => {
                let why = Why::SeveralMatches { entity: entity.clone(), count: *count };
                (why, Some(record(entity, text.to_owned(), *first)), None)
            }
            Link::Unknown { entity, may_create, near: Some((name, id)) } => {
                (Why::Typo, Some(record(entity, name.clone(), *id)), may_create.then(|| entity.clone()))
            }
            Link::Unknown { entity, may_create: false, .. } if col.create_missing => {
                (Why::MayNotCreate { entity: entity.clone() }, None, None)
            }
            Link::Unknown { entity, may_create, .. } => {
                let why = Why::UnknownReference { entity: entity.clone(), may_create: *may_create };
                (why, None, may_create.then(|| entity.clone()))
            }
            Link::Found(_) => (Why::Typo, None, None),
        };
        let tag = why.tag();
        let before = self.shop.doubts.list.len();
        let doubt = self.shop.doubts.add(place, self.at, text, || (why, suggestion, None), tag, text);
        let entity = entity.filter(|entity| before == doubt && registry.entity(entity).is_some());
        if let Some(entity) = entity {
            let at = self.make(field, &entity, text, false);
            if let Some(made) = self.shop.makers.list.get_mut(at) {
                made.doubts.push(doubt);
            }
            if let Some(doubt) = self.shop.doubts.list.get_mut(doubt) {
                doubt.made = Some(at);
            }
        }
        doubt
    }

    /// Keeps what a record that is referred to says about who refers to it.
    pub(super) fn learn(&mut self, id: RecordId) {
        if self.shop.implied.contains_key(&id) {
            return;
        }
        let book = self.world.book;
        let made = self.shop.makers.list.iter().find(|made| made.record == id);
        let (entity, fields) = match made {
            Some(made) => (made.entity.clone(), made.fields.clone()),
            None => match book.by_id(id).map(|record| resolve(book, record)) {
                Some(record) => {
                    let fields = record.fields.into_iter().map(|(field, cell)| (field, cell.value)).collect();
                    (record.entity, fields)
                }
                None => return,
            },
        };
        let def = self.world.registry.entity(&entity);
        let required = |name: &str| def.and_then(|def| def.field(name)).is_some_and(|field| field.required);
        let implied = fields
            .into_iter()
            .filter(|(name, value)| value.as_ref_id().is_some() && required(name))
            .collect();
        self.shop.implied.insert(id, implied);
    }

    /// A deal's stage says its pipeline.
    pub(super) fn imply(&mut self) {
        let refs: Vec<RecordId> = self.out.fields.iter().filter_map(|(_, value)| value.as_ref_id()).collect();
        for id in refs {
            for (field, value) in self.shop.implied.get(&id).cloned().unwrap_or_default() {
                let takes = self.job.def.field(&field).is_some_and(|def| !def.targets().is_empty());
                if takes && self.out.fields.iter().all(|(known, _)| *known != field) {
                    self.set(&field, value);
                }
            }
        }
    }
}
