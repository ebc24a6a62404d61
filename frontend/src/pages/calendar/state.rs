//! What the calendar shows: which days, whose, of which entities; what is chosen and being moved.

use super::moves;
use crate::platform::{intl, settings};
use crate::state::{App, use_app};
use crate::ui::is_phone;
use crate::ui::value::Here;
use jiff::ToSpan;
use jiff::civil::Date;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use outrider_app::book::{Filter, Query, Span, Test};
use outrider_app::calendar::{self as reckon, Dated, When, Zone};
use outrider_app::id::RecordId;
use outrider_app::registry::EntityDef;
use outrider_app::value::Value;
use std::sync::Arc;

const KEPT: &str = "outrider.calendar";
/// Days an agenda looks ahead.
const AGENDA: i32 = 31;

/// How time is laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Month,
    Week,
    Day,
    Agenda,
}

impl Look {
    pub const ALL: [Look; 4] = [Look::Month, Look::Week, Look::Day, Look::Agenda];

    pub const fn tag(self) -> &'static str {
        match self {
            Look::Month => "month",
            Look::Week => "week",
            Look::Day => "day",
            Look::Agenda => "agenda",
        }
    }

    pub fn of(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|look| look.tag() == tag)
    }
}

/// Whose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    Mine,
    Team,
    Everyone,
    One(RecordId),
}

/// One thing on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Event {
    pub id: RecordId,
    pub entity: &'static str,
    pub when: When,
}

/// A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Calendar {
    pub app: App,
    pub look: RwSignal<Look>,
    /// The day it is about.
    pub day: RwSignal<Date>,
    pub who: RwSignal<Who>,
    /// The entities that are shown.
    pub shown: RwSignal<Vec<&'static str>>,
    pub chosen: RwSignal<Option<RecordId>>,
    pub peek: RwSignal<Option<RecordId>>,
    /// Where an event is being moved to, until that is saved.
    pub moving: RwSignal<Option<Event>>,
    /// What a screen reader says.
    pub said: RwSignal<String>,
    /// Why something was not moved.
    pub failed: RwSignal<Option<String>>,
    pub days: Memo<Vec<Date>>,
    pub events: Memo<Arc<Vec<Event>>>,
    pub waiting: StoredValue<Option<TimeoutHandle>>,
}

/// The entities that have a date in their list, with the fields by which they stand here.
pub fn entities(app: App) -> impl Iterator<Item = (&'static EntityDef, Dated<'static>)> {
    app.registry().entities().filter_map(|def| Some((def, reckon::dated(def)?)))
}

