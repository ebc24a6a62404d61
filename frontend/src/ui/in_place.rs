//! Writing one field of a record where it stands: Enter saves, Esc leaves it as it was.

use super::editor::{FieldEditor, Input};
use super::value::remember_currency;
use super::{Acts, Button, edits_to, fail_words};
use crate::state::use_app;
use crate::words::t;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::passages::unmarked;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::Value;
use wasm_bindgen::JsCast;

#[component]
pub fn InPlace(
    id: RecordId,
    def: &'static EntityDef,
    field: &'static FieldDef,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let (app, acts) = (use_app(), Acts::new());
    let record = move || untrack(|| app.record(id));
    let before = record().map(|record| record.value(&field.id).clone()).unwrap_or_default();
    // Who edits a text in which passages stand side by side has them all before them.
    let begins = match &before {
        Value::Text(text) if field.kind == Kind::LongText => Value::Text(unmarked(text)),
        value => value.clone(),
    };
    let input = Input::new(def, field, begins);
    let failed = RwSignal::new(None::<String>);
    let save = Callback::new(move |()| {
        if !input.check() {
            return;
        }
        let after = input.value.get_untracked();
        if let Value::Money(money) = &after {
            remember_currency(money.currency);
        }
        let Some(record) = record() else { return };
        let edits = edits_to(&field.id, &before, &after, field.many);
        acts.set(&record, edits, move |saved| match saved {
            Ok(()) => on_done.run(()),
            // Nothing was saved: what was written stays in the form.
            Err(error) => failed.set(Some(fail_words(&error))),
        });
    });
    let on_keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Enter" if event.is_composing() => {}
        "Enter" if field.kind == Kind::LongText && !event.ctrl_key() && !event.meta_key() => {}
        "Enter" if is_button(&event) => {}
        "Enter" => {
            event.prevent_default();
            event.stop_propagation();
            save.run(());
        }
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            on_done.run(());
        }
        _ => {}
    };
    view! {
        <div class="grow fields" on:keydown=on_keydown>
            <FieldEditor input/>
            {move || failed.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
            <div class="btns">
                <Button look="small primary" on_click=move |_| save.run(())>{move || t("save")}</Button>
                <Button look="small quiet" on_click=move |_| on_done.run(())>{move || t("cancel")}</Button>
            </div>
        </div>
    }
}

fn is_button(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.tag_name() == "BUTTON")
}
