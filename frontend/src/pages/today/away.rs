//! What others changed while the person was away, counted by what it is. Reckoned on this device: from
//! when Today was last looked at here to now.

use crate::platform::{intl, settings};
use crate::state::{App, use_app};
use crate::ui::value::entity_many;
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Direction, Query, TOUCHED};
use outrider_app::id::{Millis, RecordId};
use outrider_app::value::Value;
use std::time::Duration;

/// Who looks away for less was not away.
const AWAY: Millis = 30 * 60_000;
const TICK: Duration = Duration::from_secs(20);
/// Of each entity so many of the latest changes are counted.
const LATEST: usize = 500;
const ENTITIES: [&str; 5] = ["contact", "company", "deal", "activity", "task"];

/// When the person was last here before they went away, and when they were last seen here.
#[derive(Clone, Copy)]
struct Visit {
    since: Millis,
    seen: Millis,
}

fn key(user: RecordId) -> String {
    format!("outrider.today.{user}")
}

fn read(user: RecordId) -> Option<Visit> {
    let kept = settings::get(&key(user))?;
    let (since, seen) = kept.split_once(' ')?;
    Some(Visit { since: since.parse().ok()?, seen: seen.parse().ok()? })
}

/// The visit goes on, or begins after a time away. The first time here there is nothing to tell.
fn look(app: App) -> Option<Millis> {
    let user = app.me()?.user;
    let now = app.now();
    let before = read(user);
    let since = match before {
        Some(visit) if now - visit.seen < AWAY => visit.since,
        Some(visit) => visit.seen,
        None => now,
    };
    settings::set(&key(user), &format!("{since} {now}"));
    before.map(|_| since)
}

/// Made and changed by others since then, by entity.
fn counts(app: App, since: Millis) -> Vec<(&'static str, usize, usize)> {
    let me = app.me().map(|me| me.user).unwrap_or_default();
    let count = |entity: &'static str| {
        let latest = app.list(&Query::all(entity).sort(TOUCHED, Direction::Desc).limit(LATEST));
        let of_others = latest.iter().filter_map(|id| app.record(*id));
        let of_others: Vec<_> = of_others.filter(|record| record.at > since && record.by != me).collect();
        let made = |record: &&outrider_app::record::Record| matches!(record.value("created_at"), Value::Time(at) if *at > since);
        let made = of_others.iter().filter(|record| made(record)).count();
        (entity, made, of_others.len() - made)
    };
    ENTITIES.into_iter().map(count).filter(|(_, made, changed)| made + changed > 0).collect()
}

#[component]
pub fn Away() -> impl IntoView {
    let app = use_app();
    let since = RwSignal::new(untrack(|| look(app)));
    // Only who has the page before them is here.
    let tick = move || {
        if !document().hidden() {
            let now = untrack(|| look(app));
            if since.get_untracked() != now {
                since.set(now);
            }
        }
    };
    let clock = set_interval_with_handle(tick, TICK);
    on_cleanup(move || clock.into_iter().for_each(|clock| clock.clear()));
    let back = window_event_listener(leptos::ev::focus, move |_| tick());
    on_cleanup(move || back.remove());
    let counts = Memo::new(move |_| since.get().map(|since| (since, counts(app, since))));
    let line = |(entity, made, changed): (&'static str, usize, usize)| {
        let part = |key: &str, count: usize| (count > 0).then(|| t_with(key, &[("count", count.into())]));
        let parts = [part("today-since-made", made), part("today-since-changed", changed)];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        view! { <li><a href=format!("/list/{entity}")>{entity_many(entity)}</a> ": " {parts.join(", ")}</li> }
    };
    move || {
        let (since, counts) = counts.get()?;
        let none = counts.is_empty();
        Some(view! {
            <section class="away">
                <h3>{t_with("today-since", &[("when", intl::when(since).into())])}</h3>
                <ul>{counts.into_iter().map(line).collect_view()}</ul>
                {none.then(|| view! { <p class="faint">{t("today-since-none")}</p> })}
            </section>
        })
    }
}
