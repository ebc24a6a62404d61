//! A pipeline: a way of selling, made of stages.

use crate::entity;
use crate::registry::{EntityAccess, Kind};
use rust_decimal::Decimal;

entity! {
    /// An ordered set of stages; the stages point to it.
    Pipeline = "pipeline", icon "funnel" {
        name: String = Kind::Text, required search column;
        position: Decimal = Kind::Number, column;
        archived: bool = Kind::Bool, column;
    }
    => |def| def.access(EntityAccess::Managers).small()
}
