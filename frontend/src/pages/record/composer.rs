//! Where a rep writes: a note, a call, a visit, a meeting, an e-mail, or a task; with what came of it,
//! when it was or will be, and what follows.

use super::attach::attach;
use super::draft::{keep, logged};
use super::means::Means;
use super::shown::Shown;
use super::writing::{Writing, team};
use super::written::Written;
use crate::state::Unfinished;
use crate::ui::{Button, IconButton, Tab, Tabs, fail_words, focus};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::mention::named;
use wasm_bindgen::JsCast;

/// The kinds in the order of their tabs: what is written, its tab's words, the button's.
pub const KINDS: [(&str, &str, &str); 6] = [
    ("note", "compose-note", "composer-note"),
    ("call", "compose-call", "composer-call"),
    ("visit", "compose-visit", "composer-visit"),
    ("meeting", "compose-meeting", "composer-meeting"),
    ("email", "compose-email", "composer-email"),
    ("task", "compose-task", "composer-task"),
];
/// The text's id in the page.
pub const TEXT: &str = "composer-text";

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
    let said = RwSignal::new(String::new());
    let unread = RwSignal::new(false);
    keep(shown, kind, draft, failed);
    Effect::new(move |_| {
        if let Some(asked) = shown.composing.get() {
            kind.set(asked);
        }
    });
    let submit = move || {
        let Some(record) = shown.record.get_untracked() else { return };
        if unread.get_untracked() {
            return failed.set(Some(t("wrong-date")));
        }
        let Unfinished { text, mentions, outcome, when, due, follow, .. } = draft.get_untracked();
        let written = Written {
            kind: kind.get_untracked(),
            text: text.trim().to_owned(),
            outcome,
            when: when.parse().ok(),
            due: due.parse().ok(),
            remind: if due.contains('T') { due.parse().ok() } else { None },
            follow,
            mentions: untrack(|| named(&text, &team(app), &mentions)),
        };
        if written.text.is_empty() && matches!(written.kind, "note" | "task") {
            return failed.set(Some(t("compose-empty")));
        }
        let (drafts, label) = untrack(|| written.drafts(shown, &record));
        shown.acts.act(drafts, "create", label, None, move |saved| match saved {
            Ok(()) => {
                logged(shown, draft);
                let _ = said.try_set(String::new());
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
            <Writing
                draft
                placeholder=Signal::derive(placeholder)
                on_write=move |()| failed.set(None)
                on_focus=move |()| if shown.composing.get_untracked().is_none() { shown.composing.set(Some(kind.get_untracked())) }
            />
            <Means kind draft said unread/>
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
    let text = document().get_element_by_id(TEXT);
    if let Some(text) = text.and_then(|text| text.dyn_into::<web_sys::HtmlElement>().ok()) {
        focus(&text);
    }
}
