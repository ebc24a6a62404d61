//! One line about the app itself, above the page: the gravest one.

use super::install::{can_install, install};
use super::state::use_shell;
use crate::pages::sync::export_unsent;
use crate::platform::settings;
use crate::state::{SyncState, Trouble, use_app};
use crate::ui::{Banner, Tone};
use crate::words::t;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// The store was closed.
    Killed,
    /// The store was deleted.
    Lost,
    Full,
    MemoryOnly,
    SignedOut,
    OtherPerson,
    Trouble(&'static str),
    NewVersion,
    Install,
}

#[component]
pub fn Banners() -> impl IntoView {
    let app = use_app();
    let update = RwSignal::new(flag("outriderUpdateReady"));
    let ready = window_event_listener_untyped("outrider:update-ready", move |_| update.set(true));
    on_cleanup(move || ready.remove());
    let later = RwSignal::new(settings::get("outrider.install").is_some());
    let said = Memo::new(move |_| {
        let state = app.sync_state();
        Some(match (state, app.trouble()) {
            (SyncState::Killed, _) => Said::Killed,
            (SyncState::Lost, _) => Said::Lost,
            (SyncState::Full, _) => Said::Full,
            (_, Some(Trouble::SignedOut)) => Said::SignedOut,
            (_, Some(Trouble::OtherPerson)) => Said::OtherPerson,
            (_, Some(trouble)) => Said::Trouble(trouble.key()),
            (SyncState::MemoryOnly, _) => Said::MemoryOnly,
            _ if update.get() => Said::NewVersion,
            // Not at once: first one works, then one keeps.
            _ if can_install() && !later.get() && app.latest_undo().is_some() => Said::Install,
            _ => return None,
        })
    });
    move || said.get().map(|said| view! { <One said later/> })
}

#[component]
fn One(said: Said, later: RwSignal<bool>) -> impl IntoView {
    let (app, shell) = (use_app(), use_shell());
    let tone = match said {
        Said::Killed | Said::Lost | Said::Full | Said::MemoryOnly => Tone::Bad,
        Said::NewVersion | Said::Install => Tone::Info,
        _ => Tone::Warn,
    };
    let words = move || match said {
        Said::Killed => t("error-save-killed"),
        Said::Lost => t("error-save-lost"),
        Said::Full => t("error-save-full"),
        Said::MemoryOnly => t("sync-memory"),
        Said::SignedOut => t("error-sync-signed-out"),
        Said::OtherPerson => t("error-sync-other-person"),
        Said::Trouble(key) => t(key),
        Said::NewVersion => t("update-ready"),
        Said::Install => t("install-hint"),
    };
    let button = move |key: &'static str, act: fn()| {
        view! {
            <button type="button" class="btn small" on:click=move |_| act()>{move || t(key)}</button>
        }
    };
    view! {
        <Banner tone words=Signal::derive(words)>
            {match said {
                Said::Killed => button("reload", reload).into_any(),
                Said::Lost => view! {
                    {(app.unsent() > 0).then(|| button("unsent-export", || export_unsent(use_app())))}
                    {button("reload", reload)}
                }.into_any(),
                Said::NewVersion => button("update-now", || call("outriderActivateUpdate")).into_any(),
                Said::SignedOut | Said::OtherPerson => view! {
                    <button type="button" class="btn small" on:click=move |_| shell.again.set(true)>
                        {move || t("sign-in")}
                    </button>
                }.into_any(),
                Said::Install => view! {
                    {button("settings-install", install)}
                    <button type="button" class="btn small quiet" on:click=move |_| {
                        settings::set("outrider.install", "later");
                        later.set(true);
                    }>{move || t("update-later")}</button>
                }.into_any(),
                Said::Full | Said::MemoryOnly | Said::Trouble(_) => view! {
                    <a class="btn small" href="/sync">{move || t("look")}</a>
                }.into_any(),
            }}
        </Banner>
    }
}

fn reload() {
    let _ = window().location().reload();
}

/// A value that `boot.js` left on the window.
fn held(name: &str) -> JsValue {
    js_sys::Reflect::get(&window(), &name.into()).unwrap_or(JsValue::UNDEFINED)
}

fn flag(name: &str) -> bool {
    held(name).is_truthy()
}

fn call(name: &str) {
    match held(name).dyn_into::<js_sys::Function>() {
        Ok(function) => drop(function.call0(&JsValue::UNDEFINED)),
        Err(_) => reload(),
    }
}
