//! Out of use and back: what is archived takes nothing new, and stands below until it is wanted.

use crate::state::{App, use_app};
use crate::ui::{Acts, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Direction, Query};
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// What a query finds, in its order: in use, or archived.
pub fn in_use(app: App, query: Query, in_use: bool) -> Memo<Vec<RecordId>> {
    let query = query.sort("position", Direction::Asc);
    let archived = move |id: &RecordId| {
        app.record(*id).is_some_and(|record| record.value("archived") == &Value::Bool(true))
    };
    Memo::new(move |_| app.list(&query).iter().copied().filter(|id| archived(id) != in_use).collect())
}

/// Takes a record out of use, or back into it; the toast turns it round.
#[component]
pub fn ArchiveButton(id: RecordId, archived: bool) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let failed = RwSignal::new(None::<String>);
    let (act, act_one, done) = match archived {
        false => ("settings-archive", "settings-archive-one", "settings-archived"),
        true => ("restore", "settings-restore-one", "settings-restored"),
    };
    let press = move |_| {
        let name = untrack(|| app.title(id));
        let edits = vec![FieldEdit::Set("archived".to_owned(), Value::Bool(!archived))];
        let words = t_with(done, &[("name", name.clone().into())]);
        let drafts = acts.edit(id, edits).into_iter().collect();
        acts.act(drafts, "edit", name, Some(words), move |saved| {
            let _ = failed.try_set(saved.err().map(|error| fail_words(&error)));
        });
    };
    view! {
        {move || failed.get().map(|words| view! { <span class="error" role="alert">{words}</span> })}
        <button
            type="button"
            class="btn quiet small"
            aria-label=move || t_with(act_one, &[("name", app.title(id).into())])
            on:click=press
        >
            {move || t(act)}
        </button>
    }
}

/// What is out of use, folded away.
#[component]
pub fn Archived(query: Query) -> impl IntoView {
    let app = use_app();
    let ids = in_use(app, query, false);
    view! {
        <Show when=move || !ids.with(Vec::is_empty)>
            <details class="archived">
                <summary>{move || t("settings-out-of-use")} " " <span class="count">{move || ids.with(Vec::len)}</span></summary>
                <For each=move || ids.get() key=|id| *id children=move |id| view! {
                    <div class="setting" data-record=id.to_string()>
                        <span class="soft">{move || app.title(id)}</span>
                        <div class="line"><ArchiveButton id archived=true/></div>
                    </div>
                }/>
            </details>
        </Show>
    }
}