impl Calendar {
    pub fn new() -> Self {
        let app = use_app();
        let query = use_query_map().get_untracked();
        let kept = settings::get(KEPT).unwrap_or_default();
        let look = query.get("view").as_deref().or(Some(kept.as_str())).and_then(Look::of);
        let day = query.get("day").and_then(|day| day.parse().ok()).unwrap_or_else(|| app.today());
        let look = match look.unwrap_or(Look::Week) {
            Look::Week if is_phone() => Look::Day,
            look => look,
        };
        let (look, day) = (RwSignal::new(look), RwSignal::new(day));
        let who = RwSignal::new(Who::Mine);
        // What is done is what one plans; the dates of the rest can be switched on.
        let plans = entities(app).filter(|(def, _)| def.field("done").is_some());
        let shown = RwSignal::new(plans.map(|(def, _)| def.id.as_ref()).collect::<Vec<&'static str>>());
        let moving = RwSignal::new(None::<Event>);
        let days = Memo::new(move |_| days_of(look.get(), day.get()));
        let events =
            Memo::new(move |_| Arc::new(events(app, &days.get(), who.get(), &shown.get(), moving.get())));
        let calendar = Self {
            app,
            look,
            day,
            who,
            shown,
            chosen: RwSignal::new(None),
            peek: RwSignal::new(None),
            moving,
            said: RwSignal::new(String::new()),
            failed: RwSignal::new(None),
            days,
            events,
            waiting: StoredValue::new(None),
        };
        calendar.follow();
        on_cleanup(move || moves::save_now(calendar));
        calendar
    }

    /// Keeps the address, and the focus on what is chosen when it is drawn anew.
    fn follow(self) {
        let (go, query) = (use_navigate(), use_query_map());
        // Addresses on their way that say what is shown anyway.
        let sent = StoredValue::new(Vec::<String>::new());
        // A link to other days, followed from here.
        Effect::new(move |_| {
            let query = query.get();
            let told =
                format!("{} {}", query.get("view").unwrap_or_default(), query.get("day").unwrap_or_default());
            let own = sent.try_update_value(|sent| {
                let at = sent.iter().position(|sent| *sent == told)?;
                sent.drain(..=at);
                Some(())
            });
            if own.flatten().is_some() {
                return;
            }
            let look = query.get("view").as_deref().and_then(Look::of);
            let day: Option<Date> = query.get("day").and_then(|day| day.parse().ok());
            if let Some(look) = look.filter(|look| *look != self.look.get_untracked()) {
                self.look.set(if look == Look::Week && is_phone() { Look::Day } else { look });
            }
            if let Some(day) = day.filter(|day| *day != self.day.get_untracked()) {
                self.day.set(day);
            }
        });
        Effect::new(move |before: Option<()>| {
            let (look, day) = (self.look.get(), self.day.get());
            settings::set(KEPT, look.tag());
            if before.is_some() {
                sent.update_value(|sent| sent.push(format!("{} {day}", look.tag())));
                let options = NavigateOptions { replace: true, scroll: false, ..Default::default() };
                go(&format!("/calendar?view={}&day={day}", look.tag()), options);
            }
        });
        Effect::new(move |_| {
            self.events.track();
            if untrack(|| self.chosen.get()).is_some() {
                request_animation_frame(move || self.refocus());
            }
        });
    }

    /// Focus goes back to what is chosen, where it was lost with what was drawn before.
    fn refocus(self) {
        let lost = super::keys::nothing_focused();
        if let Some(id) = self.chosen.try_get_untracked().flatten().filter(|_| lost) {
            focus_event(id);
        }
    }

    pub fn look_at(self, look: Look, day: Date) {
        self.day.set(day);
        self.look.set(look);
    }

    /// A page forward or back.
    pub fn turn(self, by: i32) {
        let day = self.day.get_untracked();
        self.day.set(match self.look.get_untracked() {
            Look::Month => day.first_of_month().saturating_add(by.months()),
            Look::Week => reckon::days_after(day, 7 * by),
            Look::Day => reckon::days_after(day, by),
            Look::Agenda => reckon::days_after(day, AGENDA * by),
        });
    }

    pub fn close_peek(self) {
        if let Some(id) = self.peek.get_untracked() {
            self.peek.set(None);
            focus_event(id);
        }
    }

    pub fn event(self, id: RecordId) -> Option<Event> {
        self.events.with_untracked(|events| events.iter().find(|event| event.id == id).copied())
    }
}

pub fn focus_event(id: RecordId) {
    use wasm_bindgen::JsCast;
    let found = document().query_selector(&format!("[data-event=\"{id}\"]")).ok().flatten();
    if let Some(found) = found.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        crate::ui::focus(&found);
    }
}

fn days_of(look: Look, day: Date) -> Vec<Date> {
    match look {
        Look::Month => reckon::month(day, intl::first_weekday()),
        Look::Week => reckon::week(day, intl::first_weekday()),
        Look::Day => vec![day],
        Look::Agenda => (0..AGENDA).map(|days| reckon::days_after(day, days)).collect(),
    }
}

fn events(app: App, days: &[Date], who: Who, shown: &[&str], moving: Option<Event>) -> Vec<Event> {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return Vec::new() };
    let after = reckon::days_after(*last, 1);
    let instants = (Here.bounds(*first).0, Here.bounds(*last).1);
    let span = Span { instants, days: (*first, after) };
    let filters = filters(app, who);
    let mut events: Vec<Event> = entities(app)
        .filter(|(def, _)| shown.contains(&def.id.as_ref()))
        .flat_map(|(def, dated)| {
            let found = app.on_calendar(&def.id, &dated, span, &filters);
            found.into_iter().map(|(id, when)| Event { id, entity: def.id.as_ref(), when })
        })
        .collect();
    if let Some(moving) = moving {
        // It may be shown on other days than it still stands on.
        events.retain(|event| event.id != moving.id);
        let (from, to) = reckon::days_of(&Here, moving.when);
        events.extend((from <= *last && to >= *first).then_some(moving));
    }
    events.sort_by_key(|event| match event.when {
        When::On(day) => (Here.bounds(day).0, 0),
        When::At(start, _) => (start, 1),
    });
    events
}

fn filters(app: App, who: Who) -> Vec<Filter> {
    let me = app.me();
    let owners: Vec<RecordId> = match who {
        Who::Everyone => return Vec::new(),
        Who::Mine => me.map(|me| me.user).into_iter().collect(),
        Who::One(id) => vec![id],
        Who::Team => {
            let team = me.and_then(|me| me.scope).and_then(|scope| scope.team);
            let of = Query::all("employee")
                .filter("team", team.map_or(Test::Empty, |team| Test::Is(Value::Ref(team))));
            app.list(&of).as_ref().clone()
        }
    };
    let test = Test::AnyOf(owners.into_iter().map(Value::Ref).collect());
    vec![Filter::Field { field: "owner".to_owned(), test }]
}
