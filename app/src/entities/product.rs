//! A product or service that is sold.

use crate::entity;
use crate::registry::{EntityAccess, Kind};
use crate::value::Money;

entity! {
    /// Something sold.
    Product = "product", icon "box" {
        name: String = Kind::Text, required search column;
        code: String = Kind::Text, search unique column;
        category: String = Kind::Text, search column;
        price: Money = Kind::Money, column;
        archived: bool = Kind::Bool;
        text: String = Kind::LongText, search;
    }
    => |def| def.access(EntityAccess::Managers).small()
}
