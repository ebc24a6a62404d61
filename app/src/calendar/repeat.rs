//! What comes again: the next date of a rule, and the record that is made when its predecessor is done.
//!
//! The next one is made once, however many devices do it offline: its id is derived from the first of
//! the series and its number in it, its date is a field like any other. Where it was deleted it stays
//! deleted, unless its predecessor is done anew. A device that was offline while others went on with
//! the next one makes it too when it comes back: equal values are no change, and where the others'
//! differ the later writer stands and the other value is in the history, as with any field.

use super::{Step, When, Zone, days_after, moved, week_start};
use crate::change::Op;
use crate::device::{Draft, FieldEdit};
use crate::id::{Millis, RecordId};
use crate::record::Record;
use crate::registry::{MergeRule, Registry};
use crate::value::Value;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

/// How often at most: every so many days, weeks, months or years.
const MOST: i32 = 1_000;
/// The tags of the days of the week, from Monday.
pub const DAYS: [&str; 7] = ["mo", "tu", "we", "th", "fr", "sa", "su"];

/// How something repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    pub every: Every,
    /// Every so many of them.
    pub interval: i32,
    /// Of a week: on these days; on the same day as before where there are none.
    pub on: Vec<Weekday>,
    /// The last day it may fall on.
    pub until: Option<Date>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Every {
    Day,
    Week,
    Month,
    Year,
}

impl Rule {
    /// The rule that stands on a record; `None` where it does not repeat.
    pub fn of(record: &Record) -> Option<Self> {
        let every = match record.text("repeat") {
            "daily" => Every::Day,
            "weekly" => Every::Week,
            "monthly" => Every::Month,
            "yearly" => Every::Year,
            _ => return None,
        };
        let interval = record.get::<Decimal>("repeat_every").and_then(|every| every.to_i32()).unwrap_or(1);
        let days = record.value("repeat_on").as_set();
        let on = |tag: &&str| days.is_some_and(|days| days.contains(*tag));
        let on = DAYS
            .iter()
            .enumerate()
            .filter(|(_, tag)| on(tag))
            .filter_map(|(at, _)| Weekday::from_monday_zero_offset(at as i8).ok());
        Some(Self {
            every,
            interval: interval.clamp(1, MOST),
            on: on.collect(),
            until: record.get("repeat_until"),
        })
    }

    /// The next date after one; `None` where the rule has ended. `anchor` is the date the series began
    /// with: what is due on the 31st comes on the last day of shorter months, and on the 31st again.
    pub fn next(&self, anchor: Date, after: Date) -> Option<Date> {
        let next = match self.every {
            Every::Day => days_after(after, self.interval),
            Every::Week => self.next_of_weeks(after),
            Every::Month => by_months(anchor, after, self.interval),
            Every::Year => by_months(anchor, after, 12 * self.interval),
        };
        (next > after && self.until.is_none_or(|until| next <= until)).then_some(next)
    }

    fn next_of_weeks(&self, after: Date) -> Date {
        let start = week_start(after, Weekday::Monday);
        let offset = |day: &Weekday| i32::from(day.to_monday_zero_offset());
        let days = self.on.iter().map(|day| days_after(start, offset(day)));
        let this_week = days.clone().find(|day| *day > after);
        let again = days.map(|day| days_after(day, 7 * self.interval)).min();
        this_week.or(again).unwrap_or_else(|| days_after(after, 7 * self.interval))
    }
}

/// So many months later, on the anchor's day where the month has it.
fn by_months(anchor: Date, after: Date, months: i32) -> Date {
    let month = after.first_of_month().saturating_add(months.months());
    let day = anchor.day().min(month.days_in_month());
    days_after(month, i32::from(day) - 1)
}

/// What an act makes besides: for each record that it finishes and that repeats, the next one, counted
/// from when it was due, else from today. `held` is the record as it is shown, deleted ones too.
pub fn follow_ups(
    registry: &Registry,
    zone: &impl Zone,
    today: Date,
    held: impl Fn(RecordId) -> Option<Record>,
    drafts: &[Draft],
) -> Vec<Draft> {
    let follow = |draft: &Draft| {
        let def = registry.entity(&draft.entity).filter(|def| def.field("repeat").is_some())?;
        let finishes = |edit: &FieldEdit| *edit == FieldEdit::Set("done".to_owned(), Value::Bool(true));
        let before = held(draft.record).filter(|_| draft.edits.iter().any(finishes))?;
        if before.value("done") == &Value::Bool(true) {
            return None;
        }
        let after = with(before, &draft.edits);
        let (id, edits) = next(zone, today, &after)?;
        let copied = def.visible_fields().filter(|field| {
            let reset = ["done", "progress"].contains(&field.id.as_ref());
            !reset && field.merge != MergeRule::ServerOnly && !edits.iter().any(|edit| names(edit, &field.id))
        });
        let copied = copied.flat_map(|field| copy(&after, &field.id));
        let steps = copy(&after, "checklist");
        let mut all: Vec<FieldEdit> = copied.chain(steps).collect();
        all.extend(edits);
        let there = held(id);
        if there.as_ref().is_some_and(|next| next.deleted.is_none()) {
            return None;
        }
        // A new one says nothing of being done: what another device made of the same term may be done.
        if there.is_some() {
            all.extend([FieldEdit::Restore, FieldEdit::Set("done".to_owned(), Value::Bool(false))]);
        }
        Some(Draft { entity: draft.entity.clone(), record: id, create: there.is_none(), edits: all })
    };
    drafts.iter().filter_map(follow).collect()
}

