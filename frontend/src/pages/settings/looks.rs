//! Language and theme: both change at once.

use super::Setting;
use crate::platform::settings::{Theme, set_theme, theme};
use crate::words::{language, set_language, t};
use leptos::prelude::*;
use outrider_app::words::Language;

#[component]
pub fn Looks() -> impl IntoView {
    let chosen = RwSignal::new(theme());
    let speak = |event| {
        if let Some(language) = Language::of(&event_target_value(&event)) {
            set_language(language);
        }
    };
    let words = |theme: Theme| match theme {
        Theme::System => "settings-theme-system",
        Theme::Light => "settings-theme-light",
        Theme::Dark => "settings-theme-dark",
    };
    view! {
        <section class="section">
            <h2>{move || t("settings-appearance")}</h2>
            <Setting label=Signal::derive(|| t("settings-language")) hint=Signal::derive(|| t("settings-language-hint"))>
                <select aria-label=move || t("settings-language") on:change=speak>
                    {Language::ALL.map(|one| view! {
                        <option value=one.tag() lang=one.tag() selected=move || language() == one>{one.name()}</option>
                    })}
                </select>
            </Setting>
            <Setting label=Signal::derive(|| t("settings-theme"))>
                <div class="segment" role="radiogroup" aria-label=move || t("settings-theme")>
                    {Theme::ALL.map(|one| view! {
                        <label>
                            <input
                                type="radio"
                                name="theme"
                                prop:checked=move || chosen.get() == one
                                on:change=move |_| { set_theme(one); chosen.set(one) }
                            />
                            <span>{move || t(words(one))}</span>
                        </label>
                    })}
                </div>
            </Setting>
        </section>
    }
}
