//! What happened, or is planned to happen, with a customer.

use crate::entity;
use crate::id::{Millis, RecordId};
use crate::record::Record;
use crate::registry::{Flag, Kind, choice, to};
use std::collections::BTreeSet;

entity! {
    /// A call, visit, meeting, e-mail or note. Planned while `done` is false.
    Activity = "activity", icon "clock" {
        subject: String = Kind::Text, search column;
        kind: String = choice(&["call", "visit", "meeting", "email", "note"]), required column;
        customer: RecordId = to(&["company", "contact"]), column;
        contact: RecordId = to(&["contact"]);
        deal: RecordId = to(&["deal"]);
        starts_at: Millis = Kind::DateTime, column together("when");
        ends_at: Millis = Kind::DateTime, together("when");
        done: bool = Kind::Bool, column;
        remind_at: Millis = Kind::DateTime;
        direction: String = choice(&["in", "out"]);
        outcome: String = choice(&["reached", "no_answer", "left_message", "done", "cancelled"]);
        place: String = Kind::Text, search;
        participants: BTreeSet<String> = to(&["contact", "employee"]), many;
        mentions: BTreeSet<String> = to(&["employee"]), many;
        text: String = Kind::LongText, search;
    }
    => |def| def.hangs_on(&["customer", "deal", "contact"]).rules(rules)
}

fn rules(record: &Record) -> Vec<Flag> {
    let activity = Activity::of(record);
    match (activity.starts_at, activity.ends_at) {
        (Some(start), Some(end)) if end < start => {
            vec![Flag { rule: "activity-ends-before-start", field: "ends_at" }]
        }
        _ => Vec::new(),
    }
}
