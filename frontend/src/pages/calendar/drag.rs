//! Dragging an event, with a mouse at once, with a finger after a moment's rest (so that scrolling stays
//! scrolling). Where it would land is drawn; the event itself stays until it is dropped.

use super::moves;
use super::state::{Calendar, Event};
use crate::ui::follow_pointer;
use crate::ui::value::Here;
use jiff::civil::Date;
use leptos::ev::PointerEvent;
use leptos::prelude::*;
use outrider_app::calendar::{MINUTE, Rail, Step, When, moved, resized};
use outrider_app::id::RecordId;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// A press becomes a drag after so many pixels.
const SLACK: f64 = 4.0;
/// A finger's press becomes a drag after resting so long.
const REST: Duration = Duration::from_millis(350);
/// So close to an edge it scrolls, by so much a move; below the heads that stay.
const EDGE: f64 = 28.0;
const STEP: i32 = 12;
const HEAD: f64 = 72.0;
/// Dragged events land on these minutes.
const QUARTER: i64 = 15;

/// What of the event is dragged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    Whole,
    End,
}

#[derive(Clone, Copy)]
pub struct Drag {
    calendar: Calendar,
    /// What is dragged, and where it would land.
    pub ghost: RwSignal<Option<(RecordId, When)>>,
    press: StoredValue<Option<Press>>,
    dropped: StoredValue<bool>,
}

#[derive(Clone, Copy)]
struct Press {
    event: Event,
    part: Part,
    from: (f64, f64),
    /// The day it was pressed on, and how many minutes below its start; `None` where no hours are.
    day: Date,
    grip: Option<i64>,
    finger: bool,
    lifted: bool,
}

impl Drag {
    pub fn new(calendar: Calendar) -> Self {
        let drag = Self {
            calendar,
            ghost: RwSignal::new(None),
            press: StoredValue::new(None),
            dropped: StoredValue::new(false),
        };
        let end = move |event: Option<&PointerEvent>| drag.end(event.is_some());
        follow_pointer(move |event| drag.moved(event), end, move || drag.is_on());
        drag
    }

    pub fn press(self, press: PointerEvent, event: Event, day: Date, part: Part) {
        self.dropped.set_value(false);
        if press.button() != 0 || !press.is_primary() {
            return;
        }
        let from = (f64::from(press.client_x()), f64::from(press.client_y()));
        let finger = press.pointer_type() == "touch";
        let grip = match (event.when, under(from)) {
            (When::At(start, _), Some((day, Some(place)))) if !event.when.is_all_day() => {
                let pressed = self.rail().at(&Here, day, place);
                Some((pressed - start) / MINUTE)
            }
            _ => None,
        };
        let lifted = false;
        self.press.set_value(Some(Press { event, part, from, day, grip, finger, lifted }));
        if finger {
            set_timeout(
                move || {
                    let rests =
                        self.press.try_get_value().flatten().is_some_and(|press| press.event == event);
                    if rests {
                        self.lift();
                        self.follow(from);
                    }
                },
                REST,
            );
        }
    }

    /// A finger that drags does not scroll.
    pub fn hold_still(self, event: &web_sys::TouchEvent) {
        if self.is_on() {
            event.prevent_default();
        }
    }

    pub fn is_on(self) -> bool {
        self.ghost.get_untracked().is_some()
    }

    pub fn holds(self, id: RecordId) -> bool {
        self.ghost.with(|ghost| ghost.is_some_and(|(held, _)| held == id))
    }

    /// Did the press that is now a click end a drag?
    pub fn just_dropped(self) -> bool {
        self.dropped.try_update_value(std::mem::take).unwrap_or(false)
    }

    fn rail(self) -> Rail {
        Rail::of(&Here, &self.calendar.days.get_untracked())
    }

