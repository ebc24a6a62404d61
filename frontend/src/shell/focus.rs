//! Where focus goes when the page changes: to its heading, so that it is read and Tab goes on
//! from there.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Follows the address. A first page is not jumped into.
pub fn follow_focus() {
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let path = path.get();
        if before.is_some_and(|before| before != path) {
            // The page is there after this frame.
            request_animation_frame(|| request_animation_frame(to_heading));
        }
        path
    });
}

/// Focuses the page's heading, unless the page has put focus somewhere itself.
pub fn to_heading() {
    let find = |what: &str| {
        document().query_selector(what).ok().flatten().and_then(|found| found.dyn_into::<HtmlElement>().ok())
    };
    let busy = document().active_element().is_some_and(|active| {
        active.closest("#main input, #main textarea, #main select, dialog").ok().flatten().is_some()
    });
    if busy {
        return;
    }
    if let Some(heading) = find("#main h1").or_else(|| find("#main")) {
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}