/// The next record's id, and the fields that are not its predecessor's.
fn next(zone: &impl Zone, today: Date, done: &Record) -> Option<(RecordId, Vec<FieldEdit>)> {
    let rule = Rule::of(done)?;
    let due: Date = done.get("due_on").unwrap_or(today);
    let anchor = done.get("repeat_from").unwrap_or(due);
    let next = rule.next(anchor, due)?;
    let series = done.reference("series").unwrap_or(done.id);
    let term = done.get::<Decimal>("term").and_then(|term| term.to_i64()).unwrap_or(0) + 1;
    let id = RecordId::derived(&["repeat", &series.to_string(), &term.to_string()]);
    let mut values = vec![
        ("due_on", Value::Date(next)),
        ("series", Value::Ref(series)),
        ("term", Value::Number(term.into())),
        ("repeat_from", Value::Date(anchor)),
    ];
    if let Some(remind) = done.get::<Millis>("remind_at") {
        let days = due.until(next).map_or(0, |span| span.get_days());
        if let When::At(at, _) = moved(zone, When::At(remind, None), Step::Days(days)) {
            values.push(("remind_at", Value::Time(at)));
        }
    }
    let set = |(field, value): (&str, Value)| FieldEdit::Set(field.to_owned(), value);
    Some((id, values.into_iter().map(set).collect()))
}

fn names(edit: &FieldEdit, field: &str) -> bool {
    matches!(edit, FieldEdit::Set(name, _) if name == field)
}

/// The edits that give another record this one's value of a field.
fn copy(record: &Record, field: &str) -> Vec<FieldEdit> {
    match record.value(field) {
        Value::None => Vec::new(),
        Value::Set(set) => set.iter().map(|item| FieldEdit::Add(field.to_owned(), item.clone())).collect(),
        value => vec![FieldEdit::Set(field.to_owned(), value.clone())],
    }
}

/// The record as the edits leave it.
fn with(record: Record, edits: &[FieldEdit]) -> Record {
    edits.iter().fold(record, |record, edit| match edit {
        FieldEdit::Set(field, value) => record.with(field, value.clone()),
        FieldEdit::Add(field, item) => change_set(record, field, Op::Add, item),
        FieldEdit::Remove(field, item) => change_set(record, field, Op::Remove, item),
        FieldEdit::Delete | FieldEdit::Restore => record,
    })
}

