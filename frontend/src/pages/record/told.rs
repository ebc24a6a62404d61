//! What happened with a record, in one order: activities and tasks that hang on it, the changes made
//! to it, and those of its deals; and what of it came after one last spoke.

use super::shown::Shown;
use crate::state::App;
use crate::ui::value::{start_of_day, to_local};
use jiff::civil::Date;
use leptos::prelude::*;
use outrider_app::change::{Effect as Did, Entry};
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::Record;
use outrider_app::registry::MERGED_INTO;
use outrider_app::since::{Digest, Spoke, digest, held_at, last_spoke};
use outrider_app::value::Value;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One thing that happened, or will.
#[derive(Clone, PartialEq)]
pub struct Told {
    pub at: Millis,
    /// `call`, `visit`, `meeting`, `email`, `note`, `task`, `deal`, `change`.
    pub kind: String,
    pub what: What,
    /// Still ahead: planned or not done.
    pub plan: bool,
    /// Who of the team did it.
    pub by: Option<RecordId>,
    /// With whom.
    pub with: Option<RecordId>,
}

#[derive(Clone, PartialEq)]
pub enum What {
    Record(RecordId),
    Entry(Arc<Entry>),
}

/// What the timeline shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Show {
    All,
    Spoken,
    Written,
    Tasks,
    Deals,
    Changes,
}

impl Show {
    pub const ALL: [(Show, &'static str); 6] = [
        (Show::All, "timeline-all"),
        (Show::Spoken, "show-spoken"),
        (Show::Written, "show-written"),
        (Show::Tasks, "show-tasks"),
        (Show::Deals, "show-deals"),
        (Show::Changes, "show-changes"),
    ];

    pub fn takes(self, kind: &str) -> bool {
        match self {
            Show::All => true,
            Show::Spoken => matches!(kind, "call" | "visit" | "meeting"),
            Show::Written => matches!(kind, "email" | "note"),
            Show::Tasks => kind == "task",
            Show::Deals => kind == "deal",
            Show::Changes => kind == "change",
        }
    }
}

/// All that is known of a record.
#[derive(Clone, PartialEq, Default)]
pub struct Heard {
    /// What is ahead first, the soonest at the top, then the latest.
    pub told: Vec<Told>,
    pub spoke: Option<Spoke>,
    pub since: Digest,
}

/// The day a moment stands under; `None` for what is ahead.
pub fn day_of(told: &Told) -> Option<Date> {
    if told.plan { None } else { to_local(told.at).map(|local| local.date()) }
}

pub fn hear(shown: Shown) -> Heard {
    let app = shown.app;
    let now = app.now();
    let mut seen = BTreeSet::new();
    let pointing =
        app.referencing(shown.id).into_iter().filter(|(id, _)| seen.insert(*id) && is_told_of(app, *id));
    let records: Vec<Record> = pointing.filter_map(|(id, _)| app.record(id)).collect();
    let mut told: Vec<Told> = records.iter().map(|record| of_record(record, now)).collect();
    let spoke = last_spoke(&records, now);
    let since = (shown.entries, shown.deals).with_all(|own, deals| {
        let entries = || own.iter().chain(deals);
        told.extend(entries().filter(|entry| is_told(shown, entry)).map(|entry| of_entry(shown, entry)));
        spoke.map(|spoke| digest(shown.id, spoke, &records, entries(), now)).unwrap_or_default()
    });
    told.sort_by_key(|told| (!told.plan, if told.plan { told.at } else { -told.at }));
    Heard { told, spoke, since }
}

/// Reads two lists at once.
trait WithAll {
    fn with_all<T>(self, f: impl FnOnce(&Vec<Entry>, &Vec<Entry>) -> T) -> T;
}

impl WithAll for (RwSignal<Vec<Entry>>, RwSignal<Vec<Entry>>) {
    fn with_all<T>(self, f: impl FnOnce(&Vec<Entry>, &Vec<Entry>) -> T) -> T {
        self.0.with(|own| self.1.with(|deals| f(own, deals)))
    }
}

/// Looked up before the record is read: a customer may have thousands of other things.
fn is_told_of(app: App, id: RecordId) -> bool {
    app.with_book(|book| matches!(book.entity_of(id), Some("activity" | "task")))
}

fn of_record(record: &Record, now: Millis) -> Told {
    let done = record.value("done") == &Value::Bool(true);
    let created = record.get("created_at").unwrap_or(record.at);
    let (kind, at, plan) = if record.entity == "task" {
        let due = match record.value("due_on") {
            Value::Date(due) => Some(start_of_day(*due)),
            _ => None,
        };
        ("task".to_owned(), if done { record.at } else { due.unwrap_or(created) }, !done)
    } else {
        let at = held_at(record);
        (record.text("kind").to_owned(), at, !done && at > now)
    };
    let by = record.reference("owner").or(Some(record.by).filter(|by| !by.is_nil()));
    Told { at, kind, what: What::Record(record.id), plan, by, with: record.reference("contact") }
}

fn of_entry(shown: Shown, entry: &Entry) -> Told {
    let kind = if is_own(shown, entry) { "change" } else { "deal" };
    Told {
        at: entry.at,
        kind: kind.to_owned(),
        what: What::Entry(Arc::new(entry.clone())),
        plan: false,
        by: Some(entry.by),
        with: None,
    }
}

/// Is it the record's own, or of one that was merged into it?
fn is_own(shown: Shown, entry: &Entry) -> bool {
    shown.app.with_book(|book| book.resolve(entry.record)) == shown.id
}

/// What an entry says of fields that people see, of a merge, or of the record as a whole. Of a deal, that
/// it was begun, won, lost or moved is told with its customer; the rest stands with the deal.
fn is_told(shown: Shown, entry: &Entry) -> bool {
    let own = is_own(shown, entry);
    let seen =
        |field: &str| field == MERGED_INTO || shown.def.field(field).is_some_and(|field| !field.hidden);
    entry.effects.iter().any(|effect| match effect {
        Did::Opaque(_) | Did::Wrote { .. } => false,
        Did::Set { field, .. } if own => seen(field),
        Did::Set { field, .. } => matches!(field.as_str(), "stage" | "amount"),
        _ => true,
    })
}
