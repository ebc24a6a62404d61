//! The one toast: it says what was done and offers to take it back, nothing else. It also owns the
//! `z` key: each press takes back one more act of this tab.

use super::keys::on_key;
use crate::state::{App, use_app};
use crate::words::t;
use leptos::prelude::*;
use std::sync::LazyLock;
use std::time::Duration;

/// How long a toast stays when nobody points at it.
const STAYS: Duration = Duration::from_secs(8);
/// How many acts `z` can take back.
const REMEMBERED: usize = 50;

#[derive(Clone, PartialEq)]
struct Toast {
    words: String,
    n: u64,
}

static TOAST: LazyLock<ArcRwSignal<Option<Toast>>> = LazyLock::new(ArcRwSignal::default);
static DONE: LazyLock<ArcRwSignal<Vec<u64>>> = LazyLock::new(ArcRwSignal::default);

/// Keeps what was done for the `z` key.
pub fn remember(n: u64) {
    DONE.update(|done| {
        done.push(n);
        if done.len() > REMEMBERED {
            done.remove(0);
        }
    });
}

/// Shows what was done and offers to take it back.
pub fn offer_undo(words: String, n: u64) {
    TOAST.set(Some(Toast { words, n }));
}

fn undo(app: App, n: u64) {
    DONE.update(|done| done.retain(|held| *held != n));
    if TOAST.with_untracked(|toast| toast.as_ref().is_some_and(|toast| toast.n == n)) {
        TOAST.set(None);
    }
    leptos::task::spawn_local(async move {
        // What cannot be undone any more stays as it is; the sync page says so.
        let _ = app.undo(n).await;
    });
}

/// Where the toast appears; once, in the shell.
#[component]
pub fn ToastHost() -> impl IntoView {
    let app = use_app();
    let held = RwSignal::new(false);
    on_key(move |event| {
        let last = DONE.with_untracked(|done| done.last().copied());
        match (event.key().as_str(), last) {
            ("z", Some(n)) => undo(app, n),
            _ => return false,
        }
        true
    });
    Effect::new(move |previous: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = previous {
            timer.clear();
        }
        let shown = TOAST.get().is_some();
        (shown && !held.get()).then(|| set_timeout_with_handle(|| TOAST.set(None), STAYS).ok()).flatten()
    });
    view! {
        <div role="status" aria-live="polite">
            {move || TOAST.get().map(|Toast { words, n }| view! {
                <div
                    class="toast"
                    on:pointerenter=move |_| held.set(true)
                    on:pointerleave=move |_| held.set(false)
                    on:focusin=move |_| held.set(true)
                    on:focusout=move |_| held.set(false)
                >
                    <span class="words">{words}</span>
                    <button type="button" class="undo" on:click=move |_| { held.set(false); undo(app, n) }>
                        {t("undo")} <kbd class="kbd" aria-hidden="true">"Z"</kbd>
                    </button>
                </div>
            })}
        </div>
    }
}
