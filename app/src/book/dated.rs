//! What is on a calendar between two moments: found in a sorted column, so that a page costs what it
//! shows and not what the book holds.

use super::Book;
use super::column::{Column, Source};
use super::find::Finder;
use super::ids::Slot;
use super::key::put_key;
use super::matching::Node;
use super::query::Filter;
use super::rows::Rows;
use crate::calendar::{Dated, HOUR, When};
use crate::id::{Millis, RecordId};
use crate::pack::{RawValue, encode_value};
use crate::registry::Kind;
use crate::value::Value;
use jiff::civil::Date;

/// What is longer is looked up by its length: there are few.
const LONG: Millis = 24 * HOUR;

/// From the first (included) to the second (not included).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub instants: (Millis, Millis),
    pub days: (Date, Date),
}

impl Book {
    /// The records of an entity that are on the calendar in the span and hold these filters, with
    /// when they are; in order of their start. What only reaches into the span is there too.
    pub fn on_calendar(
        &mut self,
        entity: &str,
        dated: &Dated<'_>,
        span: Span,
        filters: &[Filter],
    ) -> Vec<(RecordId, When)> {
        let Some(entity) = self.rows.entity_ix(entity) else { return Vec::new() };
        let (from, to) = match dated.start.kind {
            Kind::Date => (Value::Date(span.days.0), Value::Date(span.days.1)),
            _ => (Value::Time(span.instants.0 - LONG), Value::Time(span.instants.1)),
        };
        let mut slots = Vec::new();
        if let Some(end) = dated.end {
            let name = format!("@length:{}:{}", dated.start.id, end.id);
            self.column_of(entity, &name, |_| Source::Length {
                from: Finder::new(&dated.start.id),
                to: Finder::new(&end.id),
            });
            slots.extend(self.between(entity, &name, &Value::Time(LONG), None));
        }
        self.column(entity, &dated.start.id);
        slots.extend(self.between(entity, &dated.start.id, &from, Some(&to)));
        slots.sort_unstable();
        slots.dedup();
        let mut filter = Node::all(&self.rows, filters);
        let (mut starts, mut ends) =
            (Finder::new(&dated.start.id), Finder::new(dated.end.map_or("", |end| &end.id)));
        let mut found: Vec<(RecordId, When)> = slots
            .into_iter()
            .filter(|slot| self.rows.listed(*slot) && filter.holds(&self.rows, *slot))
            .filter_map(|slot| {
                let when = when(starts.get(&self.rows, slot), ends.get(&self.rows, slot))?;
                within(when, span).then_some((self.rows.id(slot), when))
            })
            .collect();
        found.sort_unstable_by_key(|(id, when)| {
            let at = match when {
                When::On(day) => (Some(*day), 0),
                When::At(start, _) => (None, *start),
            };
            (at, *id)
        });
        found
    }

    /// The slots whose key in a column that is up to date lies from the first value to before the second.
    fn between(&self, entity: u16, column: &str, from: &Value, to: Option<&Value>) -> Vec<Slot> {
        let Some(column) = self.columns.get(&(entity, column.to_owned())) else { return Vec::new() };
        let (from, to) = (key(from), to.map(key));
        column.range(&self.rows, &from, to.as_deref()).collect()
    }

    fn column_of(&mut self, entity: u16, name: &str, source: impl FnOnce(&Rows) -> Source) {
        let column =
            self.columns.entry((entity, name.to_owned())).or_insert_with(|| Column::new(source(&self.rows)));
        column.refresh(&self.rows, entity);
    }
}

fn key(value: &Value) -> Vec<u8> {
    let (bytes, mut key) = (encode_value(value), Vec::new());
    put_key(RawValue::of(&bytes), &mut key, &mut Vec::new());
    key
}

fn when(start: RawValue<'_>, end: RawValue<'_>) -> Option<When> {
    match start.decode().ok()? {
        Value::Date(day) => Some(When::On(day)),
        Value::Time(start) => {
            let end = match end.decode() {
                Ok(Value::Time(end)) => Some(end),
                _ => None,
            };
            Some(When::At(start, end))
        }
        _ => None,
    }
}

fn within(when: When, span: Span) -> bool {
    match (when, when.span()) {
        (When::On(day), _) => span.days.0 <= day && day < span.days.1,
        (_, Some((start, end))) => start < span.instants.1 && end > span.instants.0,
        _ => false,
    }
}
