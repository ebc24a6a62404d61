//! The sign of sync: a shape and words, always true, and the same told to who cannot see it.

use crate::platform::intl;
use crate::state::{App, SyncState, use_app};
use crate::words::{t, t_with};
use leptos::prelude::*;

/// The state's name in the style.
fn shape(state: SyncState) -> &'static str {
    match state {
        SyncState::Saved => "saved",
        SyncState::Sending(_) => "sending",
        SyncState::Synced(_) => "synced",
        SyncState::NeedsYou(_) | SyncState::Full => "needs-you",
        SyncState::Offline { .. } => "offline",
        SyncState::MemoryOnly | SyncState::Killed | SyncState::Lost => "memory",
    }
}

/// The state in words.
pub fn sync_words(state: SyncState) -> String {
    let count = |key, count: usize| t_with(key, &[("count", count.into())]);
    match state {
        SyncState::Saved => t("sync-saved-here"),
        SyncState::Sending(unsent) => count("sync-sending", unsent),
        SyncState::Synced(at) => t_with("sync-with-team", &[("time", intl::when(at).into())]),
        SyncState::NeedsYou(waiting) => count("sync-needs-you", waiting),
        SyncState::Offline { unsent: 0 } => t("sync-offline"),
        SyncState::Offline { unsent } => count("sync-offline-unsent", unsent),
        SyncState::MemoryOnly => t("sync-memory"),
        SyncState::Full => t("sync-full"),
        SyncState::Killed | SyncState::Lost => t("sync-stopped"),
    }
}

/// Short enough for a phone's top bar.
fn short_words(state: SyncState) -> String {
    match state {
        SyncState::Saved => t("sync-saved-short"),
        SyncState::Synced(at) => intl::when(at),
        SyncState::Offline { .. } => t("sync-offline"),
        SyncState::MemoryOnly | SyncState::Full | SyncState::Killed | SyncState::Lost => t("sync-look"),
        state => sync_words(state),
    }
}

/// Where the data is; leads to the sync page.
#[component]
pub fn SyncSign(#[prop(optional)] short: bool) -> impl IntoView {
    let app = use_app();
    let state = Memo::new(move |_| app.sync_state());
    let words = move || if short { short_words(state.get()) } else { sync_words(state.get()) };
    view! {
        <a class="sync-sign" href="/sync" data-state=move || shape(state.get()) title=move || exact(app, state.get())>
            <span class="shape" aria-hidden="true"></span>
            <span class="words">{words}</span>
        </a>
    }
}

/// The whole truth on hover: the state, and to the minute when it was reached.
fn exact(app: App, state: SyncState) -> String {
    match state {
        SyncState::Synced(at) => t_with("sync-with-team", &[("time", intl::date_time(at).into())]),
        state => app.trouble().map_or_else(|| sync_words(state), |trouble| t(trouble.key())),
    }
}

/// Says the state aloud when it becomes another one; counts going down are not told.
#[component]
pub fn SyncTold() -> impl IntoView {
    let app = use_app();
    let kind = Memo::new(move |_| shape(app.sync_state()));
    let told = RwSignal::new(String::new());
    Effect::new(move |before: Option<&'static str>| {
        let kind = kind.get();
        if before.is_some_and(|before| before != kind) {
            told.set(untrack(|| sync_words(app.sync_state())));
        }
        kind
    });
    view! { <div class="visually-hidden" role="status" aria-live="polite">{move || told.get()}</div> }
}
