//! How far reading reaches, for each role and entity: one record each, made by whoever is first.

use super::Setting;
use crate::state::use_app;
use crate::ui::value::{choice_name, entity_many};
use crate::ui::{Acts, Note, Tone, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, Reads};
use outrider_app::value::Value;

const ROLES: [&str; 2] = ["manager", "rep"];
const REACHES: [&str; 3] = ["all", "team", "own"];

#[component]
pub fn Reading() -> impl IntoView {
    let app = use_app();
    let failed = RwSignal::new(None::<String>);
    let narrowed: Vec<&'static EntityDef> = app
        .registry()
        .entities()
        .filter(|def| def.reads == Reads::Everyone && def.parents.is_empty())
        .collect();
    view! {
        <section class="section">
            <h2>{move || t("settings-reading")}</h2>
            <p class="soft">{move || t("settings-reading-hint")}</p>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words=Signal::stored(words)/> })}
            {narrowed.into_iter().map(|def| view! {
                <Setting label=Signal::derive(move || entity_many(&def.id))>
                    <div class="line">{ROLES.map(|role| view! { <Reach def role failed/> })}</div>
                </Setting>
            }).collect_view()}
        </section>
    }
}

#[component]
fn Reach(def: &'static EntityDef, role: &'static str, failed: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let id = RecordId::derived(&["read_rule", role, &def.id]);
    let held = Memo::new(move |_| {
        let reach = app.record(id).map(|rule| rule.text("reach").to_owned());
        reach.filter(|reach| !reach.is_empty()).unwrap_or_else(|| "all".to_owned())
    });
    let choose = move |event| {
        let reach = event_target_value(&event);
        let set = |field: &str, value: &str| FieldEdit::Set(field.to_owned(), Value::text(value));
        let there = untrack(|| app.any_record(id)).is_some();
        let mut edits = vec![set("entity", &def.id), set("role", role), set("reach", &reach)];
        if untrack(|| app.any_record(id)).is_some_and(|rule| rule.deleted.is_some()) {
            edits.insert(0, FieldEdit::Restore);
        }
        let draft = Draft { entity: "read_rule".to_owned(), record: id, create: !there, edits };
        let words = format!("{}: {}", entity_many(&def.id), choice_name("read_rule", "reach", &reach));
        acts.act(vec![draft], "edit", entity_many(&def.id), Some(words), move |saved| {
            failed.set(saved.err().map(|error| fail_words(&error)));
        });
    };
    let label = move || {
        t_with(
            "settings-reading-of",
            &[("role", choice_name("employee", "role", role).into()), ("name", entity_many(&def.id).into())],
        )
    };
    view! {
        <label class="field">
            <span class="hint">{move || choice_name("employee", "role", role)}</span>
            <select aria-label=label on:change=choose>
                {REACHES.map(|reach| view! {
                    <option value=reach selected=move || held.get() == reach>{move || choice_name("read_rule", "reach", reach)}</option>
                })}
            </select>
        </label>
    }
}
