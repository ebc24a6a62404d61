//! A day or time in words ("next tue 10"), beside the device's own picker. What was understood stands
//! under it before anything is saved; what was not says why.

use crate::platform::intl;
use crate::state::use_app;
use crate::ui::value::{from_local, to_local};
use crate::words::{language, t, t_with};
use leptos::prelude::*;
use outrider_app::when::{Unread, When, read};

/// When a day begins for who says none.
pub const MORNING: i8 = 9;

/// A line for words.
#[component]
pub fn Said(
    /// What is written; the form empties it.
    text: RwSignal<String>,
    /// A time counts too, not the day alone.
    #[prop(optional)]
    timed: bool,
    /// What became of it. Nothing written is [`Unread::Empty`].
    #[prop(into)]
    on_said: Callback<Result<When, Unread>>,
) -> impl IntoView {
    let app = use_app();
    let now = move || to_local(app.now()).unwrap_or_default();
    let found = RwSignal::new(Err(Unread::Empty));
    Effect::new(move |_| {
        // Emptied from outside.
        if text.with(String::is_empty) {
            found.set(Err(Unread::Empty));
        }
    });
    let words = move || match found.get() {
        Ok(when) => understood(when, timed),
        Err(why) => unread_words(&why),
    };
    let state = move || {
        found.with(|found| match found {
            Ok(_) => Some("good"),
            Err(Unread::Empty) => None,
            Err(_) => Some("bad"),
        })
    };
    view! {
        <span class="said" data-state=state>
            <input
                type="text"
                autocomplete="off"
                autocapitalize="none"
                aria-label=move || t("said-label")
                placeholder=move || t("said-example")
                prop:value=move || text.get()
                on:input=move |event| {
                    let typed = event_target_value(&event);
                    let read = untrack(|| read(&typed, language(), now()));
                    text.set(typed);
                    found.set(read.clone());
                    on_said.run(read);
                }
            />
            <span class="understood" role="status">{words}</span>
        </span>
    }
}

/// "Tue, 10 Mar 2026, 10:00".
fn understood(when: When, timed: bool) -> String {
    let day = intl::full_day(when.date);
    if timed { format!("{day}, {}", intl::time(from_local(when.at(MORNING)))) } else { day }
}

fn unread_words(why: &Unread) -> String {
    let (key, word) = match why {
        Unread::Empty => return String::new(),
        Unread::Word(word) => ("said-word", word.as_str()),
        Unread::Ambiguous(word) => ("said-ambiguous", word.as_str()),
        Unread::NoSuch(word) => ("said-no-such", word.as_str()),
        Unread::Twice => ("said-twice", ""),
        Unread::NoDay => ("said-no-day", ""),
    };
    t_with(key, &[("word", word.into())])
}
