//! What an admin sets for everyone.

use super::Setting;
use crate::state::use_app;
use crate::ui::value::field_name;
use crate::ui::{Acts, Note, Tone, fail_words};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::entities::Workspace;
use outrider_app::value::Value;
use rust_decimal::Decimal;

#[component]
pub fn Everyone() -> impl IntoView {
    let failed = RwSignal::new(None::<String>);
    view! {
        <section class="section">
            <h2>{move || t("settings-everyone")}</h2>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words=Signal::stored(words)/> })}
            <Days field="lock_days" hint="settings-lock_days-hint" failed/>
            <Days field="keep_deleted_days" hint="settings-keep_deleted_days-hint" failed/>
        </section>
    }
}

#[component]
fn Days(field: &'static str, hint: &'static str, failed: RwSignal<Option<String>>) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let days = Memo::new(move |_| Workspace::days(app.record(Workspace::id()).as_ref(), field));
    let name = move || field_name(Workspace::ENTITY, field);
    let set = move |event| {
        let Ok(typed) = event_target_value(&event).parse::<Decimal>() else { return };
        let there = untrack(|| app.any_record(Workspace::id())).is_some();
        let edits = vec![FieldEdit::Set(field.to_owned(), Value::Number(typed))];
        let entity = Workspace::ENTITY.to_owned();
        let draft = Draft { entity, record: Workspace::id(), create: !there, edits };
        acts.act(vec![draft], "edit", name(), Some(format!("{}: {typed}", name())), move |saved| {
            failed.set(saved.err().map(|error| fail_words(&error)));
        });
    };
    view! {
        <Setting label=Signal::derive(name) hint=Signal::derive(move || t(hint))>
            <input type="number" min="1" max="3650" step="1" class="short" aria-label=name
                prop:value=move || days.get().to_string() on:change=set/>
        </Setting>
    }
}
