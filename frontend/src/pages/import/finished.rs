//! It is done: what came of it, where it is, and one press to take all of it back.

use super::handle::Import;
use crate::ui::{Note, Tone, remember};
use crate::words::{t, t_with, words};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Finished(import: Import) -> impl IntoView {
    let app = import.app;
    let (counts, n) = import.written.get_untracked().unwrap_or_default();
    let number = RwSignal::new(n);
    let undone = RwSignal::new(false);
    let failed = RwSignal::new(None);
    n.into_iter().for_each(remember);
    let total = counts.creates + counts.updates + counts.restores + counts.made;
    let turn = move |_| {
        let Some(n) = number.get_untracked() else { return };
        spawn_local(async move {
            match app.undo(n).await {
                Ok(saved) => {
                    // Taking back is an act too: its own number brings everything again.
                    number.set(saved.n);
                    undone.update(|undone| *undone = !*undone);
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    let lists: Vec<(String, usize)> = counts.by_entity.clone().into_iter().collect();
    view! {
        <section class="section">
            <h2>{move || if undone.get() { t("undone") } else { t_with("import-finished", &[("count", total.into())]) }}</h2>
            <div class="tallies">
                {lists.into_iter().map(|(entity, count)| {
                    let href = format!("/list/{entity}");
                    view! { <a class="btn" href=href>{move || words().count(&entity, count)}</a> }
                }).collect_view()}
            </div>
            {move || failed.get().map(|error: crate::state::SaveError| view! {
                <Note tone=Tone::Bad words=Signal::derive(move || t(error.key()))/>
            })}
            <p class="btns">
                <button type="button" class="btn" disabled=move || number.get().is_none() on:click=turn>
                    {move || t(if undone.get() { "import-redo" } else { "import-undo" })}
                </button>
                <button type="button" class="btn quiet" on:click=move |_| import.reset()>{move || t("import-another")}</button>
                <a class="btn quiet" href="/sync">{move || t("nav-sync")}</a>
            </p>
        </section>
    }
}
