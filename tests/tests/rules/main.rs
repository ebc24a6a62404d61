//! The rules of sync, one test each, over the functions production runs.

#![allow(clippy::unwrap_used)]

mod conflicts;
mod device;
mod merging;
mod past;
mod refusals;
mod sight;
mod skew;
mod undo;

use outrider_app::id::RecordId;
use outrider_app::value::Value;
use outrider_tests::simulation::create;
use outrider_tests::simulation::desk::Desk;

fn text(text: &str) -> Value {
    Value::text(text)
}

/// A company that everyone holds.
fn company(desk: &mut Desk, phone: usize) -> RecordId {
    let id = desk.id();
    desk.act(phone, &[create("company", id, &[("name", text("Acme"))])]);
    desk.sync_all();
    id
}
