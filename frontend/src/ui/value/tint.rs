//! Which of the eight tints a value takes. Chosen once here so that a stage or a status has the
//! same colour in a list, on a board and on a record.

use crate::state::App;
use outrider_app::id::RecordId;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::Value;
use rust_decimal::prelude::ToPrimitive;

/// Open stages, by their position.
const OPEN: [u8; 6] = [2, 4, 1, 3, 6, 7];
const GOOD: u8 = 0;
const LOST: u8 = 5;

/// The tint of a choice: what is declared here, else by its place in the list.
pub fn choice_tint(field: &FieldDef, tag: &str) -> u8 {
    match tag {
        "customer" | "won" | "done" | "reached" => GOOD,
        "prospect" => 1,
        "lead" => 2,
        "former" => 7,
        "lost" | "cancelled" | "high" => LOST,
        _ => match &field.kind {
            Kind::Choice(tags) => (tags.iter().position(|one| one == tag).unwrap_or(0) + 1) as u8 % 8,
            _ => 7,
        },
    }
}

/// The tint of a record that has one: a tag its own, a stage by its outcome and place.
pub fn record_tint(app: App, id: RecordId) -> Option<u8> {
    let record = app.record(id)?;
    let number = |field: &str| match record.value(field) {
        Value::Number(number) => number.to_u8(),
        _ => None,
    };
    match record.entity.as_str() {
        "tag" => Some(number("tint").map_or_else(|| crate::ui::tint_of(id), |tint| tint % 8)),
        "stage" => Some(match record.text("outcome") {
            "won" => GOOD,
            "lost" => LOST,
            _ => OPEN.get(usize::from(number("position").unwrap_or(0)) % OPEN.len()).copied().unwrap_or(1),
        }),
        _ => None,
    }
}
