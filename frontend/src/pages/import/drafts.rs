//! From the plan's drafts to the acts of a device.

use super::handle::Import;
use crate::platform::idle::Turns;
use crate::state::App;
use leptos::prelude::WithUntracked as _;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::import::{Emit, plan};
use outrider_app::value::Value;

/// Rows between two looks at the clock.
const ROWS: usize = 200;

/// Everything the plan writes, targets of references first; `None` without a plan.
pub async fn drafts(import: Import) -> Option<Vec<Draft>> {
    let turns = Turns::begin();
    let mut emit = Emit::default();
    while import.plan.with_untracked(|plan| Some(emit.step(plan.as_ref()?, ROWS)))? {
        turns.breathe().await;
    }
    let planned = import.plan.with_untracked(|plan| Some(emit.finish(plan.as_ref()?)))?;
    let mut drafts = Vec::with_capacity(planned.len());
    for draft in planned {
        drafts.push(one(import.app, draft));
        turns.breathe().await;
    }
    Some(drafts)
}

fn one(app: App, draft: plan::Draft) -> Draft {
    let def = app.registry().entity(&draft.entity);
    let mut edits = Vec::with_capacity(draft.fields.len() + 1);
    if draft.restore {
        edits.push(FieldEdit::Restore);
    }
    for (field, value) in draft.fields {
        let many = def.and_then(|def| def.field(&field)).is_some_and(|field| field.many);
        match value {
            // Elements are added one by one: what others added meanwhile stands.
            Value::Set(set) if many => {
                edits.extend(set.into_iter().map(|item| FieldEdit::Add(field.clone(), item)))
            }
            value => edits.push(FieldEdit::Set(field, value)),
        }
    }
    Draft { entity: draft.entity, record: draft.record, create: draft.create, edits }
}
