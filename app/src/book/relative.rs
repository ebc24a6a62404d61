//! Tests that mean something else for everyone who asks, and every day: "this week", "me", "my
//! team". Views keep them as they are said; they are worked out right before a query runs.

use super::query::{Filter, Query, Test};
use crate::calendar::{Zone, days_after, week_start};
use crate::id::RecordId;
use crate::registry::{EntityDef, Kind};
use crate::value::Value;
use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

/// Days told from today on. Weeks begin as the asker's do, quarters in January, April, July and
/// October.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    Today,
    Yesterday,
    Tomorrow,
    ThisWeek,
    LastWeek,
    NextWeek,
    ThisMonth,
    LastMonth,
    NextMonth,
    ThisQuarter,
    LastQuarter,
    NextQuarter,
    ThisYear,
    LastYear,
    NextYear,
    /// Before today.
    Past,
    /// After today.
    Future,
    /// So many days up to today, today among them.
    LastDays(u16),
    /// So many days from today on, today among them.
    NextDays(u16),
}

/// Who asks, and where they stand in time.
pub struct Asker<'a> {
    pub today: Date,
    pub week_begins: Weekday,
    pub zone: &'a dyn Zone,
    pub me: RecordId,
    /// One's teams and the people in them.
    pub team: &'a [RecordId],
}

impl Period {
    /// Its first and last day.
    pub fn days(self, today: Date, week_begins: Weekday) -> (Date, Date) {
        let add = days_after;
        let week = |by: i32| {
            let first = add(week_start(today, week_begins), by * 7);
            (first, add(first, 6))
        };
        let month = |by: i64| {
            let first = today.first_of_month().saturating_add(by.months());
            (first, first.last_of_month())
        };
        let quarter = |by: i64| {
            let into = i64::from((today.month() - 1) % 3);
            let first = today.first_of_month().saturating_add((by * 3 - into).months());
            (first, first.saturating_add(2.months()).last_of_month())
        };
        let year = |by: i64| {
            let day = today.saturating_add(by.years());
            (day.first_of_year(), day.last_of_year())
        };
        match self {
            Period::Today => (today, today),
            Period::Yesterday => (add(today, -1), add(today, -1)),
            Period::Tomorrow => (add(today, 1), add(today, 1)),
            Period::ThisWeek => week(0),
            Period::LastWeek => week(-1),
            Period::NextWeek => week(1),
            Period::ThisMonth => month(0),
            Period::LastMonth => month(-1),
            Period::NextMonth => month(1),
            Period::ThisQuarter => quarter(0),
            Period::LastQuarter => quarter(-1),
            Period::NextQuarter => quarter(1),
            Period::ThisYear => year(0),
            Period::LastYear => year(-1),
            Period::NextYear => year(1),
            Period::Past => (Date::MIN, add(today, -1)),
            Period::Future => (add(today, 1), Date::MAX),
            Period::LastDays(days) => (add(today, 1 - i32::from(days.max(1))), today),
            Period::NextDays(days) => (today, add(today, i32::from(days.max(1)) - 1)),
        }
    }
}

impl Query {
    /// Is there anything to work out?
    pub fn is_relative(&self) -> bool {
        fn any(filters: &[Filter]) -> bool {
            filters.iter().any(|filter| match filter {
                Filter::And { and } => any(and),
                Filter::Or { or } => any(or),
                Filter::Field { test, .. } => matches!(test, Test::During(_) | Test::Me | Test::MyTeam),
                Filter::Opaque(_) => false,
            })
        }
        any(&self.filters)
    }

    /// The same question with everything said as what it means for this asker.
    pub fn worked_out(&self, def: &EntityDef, asker: &Asker<'_>) -> Self {
        let filters = self.filters.iter().map(|filter| filter.worked_out(def, asker)).collect();
        Self { filters, ..self.clone() }
    }
}

impl Filter {
    fn worked_out(&self, def: &EntityDef, asker: &Asker<'_>) -> Self {
        let all = |filters: &[Filter]| filters.iter().map(|filter| filter.worked_out(def, asker)).collect();
        match self {
            Filter::And { and } => Filter::And { and: all(and) },
            Filter::Or { or } => Filter::Or { or: all(or) },
            Filter::Field { field, test } => {
                let at_times = def.field(field).is_some_and(|field| field.kind == Kind::DateTime);
                Filter::Field { field: field.clone(), test: test.worked_out(at_times, asker) }
            }
            Filter::Opaque(json) => Filter::Opaque(json.clone()),
        }
    }
}

impl Test {
    fn worked_out(&self, at_times: bool, asker: &Asker<'_>) -> Self {
        match self {
            Test::During(period) => {
                let (first, last) = period.days(asker.today, asker.week_begins);
                if !at_times {
                    return Test::Between(Value::Date(first), Value::Date(last));
                }
                match period {
                    Period::Past => Test::Before(Value::Time(asker.zone.bounds(asker.today).0)),
                    Period::Future => Test::After(Value::Time(asker.zone.bounds(asker.today).1 - 1)),
                    _ => Test::Between(
                        Value::Time(asker.zone.bounds(first).0),
                        Value::Time(asker.zone.bounds(last).1 - 1),
                    ),
                }
            }
            Test::Me => Test::HasAny(vec![asker.me.to_string()]),
            Test::MyTeam => Test::HasAny(asker.team.iter().map(RecordId::to_string).collect()),
            test => test.clone(),
        }
    }
}
