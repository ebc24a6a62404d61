//! Pipelines and their stages, in their order.

use crate::state::App;
use outrider_app::book::{Direction, Query, Test};
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
