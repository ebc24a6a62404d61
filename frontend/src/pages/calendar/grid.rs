//! Days beside each other with their hours down the side: a week, or one day. What has no hours, or
//! lasts a day and more, stands in a row above them.

use super::drag::Drag;
use super::event::EventLink;
use super::keys::make;
use super::state::{Calendar, Event, Look};
use crate::platform::intl;
use crate::shell::use_shell;
use crate::ui::is_phone;
use crate::ui::value::Here;
use crate::words::{t, t_with};
use jiff::civil::Date;
use leptos::prelude::*;
use outrider_app::calendar::{Piece, Rail, When, Zone, days_of, piece_on, side_by_side};
use std::time::Duration;

/// The hour at the top when the page opens.
const MORNING: i64 = 7;
/// How often the line of now moves on.
const TICK: Duration = Duration::from_secs(30);

/// As many side by side as can be read; more are counted.
fn widest(look: Look) -> usize {
    match (look, is_phone()) {
        (Look::Day, false) => 12,
        (Look::Day, true) => 4,
        _ => 5,
    }
}

#[component]
pub fn Grid(calendar: Calendar, drag: Drag) -> impl IntoView {
    let rail = Memo::new(move |_| Rail::of(&Here, &calendar.days.get()));
    let now = RwSignal::new(calendar.app.now());
    let clock = set_interval_with_handle(move || now.set(calendar.app.now()), TICK);
    on_cleanup(move || clock.into_iter().for_each(|clock| clock.clear()));
    let today = Memo::new(move |_| Here.day(now.get()));
    let scroller = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let Some(scroller) = scroller.get() else { return };
        request_animation_frame(move || {
            let hours = rail.with_untracked(Rail::minutes) / 60;
            let column = scroller.query_selector(".cal-day").ok().flatten();
            let height = column.map_or(0.0, |column| column.get_bounding_client_rect().height());
            scroller.set_scroll_top((height / hours.max(1) as f64 * MORNING as f64) as i32);
        });
    });
    let ruled = move || {
        let rail = rail.get();
        calendar.days.get().into_iter().map(|day| (day, rail.clone())).collect::<Vec<_>>()
    };
    let columns = move || calendar.days.with(Vec::len).to_string();
    view! {
        <div
            class="cal-grid"
            class:one=move || calendar.look.get() == Look::Day
            node_ref=scroller
            role="region"
            tabindex="0"
            aria-label=move || t("nav-calendar")
            style=("--days", columns)
        >
            <div class="cal-heads">
                <span class="cal-zone" title=move || t("calendar-zone")>{intl::zone_name}</span>
                <For each=move || calendar.days.get() key=|day| *day children=move |day| view! { <DayHead calendar day today/> }/>
            </div>
            <div class="cal-alldays">
                <span class="cal-zone">{move || t("calendar-all-day")}</span>
                <For each=move || calendar.days.get() key=|day| *day children=move |day| view! { <AllDay calendar drag day/> }/>
            </div>
            <div class="cal-hours">
                <div class="cal-rail" aria-hidden="true">
                    {move || rail.with(|rail| rail.rows().iter().map(|(hour, again)| {
                        let words = if *hour == 0 && !again { String::new() } else { intl::hour(*hour) };
                        view! { <span>{words}</span> }
                    }).collect_view())}
                </div>
                <For
                    each=ruled
                    key=|(day, rail)| (*day, rail.minutes())
                    children=move |(day, rail)| view! { <DayColumn calendar drag day rail now/> }
                />
            </div>
        </div>
    }
}

#[component]
fn DayHead(calendar: Calendar, day: Date, today: Memo<Date>) -> impl IntoView {
    view! {
        <h2 class="cal-head" aria-current=move || (today.get() == day).then_some("date")>
            <button type="button" class="bare" on:click=move |_| calendar.look_at(Look::Day, day)>
                <span class="visually-hidden">{move || intl::full_day(day)}</span>
                <span class="name" aria-hidden="true">{move || intl::weekday(day, "short")}</span>
                <span class="num" aria-hidden="true">{day.day()}</span>
            </button>
        </h2>
    }
}

#[component]
fn AllDay(calendar: Calendar, drag: Drag, day: Date) -> impl IntoView {
    let events = Memo::new(move |_| {
        calendar.events.with(|events| {
            let whole = events.iter().filter(|event| event.when.is_all_day());
            whole.filter(|event| on(event.when, day)).copied().collect::<Vec<_>>()
        })
    });
    let dropping =
        move || drag.ghost.with(|ghost| ghost.is_some_and(|(_, when)| when.is_all_day() && on(when, day)));
    view! {
        <div class="cal-allday" data-day=day.to_string() data-drop=move || dropping().then_some("")>
            <For each=move || events.get() key=|event| *event children=move |event| view! {
                <EventLink calendar drag event day/>
            }/>
        </div>
    }
}

