//! Nothing here: a line that says what belongs here, and the one action that fills it.

use leptos::prelude::*;

#[component]
pub fn Empty(
    #[prop(into)] words: Signal<String>,
    /// Inside a section.
    #[prop(optional)]
    small: bool,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty" class:small=small>
            <p>{move || words.get()}</p>
            {children.map(|children| view! { <div class="btns">{children()}</div> })}
        </div>
    }
}
