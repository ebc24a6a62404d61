//! Keys from anywhere, and the list of all of them. Pages have their own; theirs go first where
//! they take the same key.

use super::places;
use super::rail::palette_key;
use super::state::use_shell;
use crate::ui::{Dialog, on_key};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::{use_location, use_navigate};

/// So long a `g` waits for its letter, in milliseconds.
const CHORD: f64 = 1_500.0;

pub fn listen() {
    let shell = use_shell();
    let go = use_navigate();
    let path = use_location().pathname;
    let chord = StoredValue::new(f64::MIN);
    let palette = window_event_listener(leptos::ev::keydown, move |event| {
        if (event.ctrl_key() || event.meta_key()) && !event.alt_key() && event.key().eq_ignore_ascii_case("k")
        {
            event.prevent_default();
            shell.palette.update(|open| *open = !*open);
        }
    });
    on_cleanup(move || palette.remove());
    on_key(move |event| {
        let key = event.key();
        let now = event.time_stamp();
        if now - chord.get_value() < CHORD {
            chord.set_value(f64::MIN);
            if let Some(place) = places::all().find(|place| place.letter == key) {
                go(place.href, Default::default());
                return true;
            }
        }
        // Lists have a search and a "new" of their own, the calendar a "new".
        let listed = path.with_untracked(|path| path.starts_with("/list/") || path.starts_with("/board/"));
        let makes = listed || path.with_untracked(|path| path == "/calendar");
        match key.as_str() {
            "g" => chord.set_value(now),
            "/" if !listed => shell.palette.set(true),
            "c" if !makes => shell.make("contact", Vec::new()),
            "?" => shell.keys.set(true),
            _ => return false,
        }
        true
    });
}

/// What keys there are, by where they work.
const KEYS: [(&str, &[(&str, &str)]); 5] = [
    ("keys-anywhere", &[("c", "keys-create"), ("z", "keys-undo"), ("?", "keys-help")]),
    (
        "keys-in-lists",
        &[
            ("j k", "keys-move"),
            ("/", "keys-search"),
            ("Enter", "keys-open"),
            ("Space", "keys-peek"),
            ("x", "keys-select"),
            ("e", "keys-edit"),
            ("← →", "keys-cells"),
            ("Alt ← →", "keys-columns"),
        ],
    ),
    (
        "keys-in-calendar",
        &[
            ("m w d a", "keys-looks"),
            ("← →", "keys-turn"),
            ("t", "keys-today"),
            ("j k", "keys-move"),
            ("Enter", "keys-peek"),
            ("c", "keys-plan"),
            ("↑ ↓", "keys-later"),
            ("⇧", "keys-longer"),
        ],
    ),
    ("keys-on-records", &[("e", "keys-edit"), ("l", "keys-call"), ("t", "keys-task")]),
    (
        "nav-duplicates",
        &[("j k", "keys-move"), ("Enter", "doubles-merge"), ("n", "doubles-part"), ("s", "doubles-swap")],
    ),
];

/// The list of keys.
#[component]
pub fn KeysDialog() -> impl IntoView {
    let shell = use_shell();
    let close = move || shell.keys.set(false);
    view! {
        <Show when=move || shell.keys.get()>
            <Dialog
                title=Signal::derive(|| t("keys-title"))
                on_close=move |()| close()
                on_submit=move |()| close()
                foot=move || view! { <button type="submit" class="btn">{move || t("close")}</button> }
                large=true
                words=true
            >
                <KeysList/>
            </Dialog>
        </Show>
    }
}

/// The keys by where they work; also on the settings page.
#[component]
pub fn KeysList() -> impl IntoView {
    let line = |keys: Vec<String>, words: Signal<String>| {
        view! {
            <div>
                <dt>{keys.into_iter().map(|key| view! { <kbd class="kbd">{key}</kbd> }).collect_view()}</dt>
                <dd>{move || words.get()}</dd>
            </div>
        }
    };
    let groups = KEYS.map(|(head, keys)| {
        let lines = keys.iter().map(|(key, words)| {
            let words: &'static str = words;
            line(key.split(' ').map(str::to_owned).collect(), Signal::derive(move || t(words)))
        });
        let palette = (head == "keys-anywhere")
            .then(|| line(vec![palette_key().to_owned()], Signal::derive(|| t("keys-everything"))));
        view! { <h3>{move || t(head)}</h3> <dl class="keys">{palette}{lines.collect_view()}</dl> }
    });
    let places = places::all().map(|place| {
        line(vec!["g".to_owned(), place.letter.to_owned()], Signal::derive(move || place.words()))
    });
    view! {
        {groups.into_iter().collect_view()}
        <h3>{move || t("keys-go")}</h3>
        <dl class="keys">{places.collect_view()}</dl>
    }
}
