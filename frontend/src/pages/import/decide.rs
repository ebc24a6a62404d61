//! One doubt: why, how many rows, and what would settle it; settled for all of its rows at once.

use super::handle::Import;
use super::words::{doubt_words, suggestion_words};
use crate::ui::value::plain;
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::import::plan::{Decision, Doubt, DoubtId, Plan};
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;

/// What the rows of a sheet become.
pub fn entity_of(plan: &Plan, sheet: usize) -> String {
    plan.rows.iter().find(|row| row.sheet == sheet).map(|row| plan.entity(row).to_owned()).unwrap_or_default()
}

/// A value of the doubt's column in words.
fn value_words(import: Import, plan: &Plan, doubt: &Doubt, value: &Value) -> String {
    let field = || -> Option<&'static FieldDef> {
        let mappings = plan.mappings();
        let column = mappings.get(doubt.sheet)?.columns.get(doubt.column?)?;
        import.app.registry().field(&entity_of(plan, doubt.sheet), column.target.field()?)
    };
    match (field(), value.as_text()) {
        (Some(field), _) => plain(import.app, &entity_of(plan, doubt.sheet), field, value),
        (None, text) => text.unwrap_or_default().to_owned(),
    }
}

#[component]
pub fn Decide(import: Import, id: DoubtId) -> impl IntoView {
    let doubt = Memo::new(move |_| import.plan.with(|plan| plan.as_ref()?.doubts.get(id).cloned()));
    let decide = move |decision: Decision| {
        import.plan.update(|plan| plan.iter_mut().for_each(|plan| plan.decide(id, decision.clone())));
    };
    let button = move |words: String, decision: Decision, look: &'static str| {
        view! {
            <button type="button" class=format!("btn small {look}") on:click=move |_| decide(decision.clone())>{words}</button>
        }
    };
    move || {
        let doubt = doubt.get()?;
        let (said, accept) = import.plan.with_untracked(|plan| {
            let plan = plan.as_ref()?;
            let said = doubt_words(&doubt, &entity_of(plan, doubt.sheet));
            let accept = doubt.suggestion.as_ref().map(|suggestion| {
                suggestion_words(suggestion, |value| value_words(import, plan, &doubt, value))
            });
            Some((said, accept))
        })?;
        let rows = t_with("import-rows", &[("count", doubt.rows.len().into())]);
        let settled = doubt.decision.clone();
        let buttons = match settled {
            _ if doubt.why.is_final() => {
                view! { <span class="faint">{t("import-stays-out")}</span> }.into_any()
            }
            Some(decision) => view! {
                <span class="badge" data-tone="good">{decision_words(&decision, accept.as_deref())}</span>
                <button type="button" class="btn small quiet" on:click=move |_| {
                    import.plan.update(|plan| plan.iter_mut().for_each(|plan| plan.undecide(id)));
                }>{t("change")}</button>
            }
            .into_any(),
            None => view! {
                {accept.map(|words| button(words, Decision::Accept, ""))}
                {doubt.can_create().then(|| button(t("decide-create"), Decision::Create, ""))}
                {button(t("decide-keep"), Decision::Keep, "quiet")}
                {button(t("decide-skip"), Decision::Skip, "quiet")}
            }
            .into_any(),
        };
        Some(view! { <span>{said} " " <span class="faint">{rows}</span></span> {buttons} })
    }
}

/// What was decided, as said on its button.
fn decision_words(decision: &Decision, accept: Option<&str>) -> String {
    match decision {
        Decision::Accept => accept.map_or_else(|| t("decide-bring_in"), str::to_owned),
        Decision::Keep => t("decide-keep"),
        Decision::Create => t("decide-create"),
        Decision::Link(_) => t("decide-link"),
        Decision::Text(text) => t_with("decide-value", &[("value", text.clone().into())]),
        Decision::Skip => t("decide-skip"),
    }
}
