//! How a workspace narrows reading: one record per role and entity.

use crate::entity;
use crate::registry::{EntityAccess, Kind, choice};

entity! {
    /// People of `role` read an entity's records of everyone, of their teams, or their own.
    ReadRule = "read_rule", icon "lock" {
        entity: String = Kind::Text, required column;
        role: String = choice(&["manager", "rep"]), required column;
        reach: String = choice(&["all", "team", "own"]), required column;
    }
    => |def| def.access(EntityAccess::Admins).small()
}
