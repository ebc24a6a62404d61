//! Records that no row of the import is, but a cell names: stages, pipelines, managers, tags, and
//! what the person decides to make.

use super::doubt::DoubtId;
use crate::id::RecordId;
use crate::import::hints;
use crate::record::FieldId;
use crate::registry::{EntityDef, Registry, fold};
use crate::value::Value;
use std::collections::HashMap;

/// A record to be made.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub record: RecordId,
    pub entity: String,
    pub name: String,
    pub fields: Vec<(FieldId, Value)>,
    /// Made in any case, or only if one of these doubts is decided so.
    pub certain: bool,
    pub doubts: Vec<DoubtId>,
    /// The place of another one that this one hangs on.
    pub needs: Option<usize>,
}

/// The records to be made, each once.
#[derive(Debug, Default)]
pub(super) struct Makers {
    pub list: Vec<Made>,
    by_name: HashMap<String, HashMap<String, usize>>,
    /// Names as the files write them, by entity and folded name.
    spellings: HashMap<String, HashMap<String, String>>,
}

/// What a record is made for.
pub(super) struct Order<'a> {
    pub entity: &'a str,
    pub name: &'a str,
    pub source: &'a str,
    /// What a collection it must hang on is called, where that is missing too.
    pub collection: &'a str,
    /// The entity and field whose cell named it.
    pub through: Option<(&'a str, &'a str)>,
    pub certain: bool,
}

impl Makers {
    /// The record that will certainly be made under this name.
    pub fn certain(&self, entity: &str, folded: &str) -> Option<RecordId> {
        let at = *self.by_name.get(entity)?.get(folded)?;
        self.list.get(at).filter(|made| made.certain).map(|made| made.record)
    }

    /// Keeps how a name is written.
    pub fn spell(&mut self, entity: &str, folded: &str, spelling: String) {
        let names = self.spellings.entry(entity.to_owned()).or_default();
        names.entry(folded.to_owned()).or_insert(spelling);
    }

    /// How a folded name is written.
    pub fn spelling<'a>(&'a self, entity: &str, folded: &'a str) -> &'a str {
        self.spellings.get(entity).and_then(|names| names.get(folded)).map_or(folded, String::as_str)
    }

    /// The place of the record of this name, ordered now if it was not before. `home` finds what a
    /// required reference of it points to.
    pub fn make(
        &mut self,
        registry: &Registry,
        order: &Order<'_>,
        home: &dyn Fn(&str) -> Option<RecordId>,
    ) -> usize {
        let folded = fold(order.name);
        if let Some(at) = self.by_name.get(order.entity).and_then(|names| names.get(&folded)).copied() {
            if let Some(made) = self.list.get_mut(at) {
                made.certain |= order.certain;
            }
            if order.certain
                && let Some(needs) = self.list.get(at).and_then(|made| made.needs)
                && let Some(needed) = self.list.get_mut(needs)
            {
                needed.certain = true;
            }
            return at;
        }
        let record = RecordId::derived(&[order.entity, order.source, &folded]);
        let mut fields = vec![
            ("source_system".to_owned(), Value::text(order.source)),
            ("external_key".to_owned(), Value::text(folded.clone())),
        ];
        let mut needs = None;
        if let Some(def) = registry.entity(order.entity) {
            fields.extend(title_fields(def, order.name));
            let initial = hints::initial(order.entity, order.through).into_iter();
            let guessed = def.field("outcome").map(|_| ("outcome", hints::outcome_of(order.name)));
            for (field, tag) in initial.chain(guessed) {
                fields.push((field.to_owned(), Value::text(tag)));
            }
            for field in def.fields.iter().filter(|field| field.required) {
                let Some(target) = field.targets().first() else { continue };
                let found = home(target).or_else(|| {
                    let order = Order { entity: target, name: order.collection, through: None, ..*order };
                    needs = Some(self.make(registry, &order, home));
                    needs.and_then(|at| self.list.get(at)).map(|made| made.record)
                });
                fields.extend(found.map(|id| (field.id.to_string(), Value::Ref(id))));
            }
        }
        let at = self.list.len();
        self.list.push(Made {
            record,
            entity: order.entity.to_owned(),
            name: order.name.to_owned(),
            fields,
            certain: order.certain,
            doubts: Vec::new(),
            needs,
        });
        self.by_name.entry(order.entity.to_owned()).or_default().insert(folded, at);
        at
    }

    /// Gives a record that is made a value it does not have yet.
    pub fn carry(&mut self, record: RecordId, field: &str, value: Value) {
        let made = self.list.iter_mut().find(|made| made.record == record);
        if let Some(made) = made.filter(|made| made.fields.iter().all(|(known, _)| known != field)) {
            made.fields.push((field.to_owned(), value));
        }
    }
}

/// A name as title fields: the last word is the last field's, where there are several.
fn title_fields(def: &EntityDef, name: &str) -> Vec<(FieldId, Value)> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match def.title.as_slice() {
        [] => Vec::new(),
        [one] => vec![(one.to_string(), Value::Text(name))],
        [first, .., last] => match name.rsplit_once(' ') {
            Some((before, after)) => {
                vec![(first.to_string(), Value::text(before)), (last.to_string(), Value::text(after))]
            }
            None => vec![(last.to_string(), Value::Text(name))],
        },
    }
}
