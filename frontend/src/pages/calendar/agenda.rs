//! What is to come, day by day, as a list.

use super::drag::Drag;
use super::event::EventLink;
use super::grid::on;
use super::state::{Calendar, Event};
use crate::platform::intl;
use crate::ui::Empty;
use crate::words::{t, t_with};
use jiff::civil::Date;
use leptos::prelude::*;

/// Lines of a page at most.
const LINES: usize = 300;

#[component]
pub fn Agenda(calendar: Calendar, drag: Drag) -> impl IntoView {
    let lines: Memo<Vec<(Date, Vec<Event>)>> = Memo::new(move |_| {
        let mut left = LINES;
        let of = |events: &[Event], day| {
            events.iter().filter(|event| on(event.when, day)).copied().collect::<Vec<_>>()
        };
        calendar.events.with(|events| {
            let days = calendar.days.get().into_iter().map(|day| (day, of(events, day)));
            days.map(|(day, mut events)| {
                events.truncate(left);
                left -= events.len();
                (day, events)
            })
            .filter(|(_, events)| !events.is_empty())
            .collect()
        })
    });
    let over = move || calendar.events.with(|events| events.len().saturating_sub(LINES));
    view! {
        <div class="cal-agenda">
            <For each=move || lines.get() key=Clone::clone children=move |(day, events)| view! {
                <section class="agenda" data-day=day.to_string()>
                    <h2>{move || intl::full_day(day)} " " <span class="count">{intl::number(events.len())}</span></h2>
                    {events.iter().map(|event| view! { <EventLink calendar drag event=*event day/> }).collect_view()}
                </section>
            }/>
            {move || (over() > 0).then(|| view! { <p class="near">{t_with("calendar-over", &[("count", over().into())])}</p> })}
            {move || lines.with(Vec::is_empty).then(|| view! { <Empty words=Signal::derive(|| t("calendar-none"))/> })}
        </div>
    }
}
