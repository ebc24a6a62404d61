//! From the plan's drafts to the acts of a device.

use super::handle::Import;
use crate::platform::idle::Turns;
use crate::state::App;
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::import::plan::Counts;
use outrider_app::import::{Emit, plan};
use outrider_app::value::Value;

/// Rows between two looks at the clock.
const ROWS: usize = 200;

/// What the plan writes, and how much that is, put together in turns with the page; `None` without a
/// plan, or where `stands` says that it is another one by now.
pub async fn planned(import: Import, stands: impl Fn() -> bool) -> Option<(Vec<plan::Draft>, Counts)> {
    let turns = Turns::begin();
    let mut emit = Emit::default();
    let plan = import.plan;
    while plan.try_with_untracked(|plan| Some(emit.step(plan.as_ref()?, ROWS)))?? {
        turns.breathe().await;
        if !stands() {
            return None;
        }
    }
    plan.try_with_untracked(|plan| Some(emit.finish(plan.as_ref()?)))?
}

/// Keeps count of what the plan writes under the decisions taken so far.
pub fn tally(import: Import) {
    let latest = StoredValue::new(0_u64);
    Effect::new(move |_| {
        import.plan.track();
        let mine = latest.get_value() + 1;
        latest.set_value(mine);
        spawn_local(async move {
            let counted = planned(import, || latest.try_get_value() == Some(mine)).await;
            let counts = counted.map(|(_, counts)| counts).unwrap_or_default();
            if latest.try_get_value() == Some(mine) {
                import.counts.try_set(counts);
            }
        });
    });
}

/// As acts of this device, a part at a time.
pub fn acts(app: App, planned: Vec<plan::Draft>) -> impl Iterator<Item = Draft> {
    planned.into_iter().map(move |draft| one(app, draft))
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
