//! Pipelines and their stages, in their order.

use crate::pages::list::Listing;
use crate::state::App;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Direction, Filter, Query, Test};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// A stage as a lane shows it.
#[derive(Clone, Copy, PartialEq)]
pub struct Stage {
    pub id: RecordId,
    /// It takes no more deals.
    pub archived: bool,
}

/// The pipelines that are in use.
pub fn pipelines(app: App) -> Vec<RecordId> {
    let all = app.list(&Query::all("pipeline").sort("position", Direction::Asc));
    all.iter().copied().filter(|id| !is_archived(app, *id)).collect()
}

/// Every stage of a pipeline, archived ones too.
pub fn stages(app: App, pipeline: RecordId) -> Vec<Stage> {
    let query = Query::all("stage")
        .filter("pipeline", Test::Is(Value::Ref(pipeline)))
        .sort("position", Direction::Asc);
    app.list(&query).iter().map(|id| Stage { id: *id, archived: is_archived(app, *id) }).collect()
}

pub fn is_archived(app: App, id: RecordId) -> bool {
    app.record(id).is_some_and(|record| record.value("archived") == &Value::Bool(true))
}

/// The records of a query that stand on a stage.
pub fn on_stage(mut query: Query, stage: RecordId) -> Query {
    query.filters.push(Filter::Field { field: "stage".to_owned(), test: Test::Is(Value::Ref(stage)) });
    query
}

/// Chooses the pipeline whose board is shown; nothing where there is only one.
#[component]
pub fn PipelineSwitch(listing: Listing) -> impl IntoView {
    let app = listing.app;
    let all = Memo::new(move |_| pipelines(app));
    let current = move || listing.pipeline.get().or_else(|| all.get().first().copied());
    view! {
        <Show when=move || listing.board.get() && (all.with(|all| all.len() > 1))>
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
