//! How this device's storage stands and how far it has come.

use crate::platform::intl;
use crate::state::{StorageState, use_app};
use crate::words::{t, t_with};
use leptos::prelude::*;

/// The browser's answer, asked for again when records or syncing change.
pub fn use_storage() -> RwSignal<Option<StorageState>> {
    let app = use_app();
    let state = RwSignal::new(None);
    let told = Memo::new(move |_| (app.sync_state(), app.unsent()));
    Effect::new(move |_| {
        told.track();
        leptos::task::spawn_local(async move {
            let storage = app.storage().await;
            let _ = state.try_set(Some(storage));
        });
    });
    state
}

#[component]
pub fn ThisDevice() -> impl IntoView {
    view! {
        <section class="section">
            <h2>{move || t("storage-title")}</h2>
            <StorageFacts/>
        </section>
    }
}

/// The facts as a list; also on the settings page.
#[component]
pub fn StorageFacts() -> impl IntoView {
    let app = use_app();
    let storage = use_storage();
    let line = |key: &'static str, value: AnyView| view! { <div><dt>{t(key)}</dt><dd>{value}</dd></div> };
    move || {
        storage.get().map(|state| {
        let last = state.last_sync.map_or_else(|| t("sync-never"), intl::date_time);
        let kept = match (state.memory_only, state.persisted) {
            (true, _) => "storage-memory",
            (false, Some(true)) => "storage-kept",
            (false, _) => "storage-may-clear",
        };
        let unsent = match app.unsent() {
            0 => t("unsent-none"),
            count => t_with("unsent-count", &[("count", count.into())]),
        };
        let keep = (kept == "storage-may-clear").then(|| {
            let keep = move |_| {
                leptos::task::spawn_local(async move {
                    app.keep_storage().await;
                    let _ = storage.try_set(Some(app.storage().await));
                });
            };
            view! { " " <button type="button" class="btn small" on:click=keep>{t("storage-ask")}</button> }
        });
        let used = state.usage.zip(state.quota).filter(|(_, quota)| *quota > 0.0).map(|(usage, quota)| {
            let words = t_with("storage-used", &[("used", intl::bytes(usage).into()), ("quota", intl::bytes(quota).into())]);
            let share = (usage / quota * 100.0).ceil();
            view! {
                {words}
                <meter min="0" max="100" low="80" high="95" optimum="0" value=share.to_string() aria-hidden="true"></meter>
            }
        });
        view! {
            <dl class="state">
                {line("storage-last", last.into_any())}
                {line("unsent-title", unsent.into_any())}
                {line("storage-records", intl::number(state.records).into_any())}
                {used.map(|used| line("storage-room", used.into_any()))}
                {line("storage-safety", view! { {t(kept)} {keep} }.into_any())}
            </dl>
        }
    })
    }
}
