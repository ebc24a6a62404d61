//! The calendar by keyboard: pages and views from anywhere on it; on an event, arrows move it and
//! Shift with them moves its end.

use super::moves::nudge;
use super::state::{Calendar, Event, Look, focus_event};
use crate::shell::use_shell;
use crate::ui::value::Here;
use crate::ui::{is_phone, on_key};
use jiff::civil::Date;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outrider_app::calendar::{HOUR, Step, Zone, days_of, moved, resized};
use outrider_app::id::Millis;
use outrider_app::value::Value;

const QUARTER: i64 = 15;

pub fn listen(calendar: Calendar) {
    let shell = use_shell();
    on_key(move |event| {
        // While it is drawn anew in its new place, what is chosen has no focus yet.
        if nothing_focused() && chosen_moves(calendar, event) {
            return true;
        }
        match event.key().as_str() {
            "m" => calendar.look.set(Look::Month),
            "w" if !is_phone() => calendar.look.set(Look::Week),
            "d" => calendar.look.set(Look::Day),
            "a" => calendar.look.set(Look::Agenda),
            "t" => calendar.day.set(calendar.app.today()),
            "ArrowLeft" | "PageUp" => calendar.turn(-1),
            "ArrowRight" | "PageDown" => calendar.turn(1),
            "j" => step(calendar, 1),
            "k" => step(calendar, -1),
            "c" => make(calendar, shell, None),
            "Escape" if calendar.peek.get_untracked().is_some() => calendar.close_peek(),
            "Escape" => calendar.chosen.set(None),
            _ => return false,
        }
        true
    });
}

pub fn nothing_focused() -> bool {
    document().active_element().is_none_or(|active| active.tag_name() == "BODY")
}

fn chosen_moves(calendar: Calendar, key: &KeyboardEvent) -> bool {
    let chosen = calendar.chosen.get_untracked().and_then(|id| calendar.event(id));
    if let Some(event) = chosen {
        on_event(calendar, event, key);
    }
    key.default_prevented()
}

/// The event before or after the chosen one; the first on the day one is on where none is.
fn step(calendar: Calendar, by: isize) {
    let day = calendar.day.get_untracked();
    let events = calendar.events.get_untracked();
    let chosen = calendar.chosen.get_untracked();
    let at = events.iter().position(|event| Some(event.id) == chosen);
    let from_day = || events.iter().position(|event| days_of(&Here, event.when).1 >= day).unwrap_or(0);
    let next = at.map_or_else(from_day, |at| at.saturating_add_signed(by));
    if let Some(event) = events.get(next.min(events.len().saturating_sub(1))) {
        calendar.chosen.set(Some(event.id));
        focus_event(event.id);
    }
}

/// Makes a visit at a time; else at the next full hour, or at nine of another day.
pub fn make(calendar: Calendar, shell: crate::shell::Shell, at: Option<Millis>) {
    let at = at.unwrap_or_else(|| {
        let day = calendar.day.get_untracked();
        if day == calendar.app.today() { calendar.app.now() / HOUR * HOUR + HOUR } else { nine(day) }
    });
    shell.make(
        "activity",
        vec![
            ("kind".to_owned(), Value::text("visit")),
            ("done".to_owned(), Value::Bool(false)),
            ("starts_at".to_owned(), Value::Time(at)),
        ],
    );
}

/// When a day's work begins.
pub fn nine(day: Date) -> Millis {
    Here.instant(day.at(9, 0, 0, 0))
}

/// A key on an event.
pub fn on_event(calendar: Calendar, event: Event, key: &KeyboardEvent) {
    if key.ctrl_key() || key.meta_key() || key.alt_key() {
        return;
    }
    let week = calendar.look.get_untracked() == Look::Month;
    let step = match key.key().as_str() {
        "ArrowLeft" => Step::Days(-1),
        "ArrowRight" => Step::Days(1),
        "ArrowUp" if week => Step::Days(-7),
        "ArrowDown" if week => Step::Days(7),
        "ArrowUp" => Step::Minutes(-QUARTER),
        "ArrowDown" => Step::Minutes(QUARTER),
        _ => return,
    };
    key.prevent_default();
    let event = calendar.event(event.id).unwrap_or(event);
    let when =
        if key.shift_key() { resized(&Here, event.when, step) } else { moved(&Here, event.when, step) };
    nudge(calendar, event, when);
}
