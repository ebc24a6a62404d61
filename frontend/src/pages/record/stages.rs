//! A deal's way through its pipeline: each stage one press away.

use super::shown::Shown;
use crate::pages::board::{move_edits, pipelines, stage_outcome, stages};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use wasm_bindgen::JsCast;

#[component]
pub fn Stages(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let stage = Memo::new(move |_| shown.value("stage").as_ref_id());
    let all = Memo::new(move |_| {
        let pipeline = stage.get().and_then(|stage| app.record(stage)?.reference("pipeline"));
        let pipeline = pipeline
            .or_else(|| shown.value("pipeline").as_ref_id())
            .or_else(|| pipelines(app).first().copied());
        let all = pipeline.map(|pipeline| stages(app, pipeline)).unwrap_or_default();
        all.into_iter()
            .filter(|one| !one.archived || Some(one.id) == stage.get())
            .map(|one| one.id)
            .collect::<Vec<_>>()
    });
    let state = move |id: RecordId| {
        let place = |id: Option<RecordId>| all.with(|all| all.iter().position(|one| Some(*one) == id));
        match (place(Some(id)), place(stage.get())) {
            (Some(one), Some(now)) if one == now => Some("now"),
            (Some(one), Some(now)) if one < now => Some("done"),
            _ => None,
        }
    };
    let go = move |id: RecordId| {
        let Some(deal) = shown.record.get_untracked() else { return };
        let edits = untrack(|| move_edits(app, &deal, id));
        if edits.is_empty() {
            return;
        }
        let (name, to) = untrack(|| (shown.title(), app.title(id)));
        let words = t_with("moved-to", &[("name", name.clone().into()), ("stage", to.into())]);
        let lost = untrack(|| stage_outcome(app, id)) == "lost";
        let draft = shown.acts.edit(shown.id, edits);
        shown.acts.act(draft.into_iter().collect(), "move", name, Some(words), move |saved| {
            // Why it was lost is asked where the answer stands.
            if lost && saved.is_ok() {
                shown.tab.set("facts");
                shown.editing.set(Some("lost_reason".to_owned()));
            }
        });
    };
    let bar = NodeRef::<leptos::html::Ol>::new();
    Effect::new(move |_| {
        stage.track();
        all.track();
        bar.track();
        request_animation_frame(move || {
            if let Some(Some(bar)) = bar.try_get_untracked() {
                show_now(&bar);
            }
        });
    });
    // Who may not press a stage scrolls the bar itself.
    view! {
        <ol class="stages" node_ref=bar tabindex=move || (!shown.may_write.get()).then_some("0") aria-label=move || t("stages")>
            <For each=move || all.get() key=|id| *id children=move |id| view! {
                <li data-state=move || state(id)>
                    <button
                        type="button"
                        aria-current=move || (state(id) == Some("now")).then_some("step")
                        disabled=move || !shown.may_write.get()
                        on:click=move |_| go(id)
                    >
                        {move || app.title(id)}
                    </button>
                </li>
            }/>
        </ol>
    }
}

/// Where the stages are more than fit, the one it stands on is in the middle.
fn show_now(bar: &web_sys::HtmlElement) {
    let now = bar.query_selector("[data-state=now]").ok().flatten();
    if let Some(now) = now.and_then(|now| now.dyn_into::<web_sys::HtmlElement>().ok()) {
        let start = now.offset_left() - bar.offset_left();
        bar.set_scroll_left(start + (now.offset_width() - bar.client_width()) / 2);
    }
}
