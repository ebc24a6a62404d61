//! Where a rep writes: a note, a call, a visit, a meeting, or a task; with what came of it, when it
//! was or will be, and what follows.

use super::attach::attach;
use super::draft::{keep, logged};
use super::shown::Shown;
use super::written::Written;
use crate::state::Unfinished;
use crate::ui::value::choice_name;
use crate::ui::{Button, IconButton, Tab, Tabs, fail_words, focus};
use crate::words::t;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The kinds in the order of their tabs: what is written, its tab's words, the button's.
pub const KINDS: [(&str, &str, &str); 5] = [
    ("note", "compose-note", "composer-note"),
    ("call", "compose-call", "composer-call"),
    ("visit", "compose-visit", "composer-visit"),
    ("meeting", "compose-meeting", "composer-meeting"),
    ("task", "compose-task", "composer-task"),
];
const OUTCOMES: [&str; 3] = ["reached", "no_answer", "left_message"];
/// When to follow up: the key of the words, days from now.
const FOLLOW: [(&str, i64); 5] =
    [("follow-none", 0), ("follow-1", 1), ("follow-3", 3), ("follow-7", 7), ("follow-30", 30)];

#[component]
pub fn Composer(shown: Shown) -> impl IntoView {
    let takes = Memo::new(move |_| {
        shown.record.with(|record| record.as_ref().is_some_and(|record| attach(record).is_some()))
    });
    view! { <Show when=move || takes.get() && shown.app.may_create("activity")><Form shown/></Show> }
}

#[component]
fn Form(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let kind = RwSignal::new(shown.composing.get_untracked().unwrap_or("note"));
    let draft = RwSignal::new(Unfinished::default());
    let failed = RwSignal::new(None::<String>);
    keep(shown, kind, draft, failed);
    Effect::new(move |_| {
        if let Some(asked) = shown.composing.get() {
            kind.set(asked);
        }
    });
    let submit = move || {
        let Some(record) = shown.record.get_untracked() else { return };
        let Unfinished { text, outcome, when, due, follow, .. } = draft.get_untracked();
        let written = Written {
            kind: kind.get_untracked(),
            text: text.trim().to_owned(),
            outcome,
            when: when.parse().ok(),
            due: due.parse().ok(),
            follow,
        };
        if written.text.is_empty() && matches!(written.kind, "note" | "task") {
            return failed.set(Some(t("compose-empty")));
        }
        let (drafts, label) = untrack(|| written.drafts(shown, &record));
        shown.acts.act(drafts, "create", label, None, move |saved| match saved {
            Ok(()) => {
                logged(shown, draft);
                let _ = failed.try_set(None);
                if crate::ui::is_phone() {
                    let _ = shown.composing.try_set(None);
                }
            }
            Err(error) => drop(failed.try_set(Some(fail_words(&error)))),
        });
    };
    let tabs = KINDS.into_iter().map(|(id, words, _)| Tab::new(id, move || t(words))).collect::<Vec<_>>();
    // On a phone the composer is closed at first: what waits in it is to be seen.
    let opener = move || match draft.with(|draft| draft.text.clone()) {
        begun if begun.trim().is_empty() => t("compose-opener"),
        begun => begun,
    };
    let is = move |one: &'static str| kind.get() == one;
    let log = move || {
        KINDS
            .into_iter()
            .find(|(id, ..)| *id == kind.get())
            .map_or_else(String::new, |(_, _, words)| t(words))
    };
    let placeholder = move || t(if is("task") { "composer-what-to-do" } else { "composer-write" });
    view! {
        <form
            class="composer"
            novalidate
            data-open=move || shown.composing.get().map(|_| "")
            on:submit=move |event| { event.prevent_default(); submit() }
            on:keydown=move |event| match event.key().as_str() {
                "Enter" if event.ctrl_key() || event.meta_key() => { event.prevent_default(); submit() }
                "Escape" if crate::ui::is_phone() || shown.peek => shown.composing.set(None),
                _ => {}
            }
        >
            <div class="composer-line">
                <button type="button" class="opener" on:click=move |_| shown.compose(kind.get_untracked())>{opener}</button>
                <IconButton icon="phone" label=Signal::derive(|| t("composer-call")) on_click=move |_| shown.compose("call")/>
                <IconButton icon="visit" label=Signal::derive(|| t("composer-visit")) on_click=move |_| shown.compose("visit")/>
                <IconButton icon="task" label=Signal::derive(|| t("composer-task")) on_click=move |_| shown.compose("task")/>
            </div>
            <Tabs tabs chosen=kind label=Signal::derive(|| t("compose"))/>
            <textarea
                class="bare"
                id="composer-text"
                aria-label=placeholder
                placeholder=placeholder
                prop:value=move || draft.with(|draft| draft.text.clone())
                on:focus=move |_| if shown.composing.get_untracked().is_none() { shown.composing.set(Some(kind.get_untracked())) }
                on:input=move |event| {
                    failed.set(None);
                    draft.update(|draft| draft.text = event_target_value(&event));
                }
            ></textarea>
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
                <Show when=move || !is("task") && !is("note")>
                    <label class="mean">
                        <span>{move || t("mean-when")}</span>
                        <input
                            class="bare"
                            type="datetime-local"
                            title=move || t("mean-when-now")
                            prop:value=move || draft.with(|draft| draft.when.clone())
                            on:input=move |event| draft.update(|draft| draft.when = event_target_value(&event))
                        />
                    </label>
                </Show>
                <Show when=move || is("task")>
                    <label class="mean">
                        <span>{move || t("mean-due")}</span>
                        <input
                            class="bare"
                            type="date"
                            prop:value=move || draft.with(|draft| draft.due.clone())
                            on:input=move |event| draft.update(|draft| draft.due = event_target_value(&event))
                        />
                    </label>
                </Show>
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
            <div class="composer-foot">
                {move || match failed.get() {
                    Some(words) => view! { <span class="hint error" role="alert">{words}</span> }.into_any(),
                    None => view! { <span class="hint">{t("saved-as-you-type")}</span> }.into_any(),
                }}
                <Button look="primary" submit=true>{log}</Button>
            </div>
        </form>
    }
}

/// Puts the caret into the composer.
pub fn focus_text() {
    let text = document().get_element_by_id("composer-text");
    if let Some(text) = text.and_then(|text| text.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus(&text);
    }
}
