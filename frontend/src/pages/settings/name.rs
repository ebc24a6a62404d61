//! What this device is called: by its browser and system until someone names it.

use super::Setting;
use crate::platform::agent::agent;
use crate::state::use_app;
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A name is at most so long.
const LONGEST: usize = 60;

#[component]
pub fn DeviceName() -> impl IntoView {
    let app = use_app();
    let named = RwSignal::new(None::<String>);
    spawn_local(async move { drop(named.try_set(app.device_name().await)) });
    let name = move || named.get().unwrap_or_else(guess);
    let save = move |event| {
        let typed: String = event_target_value(&event).trim().chars().take(LONGEST).collect();
        named.set(Some(typed.clone()).filter(|typed| !typed.is_empty()));
        spawn_local(async move { app.name_device(&typed).await });
    };
    view! {
        <Setting
            label=Signal::derive(|| t("settings-device-name"))
            hint=Signal::derive(|| t("settings-device-name-hint"))
        >
            <input
                type="text"
                maxlength=LONGEST.to_string()
                aria-label=move || t("settings-device-name")
                prop:value=name
                on:change=save
            />
        </Setting>
    }
}

fn guess() -> String {
    match agent() {
        ("", "") => t("settings-device"),
        (browser, "") => browser.to_owned(),
        ("", system) => system.to_owned(),
        (browser, system) => {
            t_with("settings-device-guess", &[("browser", browser.into()), ("system", system.into())])
        }
    }
}
