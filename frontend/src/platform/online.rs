//! Whether the browser believes in a network, and when to look again.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::EventTarget;

/// False means surely offline; true means no more than that there is some network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `turn` for as long as the page lives, whenever the network comes or goes, or the page is
/// looked at or left.
pub fn on_turn(turn: impl Fn() + 'static) {
    listen(&["online", "offline", "focus"], &["visibilitychange"], turn);
}

/// Does someone look at this page?
pub fn is_visible() -> bool {
    web_sys::window().and_then(|window| window.document()).is_none_or(|document| !document.hidden())
}

fn listen(of_window: &[&str], of_document: &[&str], act: impl Fn() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn Fn()>::new(act);
    let listen = |target: &EventTarget, names: &[&str]| {
        for name in names {
            let _ = target.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    };
    listen(&window, of_window);
    if let Some(document) = window.document() {
        listen(&document, of_document);
    }
    listener.forget();
}
