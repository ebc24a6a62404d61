//! The stages of a pipeline: their names, order, what they count as. An archived stage takes no
//! more deals; those on it stay.

use super::archived::{ArchiveButton, Archived, in_use};
use super::rename::Rename;
use crate::state::use_app;
use crate::ui::value::choice_name;
use crate::ui::{Acts, Icon};
use crate::words::{find, t};
use leptos::prelude::*;
use outrider_app::book::{Query, Test};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::value::Value;
use rust_decimal::Decimal;

const OUTCOMES: [&str; 3] = ["open", "won", "lost"];

pub fn number(number: usize) -> Value {
    Value::Number(Decimal::from(number))
}

#[component]
pub fn Stages(pipeline: RecordId) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let of = Query::all("stage").filter("pipeline", Test::Is(Value::Ref(pipeline)));
    let ids = in_use(app, of.clone(), true);
    let step = move |id: RecordId, by: isize| {
        let mut order = ids.get_untracked();
        let Some(from) = order.iter().position(|one| *one == id) else { return };
        let Some(to) = from.checked_add_signed(by).filter(|to| *to < order.len()) else { return };
        order.swap(from, to);
        let place = |(at, id): (usize, RecordId)| {
            acts.edit(id, vec![FieldEdit::Set("position".to_owned(), number(at))])
        };
        let drafts = untrack(|| order.into_iter().enumerate().filter_map(place).collect());
        acts.act(drafts, "edit", untrack(|| app.title(id)), None, |_| ());
    };
    let add = move |_| {
        let name = t("settings-stage-name");
        let set = |field: &str, value: Value| FieldEdit::Set(field.to_owned(), value);
        let edits = vec![
            set("name", Value::text(name.clone())),
            set("pipeline", Value::Ref(pipeline)),
            set("position", number(ids.with_untracked(Vec::len))),
            set("outcome", Value::text("open")),
        ];
        let draft = Draft { entity: "stage".to_owned(), record: app.new_id(), create: true, edits };
        acts.act(vec![draft], "create", name, None, |_| ());
    };
    view! {
        <For each=move || ids.get() key=|id| *id children=move |id| view! {
            <div class="setting" data-record=id.to_string()>
                <Rename id label=Signal::derive(|| t("settings-stage-label"))/>
                <div class="line">
                    <Outcome id acts/>
                    {mover("settings-up", "up", move || step(id, -1))}
                    {mover("settings-down", "down", move || step(id, 1))}
                    <ArchiveButton id archived=false/>
                </div>
            </div>
        }/>
        <button type="button" class="btn quiet small" on:click=add>
            <Icon name="plus"/>
            {move || find("entity-stage-new").unwrap_or_default()}
        </button>
        <Archived query=of.clone()/>
    }
}

fn mover(key: &'static str, way: &'static str, act: impl Fn() + 'static) -> impl IntoView {
    view! {
        <button type="button" class="btn quiet icon small" title=move || t(key) aria-label=move || t(key) on:click=move |_| act()>
            <span aria-hidden="true">{if way == "up" { "↑" } else { "↓" }}</span>
        </button>
    }
}

/// What the stage counts as.
#[component]
fn Outcome(id: RecordId, acts: Acts) -> impl IntoView {
    let app = use_app();
    let held = Memo::new(move |_| {
        let outcome = app.record(id).map(|stage| stage.text("outcome").to_owned());
        outcome.filter(|outcome| !outcome.is_empty()).unwrap_or_else(|| "open".to_owned())
    });
    let choose = move |event| {
        let outcome = event_target_value(&event);
        if let Some(stage) = untrack(|| app.record(id)) {
            acts.set(&stage, vec![FieldEdit::Set("outcome".to_owned(), Value::text(outcome))], |_| ());
        }
    };
    view! {
        <select aria-label=move || crate::ui::value::field_name("stage", "outcome") on:change=choose>
            {OUTCOMES.map(|one| view! {
                <option value=one selected=move || held.get() == one>{move || choice_name("stage", "outcome", one)}</option>
            })}
        </select>
    }
}
