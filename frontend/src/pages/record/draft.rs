//! What is being written on a record, kept on the device as one types, until it is logged.

use super::composer::KINDS;
use super::shown::Shown;
use crate::state::Unfinished;
use crate::ui::fail_words;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Fills the composer with what was left unfinished here, and keeps what stands in it from then on.
pub fn keep(
    shown: Shown,
    kind: RwSignal<&'static str>,
    written: RwSignal<Unfinished>,
    failed: RwSignal<Option<String>>,
) {
    spawn_local(async move {
        let left = shown.app.draft(shown.id).await;
        // Who types already is not interrupted.
        let empty = written.try_with_untracked(Unfinished::is_empty) == Some(true);
        if let Some(left) = left.filter(|_| empty) {
            if let Some((id, ..)) = KINDS.into_iter().find(|(id, ..)| *id == left.kind) {
                kind.set(id);
            }
            written.set(left);
        }
    });
    Effect::new(move |before: Option<Unfinished>| {
        let about = untrack(|| shown.title());
        let now = Unfinished { about, kind: kind.get().to_owned(), ..written.get() };
        if before.is_some_and(|before| before != now && !(before.is_empty() && now.is_empty())) {
            let now = now.clone();
            spawn_local(async move {
                if let Err(error) = shown.app.keep_draft(shown.id, &now).await {
                    let _ = failed.try_set(Some(fail_words(&error)));
                }
            });
        }
        now
    });
}

/// It was logged: what the composer is left with.
pub fn logged(shown: Shown, written: RwSignal<Unfinished>) {
    let _ = written.try_set(Unfinished::default());
    // Also where the composer is gone by now. What is not removed is there to be discarded.
    spawn_local(async move { drop(shown.app.keep_draft(shown.id, &Unfinished::default()).await) });
}
