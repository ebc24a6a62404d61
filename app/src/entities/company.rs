//! A company: a customer, or one who may become one.

use crate::entity;
use crate::id::RecordId;
use crate::registry::{Kind, choice, to};
use crate::value::{Address, Money};
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// The stages of a customer's life with us, and where a lead came from: companies and people on
/// their own share them.
pub(super) const LIFECYCLE: &[&str] = &["lead", "prospect", "customer", "former"];
pub(super) const ORIGIN: &[&str] =
    &["website", "social", "campaign", "referral", "fair", "cold_call", "import", "other"];

entity! {
    /// A company and what is known of it.
    Company = "company", icon "building" {
        name: String = Kind::Text, required search column;
        lifecycle: String = choice(LIFECYCLE), column;
        industry: String = Kind::Text, search column;
        phone: String = Kind::Phone, search column;
        email: String = Kind::Email, search;
        website: String = Kind::Link, search;
        address: Address = Kind::Address, search column;
        employees: Decimal = Kind::Number;
        revenue: Money = Kind::Money;
        founded: Decimal = Kind::Number;
        parent: RecordId = to(&["company"]);
        origin: String = choice(ORIGIN);
        origin_detail: String = Kind::Text;
        tags: BTreeSet<String> = to(&["tag"]), many;
        remarks: String = Kind::LongText, search;
    }
    => |def| def.doubles()
}
