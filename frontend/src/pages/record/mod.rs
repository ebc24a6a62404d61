//! Any record: `/record/{entity}/{id}`, and the same beside a list. Facts at the left, what
//! happened in the middle, what belongs to it at the right; on a phone in tabs.

mod attach;
mod call;
mod checklist;
mod composer;
mod doubles;
mod draft;
mod fact;
mod facts;
mod gone;
mod head;
mod line;
mod lines;
mod means;
mod moment;
mod past;
mod reach;
mod related;
mod several;
mod shown;
mod since;
mod stages;
mod timeline;
mod told;
mod writing;
mod written;

pub use attach::attach_edits;
pub use call::{LogCall, takes_call};
pub use shown::Shown;

use crate::state::use_app;
use crate::ui::value::entity_many;
use crate::ui::{Tab, Tabs, TopBar, is_phone, on_key};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};
use outrider_app::id::RecordId;
use wasm_bindgen::JsCast;

/// The page at `/record/{entity}/{id}`.
#[component]
pub fn RecordPage() -> impl IntoView {
    let app = use_app();
    let params = use_params_map();
    let entity = Memo::new(move |_| params.read().get("entity").unwrap_or_default());
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| RecordId::parse(&id)));
    let many = Signal::derive(move || entity_many(&entity.get()));
    // A record that was merged is where what stands for it is.
    let go = use_navigate();
    Effect::new(move |_| {
        let Some(asked) = id.get() else { return };
        let stands = app.resolve(asked);
        if stands != asked && app.record(stands).is_some() {
            let replace = NavigateOptions { replace: true, ..NavigateOptions::default() };
            go(&format!("/record/{}/{stands}", entity.get()), replace);
        }
    });
    view! {
        {move || view! { <TopBar title=many back=(format!("/list/{}", entity.get()), many)/> }}
        <div class="body">
            // Each record is made anew: nothing of one stays in the next.
            <For each=move || [id.get().unwrap_or_default()] key=|id| *id children=|id| view! { <RecordView id/> }/>
        </div>
    }
}

/// A record as it stands, wherever it is shown.
#[component]
pub fn RecordView(id: RecordId, #[prop(optional)] peek: bool) -> impl IntoView {
    let app = use_app();
    // While it is here its parts stay in the page, whatever changes in it.
    let entity = Memo::new(move |_| app.record(id).map(|record| record.entity));
    move || match entity.get().and_then(|entity| app.registry().entity(&entity)) {
        Some(def) => view! { <Sheet shown=Shown::new(app, id, def, peek)/> }.into_any(),
        None => view! { <gone::Gone id/> }.into_any(),
    }
}

#[component]
fn Sheet(shown: Shown) -> impl IntoView {
    let id = shown.id;
    listen(shown);
    let tabs = vec![
        Tab::new("facts", || t("record-facts")),
        Tab::new("timeline", || t("record-timeline")),
        Tab::new("related", || t("record-related")),
    ];
    view! {
        <article
            class="record"
            data-tab=move || shown.tab.get()
            data-record=id.to_string()
            aria-label=move || shown.title()
        >
            <head::Head shown/>
            <Tabs tabs chosen=shown.tab label=Signal::derive(move || shown.title())/>
            <section class="col facts-col" aria-label=move || t("record-facts")>
                {heading("record-facts")}
                {(shown.def.field("checklist").is_some()).then(|| view! { <checklist::Checklist shown/> })}
                <facts::Facts shown/>
            </section>
            <section class="col timeline-col" aria-label=move || t("record-timeline")>
                {heading("record-timeline")}
                <composer::Composer shown/>
                <timeline::Timeline shown/>
            </section>
            <aside class="col related-col" aria-label=move || t("record-related")>
                {heading("record-related")}
                {(shown.def.id == "deal").then(|| view! { <lines::Lines shown/> })}
                <related::Related shown/>
                <doubles::MergedHere shown/>
            </aside>
        </article>
    }
}

/// A column's name, which its place says to who sees it.
fn heading(key: &'static str) -> impl IntoView {
    view! { <h2 class="visually-hidden">{move || t(key)}</h2> }
}

/// l logs a call, t adds a task, n a note; e edits the first fact.
fn listen(shown: Shown) {
    on_key(move |event| {
        match event.key().as_str() {
            "l" => shown.compose("call"),
            "t" => shown.compose("task"),
            "n" => shown.compose("note"),
            "e" => {
                shown.tab.set("facts");
                request_animation_frame(|| {
                    let first = document().query_selector(".record .fact button.value").ok().flatten();
                    if let Some(first) = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok())
                    {
                        first.click();
                    }
                });
            }
            _ => return false,
        }
        true
    });
}

/// The tab a record opens with: what happened, on a phone; facts, in a peek.
fn first_tab(peek: bool) -> &'static str {
    if is_phone() && !peek { "timeline" } else { "facts" }
}
