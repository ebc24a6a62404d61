//! What holds for the whole workspace: one record, made by the first admin who changes it.

use crate::entity;
use crate::id::{Millis, RecordId};
use crate::record::Record;
use crate::registry::{EntityAccess, Kind};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

const DAY: Millis = 24 * 60 * 60 * 1000;

entity! {
    /// Days that are set for everyone: a device that has not met the server for `lock_days` opens
    /// again only once it has; deleted records can be restored for `keep_deleted_days`.
    Workspace = "workspace", icon "settings" {
        lock_days: Decimal = Kind::Number;
        keep_deleted_days: Decimal = Kind::Number;
    }
    => |def| def.access(EntityAccess::Admins).small()
}

impl Workspace {
    /// The one record's id.
    pub fn id() -> RecordId {
        RecordId::derived(&["workspace"])
    }

    /// A span that is set in days, or its default; in milliseconds.
    pub fn span(record: Option<&Record>, field: &str) -> Millis {
        Self::days(record, field) * DAY
    }

    /// A number of days that is set, or its default. From a day to ten years: zero would lock
    /// everyone out, or forget a deletion before anyone heard of it.
    pub fn days(record: Option<&Record>, field: &str) -> i64 {
        let set: Option<Decimal> = record.and_then(|record| record.get(field));
        let default = if field == "lock_days" { 30 } else { 90 };
        set.and_then(|days| days.to_i64()).unwrap_or(default).clamp(1, 3650)
    }
}
