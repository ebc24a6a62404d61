//! What moving a deal to a stage does: its stage and pipeline; a stage that wins or loses closes it
//! today, one that is open opens it again.

use crate::state::App;
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::Value;

/// `open`, `won` or `lost`.
pub fn stage_outcome(app: App, stage: RecordId) -> String {
    app.record(stage)
        .map(|stage| stage.text("outcome").to_owned())
        .filter(|tag| !tag.is_empty())
        .unwrap_or_else(|| "open".to_owned())
}

/// The edits that put a deal on a stage; none where it stands there.
pub fn move_edits(app: App, deal: &Record, stage: RecordId) -> Vec<FieldEdit> {
    if deal.reference("stage") == Some(stage) {
        return Vec::new();
    }
    let set = |field: &str, value: Value| FieldEdit::Set(field.to_owned(), value);
    let mut edits = vec![set("stage", Value::Ref(stage))];
    if let Some(pipeline) = app.record(stage).and_then(|stage| stage.reference("pipeline")) {
        edits.push(set("pipeline", Value::Ref(pipeline)));
    }
    let outcome = stage_outcome(app, stage);
    let before = deal.reference("stage").map(|before| stage_outcome(app, before));
    if outcome == "open" {
        edits.push(set("closed_on", Value::None));
    } else if before.as_ref() != Some(&outcome) || deal.value("closed_on").is_empty() {
        edits.push(set("closed_on", Value::Date(app.today())));
    }
    if outcome != "lost" {
        edits.push(set("lost_reason", Value::None));
    }
    edits
}
