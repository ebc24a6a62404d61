//! Reminders of own tasks and plans: when their time has come, as the system's notification where the
//! person allowed it, else above the page. Told once on each device, whatever is reloaded.

use crate::platform::{intl, notify, settings};
use crate::state::{App, use_app};
use crate::ui::value::{Here, entity_name, title_or_gone};
use crate::ui::{Icon, IconButton};
use crate::words::t;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;
use outrider_app::book::{Filter, Span, Test};
use outrider_app::calendar::{Dated, HOUR, When, Zone};
use outrider_app::id::{Millis, RecordId};
use outrider_app::value::Value;
use std::time::Duration;
use wasm_bindgen::JsCast;

const LOOK: Duration = Duration::from_secs(15);
/// What should have been told longer ago is only due by now.
const LATE: Millis = 24 * HOUR;
const FIELD: &str = "remind_at";
const TOLD: &str = "outrider.reminded";
/// Reminders remembered as told.
const KEPT: usize = 300;

/// A reminder whose time has come.
#[derive(Clone, PartialEq, Eq)]
struct Due {
    id: RecordId,
    entity: &'static str,
    at: Millis,
}

impl Due {
    fn key(&self) -> String {
        format!("{}@{}", self.id, self.at)
    }

    fn href(&self) -> String {
        format!("/record/{}/{}", self.entity, self.id)
    }
}

fn due(app: App) -> Vec<Due> {
    let Some(me) = app.me() else { return Vec::new() };
    let now = app.now();
    let is = |field: &str, test: Test| Filter::Field { field: field.to_owned(), test };
    let filters = [is("owner", Test::Is(Value::Ref(me.user))), is("done", Test::Is(Value::Bool(false)))];
    let day = Here.day(now);
    let span = Span { instants: (now - LATE, now + 1), days: (day, day) };
    let entities = app.registry().entities().filter_map(|def| Some((def, def.field(FIELD)?)));
    entities
        .flat_map(|(def, start)| {
            let found = app.on_calendar(&def.id, &Dated { start, end: None }, span, &filters);
            found.into_iter().filter_map(|(id, when)| match when {
                When::At(at, _) if at <= now => Some(Due { id, entity: def.id.as_ref(), at }),
                _ => None,
            })
        })
        .collect()
}

fn told() -> Option<Vec<String>> {
    serde_json::from_str(&settings::get(TOLD)?).ok()
}

fn remember(keys: impl Iterator<Item = String>, before: Vec<String>) {
    let mut all: Vec<String> = before.into_iter().chain(keys).collect();
    all.drain(..all.len().saturating_sub(KEPT));
    settings::set(TOLD, &serde_json::to_string(&all).unwrap_or_default());
}

#[component]
pub fn Reminders() -> impl IntoView {
    let app = use_app();
    let shown = RwSignal::new(Vec::<Due>::new());
    let look = move || {
        let due = untrack(|| due(app));
        // What was due before this device first looked is no news.
        let Some(before) = told() else { return remember(due.iter().map(Due::key), Vec::new()) };
        let new: Vec<Due> = due.into_iter().filter(|due| !before.contains(&due.key())).collect();
        if new.is_empty() {
            return;
        }
        // Before it is shown: another tab looks too.
        remember(new.iter().map(Due::key), before);
        for due in new {
            spawn_local(async move {
                let (title, body) = untrack(|| (title_or_gone(app, due.id), body(&due)));
                let taken = notify::may_notify() && notify::notify(&title, &body, due.id, &due.href()).await;
                if !taken {
                    let _ = shown.try_update(|shown| shown.push(due));
                }
            });
        }
    };
    let clock = set_interval_with_handle(look, LOOK);
    on_cleanup(move || clock.into_iter().for_each(|clock| clock.clear()));
    // At once when something changes: a reminder may have been set for now.
    Effect::new(move |_| {
        app.head();
        request_animation_frame(look);
    });
    let go = use_navigate();
    let opened = window_event_listener_untyped("outrider:open", move |event| {
        let href = event.dyn_into::<web_sys::CustomEvent>().ok().and_then(|event| event.detail().as_string());
        href.into_iter().for_each(|href| go(&href, Default::default()));
    });
    on_cleanup(move || opened.remove());
    view! {
        <div class="reminders" role="alert">
            <For each=move || shown.get() key=Due::key children=move |due| {
                let (id, href, words) = (due.id, due.href(), body(&due));
                let close = move || shown.update(|shown| shown.retain(|other| *other != due));
                let closed = close.clone();
                view! {
                    <div class="reminder">
                        <Icon name="calendar"/>
                        <a class="words" href=href on:click=move |_| close()>
                            <b>{move || title_or_gone(app, id)}</b> " " <span>{words}</span>
                        </a>
                        <IconButton icon="close" label=Signal::derive(|| t("close")) on_click=move |_| closed()/>
                    </div>
                }
            }/>
        </div>
    }
}

/// What it is, and the time it was set for.
fn body(due: &Due) -> String {
    format!("{}, {}", entity_name(due.entity), intl::time(due.at))
}
