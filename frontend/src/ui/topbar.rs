//! The line above a page: where one is, a search, what can be done. The shell puts its sign of sync
//! at the end through [`TopbarEnd`].

use super::icon::Icon;
use leptos::prelude::*;

/// What the shell shows at the end of every top bar. Give it as context.
#[derive(Clone, Copy)]
pub struct TopbarEnd(pub fn() -> AnyView);

#[component]
pub fn TopBar(
    #[prop(into)] title: Signal<String>,
    /// Quieter, after the title.
    #[prop(optional, into)]
    count: Option<Signal<Option<String>>>,
    /// Where the arrow before the title leads, and what that is called.
    #[prop(optional)]
    back: Option<(String, Signal<String>)>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    let end = use_context::<TopbarEnd>();
    let arrow = back.map(|(href, label)| {
        view! {
            <a class="btn quiet icon back" href=href aria-label=move || label.get() title=move || label.get()>
                <Icon name="back"/>
            </a>
        }
    });
    let quiet = arrow.is_some();
    let words = move || {
        view! {
            {move || title.get()}
            {move || count.and_then(|count| count.get()).map(|count| view! { <span class="count">{count}</span> })}
        }
    };
    // A record names itself in its head: the bar only says where it stands.
    let heading = if quiet {
        view! { <p class="title faint">{words}</p> }.into_any()
    } else {
        view! { <h1 class="title">{words}</h1> }.into_any()
    };
    view! {
        <header class="topbar">
            {arrow}
            {heading}
            {children.map(|children| children())}
            {end.map(|end| end.0())}
        </header>
    }
}
