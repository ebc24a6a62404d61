//! One of the lines offered under a field while something is written: moved through with the arrow
//! keys there, taken with Enter or a press, which leaves the focus where it is.

use leptos::prelude::*;

#[component]
pub fn Offer(
    id: String,
    index: usize,
    /// The line the keys stand on.
    at: RwSignal<usize>,
    #[prop(into)] on_take: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <div
            class="item"
            role="option"
            id=id
            aria-selected=move || (at.get() == index).to_string()
            on:pointerdown=|event| event.prevent_default()
            on:click=move |_| on_take.run(())
        >
            {children()}
        </div>
    }
}

/// Moves through so many lines by an arrow key, around the ends; `false` for any other key.
pub fn moves_offer(key: &str, at: RwSignal<usize>, count: usize) -> bool {
    match key {
        "ArrowDown" if count > 0 => at.update(|at| *at = (*at + 1) % count),
        "ArrowUp" if count > 0 => at.update(|at| *at = (*at + count - 1) % count),
        _ => return false,
    }
    true
}
