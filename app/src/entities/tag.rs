//! A tag anyone can put on a customer or deal.

use crate::entity;
use crate::registry::{EntityAccess, Kind};
use rust_decimal::Decimal;

entity! {
    /// A word with a tint (0 to 7).
    Tag = "tag", icon "tag" {
        name: String = Kind::Text, required search column;
        tint: Decimal = Kind::Number, column;
    }
    => |def| def.access(EntityAccess::Anyone).small()
}
