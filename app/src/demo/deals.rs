//! Deals through two pipelines, with their product lines.

use super::World;
use super::catalog::{PIPELINES, number};
use super::customers::in_currency;
use super::draw::{Draw, What, date};
use super::pools::{GOODS, pools};
use super::seats::ContactSeat;
use crate::entities::{Deal, DealLine};
use crate::record::Record;
use crate::value::{Money, Value};

const LOST: [(&str, usize); 6] =
    [("price", 30), ("competitor", 22), ("timing", 16), ("no_need", 14), ("no_answer", 12), ("other", 6)];
/// Ids of lines leave room for this many in a deal.
const LINES: u64 = 8;

/// Where a deal belongs and how far it has come; activities and tasks hang on it by its number.
pub struct DealSeat {
    /// The contact's number and seat; none in a company without contacts.
    pub contact: Option<(u64, ContactSeat)>,
    pub owner: usize,
    pub pipeline: usize,
    pub opened: i64,
    pub expected: i64,
    /// The day it was won or lost.
    pub closed: Option<i64>,
    pub won: bool,
}

struct Line {
    product: usize,
    quantity: i64,
    price: Money,
    discount: i64,
}

impl World {
    pub(super) fn deal_seat(&self, index: u64) -> (DealSeat, Draw) {
        let mut draw = self.draw(What::Deal, index);
        let contact = (self.spec.contacts > 0).then(|| {
            let contact = draw.below(self.spec.contacts as usize) as u64;
            (contact, self.contact_seat(contact))
        });
        let (owner, since, lifecycle) = match &contact {
            Some((_, who)) => (who.seat.owner, who.seat.since, who.seat.lifecycle),
            None => (0, self.today - super::YEAR, "customer"),
        };
        let opened = draw.between(since, self.today - 2);
        let expected = opened + draw.between(14, 110);
        let ended = expected + draw.between(-12, 25);
        let ended = ended.max(opened + 1);
        // What should have ended and did not is stalled; it stays open beyond its date.
        let closed = (ended < self.today && !draw.percent(8)).then_some(ended);
        let bought = matches!(lifecycle, "customer" | "former");
        let won = closed.is_some() && bought && draw.percent(58);
        let pipeline = usize::from(draw.percent(32));
        (DealSeat { contact, owner, pipeline, opened, expected, closed, won }, draw)
    }

    fn lines(&self, index: u64, deal: &DealSeat) -> Vec<Line> {
        let mut draw = self.draw(What::Line, index);
        let products = &pools().products;
        let mut lines: Vec<Line> = Vec::new();
        for _ in 0..[1, 2, 0, 3, 1, 5, 2, 1][draw.below(LINES as usize)] {
            let product = match (deal.pipeline, lines.is_empty()) {
                (0, true) => draw.below(GOODS),
                (0, false) => draw.below(products.len()),
                _ => GOODS + draw.below(products.len() - GOODS),
            };
            if lines.iter().any(|line| line.product == product) {
                continue;
            }
            let cents = products[product].cents;
            let quantity = match cents {
                ..10_000 => draw.between(20, 140),
                10_000..100_000 => draw.between(1, 8),
                100_000..400_000 => draw.between(1, 3),
                _ => 1,
            };
            let price = match &deal.contact {
                Some((_, who)) => in_currency(cents, who.seat.country, 100),
                None => Money::new(cents, crate::value::Currency::EUR),
            };
            let discount = if draw.percent(35) { draw.between(1, 4) * 5 } else { 0 };
            lines.push(Line { product, quantity, price, discount });
        }
        lines
    }

