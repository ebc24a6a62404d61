//! `GET /api/v1/history/{record}`: every entry that touched a record one may see.

use super::fault::Fault;
use super::guard::User;
use super::part::Part;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use outrider_app::change::Entry;
use outrider_app::id::RecordId;
use outrider_app::registry::Registry;
use outrider_app::store::view::{Miss, View};
use outrider_app::sync;

/// Oldest first. A record one may not see is answered like one that is not there.
pub async fn history(State(app): State<App>, user: User, record: Part) -> Result<Json<Vec<Entry>>, Fault> {
    let id = record.parse(RecordId::parse)?;
    let entries = app.engine.read(|view| entries(view, user.id, id)).await?;
    entries.map(Json).ok_or_else(|| Fault::NotFound(id.to_string()))
}

fn entries(view: &mut View, user: RecordId, id: RecordId) -> Result<Option<Vec<Entry>>, Miss> {
    let registry = Registry::standard();
    let Some(row) = sync::scope_of(view, user)? else { return Ok(None) };
    let Some(record) = sync::load_record(view, id)? else { return Ok(None) };
    let place = sync::place(registry, view, &record)?;
    if row.scope.sees(registry, &place) { sync::history(view, id).map(Some) } else { Ok(None) }
}
