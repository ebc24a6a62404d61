//! A few saved views: three that each team shares, and one that each rep keeps to themselves.

use super::World;
use super::draw::{DAY, What};
use crate::entities::View;
use crate::record::Record;
use crate::value::Value;

/// Name, entity, layout, query (a `book::Query` in JSON, with the columns shown).
const SHARED: [(&str, &str, &str, &str); 3] = [
    (
        "Open deals",
        "deal",
        "board",
        r#"{"filters":[{"field":"closed_on","test":"empty"}],"sort":[["expected_close","asc"]]}"#,
    ),
    (
        "Customers by town",
        "company",
        "table",
        r#"{"filters":[{"field":"lifecycle","test":{"is":{"text":"customer"}}}],"sort":[["address","asc"]],"columns":["name","address","phone","owner"]}"#,
    ),
    (
        "Lost on price",
        "deal",
        "table",
        r#"{"filters":[{"field":"lost_reason","test":{"is":{"text":"price"}}}],"sort":[["closed_on","desc"]]}"#,
    ),
];
const OWN: (&str, &str, &str, &str) = (
    "My planned visits",
    "activity",
    "table",
    r#"{"filters":[{"field":"kind","test":{"is":{"text":"visit"}}},{"field":"done","test":{"is_not":{"bool":true}}}],"sort":[["starts_at","asc"]]}"#,
);

impl World {
    pub(super) fn view_count(&self) -> u64 {
        (self.staff.teams * SHARED.len() + self.staff.people.len() - 1 - self.staff.teams) as u64
    }

    pub(super) fn view(&self, index: u64) -> Record {
        let at = self.founded() + DAY;
        let (team, shared) = (index as usize / SHARED.len() + 1, SHARED[index as usize % SHARED.len()]);
        let (record, (name, entity, layout, query)) = if team <= self.staff.teams {
            (self.record(What::View, index, View::ENTITY, self.staff.lead(team), at), shared)
        } else {
            let rep = index as usize + 1 + self.staff.teams - self.staff.teams * SHARED.len();
            let mut record = self.record(What::View, index, View::ENTITY, rep, at);
            record.fields.remove("team");
            (record, OWN)
        };
        record
            .with("name", Value::text(name))
            .with("entity", Value::text(entity))
            .with("layout", Value::text(layout))
            .with("query", Value::text(query))
    }
}
