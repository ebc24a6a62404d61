//! Moving and resizing: a day keeps the hour on the wall, whatever the clock does in between; minutes
//! are minutes.

use super::{MINUTE, When, Zone, days_after};
use crate::id::Millis;

/// The shortest an event can be made.
const SHORTEST: Millis = 15 * MINUTE;

/// How far something is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Days(i32),
    Minutes(i64),
}

/// The event elsewhere; as long as before. Minutes do not move a whole day's.
pub fn moved(zone: &impl Zone, when: When, step: Step) -> When {
    match (when, step) {
        (When::On(day), Step::Days(days)) => When::On(days_after(day, days)),
        (When::On(_), Step::Minutes(_)) => when,
        (When::At(start, end), step) => {
            let to = match step {
                Step::Days(days) => {
                    let local = zone.local(start);
                    zone.instant(days_after(local.date(), days).to_datetime(local.time()))
                }
                Step::Minutes(minutes) => start + minutes * MINUTE,
            };
            When::At(to, end.map(|end| end + (to - start)))
        }
    }
}

/// The event with another end, at least a quarter of an hour after its start; one without an end gets
/// one.
pub fn resized(zone: &impl Zone, when: When, step: Step) -> When {
    let (When::At(start, _), Some((_, end))) = (when, when.span()) else { return when };
    let When::At(end, _) = moved(zone, When::At(end, None), step) else { return when };
    When::At(start, Some(end.max(start + SHORTEST)))
}
