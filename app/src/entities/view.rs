//! A saved view: which records of an entity, in what order, shown how.

use crate::entity;
use crate::registry::{Kind, choice};

entity! {
    /// A filter, an order and columns under a name; its owner's alone unless a team is set.
    View = "view", icon "eye" {
        name: String = Kind::Text, required column;
        entity: String = Kind::Text, required column;
        layout: String = choice(&["table", "board"]), column;
        query: String = Kind::LongText;
        first: bool = Kind::Bool;
    }
    => |def| def.private()
}