    fn moved(self, event: &PointerEvent) {
        let at = (f64::from(event.client_x()), f64::from(event.client_y()));
        let Some(press) = self.press.try_get_value().flatten() else { return };
        let far = (at.0 - press.from.0).hypot(at.1 - press.from.1) > SLACK;
        match (press.lifted, far, press.finger) {
            (true, ..) => self.follow(at),
            (false, true, false) => {
                event.prevent_default();
                self.lift();
                self.follow(at);
            }
            // The finger moved before it rested: it scrolls.
            (false, true, true) => self.press.set_value(None),
            _ => {}
        }
    }

    fn lift(self) {
        let press = self.press.get_value();
        if let Some(press) = press.filter(|press| moves::may_move(self.calendar, press.event.id)) {
            self.press.set_value(Some(Press { lifted: true, ..press }));
            self.ghost.set(Some((press.event.id, press.event.when)));
        } else {
            self.press.set_value(None);
        }
    }

    fn follow(self, at: (f64, f64)) {
        let (Some(press), Some((day, place))) =
            (self.press.get_value().filter(|press| press.lifted), under(at))
        else {
            return;
        };
        scroll_at_edge(at.1);
        let when = self.landing(press, day, place);
        if self.ghost.get_untracked() != Some((press.event.id, when)) {
            self.ghost.set(Some((press.event.id, when)));
        }
    }

    fn landing(self, press: Press, day: Date, place: Option<i64>) -> When {
        let before = press.event.when;
        match (press.part, before, place, press.grip) {
            (Part::End, When::At(..), Some(place), _) => {
                let end = self.rail().at(&Here, day, to_quarter(place));
                let now = before.span().map_or(end, |(_, end)| end);
                resized(&Here, before, Step::Minutes((end - now) / MINUTE))
            }
            (Part::Whole, When::At(start, _), Some(place), Some(grip)) => {
                let to = self.rail().at(&Here, day, to_quarter((place - grip).max(0)));
                moved(&Here, before, Step::Minutes((to - start) / MINUTE))
            }
            _ => {
                let days = press.day.until(day).map_or(0, |span| span.get_days());
                moved(&Here, before, Step::Days(days))
            }
        }
    }

    /// Let go, or given up.
    fn end(self, drop: bool) {
        let Some(press) = self.press.try_update_value(Option::take).flatten() else { return };
        let Some((_, when)) = self.ghost.try_get_untracked().flatten().filter(|_| press.lifted) else {
            return;
        };
        self.ghost.set(None);
        self.dropped.set_value(drop);
        if drop && when != press.event.when {
            moves::put(self.calendar, press.event, when);
        }
    }
}

/// Near the upper and lower edge the hours scroll on.
fn scroll_at_edge(y: f64) {
    let Some(hours) = document().query_selector(".cal-grid, .cal-month, .cal-agenda").ok().flatten() else {
        return;
    };
    let place = hours.get_bounding_client_rect();
    let head = hours.query_selector(".cal-hours").ok().flatten().map_or(0.0, |_| HEAD);
    if y < place.top() + head + EDGE {
        hours.set_scroll_top(hours.scroll_top() - STEP);
    } else if y > place.bottom() - EDGE {
        hours.set_scroll_top(hours.scroll_top() + STEP);
    }
}

fn to_quarter(place: i64) -> i64 {
    (place + QUARTER / 2).div_euclid(QUARTER) * QUARTER
}

/// The day under a point, and the minutes from its top where it shows hours.
pub fn under((x, y): (f64, f64)) -> Option<(Date, Option<i64>)> {
    let under = document().element_from_point(x as f32, y as f32)?;
    let cell = under.closest("[data-day]").ok().flatten()?;
    let day: Date = cell.get_attribute("data-day")?.parse().ok()?;
    let minutes = cell.get_attribute("data-minutes").and_then(|minutes| minutes.parse::<f64>().ok());
    let place = minutes.map(|minutes| {
        let at = cell.unchecked_ref::<web_sys::Element>().get_bounding_client_rect();
        ((y - at.top()) / at.height() * minutes) as i64
    });
    Some((day, place))
}
