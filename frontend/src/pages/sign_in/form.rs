//! What the forms share: a field, and an account's error in words that say the way out.

use crate::state::AccountError;
use crate::ui::{Note, Tone};
use crate::words::{find, t, t_with};
use leptos::prelude::*;

/// A field of these forms.
#[component]
pub fn Field(
    name: &'static str,
    /// The key of its words.
    label: &'static str,
    value: RwSignal<String>,
    #[prop(default = "text")] kind: &'static str,
    autocomplete: &'static str,
    /// The key of a hint under it.
    #[prop(optional)]
    hint: Option<&'static str>,
    /// What is wrong with it.
    #[prop(optional, into)]
    error: Option<Signal<Option<String>>>,
) -> impl IntoView {
    let said = move || error.and_then(|error| error.get());
    view! {
        <label class="field" data-state=move || said().map(|_| "error")>
            <span class="label">{move || t(label)}</span>
            <input
                type=kind
                name=name
                autocomplete=autocomplete
                autocapitalize=(kind != "text").then_some("none")
                spellcheck="false"
                prop:value=move || value.get()
                aria-invalid=move || said().map(|_| "true")
                on:input=move |event| value.set(event_target_value(&event))
            />
            {hint.map(|hint| view! { <span class="hint">{move || t(hint)}</span> })}
            {move || said().map(|words| view! { <span class="error" role="alert">{words}</span> })}
        </label>
    }
}

/// Why it did not work, in words.
#[component]
pub fn Failed(error: RwSignal<Option<AccountError>>) -> impl IntoView {
    move || {
        error
            .get()
            .map(|error| view! { <Note tone=Tone::Bad words=Signal::derive(move || account_words(&error))/> })
    }
}

/// An account's error as a sentence.
pub fn account_words(error: &AccountError) -> String {
    match error {
        AccountError::Refused { tag, wait: Some(seconds), .. } if tag == "too-many" => {
            t_with("sign-in-wait", &[("count", (*seconds).into())])
        }
        // What this version has no words for, the server says itself.
        AccountError::Refused { message, .. } => find(&error.key()).unwrap_or_else(|| message.clone()),
        error => t(&error.key()),
    }
}
