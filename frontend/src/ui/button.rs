//! Buttons: words that say what happens, an icon where it helps. `on:click` and the other
//! attributes go on the component.

use super::icon::Icon;
use leptos::prelude::*;

/// A button with words.
#[component]
pub fn Button(
    /// What it looks like beside `btn`: `primary`, `quiet small`, `danger`.
    #[prop(optional)]
    look: &'static str,
    #[prop(optional)] icon: Option<&'static str>,
    /// A key that does the same.
    #[prop(optional)]
    key: Option<&'static str>,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    children: Children,
) -> impl IntoView {
    view! {
        <button class=format!("btn {look}") type=if submit { "submit" } else { "button" }>
            {icon.map(|name| view! { <Icon name/> })}
            {children()}
            {key.map(|key| view! { <kbd class="kbd" aria-hidden="true">{key}</kbd> })}
        </button>
    }
}

/// A square button that is only an icon; its label is read and shown on hover.
#[component]
pub fn IconButton(
    icon: &'static str,
    #[prop(into)] label: Signal<String>,
    /// What it looks like beside `btn icon`.
    #[prop(default = "quiet")]
    look: &'static str,
) -> impl IntoView {
    view! {
        <button class=format!("btn icon {look}") type="button" title=move || label.get() aria-label=move || label.get()>
            <Icon name=icon/>
        </button>
    }
}
