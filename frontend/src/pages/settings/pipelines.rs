//! The ways of selling: pipelines, each with its stages.

use super::archived::{ArchiveButton, Archived, in_use};
use super::rename::Rename;
use super::stages::{Stages, number};
use crate::state::use_app;
use crate::ui::{Acts, Note, Tone, fail_words};
use crate::words::{find, t};
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::value::Value;

#[component]
pub fn Pipelines() -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let failed = RwSignal::new(None::<String>);
    let ids = in_use(app, Query::all("pipeline"), true);
    let add = move |_| {
        let name = t("settings-pipeline-name");
        let edits = vec![
            FieldEdit::Set("name".to_owned(), Value::text(name.clone())),
            FieldEdit::Set("position".to_owned(), number(ids.with_untracked(Vec::len))),
        ];
        let draft = Draft { entity: "pipeline".to_owned(), record: app.new_id(), create: true, edits };
        acts.act(vec![draft], "create", name, None, move |saved| {
            failed.set(saved.err().map(|error| fail_words(&error)));
        });
    };
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{move || t("settings-pipelines")}</h2>
                <button type="button" class="btn small" on:click=add>
                    {move || find("entity-pipeline-new").unwrap_or_default()}
                </button>
            </div>
            <p class="soft">{move || t("settings-pipelines-hint")}</p>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words=Signal::stored(words)/> })}
            <For each=move || ids.get() key=|id| *id children=move |id| view! {
                <div class="setting" data-record=id.to_string()>
                    <Rename id label=Signal::derive(|| t("settings-pipeline-label"))/>
                    <div class="line"><ArchiveButton id archived=false/></div>
                </div>
                <Stages pipeline=id/>
            }/>
            <Archived query=Query::all("pipeline")/>
        </section>
    }
}