    /// A deal and its lines.
    pub(super) fn deal(&self, index: u64) -> (Record, Vec<Record>) {
        let (deal, mut draw) = self.deal_seat(index);
        let lines = self.lines(index, &deal);
        let first = lines.first().map(|line| line.product);
        let interest = first.unwrap_or_else(|| draw.below(GOODS));
        let titles = pools().list(if deal.pipeline == 0 { "deals" } else { "contracts" });
        let title = fill(draw.one(titles), pools().products[interest].name, "", draw.between(2, 6));
        let (stage, probability) = self.standing(&deal, &mut draw);
        let last = deal.closed.unwrap_or(self.today - 1).min(deal.opened + 20);
        let at = self.in_hours(&mut draw, last);
        let mut record = self
            .record(What::Deal, index, Deal::ENTITY, deal.owner, at)
            .with("name", Value::Text(title))
            .with("pipeline", self.link(What::Pipeline, deal.pipeline as u64))
            .with("stage", self.link(What::Stage, Self::stage_index(deal.pipeline, stage)))
            .with("probability", number(probability))
            .with("opened_on", Value::Date(date(deal.opened)));
        if let Some((contact, who)) = &deal.contact {
            let customer =
                who.company.map_or_else(|| self.id(What::Contact, *contact), |c| self.company_id(c));
            record = record
                .with("customer", Value::Ref(customer))
                .with("contact", self.link(What::Contact, *contact));
        }
        if !draw.percent(4) || deal.closed.is_some() {
            record = record.with("expected_close", Value::Date(date(deal.expected)));
        }
        if let Some(closed) = deal.closed {
            record = record.with("closed_on", Value::Date(date(closed)));
        }
        if let Some(product) = first {
            record = record.with("product", self.link(What::Product, product as u64));
        }
        record = self.priced(record, &deal, &lines, &mut draw);
        let rival = |draw: &mut Draw| Value::Set([draw.one(pools().list("competitors")).to_owned()].into());
        if deal.closed.is_some() && !deal.won {
            let reason = draw.tag(&LOST);
            record = record.with("lost_reason", Value::text(reason));
            if matches!(reason, "competitor" | "price") {
                record = record.with("competitors", rival(&mut draw));
            }
        } else if draw.percent(20) {
            record = record.with("competitors", rival(&mut draw));
        }
        if deal.closed.is_none() && draw.percent(70) {
            record = record.with("next_step", Value::text(draw.one(pools().list("next_steps"))));
        }
        if draw.percent(15) {
            record = record.with("remarks", Value::text(draw.one(pools().list("requirements"))));
        }
        let record = self.tagged(record, &mut draw, 10);
        let lines = lines.iter().enumerate().map(|(n, line)| self.line(index, n as u64, &deal, line, at));
        (record, lines.collect())
    }

    /// The stage's index and the probability in percent.
    fn standing(&self, deal: &DealSeat, draw: &mut Draw) -> (usize, i64) {
        let steps = PIPELINES[deal.pipeline].1;
        let open = steps.len() - 2;
        let stage = match deal.closed {
            Some(_) => open + usize::from(!deal.won),
            None => {
                let (gone, whole) = (self.today - deal.opened, (deal.expected - deal.opened).max(1));
                let reached = gone * open as i64 / whole + draw.between(-1, 0);
                reached.clamp(0, open as i64 - 1) as usize
            }
        };
        let feeling = if deal.closed.is_none() && draw.percent(25) { draw.between(-2, 2) * 5 } else { 0 };
        (stage, (steps[stage].1 + feeling).clamp(0, 100))
    }

    /// The sum of the lines; without lines an estimate, and now and then nothing yet.
    fn priced(&self, record: Record, deal: &DealSeat, lines: &[Line], draw: &mut Draw) -> Record {
        let Some((_, who)) = &deal.contact else { return record };
        let sum: i64 =
            lines.iter().map(|line| line.quantity * line.price.minor * (100 - line.discount) / 100).sum();
        let estimate = in_currency(draw.between(2, 90) * 50_000, who.seat.country, 10_000);
        match lines.is_empty() {
            true if draw.percent(25) => record,
            true => record.with("amount", Value::Money(estimate)),
            false => record.with("amount", Value::Money(Money { minor: sum, ..estimate })),
        }
    }

    fn line(&self, deal: u64, n: u64, seat: &DealSeat, line: &Line, at: i64) -> Record {
        let mut record = self
            .record(What::Line, deal * LINES + n, DealLine::ENTITY, seat.owner, at)
            .with("deal", self.link(What::Deal, deal))
            .with("product", self.link(What::Product, line.product as u64))
            .with("quantity", number(line.quantity))
            .with("price", Value::Money(line.price));
        if line.discount > 0 {
            record = record.with("discount", number(line.discount));
        }
        if line.discount >= 15 {
            record = record.with("note", Value::text("Price agreed with the team lead"));
        }
        record
    }
}

/// A text with its product, person and number filled in.
pub fn fill(text: &str, product: &str, person: &str, n: i64) -> String {
    match text.contains('{') {
        true => text.replace("{p}", product).replace("{g}", person).replace("{n}", &n.to_string()),
        false => text.to_owned(),
    }
}
