//! What a board's lanes are: the stages of a pipeline, or the tags of any choice.

use super::moves::move_edits;
use super::pipeline::{is_archived, stages};
use crate::state::App;
use crate::ui::value::{choice_name, choice_tint, record_tint, title_or_gone};
use crate::words::t;
use outrider_app::book::{Filter, Query, Test};
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::Value;

/// A lane: a stage's id or a choice's tag; empty for records that have none.
pub type Lane = String;

/// The field whose values are the lanes.
#[derive(Clone, Copy)]
pub struct Lanes {
    pub app: App,
    pub def: &'static EntityDef,
    pub by: &'static FieldDef,
}

/// The fields that can make a board of an entity.
pub fn lane_fields(def: &'static EntityDef) -> impl Iterator<Item = &'static FieldDef> {
    let makes = |field: &&FieldDef| !field.many && (is_stage(field) || matches!(field.kind, Kind::Choice(_)));
    def.visible_fields().filter(makes)
}

fn is_stage(field: &FieldDef) -> bool {
    field.targets().iter().any(|target| target == "stage")
}

impl Lanes {
    /// Its lanes in order with the records of a query on each; an archived stage only while it holds some.
    pub fn sorted(self, query: &Query, pipeline: Option<RecordId>) -> Vec<(Lane, Vec<RecordId>)> {
        let on = |lane: &str| {
            let test = match self.stage(lane) {
                Some(stage) => Test::Is(Value::Ref(stage)),
                None if lane.is_empty() => Test::Empty,
                None => Test::Is(Value::text(lane)),
            };
            let mut query = query.clone();
            query.filters.push(Filter::Field { field: self.by.id.to_string(), test });
            self.app.list(&query).as_ref().clone()
        };
        match &self.by.kind {
            Kind::Choice(tags) => {
                let lanes = tags.iter().map(|tag| tag.to_string()).chain([String::new()]);
                let lanes = lanes.map(|lane| (on(&lane), lane)).map(|(ids, lane)| (lane, ids));
                lanes.filter(|(lane, ids)| !lane.is_empty() || !ids.is_empty()).collect()
            }
            _ => pipeline
                .map(|pipeline| stages(self.app, pipeline))
                .unwrap_or_default()
                .into_iter()
                .map(|stage| (stage, on(&stage.id.to_string())))
                .filter(|(stage, ids)| !stage.archived || !ids.is_empty())
                .map(|(stage, ids)| (stage.id.to_string(), ids))
                .collect(),
        }
    }

    /// The stage a lane is; `None` for a choice's.
    fn stage(self, lane: &str) -> Option<RecordId> {
        RecordId::parse(lane).filter(|_| is_stage(self.by))
    }

    pub fn title(self, lane: &str) -> String {
        match self.stage(lane) {
            Some(stage) => title_or_gone(self.app, stage),
            None if lane.is_empty() => t("group-without"),
            None => choice_name(&self.def.id, &self.by.id, lane),
        }
    }

    pub fn tint(self, lane: &str) -> Option<u8> {
        match self.stage(lane) {
            Some(stage) => record_tint(self.app, stage),
            None => (!lane.is_empty()).then(|| choice_tint(self.by, lane)),
        }
    }

    /// The lane a record stands in.
    pub fn of(self, record: &Record) -> Lane {
        match record.value(&self.by.id) {
            Value::Ref(stage) => stage.to_string(),
            value => value.as_text().unwrap_or_default().to_owned(),
        }
    }

    /// What puts a record there; nothing where it stands there or the lane takes none.
    pub fn edits(self, record: &Record, lane: &str) -> Vec<FieldEdit> {
        match self.stage(lane) {
            Some(stage) if is_archived(self.app, stage) => Vec::new(),
            Some(stage) => move_edits(self.app, record, stage),
            None if self.of(record) == lane || lane.is_empty() && self.by.required => Vec::new(),
            None => {
                let value = if lane.is_empty() { Value::None } else { Value::text(lane) };
                vec![FieldEdit::Set(self.by.id.to_string(), value)]
            }
        }
    }
}
