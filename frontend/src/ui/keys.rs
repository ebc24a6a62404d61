//! Single-key shortcuts, silent while someone writes, chooses in a menu or stands in a dialog.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Calls the handler for keys pressed outside of any control that takes them. It answers whether
/// the key was its own; the browser then does nothing else with it. Ends with the owner.
pub fn on_key(handler: impl Fn(&KeyboardEvent) -> bool + 'static) {
    let handle = window_event_listener(leptos::ev::keydown, move |event| {
        if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        if !target.is_some_and(|target| takes_keys(&target)) && handler(&event) {
            event.prevent_default();
        }
    });
    on_cleanup(move || handle.remove());
}

/// Does the element use keys itself?
fn takes_keys(target: &web_sys::Element) -> bool {
    const TAKERS: &str = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], \
                          dialog[open], [popover], [role=menu], [role=listbox]";
    target.closest(TAKERS).ok().flatten().is_some()
}

/// Would Enter or Space press what stands in focus? Then shortcuts leave them alone.
pub fn presses_focused(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|target| target.closest("button, a[href], summary, input").ok().flatten().is_some())
}
