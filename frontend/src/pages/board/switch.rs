//! Which board: by which field, and of which pipeline. Nothing where there is no choice.

use super::lanes::lane_fields;
use super::pipeline::pipelines;
use crate::pages::list::Listing;
use crate::ui::value::field_name;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::id::RecordId;

#[component]
pub fn Switch(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let all = Memo::new(move |_| pipelines(app));
    let current = move || listing.pipeline.get().or_else(|| all.get().first().copied());
    let by = move || listing.lanes.get().map(|field| field.id.to_string());
    let by_stage = move || by().as_deref() == Some("stage");
    let several = lane_fields(def).count() > 1;
    view! {
        <Show when=move || listing.board.get() && several>
            <select
                aria-label=move || t("board-by")
                class="bare"
                on:change=move |event| {
                    let name = event_target_value(&event);
                    listing.lanes.set(lane_fields(def).find(|field| field.id == name));
                }
            >
                {lane_fields(def).map(|field| view! {
                    <option value=field.id.as_ref() selected=move || by().as_deref() == Some(field.id.as_ref())>
                        {move || field_name(&def.id, &field.id)}
                    </option>
                }).collect_view()}
            </select>
        </Show>
        <Show when=move || listing.board.get() && by_stage() && (all.with(|all| all.len() > 1))>
            <select
                aria-label=move || t("pipeline")
                class="bare"
                on:change=move |event| listing.pipeline.set(RecordId::parse(&event_target_value(&event)))
            >
                <For each=move || all.get() key=|id| *id children=move |id| view! {
                    <option value=id.to_string() selected=move || current() == Some(id)>{move || app.title(id)}</option>
                }/>
            </select>
        </Show>
    }
}
