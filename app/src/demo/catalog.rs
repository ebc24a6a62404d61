//! What the workspace is set up with: pipelines with their stages, tags, products.

use super::World;
use super::draw::{MINUTE, What};
use super::pools::pools;
use crate::entities::{Pipeline, Product, Stage, Tag};
use crate::record::Record;
use crate::value::{Currency, Money, Value};

/// A stage: name, probability in percent, outcome.
type Step = (&'static str, i64, &'static str);

/// The pipelines; each ends with its won and its lost stage.
pub const PIPELINES: [(&str, &[Step]); 2] = [
    (
        "New business",
        &[
            ("Enquiry", 10, "open"),
            ("Qualified", 25, "open"),
            ("Site visit", 40, "open"),
            ("Proposal sent", 60, "open"),
            ("Negotiation", 80, "open"),
            ("Won", 100, "won"),
            ("Lost", 0, "lost"),
        ],
    ),
    (
        "Service contracts",
        &[
            ("Contact", 20, "open"),
            ("Inspection", 40, "open"),
            ("Offer", 65, "open"),
            ("Signed", 100, "won"),
            ("Declined", 0, "lost"),
        ],
    ),
];

/// Tags with their tints.
pub const TAGS: [(&str, i64); 12] = [
    ("Reference customer", 0),
    ("Shift work", 1),
    ("Price-sensitive", 2),
    ("Oil-free", 3),
    ("Heat recovery", 4),
    ("Pays late", 5),
    ("Newsletter", 6),
    ("Trade fair", 7),
    ("Wartungsvertrag", 0),
    ("Parceiro", 4),
    ("त्योहार उपहार", 2),
    ("Expansion planned for next year", 1),
];

impl World {
    /// The index of a stage among all stages.
    pub(super) fn stage_index(pipeline: usize, stage: usize) -> u64 {
        (pipeline * 16 + stage) as u64
    }

    pub(super) fn pipelines(&self) -> Vec<Record> {
        let pipeline = |(index, (name, _)): (usize, &(&str, &[Step]))| {
            self.record(What::Pipeline, index as u64, Pipeline::ENTITY, 0, self.founded())
                .with("name", Value::text(*name))
                .with("position", number(index as i64 + 1))
                .with("archived", Value::Bool(false))
        };
        PIPELINES.iter().enumerate().map(pipeline).collect()
    }

    pub(super) fn stages(&self) -> Vec<Record> {
        let stages = PIPELINES.iter().enumerate().flat_map(|(pipeline, (_, steps))| {
            steps.iter().enumerate().map(move |(stage, step)| (pipeline, stage, step))
        });
        stages
            .map(|(pipeline, stage, (name, probability, outcome))| {
                self.record(
                    What::Stage,
                    Self::stage_index(pipeline, stage),
                    Stage::ENTITY,
                    0,
                    self.founded() + MINUTE,
                )
                .with("name", Value::text(*name))
                .with("pipeline", self.link(What::Pipeline, pipeline as u64))
                .with("position", number(stage as i64 + 1))
                .with("outcome", Value::text(*outcome))
                .with("probability", number(*probability))
                .with("archived", Value::Bool(false))
            })
            .collect()
    }

    pub(super) fn tags(&self) -> Vec<Record> {
        let tag = |(index, (name, tint)): (usize, &(&str, i64))| {
            self.record(What::Tag, index as u64, Tag::ENTITY, 0, self.founded() + 2 * MINUTE)
                .with("name", Value::text(*name))
                .with("tint", number(*tint))
        };
        TAGS.iter().enumerate().map(tag).collect()
    }

    pub(super) fn products(&self) -> Vec<Record> {
        let products = pools().products.iter().enumerate();
        products
            .map(|(index, words)| {
                self.record(What::Product, index as u64, Product::ENTITY, 0, self.founded() + 5 * MINUTE)
                    .with("name", Value::text(words.name))
                    .with("code", Value::text(words.code))
                    .with("category", Value::text(words.category))
                    .with("price", Value::Money(Money::new(words.cents, Currency::EUR)))
                    .with("archived", Value::Bool(false))
                    .with("text", Value::text(words.text))
            })
            .collect()
    }
}

/// A whole number as a value.
pub fn number(n: i64) -> Value {
    Value::Number(n.into())
}
