//! What goes with what is written: what came of a call, when it was or will be, what is due, what
//! follows. Days and times are picked, or said in words.

use crate::state::{Unfinished, use_app};
use crate::ui::editor::{MORNING, Said};
use crate::ui::value::choice_name;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::when::{Unread, When};

const OUTCOMES: [&str; 3] = ["reached", "no_answer", "left_message"];
/// When to follow up: the key of the words, days from now.
const FOLLOW: [(&str, i64); 5] =
    [("follow-none", 0), ("follow-1", 1), ("follow-3", 3), ("follow-7", 7), ("follow-30", 30)];

#[component]
pub fn Means(
    #[prop(into)] kind: Signal<&'static str>,
    draft: RwSignal<Unfinished>,
    /// What is written of the day, in words.
    said: RwSignal<String>,
    /// It cannot be read.
    unread: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let is = move |one: &'static str| kind.get() == one;
    // Asks for the moment of what happened, or for the day of what is to be done.
    let asks = Memo::new(move |_| match kind.get() {
        "note" => None,
        "task" => Some("mean-due"),
        _ => Some("mean-when"),
    });
    view! {
        <div class="means">
            <Show when=move || is("call")>
                <label class="mean">
                    <span>{move || t("mean-outcome")}</span>
                    <select class="bare" on:change=move |event| draft.update(|draft| draft.outcome = event_target_value(&event))>
                        <option value="" selected=move || draft.with(|draft| draft.outcome.is_empty())>{move || t("choose-none")}</option>
                        {OUTCOMES.map(|tag| view! {
                            <option value=tag selected=move || draft.with(|draft| draft.outcome == tag)>{move || choice_name("activity", "outcome", tag)}</option>
                        }).into_view()}
                    </select>
                </label>
            </Show>
            {move || asks.get().map(|asks| view! { <Moment due=asks == "mean-due" draft said unread/> })}
            <Show when=move || !is("task") && app.may_create("task")>
                <label class="mean">
                    <span>{move || t("mean-follow")}</span>
                    <select class="bare" on:change=move |event| draft.update(|draft| draft.follow = event_target_value(&event).parse().unwrap_or(0))>
                        {FOLLOW.map(|(words, days)| view! {
                            <option value=days.to_string() selected=move || draft.with(|draft| draft.follow == days)>{move || t(words)}</option>
                        }).into_view()}
                    </select>
                </label>
            </Show>
        </div>
    }
}

/// The day and hour, by the device's picker and in words.
#[component]
fn Moment(
    due: bool,
    draft: RwSignal<Unfinished>,
    said: RwSignal<String>,
    unread: RwSignal<bool>,
) -> impl IntoView {
    said.set(String::new());
    unread.set(false);
    let put = move |moment: String| {
        draft.update(|draft| if due { draft.due = moment } else { draft.when = moment });
    };
    let on_said = move |read: Result<When, Unread>| {
        unread.set(matches!(&read, Err(why) if *why != Unread::Empty));
        match read {
            // A task is due on a day; its reminder has a time.
            Ok(When { date, time: None }) if due => put(date.to_string()),
            Ok(when) => put(when.at(MORNING).strftime("%Y-%m-%dT%H:%M").to_string()),
            Err(_) => put(String::new()),
        }
    };
    let picked = move |event| {
        said.set(String::new());
        unread.set(false);
        put(event_target_value(&event));
    };
    let value = move || {
        draft.with(|draft| match due {
            true => draft.due.split('T').next().unwrap_or_default().to_owned(),
            false => draft.when.clone(),
        })
    };
    view! {
        <div class="mean">
            <label class="mean">
                <span>{move || t(if due { "mean-due" } else { "mean-when" })}</span>
                <input
                    class="bare"
                    type=if due { "date" } else { "datetime-local" }
                    title=move || (!due).then(|| t("mean-when-now"))
                    prop:value=value
                    on:input=picked
                />
            </label>
            <Said text=said timed=true on_said/>
        </div>
    }
}
