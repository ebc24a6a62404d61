//! Deals by the stage they stand on: lanes side by side, cards that are dragged by mouse, finger or
//! keys. Dropping a card is one act: its stage, and what follows from a stage that ends a deal.

mod card;
mod drag;
mod lane;
mod moves;
mod pipeline;

pub use moves::{move_edits, stage_outcome};
pub use pipeline::{PipelineSwitch, pipelines, stages};

use crate::pages::list::{Listing, Nothing};
use crate::ui::value::entity_many;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use std::sync::Arc;

/// The deals of each lane, by its stage.
type Sorted = Vec<(RecordId, Arc<Vec<RecordId>>)>;

#[component]
pub fn Board(listing: Listing) -> impl IntoView {
    let app = listing.app;
    let drag = drag::Drag::new();
    let pipeline = Memo::new(move |_| listing.pipeline.get().or_else(|| pipelines(app).first().copied()));
    // The lanes: the stages of the pipeline, and any archived one that still holds deals.
    let lanes = Memo::new(move |_| pipeline.get().map(|pipeline| stages(app, pipeline)).unwrap_or_default());
    let sorted: Memo<Arc<Sorted>> = Memo::new(move |_| {
        let query = listing.query.get();
        let lanes = lanes.get().into_iter().filter_map(|stage| {
            let ids = app.list(&pipeline::on_stage(query.clone(), stage.id)).as_ref().clone();
            (!stage.archived || !ids.is_empty()).then(|| (stage.id, Arc::new(ids)))
        });
        Arc::new(lanes.collect())
    });
    let shown = Memo::new(move |_| sorted.get().iter().map(|(stage, _)| *stage).collect::<Vec<_>>());
    let of = move |stage: RecordId| {
        Signal::derive(move || {
            sorted
                .with(|lanes| lanes.iter().find(|(id, _)| *id == stage).map(|(_, ids)| ids.clone()))
                .unwrap_or_default()
        })
    };
    // Without a stage a deal stands in no lane; the table shows it.
    let none = Memo::new(move |_| listing.count() == 0);
    let asking = RwSignal::new(None::<RecordId>);
    view! {
        <Show when=move || !none.get() fallback=move || view! { <Nothing listing/> }>
            <div class="board" node_ref=drag.board role="group" aria-label=move || entity_many(&listing.def.id)>
                <For each=move || shown.get() key=|id| *id children=move |stage| view! {
                    <lane::Lane listing drag stage ids=of(stage) lanes=shown asking/>
                }/>
            </div>
        </Show>
        <p class="visually-hidden" role="status" aria-live="assertive">{move || drag.said.get()}</p>
    }
}
