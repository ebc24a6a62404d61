//! The calendar: everything with a date, by month, week, day or as an agenda; moved by mouse, finger
//! and keys. Which entities stand on it follows from the registry; where things stand is reckoned in
//! `outrider_app::calendar`, by the device's time zone.

mod agenda;
mod drag;
mod event;
mod grid;
mod head;
mod keys;
mod month;
mod moves;
mod state;

use crate::pages::list::PeekFrame;
use crate::ui::{Note, Tone};
use leptos::prelude::*;
use state::{Calendar, Look};

#[component]
pub fn CalendarPage() -> impl IntoView {
    let calendar = Calendar::new();
    keys::listen(calendar);
    let drag = drag::Drag::new(calendar);
    view! {
        <head::Head calendar/>
        <div class="body">
            <div
                class="page calendar"
                // Pressed beside the events, none is chosen.
                on:pointerdown=move |_| calendar.chosen.set(None)
                on:touchmove=move |event| drag.hold_still(&event)
            >
                {move || calendar.failed.get().map(|words| view! { <Note tone=Tone::Warn words/> })}
                {move || match calendar.look.get() {
                    Look::Month => view! { <month::Month calendar drag/> }.into_any(),
                    Look::Agenda => view! { <agenda::Agenda calendar drag/> }.into_any(),
                    Look::Week | Look::Day => view! { <grid::Grid calendar drag/> }.into_any(),
                }}
            </div>
            <PeekFrame id=calendar.peek on_close=move |()| calendar.close_peek()/>
        </div>
        <p class="visually-hidden" role="status" aria-live="assertive">{move || calendar.said.get()}</p>
    }
}
