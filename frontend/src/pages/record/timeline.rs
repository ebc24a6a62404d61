//! The timeline: what is ahead, then day by day what was; above it what came after one last spoke,
//! and in it a line where that was.

use super::moment::MomentView;
use super::shown::Shown;
use super::since::Since;
use super::told::{Heard, Show as Kind, Told, day_of, hear};
use crate::platform::intl;
use crate::ui::Empty;
use crate::ui::value::{start_of_day, title_or_gone};
use crate::words::t;
use jiff::civil::Date;
use leptos::prelude::*;
use outrider_app::id::RecordId;
use std::collections::BTreeSet;

/// Moments put into the page at once.
const MOMENTS: usize = 60;

/// A day's moments, and whether the line of the last talk stands before one of them.
type Day = (Option<Date>, Vec<(Told, bool)>);

#[component]
pub fn Timeline(shown: Shown) -> impl IntoView {
    let kind = RwSignal::new(Kind::All);
    let person = RwSignal::new(None::<RecordId>);
    let many = RwSignal::new(MOMENTS);
    let heard = Memo::new(move |_| hear(shown));
    // Filters that would find something.
    let kinds = Memo::new(move |_| {
        heard.with(|heard| {
            let finds =
                |kind: &Kind| *kind == Kind::All || heard.told.iter().any(|told| kind.takes(&told.kind));
            Kind::ALL.into_iter().map(|(kind, _)| kind).filter(finds).collect::<Vec<_>>()
        })
    });
    // What is shown, by its place among all that is told.
    let fitting = Memo::new(move |_| {
        let (kind, person) = (kind.get(), person.get());
        let fits = |told: &Told| {
            kind.takes(&told.kind) && person.is_none_or(|one| told.by == Some(one) || told.with == Some(one))
        };
        heard.with(|heard| {
            (0..heard.told.len()).filter(|at| heard.told.get(*at).is_some_and(fits)).collect::<Vec<_>>()
        })
    });
    let days =
        Memo::new(move |_| heard.with(|heard| fitting.with(|fitting| by_day(heard, fitting, many.get()))));
    let more = Memo::new(move |_| fitting.with(Vec::len) > many.get());
    let filtered = move || kind.get() != Kind::All || person.get().is_some();
    let heading = move |day: Option<Date>| match day {
        Some(day) => view! { <span title=move || intl::date(day)>{move || intl::day(day)}</span> }.into_any(),
        None => view! { <span>{move || t("timeline-planned")}</span> }.into_any(),
    };
    view! {
        <div class="timeline">
            <Since shown heard/>
            <div class="filters-line" role="group" aria-label=move || t("filter")>
                {Kind::ALL.map(|(one, words)| view! {
                    <Show when=move || kinds.with(|kinds| kinds.contains(&one)) || kind.get() == one>
                        <button
                            type="button"
                            class="btn quiet small"
                            aria-pressed=move || (kind.get() == one).to_string()
                            on:click=move |_| { many.set(MOMENTS); kind.set(one) }
                        >
                            {move || t(words)}
                        </button>
                    </Show>
                }).into_view()}
                <People shown heard person/>
            </div>
            {move || days.get().into_iter().map(|(day, moments)| view! {
                <h3 class="day">{heading(day)}</h3>
                {moments.into_iter().map(|(told, line)| view! {
                    {line.then(|| view! { <p class="spoke-line"><span>{move || t("since-line")}</span></p> })}
                    <MomentView shown told/>
                }).collect_view()}
            }).collect_view()}
            <Show when=move || fitting.with(Vec::is_empty)>
                <Empty small=true words=Signal::derive(move || t(if filtered() { "timeline-filtered" } else { "timeline-none" }))/>
            </Show>
            <Show when=move || more.get()>
                <button type="button" class="link" on:click=move |_| many.update(|many| *many += MOMENTS)>{move || t("show-older")}</button>
            </Show>
        </div>
    }
}

/// The first moments, under their days. The line stands before what was when one last spoke.
fn by_day(heard: &Heard, fitting: &[usize], many: usize) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    let mut spoke = heard.spoke;
    for told in fitting.iter().take(many).filter_map(|at| heard.told.get(*at)) {
        let line = !told.plan && spoke.take_if(|spoke| told.at <= spoke.at).is_some();
        let day = day_of(told);
        match days.last_mut() {
            Some((last, moments)) if *last == day => moments.push((told.clone(), line)),
            _ => days.push((day, vec![(told.clone(), line)])),
        }
    }
    days
}

/// Whose moments: of the team, and with whom.
#[component]
fn People(shown: Shown, heard: Memo<Heard>, person: RwSignal<Option<RecordId>>) -> impl IntoView {
    let app = shown.app;
    let people = Memo::new(move |_| {
        let mut seen = BTreeSet::new();
        heard.with(|heard| {
            seen.extend(
                heard
                    .told
                    .iter()
                    .flat_map(|told| [told.by, told.with])
                    .flatten()
                    .filter(|id| *id != shown.id),
            );
        });
        let mut people: Vec<(String, RecordId)> =
            seen.into_iter().filter(|id| !id.is_nil()).map(|id| (title_or_gone(app, id), id)).collect();
        people.sort_by(|(one, _), (two, _)| intl::compare(one, two));
        people
    });
    view! {
        <Show when=move || { people.with(Vec::len) > 1 }>
            <select
                class="person"
                aria-label=move || t("timeline-person")
                on:change=move |event| person.set(RecordId::parse(&event_target_value(&event)))
            >
                <option value="" selected=move || person.get().is_none()>{move || t("timeline-everyone")}</option>
                {move || people.get().into_iter().map(|(name, id)| view! {
                    <option value=id.to_string() selected=move || person.get() == Some(id)>{name}</option>
                }).collect_view()}
            </select>
        </Show>
    }
}

/// The hour of a moment, or the day of one that is ahead.
pub fn when_words(told: &Told) -> String {
    match (told.plan, day_of(told)) {
        (false, Some(day)) if told.at != start_of_day(day) => intl::time(told.at),
        (false, _) => String::new(),
        (true, _) => {
            crate::ui::value::to_local(told.at).map(|local| intl::day(local.date())).unwrap_or_default()
        }
    }
}
