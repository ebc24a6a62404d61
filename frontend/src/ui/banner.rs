//! One line about the app itself, and the same inside a page.

use super::icon::Icon;
use leptos::prelude::*;

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    Info,
    Warn,
    Bad,
}

impl Tone {
    fn name(self) -> &'static str {
        match self {
            Tone::Info => "info",
            Tone::Warn => "warn",
            Tone::Bad => "bad",
        }
    }

    fn icon(self) -> &'static str {
        if self == Tone::Info { "info" } else { "warn" }
    }
}

/// A line above the page; its buttons are the children.
#[component]
pub fn Banner(
    tone: Tone,
    #[prop(into)] words: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="banner" role="status" data-tone=tone.name()>
            <Icon name=tone.icon()/>
            <p>{move || words.get()}</p>
            {children.map(|children| children())}
        </div>
    }
}

/// The same inside a page or a form.
#[component]
pub fn Note(tone: Tone, #[prop(into)] words: Signal<String>) -> impl IntoView {
    let role = if tone == Tone::Info { "note" } else { "alert" };
    view! { <p class="note" role=role data-tone=tone.name()><Icon name=tone.icon()/><span>{move || words.get()}</span></p> }
}
