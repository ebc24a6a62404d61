//! Moving: shown at once, saved when the person rests, said to who cannot see it, and taken back like
//! every act.

use super::state::{Calendar, Event, entities};
use crate::platform::intl;
use crate::ui::value::{Here, title_or_gone};
use crate::ui::{Acts, fail_words};
use crate::words::t_with;
use leptos::prelude::*;
use outrider_app::calendar::{When, Zone};
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::value::Value;
use std::time::Duration;

/// Keys that follow within this long are one act.
const REST: Duration = Duration::from_millis(500);

/// May this person move it? Says so where not.
pub fn may_move(calendar: Calendar, id: RecordId) -> bool {
    let app = calendar.app;
    let may = untrack(|| app.record(id).is_some_and(|record| app.may_write(&record)));
    let name = || untrack(|| title_or_gone(app, id));
    calendar.failed.set((!may).then(|| t_with("calendar-not-yours", &[("name", name().into())])));
    may
}

/// Shows it there and says so; it is saved when no key follows.
pub fn nudge(calendar: Calendar, event: Event, when: When) {
    if when == event.when || !may_move(calendar, event.id) {
        return;
    }
    if calendar.moving.get_untracked().is_some_and(|moving| moving.id != event.id) {
        save_now(calendar);
    }
    calendar.moving.set(Some(Event { when, ..event }));
    follow_into_sight(calendar, when);
    calendar.said.set(format!("{}: {}", untrack(|| title_or_gone(calendar.app, event.id)), when_words(when)));
    if let Some(timer) = calendar.waiting.get_value() {
        timer.clear();
    }
    calendar.waiting.set_value(set_timeout_with_handle(move || save_now(calendar), REST).ok());
}

/// What is moved out of the page takes the page with it.
fn follow_into_sight(calendar: Calendar, when: When) {
    let day = match when {
        When::On(day) => day,
        When::At(start, _) => Here.day(start),
    };
    if calendar.days.with_untracked(|days| !days.contains(&day)) {
        calendar.day.set(day);
    }
}

/// Puts it there.
pub fn put(calendar: Calendar, event: Event, when: When) {
    if may_move(calendar, event.id) {
        calendar.moving.set(Some(Event { when, ..event }));
        save_now(calendar);
    }
}

/// Saves what is shown moved.
pub fn save_now(calendar: Calendar) {
    if let Some(timer) = calendar.waiting.try_update_value(Option::take).flatten() {
        timer.clear();
    }
    let app = calendar.app;
    let Some(moving) = calendar.moving.try_get_untracked().flatten() else { return };
    let Event { id, when, .. } = moving;
    let acts = Acts::new();
    let Some(record) = untrack(|| app.record(id)) else { return calendar.moving.set(None) };
    let Some((_, dated)) = entities(app).find(|(def, _)| def.id == record.entity) else { return };
    let edits = match when {
        When::On(day) => vec![(&dated.start.id, Value::Date(day))],
        When::At(start, end) => {
            let end = dated.end.zip(end).map(|(field, end)| (&field.id, Value::Time(end)));
            [(&dated.start.id, Value::Time(start))].into_iter().chain(end).collect()
        }
    };
    let edits = edits.into_iter().map(|(field, value)| FieldEdit::Set(field.to_string(), value)).collect();
    let name = untrack(|| title_or_gone(app, id));
    let words = t_with("calendar-moved", &[("name", name.clone().into()), ("when", when_words(when).into())]);
    let _ = calendar.said.try_set(words.clone());
    let drafts = acts.edit(id, edits).into_iter().collect();
    acts.act(drafts, "edit", name, Some(words), move |saved| {
        // Unless it was moved on meanwhile.
        if calendar.moving.try_get_untracked().flatten() == Some(moving) {
            let _ = calendar.moving.try_set(None);
        }
        if let Err(error) = saved {
            let _ = calendar.failed.try_set(Some(fail_words(&error)));
        }
    });
}

/// "Wednesday, 4 March 2026, 10:00–11:00".
pub fn when_words(when: When) -> String {
    match when {
        When::On(day) => intl::full_day(day),
        When::At(start, end) => {
            let time = |at| intl::time(at);
            let hours = match end {
                Some(end) if Here.day(end) != Here.day(start) => {
                    format!("{}–{}", time(start), intl::date_time(end))
                }
                Some(end) => format!("{}–{}", time(start), time(end)),
                None => time(start),
            };
            format!("{}, {hours}", intl::full_day(Here.day(start)))
        }
    }
}
