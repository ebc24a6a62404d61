//! What is made on the way: records that a form's fields name and that are not there yet. They
//! come to be with the form's own record, as one unit, or not at all.

use super::reference::named;
use crate::state::{App, use_app};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// In the context of a form that makes a record.
#[derive(Clone, Copy)]
pub struct Together {
    app: App,
    drafts: RwSignal<Vec<Draft>>,
}

impl Together {
    /// Gives the fields below a place to put what they name.
    pub fn provide() -> Self {
        let together = Self { app: use_app(), drafts: RwSignal::default() };
        provide_context(together);
        together
    }

    /// Takes up a record of this name; a contact made beside a new company is there.
    pub fn make(self, entity: &'static str, name: &str) -> RecordId {
        let mut draft = named(self.app, entity, name);
        let id = draft.record;
        self.drafts.update(|drafts| {
            let company = drafts.iter().find(|other| other.entity == "company").map(|other| other.record);
            if let (Some(company), Some(_)) = (company, self.app.registry().field(entity, "company")) {
                draft.edits.push(FieldEdit::Set("company".to_owned(), Value::Ref(company)));
            }
            drafts.push(draft);
        });
        id
    }

    /// What is taken up of these entities, by id and name.
    pub fn made(self, entity: &str) -> Vec<(RecordId, String)> {
        let of = |draft: &&Draft| draft.entity == entity;
        self.drafts
            .with(|drafts| drafts.iter().filter(of).map(|draft| (draft.record, self.name(draft))).collect())
    }

    /// What a record that is taken up is called.
    pub fn title(self, id: RecordId) -> Option<String> {
        self.drafts
            .with(|drafts| drafts.iter().find(|draft| draft.record == id).map(|draft| self.name(draft)))
    }

    fn name(self, draft: &Draft) -> String {
        let set = |record: Record, edit: &FieldEdit| match edit {
            FieldEdit::Set(field, value) => record.with(field, value.clone()),
            _ => record,
        };
        let record = draft.edits.iter().fold(Record::new(draft.record, draft.entity.clone()), set);
        self.app.registry().entity(&draft.entity).map(|def| def.title_of(&record)).unwrap_or_default()
    }

    /// What was taken up and is still pointed to by these values or by each other.
    pub fn pointed_to(self, values: &[Value]) -> Vec<Draft> {
        let drafts = self.drafts.get_untracked();
        let mut wanted: BTreeSet<RecordId> = values.iter().flat_map(Value::refs).collect();
        // Later ones point to earlier ones.
        for draft in drafts.iter().rev() {
            if wanted.contains(&draft.record) {
                wanted.extend(draft.edits.iter().flat_map(|edit| match edit {
                    FieldEdit::Set(_, value) => value.refs(),
                    _ => Vec::new(),
                }));
            }
        }
        drafts.into_iter().filter(|draft| wanted.contains(&draft.record)).collect()
    }
}
