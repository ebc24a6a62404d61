//! The timeline: what is ahead, then day by day what was.

use super::moment::MomentView;
use super::shown::Shown;
use super::told::{Show as Kind, Told, day_of, tell};
use crate::platform::intl;
use crate::ui::Empty;
use crate::ui::value::start_of_day;
use crate::words::t;
use jiff::civil::Date;
use leptos::prelude::*;

/// Moments put into the page at once.
const MOMENTS: usize = 60;

#[component]
pub fn Timeline(shown: Shown) -> impl IntoView {
    let kind = RwSignal::new(Kind::All);
    let many = RwSignal::new(MOMENTS);
    let all = Memo::new(move |_| tell(shown, kind.get()));
    let more = Memo::new(move |_| all.with(|all| all.len() > many.get()));
    let days = Memo::new(move |_| {
        let mut days: Vec<(Option<Date>, Vec<Told>)> = Vec::new();
        for told in all.with(|all| all.iter().take(many.get()).cloned().collect::<Vec<_>>()) {
            let day = day_of(&told);
            match days.last_mut() {
                Some((last, moments)) if *last == day => moments.push(told),
                _ => days.push((day, vec![told])),
            }
        }
        days
    });
    let heading = move |day: Option<Date>| match day {
        Some(day) => view! { <span title=move || intl::date(day)>{move || intl::day(day)}</span> }.into_any(),
        None => view! { <span>{move || t("timeline-planned")}</span> }.into_any(),
    };
    view! {
        <div class="timeline">
            <div class="filters-line" role="group" aria-label=move || t("filter")>
                {Kind::ALL.map(|(one, words)| view! {
                    <button
                        type="button"
                        class="btn quiet small"
                        aria-pressed=move || (kind.get() == one).to_string()
                        on:click=move |_| { many.set(MOMENTS); kind.set(one) }
                    >
                        {move || t(words)}
                    </button>
                }).into_view()}
            </div>
            {move || days.get().into_iter().map(|(day, moments)| view! {
                <h3 class="day">{heading(day)}</h3>
                {moments.into_iter().map(|told| view! { <MomentView shown told/> }).collect_view()}
            }).collect_view()}
            <Show when=move || all.with(Vec::is_empty)>
                <Empty small=true words=Signal::derive(move || t(if kind.get() == Kind::All { "timeline-none" } else { "timeline-filtered" }))/>
            </Show>
            <Show when=move || more.get()>
                <button type="button" class="link" on:click=move |_| many.update(|many| *many += MOMENTS)>{move || t("show-older")}</button>
            </Show>
        </div>
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
