//! One event, however it is laid out: a link to its record that opens beside the calendar, can be
//! dragged, and takes the arrow keys.

use super::drag::{Drag, Part};
use super::keys::on_event;
use super::moves::when_words;
use super::state::{Calendar, Event};
use crate::platform::intl;
use crate::state::App;
use crate::ui::value::{entity_name, title_or_gone};
use crate::ui::{Icon, MarkSign, activity_icon, entity_icon, is_phone};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::calendar::When;
use outrider_app::record::Record;
use outrider_app::value::Value;

/// What an event says of its record.
#[derive(Clone, Default, PartialEq)]
struct Told {
    title: String,
    with: String,
    kind: String,
    done: bool,
}

fn told(app: App, record: &Record) -> Told {
    let people = ["contact", "customer"].iter().filter_map(|field| record.reference(field));
    Told {
        title: crate::pages::today::line_words(app, record),
        with: people.map(|id| app.title(id)).find(|title| !title.is_empty()).unwrap_or_default(),
        kind: record.text("kind").to_owned(),
        done: record.value("done") == &Value::Bool(true),
    }
}

/// The link of an event. `day` is where it is drawn: the day a drag begins on.
#[component]
pub fn EventLink(
    calendar: Calendar,
    drag: Drag,
    event: Event,
    day: jiff::civil::Date,
    /// Can be made longer by its lower edge.
    #[prop(optional)]
    resizes: bool,
) -> impl IntoView {
    let (app, id) = (calendar.app, event.id);
    let told = Memo::new(move |_| app.record(id).map(|record| told(app, &record)).unwrap_or_default());
    let name = move || {
        told.with(|told| if told.title.is_empty() { title_or_gone(app, id) } else { told.title.clone() })
    };
    let icon = Signal::derive(move || match event.entity {
        "activity" => told.with(|told| activity_icon(&told.kind)),
        entity => entity_icon(entity),
    });
    // Read after what is seen.
    let more = move || {
        let done = if told.with(|told| told.done) { t("done") } else { String::new() };
        let parts = [entity_name(event.entity), when_words(event.when), done];
        parts.into_iter().filter(|part| !part.is_empty()).map(|part| format!(", {part}")).collect::<String>()
    };
    let open = move |press: web_sys::MouseEvent| {
        if press.ctrl_key() || press.meta_key() || press.shift_key() {
            return;
        }
        if drag.just_dropped() {
            return press.prevent_default();
        }
        calendar.chosen.set(Some(id));
        if !is_phone() {
            press.prevent_default();
            calendar.peek.set(Some(id));
        }
    };
    let time = match event.when {
        When::At(start, _) => Some(start),
        When::On(_) => None,
    };
    view! {
        <a
            class="event"
            href=format!("/record/{}/{id}", event.entity)
            draggable="false"
            data-event=id.to_string()
            data-entity=event.entity
            data-tint=tint(event.entity)
            data-done=move || told.with(|told| told.done).then_some("")
            data-held=move || drag.holds(id).then_some("")
            data-open=move || (calendar.peek.get() == Some(id)).then_some("")
            on:click=open
            on:focus=move |_| calendar.chosen.set(Some(id))
            on:keydown=move |key| on_event(calendar, event, &key)
            on:pointerdown=move |press| drag.press(press, event, day, Part::Whole)
            // A long press lifts it; the link's own menu would take it away.
            on:contextmenu=move |press| if drag.is_on() { press.prevent_default() }
        >
            <Icon name=icon/>
            {time.map(|at| view! { <time>{move || intl::time(at)}</time> })}
            <span class="what">{name}</span>
            <span class="with">{move || told.with(|told| told.with.clone())}</span>
            <span class="visually-hidden">{more}</span>
            <MarkSign mark=Signal::derive(move || app.mark(id))/>
            {resizes.then(|| view! {
                <span class="edge" on:pointerdown=move |press| {
                    press.stop_propagation();
                    drag.press(press, event, day, Part::End);
                }></span>
            })}
        </a>
    }
}

/// Entities are told apart by their icon; the tint only helps.
fn tint(entity: &str) -> &'static str {
    match entity {
        "activity" => "0",
        "task" => "2",
        _ => "1",
    }
}
