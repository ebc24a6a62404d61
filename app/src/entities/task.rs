//! A task: something to do by a date.

use crate::entity;
use crate::id::{Millis, RecordId};
use crate::registry::{Kind, choice, to};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

entity! {
    /// Something to do; its owner is who does it.
    Task = "task", icon "check" {
        title: String = Kind::Text, required search column;
        due_on: Date = Kind::Date, column;
        done: bool = Kind::Bool, column;
        progress: Decimal = Kind::Number;
        priority: String = choice(&["high", "normal", "low"]), column;
        remind_at: Millis = Kind::DateTime;
        customer: RecordId = to(&["company", "contact"]), column;
        deal: RecordId = to(&["deal"]);
        mentions: BTreeSet<String> = to(&["employee"]), many;
        text: String = Kind::LongText, search;
    }
    => |def| def.hangs_on(&["customer", "deal"])
}
