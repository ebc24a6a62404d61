//! The visits of the days to come by town: what lies on one way.

use super::asks;
use super::entry::{Entry, Margin};
use crate::platform::intl;
use crate::state::{App, use_app};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::id::{Millis, RecordId};
use outrider_app::value::Address;
use std::collections::BTreeMap;

/// The town an activity takes place in.
pub fn city_of(app: App, id: RecordId) -> Option<String> {
    place_of(app, id, |address| address.city.clone())
}

/// The same with its postcode: what lies near.
fn town_of(app: App, id: RecordId) -> Option<String> {
    place_of(app, id, |address| format!("{} {}", address.postcode, address.city).trim().to_owned())
}

/// Where an activity takes place: at its customer's, else what was written.
fn place_of(app: App, id: RecordId, say: impl Fn(&Address) -> String) -> Option<String> {
    let activity = app.record(id)?;
    if activity.text("kind") != "visit" && activity.text("kind") != "meeting" {
        return None;
    }
    let hosts = ["contact", "customer"].iter().filter_map(|field| activity.reference(field));
    let towns = hosts.filter_map(|host| app.record(host)?.get::<Address>("address"));
    let written = activity.text("place").to_owned();
    towns.map(|address| say(&address)).chain([written]).find(|town| !town.is_empty())
}

#[component]
pub fn Visits() -> impl IntoView {
    let app = use_app();
    let towns = Memo::new(move |_| {
        let mut towns: BTreeMap<String, Vec<RecordId>> = BTreeMap::new();
        for id in app.list(&asks::visits(app)).iter() {
            towns.entry(town_of(app, *id).unwrap_or_default()).or_default().push(*id);
        }
        towns
    });
    // One visit is no tour.
    let several = move || towns.with(|towns| towns.values().map(Vec::len).sum::<usize>() > 1);
    let line = move |id: RecordId| {
        // The hour stands in the margin.
        let at = untrack(|| app.record(id)).and_then(|visit| visit.get::<Millis>("starts_at"));
        view! { <Entry id margin=Margin::Hour end=at.and_then(intl::civil).map(|day| (intl::day(day), false))/> }
    };
    view! {
        <Show when=several>
            <section class="agenda">
                <h2>{move || t("today-visits")}</h2>
                {move || towns.get().into_iter().map(|(town, visits)| view! {
                    <h3 class="near">{if town.is_empty() { t("today-no-town") } else { town }}</h3>
                    {visits.into_iter().map(line).collect_view()}
                }).collect_view()}
            </section>
        </Show>
    }
}
