//! The small signs of sync: a dot while a change waits to be sent, a flag where one was refused.

use crate::state::Mark;
use crate::words::t;
use leptos::prelude::*;

#[component]
pub fn MarkSign(#[prop(into)] mark: Signal<Mark>) -> impl IntoView {
    move || match mark.get() {
        Mark::None => None,
        Mark::Unsent => Some(sign("dot-unsent", "record-unsent")),
        Mark::Refused => Some(sign("flag-tray", "record-needs-you")),
    }
}

fn sign(class: &'static str, key: &'static str) -> impl IntoView {
    view! { <span class=class title=move || t(key)><span>{move || t(key)}</span></span> }
}
