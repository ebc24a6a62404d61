//! Which of an entity's fields puts it on the calendar: read off its declaration, so that a new entity
//! with a date in its list stands there too.

use super::When;
use crate::record::Record;
use crate::registry::{EntityDef, FieldDef, Kind};
use crate::value::Value;

/// The fields by which an entity's records stand on the calendar.
#[derive(Clone, Copy, Debug)]
pub struct Dated<'a> {
    pub start: &'a FieldDef,
    /// Only of what has hours.
    pub end: Option<&'a FieldDef>,
}

/// The first date or time of the entity's list, and the time that belongs together with it.
pub fn dated(def: &EntityDef) -> Option<Dated<'_>> {
    let start = def
        .visible_fields()
        .find(|field| field.column && !field.many && matches!(field.kind, Kind::Date | Kind::DateTime))?;
    let timed = |field: &&FieldDef| field.kind == Kind::DateTime && start.kind == Kind::DateTime;
    let end = def.group(start).filter(timed).find(|field| field.id != start.id);
    Some(Dated { start, end })
}

impl Dated<'_> {
    /// When a record is, by these fields; `None` where nothing was entered.
    pub fn when(&self, record: &Record) -> Option<When> {
        match record.value(&self.start.id) {
            Value::Date(day) => Some(When::On(*day)),
            Value::Time(start) => Some(When::At(*start, self.end.and_then(|end| record.get::<i64>(&end.id)))),
            _ => None,
        }
    }
}
