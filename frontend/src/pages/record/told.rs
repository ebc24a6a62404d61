//! What happened with a record, in one order: activities and tasks that hang on it, and the
//! changes made to it.

use super::shown::Shown;
use crate::ui::value::{start_of_day, to_local};
use jiff::civil::Date;
use leptos::prelude::*;
use outrider_app::change::{Effect as Did, Entry};
use outrider_app::id::{Millis, RecordId, Seq};
use outrider_app::record::Record;
use outrider_app::registry::MERGED_INTO;
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// One thing that happened, or will.
#[derive(Clone, PartialEq)]
pub struct Told {
    pub at: Millis,
    /// `call`, `visit`, `meeting`, `email`, `note`, `task`, `change`.
    pub kind: String,
    pub what: What,
    /// Still ahead: planned or not done.
    pub plan: bool,
}

#[derive(Clone, PartialEq)]
pub enum What {
    Record(RecordId),
    Entry(Seq),
}

/// What the timeline shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Show {
    All,
    Spoken,
    Written,
    Tasks,
    Changes,
}

impl Show {
    pub const ALL: [(Show, &'static str); 5] = [
        (Show::All, "timeline-all"),
        (Show::Spoken, "show-spoken"),
        (Show::Written, "show-written"),
        (Show::Tasks, "show-tasks"),
        (Show::Changes, "show-changes"),
    ];

    fn takes(self, kind: &str) -> bool {
        match self {
            Show::All => true,
            Show::Spoken => matches!(kind, "call" | "visit" | "meeting"),
            Show::Written => matches!(kind, "email" | "note"),
            Show::Tasks => kind == "task",
            Show::Changes => kind == "change",
        }
    }
}

/// The day a moment stands under; `None` for what is ahead.
pub fn day_of(told: &Told) -> Option<Date> {
    if told.plan { None } else { to_local(told.at).map(|local| local.date()) }
}

/// Everything told of a record: what is ahead first, the soonest at the top, then the latest.
pub fn tell(shown: Shown, show: Show) -> Vec<Told> {
    let app = shown.app;
    let mut seen = BTreeSet::new();
    let mut all: Vec<Told> = app
        .referencing(shown.id)
        .into_iter()
        .filter(|(id, _)| seen.insert(*id))
        .filter_map(|(id, _)| of_record(shown, &app.record(id)?))
        .collect();
    shown
        .entries
        .with(|entries| all.extend(entries.iter().filter(|entry| is_told(shown, entry)).map(of_entry)));
    all.retain(|told| show.takes(&told.kind));
    all.sort_by_key(|told| (!told.plan, if told.plan { told.at } else { -told.at }));
    all
}

fn of_record(shown: Shown, record: &Record) -> Option<Told> {
    let done = record.value("done") == &Value::Bool(true);
    let time = |field: &str| match record.value(field) {
        Value::Time(at) => Some(*at),
        _ => None,
    };
    let created = time("created_at").unwrap_or(record.at);
    let (kind, at, plan) = match record.entity.as_str() {
        "activity" => {
            let at = time("starts_at").unwrap_or(created);
            (record.text("kind").to_owned(), at, !done && at > shown.app.now())
        }
        "task" => {
            let due = match record.value("due_on") {
                Value::Date(due) => Some(start_of_day(*due)),
                _ => None,
            };
            ("task".to_owned(), if done { record.at } else { due.unwrap_or(created) }, !done)
        }
        _ => return None,
    };
    Some(Told { at, kind, what: What::Record(record.id), plan })
}

fn of_entry(entry: &Entry) -> Told {
    Told { at: entry.at, kind: "change".to_owned(), what: What::Entry(entry.seq), plan: false }
}

/// Does an entry say something of fields that people see, of a merge, or of the record as a whole?
fn is_told(shown: Shown, entry: &Entry) -> bool {
    let seen =
        |field: &str| field == MERGED_INTO || shown.def.field(field).is_some_and(|field| !field.hidden);
    entry.effects.iter().any(|effect| match effect {
        Did::Set { field, .. } => seen(field),
        effect => !matches!(effect, Did::Opaque(_)),
    })
}
