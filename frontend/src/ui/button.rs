//! Buttons: words that say what happens, an icon where it helps. What a press does is a prop:
//! Leptos leaves a component's `on:click` as it was when the view around it is built again.

use super::icon::Icon;
use super::popover::Pop;
use leptos::prelude::*;
use web_sys::MouseEvent;

/// What a press does: it opens or closes a float, or what the person asked for.
fn presses(pop: Option<Pop>, on_click: Option<Callback<MouseEvent>>) -> impl Fn(MouseEvent) + 'static {
    move |event| {
        if let Some(pop) = pop {
            pop.toggle();
        }
        if let Some(on_click) = on_click {
            on_click.run(event);
        }
    }
}

fn anchor(pop: Option<Pop>) -> NodeRef<leptos::html::Button> {
    pop.map_or_else(NodeRef::new, Pop::anchor)
}

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
    /// Read in the place of its words.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
    /// What it opens.
    #[prop(optional)]
    pop: Option<Pop>,
    children: Children,
) -> impl IntoView {
    view! {
        <button
            node_ref=anchor(pop)
            class=format!("btn {look}")
            type=if submit { "submit" } else { "button" }
            aria-label=move || label.map(|label| label.get())
            aria-haspopup=pop.map(Pop::role)
            aria-expanded=move || pop.map(|pop| pop.open.get().to_string())
            on:click=presses(pop, on_click)
        >
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
    #[prop(optional, into)] on_click: Option<Callback<MouseEvent>>,
    /// What it opens.
    #[prop(optional)]
    pop: Option<Pop>,
) -> impl IntoView {
    view! {
        <button
            node_ref=anchor(pop)
            class=format!("btn icon {look}")
            type="button"
            title=move || label.get()
            aria-label=move || label.get()
            aria-haspopup=pop.map(Pop::role)
            aria-expanded=move || pop.map(|pop| pop.open.get().to_string())
            on:click=presses(pop, on_click)
        >
            <Icon name=icon/>
        </button>
    }
}
