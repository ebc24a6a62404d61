//! The sheet of paper that all of these stand on, with the choice of language at its foot.

use crate::words::{language, set_language, t};
use leptos::prelude::*;
use outrider_app::words::Language;

#[component]
pub fn Sheet(children: Children) -> impl IntoView {
    view! {
        <main class="sign-in" id="main">
            <div class="sign-sheet">
                <div class="brand">
                    <svg class="mark" aria-hidden="true"><use href="#i-mark"/></svg>
                    "Outrider"
                </div>
                {children()}
                <Languages/>
            </div>
        </main>
    }
}

/// The language, for who cannot read this one.
#[component]
fn Languages() -> impl IntoView {
    let choose = |event| {
        if let Some(language) = Language::of(&event_target_value(&event)) {
            set_language(language);
        }
    };
    view! {
        <select class="bare" aria-label=move || t("settings-language") on:change=choose>
            {Language::ALL.map(|one| view! {
                <option value=one.tag() lang=one.tag() selected=move || language() == one>{one.name()}</option>
            })}
        </select>
    }
}
