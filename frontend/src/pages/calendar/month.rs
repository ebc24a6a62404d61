//! A month: whole weeks of days, each with its first events; on a phone with a dot for each.

use super::drag::Drag;
use super::event::EventLink;
use super::grid::on;
use super::keys::{make, nine};
use super::state::{Calendar, Event, Look};
use crate::platform::intl;
use crate::shell::use_shell;
use crate::ui::is_phone;
use crate::words::{t, t_with};
use jiff::civil::Date;
use leptos::prelude::*;

/// Lines in a day's cell.
const LINES: usize = 4;

#[component]
pub fn Month(calendar: Calendar, drag: Drag) -> impl IntoView {
    let heads = move || calendar.days.get().into_iter().take(7).collect::<Vec<_>>();
    let form = if is_phone() { "narrow" } else { "short" };
    view! {
        <div class="cal-month" role="region" aria-label=move || t("nav-calendar") tabindex="0">
            <div class="cal-names" aria-hidden="true">
                <For each=heads key=|day| *day children=move |day| view! { <span>{move || intl::weekday(day, form)}</span> }/>
            </div>
            <div class="cal-cells">
                <For each=move || calendar.days.get() key=|day| *day children=move |day| view! { <Cell calendar drag day/> }/>
            </div>
        </div>
    }
}

#[component]
fn Cell(calendar: Calendar, drag: Drag, day: Date) -> impl IntoView {
    let shell = use_shell();
    let events: Memo<Vec<Event>> = Memo::new(move |_| {
        calendar.events.with(|events| events.iter().filter(|event| on(event.when, day)).copied().collect())
    });
    let count = move || events.with(Vec::len);
    let lines = move || {
        let many = if count() > LINES { LINES - 1 } else { LINES };
        events.with(|events| events.iter().take(many).copied().collect::<Vec<_>>())
    };
    let more = move || count().saturating_sub(if count() > LINES { LINES - 1 } else { LINES });
    let label = move || {
        format!("{}, {}", intl::full_day(day), t_with("calendar-count", &[("count", count().into())]))
    };
    let outside = move || calendar.day.with(|about| about.month() != day.month());
    let dropping = move || drag.ghost.with(|ghost| ghost.is_some_and(|(_, when)| on(when, day)));
    let create = move |press: web_sys::MouseEvent| {
        if press.target() == press.current_target() && !drag.just_dropped() && !is_phone() {
            make(calendar, shell, Some(nine(day)));
        }
    };
    let open = move |_| calendar.look_at(Look::Day, day);
    view! {
        <div
            class="cal-cell"
            class:outside=outside
            data-day=day.to_string()
            data-drop=move || dropping().then_some("")
            aria-current=move || (calendar.app.today() == day).then_some("date")
            on:click=create
        >
            <button type="button" class="bare num" aria-label=label on:click=open>
                <span>{day.day()}</span>
                {is_phone().then(|| view! {
                    <span class="dots" aria-hidden="true">
                        {move || lines().into_iter().map(|_| view! { <i></i> }).collect_view()}
                    </span>
                })}
            </button>
            {(!is_phone()).then(|| view! {
                <For each=lines key=|event| *event children=move |event| view! {
                    <EventLink calendar drag event day/>
                }/>
                {move || (more() > 0).then(|| view! {
                    <button type="button" class="link more" on:click=open>{t_with("calendar-more", &[("count", more().into())])}</button>
                })}
            })}
        </div>
    }
}
