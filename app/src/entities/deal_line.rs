//! A product on a deal.

use crate::entity;
use crate::id::RecordId;
use crate::registry::{EntityAccess, Kind, to};
use crate::value::Money;
use rust_decimal::Decimal;

entity! {
    /// So many of a product at a price.
    DealLine = "deal_line", icon "list" {
        deal: RecordId = to(&["deal"]), required;
        product: RecordId = to(&["product"]), required column;
        quantity: Decimal = Kind::Number, column;
        price: Money = Kind::Money, column;
        discount: Decimal = Kind::Number, column;
        note: String = Kind::Text, column;
    }
    => |def| def.titled(&["note"]).hangs_on(&["deal"]).access(EntityAccess::Parent)
}
