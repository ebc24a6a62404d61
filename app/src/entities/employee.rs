//! A person of the team. Who signs in is one of these; what they may do follows from `role`,
//! `team` and `active`.

use crate::entity;
use crate::id::RecordId;
use crate::registry::{EntityAccess, Kind, choice, to};

entity! {
    /// Someone who works here. `team` (on every record) is the team they belong to.
    Employee = "employee", icon "badge" {
        name: String = Kind::Text, required search column;
        email: String = Kind::Email, search unique column;
        role: String = choice(&["admin", "manager", "rep"]), required column;
        active: bool = Kind::Bool, column;
        job_title: String = Kind::Text, search column;
        phone: String = Kind::Phone, search column;
        manager: RecordId = to(&["employee"]), column;
        region: String = Kind::Text, search;
    }
    => |def| def.access(EntityAccess::Admins).small()
}
