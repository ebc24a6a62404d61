//! Initials of a person, or of a company in a square, in a tint that stays theirs.

use crate::state::use_app;
use leptos::prelude::*;
use outrider_app::id::RecordId;

#[component]
pub fn Avatar(
    #[prop(into)] id: Signal<RecordId>,
    /// `s`, `l`, or the middle size.
    #[prop(optional)]
    size: Option<&'static str>,
    #[prop(optional)] firm: bool,
) -> impl IntoView {
    let app = use_app();
    let title = move || app.title(id.get());
    let letters = if size == Some("s") { 1 } else { 2 };
    view! {
        <span
            class="avatar"
            class:firm=firm
            data-size=size
            data-tint=move || tint_of(id.get()).to_string()
            aria-hidden="true"
            title=title
        >
            {move || initials(&title()).chars().take(letters).collect::<String>()}
        </span>
    }
}

/// A tint (0 to 7) drawn from an id: the same on every device.
pub fn tint_of(id: RecordId) -> u8 {
    id.0.as_bytes().iter().fold(0u8, |sum, byte| sum.wrapping_mul(31).wrapping_add(*byte)) % 8
}

/// The first letters of the first and the last word.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).collect()
}
