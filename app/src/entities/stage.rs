//! A stage of a pipeline.

use crate::entity;
use crate::id::RecordId;
use crate::registry::{EntityAccess, Kind, choice, to};
use rust_decimal::Decimal;

entity! {
    /// A step a deal stands on. An archived one takes no more deals.
    Stage = "stage", icon "columns" {
        name: String = Kind::Text, required search column;
        pipeline: RecordId = to(&["pipeline"]), required column;
        position: Decimal = Kind::Number, column;
        outcome: String = choice(&["open", "won", "lost"]), column;
        probability: Decimal = Kind::Number, column;
        archived: bool = Kind::Bool, column;
    }
    => |def| def.access(EntityAccess::Managers).small()
}
