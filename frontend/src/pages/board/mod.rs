//! Records by a value they have (deals by their stage, anything by a choice): lanes side by side, cards
//! that are dragged by mouse, finger or keys. Dropping a card is one act: its value, and what follows
//! from a stage that ends a deal.

mod card;
mod drag;
mod lane;
mod lanes;
mod moves;
mod pipeline;
mod switch;

pub use lanes::lane_fields;
pub use moves::{move_edits, stage_outcome};
pub use pipeline::{pipelines, stages};
pub use switch::Switch;

use crate::pages::list::{Listing, Nothing};
use crate::ui::value::entity_many;
use lanes::{Lane, Lanes};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::FieldDef;
use std::sync::Arc;

/// The records of each lane.
type Sorted = Vec<(Lane, Arc<Vec<RecordId>>)>;

#[component]
pub fn Board(listing: Listing, by: &'static FieldDef) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let lanes = Lanes { app, def, by };
    let drag = drag::Drag::new();
    let pipeline = Memo::new(move |_| listing.pipeline.get().or_else(|| pipelines(app).first().copied()));
    let sorted: Memo<Arc<Sorted>> = Memo::new(move |_| {
        let found = listing.query.with(|query| lanes.sorted(query, pipeline.get()));
        Arc::new(found.into_iter().map(|(lane, ids)| (lane, Arc::new(ids))).collect())
    });
    let shown = Memo::new(move |_| sorted.get().iter().map(|(lane, _)| lane.clone()).collect::<Vec<_>>());
    let of = move |lane: Lane| {
        Signal::derive(move || {
            sorted
                .with(|lanes| lanes.iter().find(|(one, _)| *one == lane).map(|(_, ids)| ids.clone()))
                .unwrap_or_default()
        })
    };
    // Without a stage a deal stands in no lane; the table shows it.
    let none = Memo::new(move |_| listing.count() == 0);
    let asking = RwSignal::new(None::<RecordId>);
    view! {
        <Show when=move || !none.get() fallback=move || view! { <Nothing listing/> }>
            <div class="board" node_ref=drag.board role="group" aria-label=move || entity_many(&listing.def.id)>
                <For each=move || shown.get() key=Lane::clone children=move |lane| view! {
                    <lane::LaneView listing drag lanes ids=of(lane.clone()) lane shown asking/>
                }/>
            </div>
        </Show>
        <p class="visually-hidden" role="status" aria-live="assertive">{move || drag.said.get()}</p>
    }
}
