//! A task: something to do by a date.

use crate::entity;
use crate::id::{Millis, RecordId};
use crate::registry::{Kind, choice, to};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

entity! {
    /// Something to do; its owner is who does it. `series`, `term` and `repeat_from` say which of a
    /// repeated one's records it is ([`follow_ups`](crate::calendar::follow_ups)); `checklist` and
    /// `checked` hold its steps ([`checklist`](crate::calendar::checklist)).
    Task = "task", icon "check" {
        title: String = Kind::Text, required search column;
        due_on: Date = Kind::Date, column;
        done: bool = Kind::Bool, column;
        progress: Decimal = Kind::Number;
        priority: String = choice(&["high", "normal", "low"]), column;
        remind_at: Millis = Kind::DateTime;
        repeat: String = choice(&["daily", "weekly", "monthly", "yearly"]), together("repeat");
        repeat_every: Decimal = Kind::Number, together("repeat");
        repeat_on: BTreeSet<String> = choice(&["mo", "tu", "we", "th", "fr", "sa", "su"]), many;
        repeat_until: Date = Kind::Date, together("repeat");
        checklist: BTreeSet<String> = Kind::Text, many hidden;
        checked: BTreeSet<String> = Kind::Text, many hidden;
        series: RecordId = to(&["task"]), hidden;
        term: Decimal = Kind::Number, hidden;
        repeat_from: Date = Kind::Date, hidden;
        customer: RecordId = to(&["company", "contact"]), column;
        deal: RecordId = to(&["deal"]);
        mentions: BTreeSet<String> = to(&["employee"]), many;
        text: String = Kind::LongText, search;
    }
    => |def| def.hangs_on(&["customer", "deal"])
}
