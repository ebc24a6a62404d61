//! From the plan's drafts to the acts of a device.

use crate::state::App;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::import::{Plan, plan};
use outrider_app::value::Value;

/// Everything the plan writes, targets of references first.
pub fn drafts(app: App, plan: &Plan) -> Vec<Draft> {
    plan.drafts().into_iter().map(|draft| one(app, draft)).collect()
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
