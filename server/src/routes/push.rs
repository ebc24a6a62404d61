//! `POST /api/v1/push`: a device's own work into the order.

use super::body::JsonBody;
use super::fault::Fault;
use super::guard::User;
use crate::engine::Work;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use outrider_app::change::Item;
use outrider_app::id::SEQ_END;
use outrider_app::protocol::{ACT_MAX, ITEM_CHANGES, PUSH_ITEMS, Push, Pushed};
use outrider_app::store::Batch;

/// Answers once the work is on disk.
pub async fn push(
    State(app): State<App>,
    user: User,
    JsonBody(push): JsonBody<Push>,
) -> Result<Json<Pushed>, Fault> {
    let items: usize = push.units.iter().map(|unit| unit.items.len()).sum();
    if items > PUSH_ITEMS {
        return Err(Fault::TooMany(PUSH_ITEMS));
    }
    let units = || push.units.iter();
    if units().any(|unit| unit.act.len() > ACT_MAX)
        || units().flat_map(|unit| &unit.items).any(|item| item.changes.len() > ITEM_CHANGES)
    {
        return Err(Fault::TooLarge);
    }
    // A store, and JSON itself, cannot tell larger numbers apart.
    let last = |item: &Item| item.n.saturating_add(item.changes.len() as u64);
    if units().flat_map(|unit| &unit.items).any(|item| last(item) > SEQ_END) {
        return Err(Fault::Malformed(format!("an item's number is beyond {SEQ_END}")));
    }
    let work = Work { user: user.id, system: false, push, also: Batch::default() };
    Ok(Json(app.engine.submit(work).await?))
}
