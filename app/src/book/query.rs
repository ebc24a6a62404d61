//! A question about one entity's records, as saved views keep it (JSON).
//!
//! ```json
//! {"entity": "deal",
//!  "filters": [{"field": "amount", "test": {"after": {"number": "10000"}}},
//!              {"or": [{"field": "next_step", "test": "empty"},
//!                      {"field": "name", "test": {"contains": "renewal"}}]}],
//!  "sort": [["expected_close", "asc"]], "search": "acme", "limit": 50}
//! ```
//! Filters and tests of a newer version are kept as they came and let every record pass.

use super::relative::Period;
use crate::record::{EntityId, FieldId};
use crate::value::Value;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
pub struct Query {
    pub entity: EntityId,
    /// All of these must hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filters: Vec<Filter>,
    /// The first that tells two records apart decides; records without a value come last either
    /// way. Without any: the best hits first where there is a search, else by title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sort: Vec<(FieldId, Direction)>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub search: Option<String>,
    /// At most so many; all where it is missing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    #[default]
    Asc,
    Desc,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
#[allow(clippy::large_enum_variant, reason = "a query has few of them: a box would only be in the way")]
pub enum Filter {
    /// All of them hold.
    And {
        and: Vec<Filter>,
    },
    /// At least one of them holds.
    Or {
        or: Vec<Filter>,
    },
    Field {
        field: FieldId,
        test: Test,
    },
    /// Of a newer version.
    Opaque(serde_json::Value),
}

/// What a field's value must be. Texts are compared folded (case and accents aside), references
/// with redirects followed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// Equal; for a set, the same elements. `false` also where nothing was entered.
    Is(Value),
    IsNot(Value),
    /// Equal to one of these; for a set, the same elements as one of these.
    AnyOf(Vec<Value>),
    /// The text, an element, a part of the address, or the title of what is referred to has this
    /// in it.
    Contains(String),
    Starts(String),
    /// Less than this date, time, number or amount. Amounts compare within their currency;
    /// a plain number compares with the amount in major units of any currency.
    Before(Value),
    /// More than this.
    After(Value),
    /// From the first to the second, both included.
    Between(Value, Value),
    /// A date that comes round from the first day to the second, both included: a birthday.
    Anniversary(Date, Date),
    Empty,
    NotEmpty,
    True,
    /// The set (or single value) has one of these.
    HasAny(Vec<String>),
    /// The set has all of these.
    HasAll(Vec<String>),
    /// A date or time within these days, the reference to oneself, to one's teams or anyone in them.
    /// A book lets every record pass: they are worked out before, see [`Query::worked_out`].
    During(Period),
    Me,
    MyTeam,
    /// Of a newer version.
    #[serde(untagged)]
    Opaque(serde_json::Value),
}

impl Query {
    /// Every record of an entity, by title.
    pub fn all(entity: impl Into<EntityId>) -> Self {
        Self { entity: entity.into(), ..Self::default() }
    }

    pub fn filter(mut self, field: impl Into<FieldId>, test: Test) -> Self {
        self.filters.push(Filter::Field { field: field.into(), test });
        self
    }

    pub fn sort(mut self, field: impl Into<FieldId>, direction: Direction) -> Self {
        self.sort.push((field.into(), direction));
        self
    }

    pub fn search(mut self, text: impl Into<String>) -> Self {
        self.search = Some(text.into());
        self
    }

    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }
}
