//! A deal: a chance to sell, on its way through a pipeline's stages.

use crate::entity;
use crate::id::RecordId;
use crate::record::Record;
use crate::registry::{Flag, Kind, choice, to};
use crate::value::Money;
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

entity! {
    /// A deal with a company or a person on their own.
    Deal = "deal", icon "handshake" {
        name: String = Kind::Text, required search column;
        number: Decimal = Kind::Number, drawn search;
        customer: RecordId = to(&["company", "contact"]), column;
        contact: RecordId = to(&["contact"]);
        pipeline: RecordId = to(&["pipeline"]);
        stage: RecordId = to(&["stage"]), required column;
        amount: Money = Kind::Money, column;
        probability: Decimal = Kind::Number;
        product: RecordId = to(&["product"]), column;
        opened_on: Date = Kind::Date, together("dates");
        expected_close: Date = Kind::Date, column together("dates");
        closed_on: Date = Kind::Date, together("dates");
        competitors: BTreeSet<String> = Kind::Text, many;
        lost_reason: String = choice(&["price", "competitor", "timing", "no_need", "no_answer", "other"]);
        next_step: String = Kind::Text;
        tags: BTreeSet<String> = to(&["tag"]), many;
        remarks: String = Kind::LongText, search;
    }
    => |def| def.rules(rules)
}

fn rules(record: &Record) -> Vec<Flag> {
    let deal = Deal::of(record);
    let mut flags = Vec::new();
    if let (Some(opened), Some(closed)) = (deal.opened_on, deal.closed_on)
        && closed < opened
    {
        flags.push(Flag { rule: "deal-closed-before-opened", field: "closed_on" });
    }
    if deal.probability.is_some_and(|p| p < Decimal::ZERO || p > Decimal::ONE_HUNDRED) {
        flags.push(Flag { rule: "deal-probability-range", field: "probability" });
    }
    flags
}