/// Is it on this day?
pub fn on(when: When, day: Date) -> bool {
    let (first, last) = days_of(&Here, when);
    first <= day && day <= last
}

/// A piece in its place: which event's, where, in which column of how many.
type Placed = (Event, Piece, usize, usize);

#[component]
fn DayColumn(calendar: Calendar, drag: Drag, day: Date, rail: Rail, now: RwSignal<i64>) -> impl IntoView {
    let shell = use_shell();
    let rail = StoredValue::new(rail);
    let placed =
        Memo::new(move |_| calendar.events.with(|events| rail.with_value(|rail| placed(rail, day, events))));
    let most = move || widest(calendar.look.get());
    let shown = move || placed.get().into_iter().filter(|one| one.2 < most()).collect::<Vec<_>>();
    let hidden = move || placed.with(|placed| placed.iter().filter(|one| one.2 >= most()).count());
    let minutes = rail.with_value(Rail::minutes);
    let percent = move |place: i64| format!("{}%", place as f64 / minutes as f64 * 100.0);
    let missing = rail.with_value(|rail| {
        let rows = rail.rows().iter().enumerate();
        rows.filter(|(_, row)| !rail.has(&Here, day, **row)).map(|(at, _)| at as i64).collect::<Vec<_>>()
    });
    let create = move |press: web_sys::MouseEvent| {
        let own = press.target() == press.current_target();
        let at = (f64::from(press.client_x()), f64::from(press.client_y()));
        if let Some((day, Some(place))) = super::drag::under(at).filter(|_| own && !drag.just_dropped()) {
            let half = place / 30 * 30;
            make(calendar, shell, Some(rail.with_value(|rail| rail.at(&Here, day, half))));
        }
    };
    let line = move || {
        let now = now.get();
        let (from, to) = Here.bounds(day);
        (from <= now && now < to).then(|| percent(rail.with_value(|rail| rail.place(&Here, now))))
    };
    let ghost = move || {
        let (_, when) = drag.ghost.get()?;
        let span = when.span().filter(|_| !when.is_all_day())?;
        let piece = rail.with_value(|rail| piece_on(&Here, rail, day, span))?;
        let words = super::moves::when_words(when);
        Some(view! {
            <div class="cal-ghost" style:top=percent(piece.top) style:height=percent(piece.bottom - piece.top)>{words}</div>
        })
    };
    view! {
        <div
            class="cal-day"
            role="group"
            aria-label=move || intl::full_day(day)
            data-day=day.to_string()
            data-minutes=minutes.to_string()
            on:click=create
        >
            {missing.into_iter().map(|row| view! {
                <div class="cal-none" style:top=percent(row * 60) style:height=percent(60)></div>
            }).collect_view()}
            <For
                each=shown
                key=|(event, piece, column, wide)| (*event, piece.top, piece.bottom, *column, *wide)
                children=move |(event, piece, column, wide)| {
                    let wide = wide.min(most()) as f64;
                    view! {
                        <div
                            class="cal-piece"
                            class:short=piece.bottom - piece.top < 40
                            class:from-before=piece.from_before
                            class:goes-on=piece.goes_on
                            style:top=percent(piece.top)
                            style:height=percent(piece.bottom - piece.top)
                            style:left=format!("{}%", column as f64 / wide * 100.0)
                            style:width=format!("{}%", 100.0 / wide)
                        >
                            <EventLink calendar drag event day resizes=!piece.goes_on/>
                        </div>
                    }
                }
            />
            {ghost}
            {move || line().map(|top| view! { <div class="cal-now" style:top=top></div> })}
            {move || (hidden() > 0).then(|| view! {
                <button type="button" class="btn small cal-hidden" on:click=move |_| calendar.look_at(Look::Agenda, day)>
                    {t_with("calendar-more", &[("count", hidden().into())])}
                </button>
            })}
        </div>
    }
}

fn placed(rail: &Rail, day: Date, events: &[Event]) -> Vec<Placed> {
    let mut pieces: Vec<(Event, Piece)> = events
        .iter()
        .filter(|event| !event.when.is_all_day())
        .filter_map(|event| Some((*event, piece_on(&Here, rail, day, event.when.span()?)?)))
        .collect();
    pieces.sort_by_key(|(event, piece)| (piece.top, std::cmp::Reverse(piece.bottom), event.id));
    let only: Vec<Piece> = pieces.iter().map(|(_, piece)| *piece).collect();
    let places = side_by_side(&only);
    pieces
        .into_iter()
        .zip(places)
        .map(|((event, piece), (column, wide))| (event, piece, column, wide))
        .collect()
}
