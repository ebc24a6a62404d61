//! Texts: one line or several, e-mail, phone, link.

use super::{Input, control};
use leptos::prelude::*;
use outrider_app::registry::Kind;
use outrider_app::value::Value;

#[component]
pub fn Text(input: Input) -> impl IntoView {
    let (mode, complete) = keyboard(&input.field.kind);
    view! {
        <input
            type="text"
            {..control(input)}
            inputmode=mode
            autocomplete=complete
            autocapitalize=if mode == "text" { "sentences" } else { "none" }
            prop:value=move || input.value.with(|value| value.as_text().unwrap_or_default().to_owned())
            on:input=move |event| input.set(Value::Text(event_target_value(&event)))
            on:change=move |event| input.set(Value::Text(event_target_value(&event).trim().to_owned()))
        />
    }
}

/// The keyboard a phone shows, and that the browser fills in nothing of the person's own.
pub(super) fn keyboard(kind: &Kind) -> (&'static str, &'static str) {
    let mode = match kind {
        Kind::Email => "email",
        Kind::Phone => "tel",
        Kind::Link => "url",
        _ => "text",
    };
    (mode, "off")
}

#[component]
pub fn LongText(input: Input) -> impl IntoView {
    view! {
        <textarea
            {..control(input)}
            rows="3"
            prop:value=move || input.value.with(|value| value.as_text().unwrap_or_default().to_owned())
            on:input=move |event| input.set(Value::Text(event_target_value(&event)))
        ></textarea>
    }
}
