//! Installing the app: the browser says when it could be, the person says when it shall.

use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::LazyLock;
use wasm_bindgen::{JsCast, JsValue};

static POSSIBLE: LazyLock<ArcRwSignal<bool>> = LazyLock::new(|| ArcRwSignal::new(false));

thread_local! {
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Keeps the browser's offer. Call it once, early: it comes once.
pub fn listen() {
    window_event_listener_untyped("beforeinstallprompt", |event| {
        event.prevent_default();
        OFFER.replace(Some(event.into()));
        POSSIBLE.set(true);
    });
    window_event_listener_untyped("appinstalled", |_| {
        OFFER.take();
        POSSIBLE.set(false);
    });
}

/// Could it be installed now? Follows the browser.
pub fn can_install() -> bool {
    POSSIBLE.get()
}

/// Asks the browser to install; it asks the person itself.
pub fn install() {
    if let Some(offer) = OFFER.take() {
        let prompt = js_sys::Reflect::get(&offer, &"prompt".into()).ok();
        if let Some(prompt) = prompt.and_then(|prompt| prompt.dyn_into::<js_sys::Function>().ok()) {
            let _ = prompt.call0(&offer);
        }
        POSSIBLE.set(false);
    }
}