fn change_set(record: Record, field: &str, op: Op, item: &str) -> Record {
    let mut set = record.value(field).as_set().cloned().unwrap_or_default();
    if op == Op::Add {
        set.insert(item.to_owned())
    } else {
        set.remove(item)
    };
    record.with(field, Value::Set(set))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use jiff::tz::TimeZone;

    fn rule(every: Every, interval: i32, on: &[Weekday]) -> Rule {
        Rule { every, interval, on: on.to_vec(), until: None }
    }

    #[test]
    fn rules_find_their_next_date() {
        use Weekday::{Friday, Monday, Wednesday};
        let wednesday = date(2026, 3, 4);
        for (rule, next) in [
            (rule(Every::Day, 1, &[]), date(2026, 3, 5)),
            (rule(Every::Day, 10, &[]), date(2026, 3, 14)),
            (rule(Every::Week, 1, &[]), date(2026, 3, 11)),
            (rule(Every::Week, 2, &[Monday, Friday]), date(2026, 3, 6)),
            (rule(Every::Week, 2, &[Monday, Wednesday]), date(2026, 3, 16)),
            (rule(Every::Month, 1, &[]), date(2026, 4, 4)),
            (rule(Every::Year, 1, &[]), date(2027, 3, 4)),
        ] {
            assert_eq!(rule.next(wednesday, wednesday), Some(next), "{rule:?}");
        }
    }

    #[test]
    fn the_31st_comes_back_after_shorter_months_and_a_leap_day_every_fourth_year() {
        let monthly = rule(Every::Month, 1, &[]);
        let anchor = date(2026, 1, 31);
        let feb = monthly.next(anchor, anchor).unwrap();
        assert_eq!((feb, monthly.next(anchor, feb)), (date(2026, 2, 28), Some(date(2026, 3, 31))));
        let leap = date(2024, 2, 29);
        assert_eq!(rule(Every::Year, 1, &[]).next(leap, leap), Some(date(2025, 2, 28)));
        assert_eq!(rule(Every::Year, 4, &[]).next(leap, leap), Some(date(2028, 2, 29)));
    }

    #[test]
    fn a_rule_ends_with_its_last_day() {
        let until = |day| Rule { until: Some(day), ..rule(Every::Day, 7, &[]) };
        let day = date(2026, 3, 4);
        assert_eq!(until(date(2026, 3, 11)).next(day, day), Some(date(2026, 3, 11)));
        assert_eq!(until(date(2026, 3, 10)).next(day, day), None);
    }

    fn task() -> Record {
        Record::new(RecordId::derived(&["first"]), "task")
            .with("title", Value::text("Count the stock"))
            .with("due_on", Value::Date(date(2026, 3, 28)))
            .with("repeat", Value::text("daily"))
            .with("progress", Value::Number(50.into()))
            // Nine o'clock in Berlin.
            .with(
                "remind_at",
                Value::Time("2026-03-28T08:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond()),
            )
            .with("checklist", Value::Set(["010 a Shelf".to_owned()].into()))
            .with("checked", Value::Set(["a".to_owned()].into()))
    }

    fn done(task: &Record) -> Draft {
        let edits = vec![FieldEdit::Set("done".to_owned(), Value::Bool(true))];
        Draft { entity: "task".to_owned(), record: task.id, create: false, edits }
    }

    fn followed(held: &[&Record], draft: &Draft) -> Vec<Draft> {
        let zone = TimeZone::posix("CET-1CEST,M3.5.0,M10.5.0/3").unwrap();
        let find = |id| held.iter().find(|record| record.id == id).map(|record| (*record).clone());
        follow_ups(Registry::standard(), &zone, date(2026, 3, 30), find, std::slice::from_ref(draft))
    }

    #[test]
    fn the_next_one_is_the_same_on_every_device_with_nothing_done_yet() {
        let task = task();
        let [next] = followed(&[&task], &done(&task)).try_into().unwrap();
        assert!(next.create);
        assert_eq!(followed(&[&task], &done(&task)).first(), Some(&next));
        let made = with(Record::new(next.record, "task"), &next.edits);
        assert_eq!(made.text("title"), "Count the stock");
        assert_eq!(made.value("due_on"), &Value::Date(date(2026, 3, 29)));
        assert_eq!(made.value("done"), &Value::None);
        assert_eq!((made.value("progress"), made.value("checked")), (&Value::None, &Value::None));
        assert_eq!(made.value("checklist"), task.value("checklist"));
        // Still nine o'clock in Berlin, where the clock was set forward.
        let remind = "2026-03-29T07:00:00Z".parse::<jiff::Timestamp>().unwrap().as_millisecond();
        assert_eq!(made.value("remind_at"), &Value::Time(remind));
        // And so it goes on.
        let [third] = followed(&[&made], &done(&made)).try_into().unwrap();
        assert_ne!(third.record, next.record);
        assert_eq!(with(made, &third.edits).reference("series"), Some(task.id));
    }

    #[test]
    fn what_was_never_due_comes_again_counted_from_today() {
        let task = task().with("due_on", Value::None);
        let [next] = followed(&[&task], &done(&task)).try_into().unwrap();
        assert!(next.edits.contains(&FieldEdit::Set("due_on".to_owned(), Value::Date(date(2026, 3, 31)))));
    }

    #[test]
    fn a_changed_date_makes_no_second_next_one() {
        let task = task();
        let moved = task.clone().with("due_on", Value::Date(date(2026, 4, 2)));
        let of = |task: &Record| followed(&[task], &done(task))[0].record;
        assert_eq!(of(&task), of(&moved));
    }

    #[test]
    fn the_next_one_is_made_once_and_comes_back_where_it_was_taken_back() {
        let task = task();
        let next = followed(&[&task], &done(&task))[0].record;
        let mut held = Record::new(next, "task");
        assert_eq!(followed(&[&task, &held], &done(&task)), []);
        held.deleted = Some(9);
        let [again] = followed(&[&task, &held], &done(&task)).try_into().unwrap();
        assert!(!again.create && again.edits.contains(&FieldEdit::Restore));
    }

    #[test]
    fn what_is_done_already_or_does_not_repeat_makes_nothing() {
        let task = task();
        let finished = task.clone().with("done", Value::Bool(true));
        assert_eq!(followed(&[&finished], &done(&finished)), []);
        let once = task.with("repeat", Value::None);
        assert_eq!(followed(&[&once], &done(&once)), []);
    }
}
