//! A team: people who work together, under another team or none.

use crate::entity;
use crate::id::RecordId;
use crate::registry::{EntityAccess, Kind, to};

entity! {
    /// A team. A manager's reach is their own team and those below it.
    Team = "team", icon "users" {
        name: String = Kind::Text, required search column;
        parent: RecordId = to(&["team"]), column;
        lead: RecordId = to(&["employee"]), column;
        region: String = Kind::Text, search column;
    }
    => |def| def.access(EntityAccess::Admins).small()
}
