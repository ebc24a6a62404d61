//! Notes that were begun and not logged: where they wait, and what becomes of one whose record is
//! out of sight.

use super::discard::Discard;
use crate::state::{Unfinished, use_app};
use crate::words::{find, t};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::id::RecordId;

/// What the store holds now: drafts change on record pages only.
pub fn use_drafts() -> RwSignal<Vec<(RecordId, Unfinished)>> {
    let app = use_app();
    let drafts = RwSignal::new(Vec::new());
    spawn_local(async move { drop(drafts.try_set(app.drafts().await)) });
    drafts
}

#[component]
pub fn Drafts() -> impl IntoView {
    let drafts = use_drafts();
    view! {
        <Show when=move || !drafts.with(Vec::is_empty)>
            <section class="section">
                <h2>{move || t("drafts-title")} " " <span class="count">{move || drafts.with(Vec::len)}</span></h2>
                <For each=move || drafts.get() key=|(id, _)| *id children=move |(id, draft)| view! { <One id draft drafts/> }/>
            </section>
        </Show>
    }
}

#[component]
fn One(id: RecordId, draft: Unfinished, drafts: RwSignal<Vec<(RecordId, Unfinished)>>) -> impl IntoView {
    let app = use_app();
    let discarding = RwSignal::new(false);
    let record = Memo::new(move |_| app.record(id));
    let Unfinished { about, kind, text, .. } = draft;
    let name = Signal::derive(move || {
        Some(app.title(id)).filter(|title| !title.is_empty()).unwrap_or_else(|| about.clone())
    });
    let discard = move |()| {
        spawn_local(async move {
            if app.keep_draft(id, &Unfinished::default()).await.is_ok() {
                let _ = drafts.try_update(|drafts| drafts.retain(|(one, _)| *one != id));
            }
        });
    };
    let title = move || match record.get() {
        Some(record) => {
            view! { <a href=format!("/record/{}/{id}", record.entity)><b>{name}</b></a> }.into_any()
        }
        None => view! { <b>{name}</b> }.into_any(),
    };
    view! {
        <div class="swap" data-record=id.to_string()>
            <span class="of">{title} ", " {move || find(&format!("compose-{kind}"))}</span>
            <span class="pair">{text}</span>
            <button type="button" class="btn small quiet" on:click=move |_| discarding.set(true)>{move || t("draft-discard")}</button>
        </div>
        <Show when=move || discarding.get()><Discard name open=discarding on_discard=discard/></Show>
    }
}
