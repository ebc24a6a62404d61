//! Doing something and saying so: the act is durable on the device when the words appear, and the
//! toast takes it back.

use super::toast::{offer_undo, remember};
use crate::platform::notify;
use crate::state::{App, SaveError, use_app};
use crate::words::t;
use leptos::prelude::untrack;
use leptos::task::spawn_local;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// A `Copy` handle for acting from event handlers.
#[derive(Clone, Copy)]
pub struct Acts {
    app: App,
}

impl Default for Acts {
    fn default() -> Self {
        Self::new()
    }
}

impl Acts {
    pub fn new() -> Self {
        Self { app: use_app() }
    }

    /// Saves the drafts as one act. Where there are words, the toast says them and offers undo;
    /// `then` gets what became of it.
    pub fn act(
        self,
        drafts: Vec<Draft>,
        act: &'static str,
        label: String,
        words: Option<String>,
        then: impl FnOnce(Result<(), SaveError>) + 'static,
    ) {
        if drafts.iter().any(reminds) {
            notify::ask_to_notify();
        }
        spawn_local(async move {
            let saved = self.app.act(drafts, act, &label).await;
            then(saved.map(|saved| {
                if let Some(n) = saved.n {
                    remember(n);
                    if let Some(words) = words {
                        offer_undo(words, n);
                    }
                }
            }));
        });
    }

    /// Sets one field of a record, quietly.
    pub fn set(
        self,
        record: &Record,
        edits: Vec<FieldEdit>,
        then: impl FnOnce(Result<(), SaveError>) + 'static,
    ) {
        let label = untrack(|| self.app.title(record.id));
        let draft = Draft { entity: record.entity.clone(), record: record.id, create: false, edits };
        self.act(vec![draft], "edit", label, None, then);
    }

    /// Deletes records; the toast brings them back.
    pub fn delete(
        self,
        records: &[RecordId],
        words: String,
        then: impl FnOnce(Result<(), SaveError>) + 'static,
    ) {
        let drafts = records.iter().filter_map(|id| self.edit(*id, vec![FieldEdit::Delete])).collect();
        let label = untrack(|| records.first().map(|id| self.app.title(*id))).unwrap_or_default();
        self.act(drafts, "delete", label, Some(words), then);
    }

    /// A draft that edits a record that is here: of a merged one, what stands for it.
    pub fn edit(self, id: RecordId, edits: Vec<FieldEdit>) -> Option<Draft> {
        let record = untrack(|| self.app.record(id))?;
        Some(Draft { entity: record.entity, record: record.id, create: false, edits })
    }
}

/// Is a reminder set? Whoever sets one is asked whether the system may show it.
fn reminds(draft: &Draft) -> bool {
    let sets =
        |edit: &FieldEdit| matches!(edit, FieldEdit::Set(field, Value::Time(_)) if field == "remind_at");
    draft.edits.iter().any(sets)
}

/// The edits that make a field hold a value: sets by what came and what went, so that they merge.
pub fn edits_to(field: &str, before: &Value, after: &Value, many: bool) -> Vec<FieldEdit> {
    if !many {
        return vec![FieldEdit::Set(field.to_owned(), after.clone())];
    }
    let none = BTreeSet::new();
    let (before, after) = (before.as_set().unwrap_or(&none), after.as_set().unwrap_or(&none));
    let added = after.difference(before).map(|item| FieldEdit::Add(field.to_owned(), item.clone()));
    let removed = before.difference(after).map(|item| FieldEdit::Remove(field.to_owned(), item.clone()));
    added.chain(removed).collect()
}

/// Why something could not be saved, and the way out.
pub fn fail_words(error: &SaveError) -> String {
    t(error.key())
}
