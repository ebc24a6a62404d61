//! A person: someone at a company, or a customer on their own.

use super::company::{LIFECYCLE, ORIGIN};
use crate::entity;
use crate::id::RecordId;
use crate::registry::{Kind, choice, to};
use crate::value::Address;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

entity! {
    /// A person and what is known of them.
    Contact = "contact", icon "user" {
        given_name: String = Kind::Text, search;
        family_name: String = Kind::Text, required search;
        company: RecordId = to(&["company"]), column;
        job_title: String = Kind::Text, search column;
        email: String = Kind::Email, search unique column;
        more_emails: BTreeSet<String> = Kind::Email, many search;
        phone: String = Kind::Phone, search column;
        more_phones: BTreeSet<String> = Kind::Phone, many search;
        messaging: BTreeSet<String> = Kind::Text, many search;
        address: Address = Kind::Address, search;
        salutation: String = Kind::Text;
        gender: String = choice(&["female", "male", "diverse"]);
        language: String = choice(&["en", "de", "pt-BR", "hi"]);
        birthday: Date = Kind::Date;
        age: Decimal = Kind::Number;
        lifecycle: String = choice(LIFECYCLE), column;
        origin: String = choice(ORIGIN);
        origin_detail: String = Kind::Text;
        needs: String = Kind::LongText, search;
        concerns: String = Kind::LongText, search;
        requirements: String = Kind::LongText, search;
        remarks: String = Kind::LongText, search;
        tags: BTreeSet<String> = to(&["tag"]), many;
    }
    => |def| def.titled(&["given_name", "family_name"]).doubles()
}
