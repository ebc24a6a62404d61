//! A BroadcastChannel between this browser's tabs.

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BroadcastChannel, MessageEvent};

/// Listens for texts for as long as the page lives, and answers what says one to the other tabs.
/// `None` where the browser has no such channels.
pub fn join<H>(name: &str, hear: H) -> Option<impl Fn(&str) + use<H>>
where
    H: Fn(String) + 'static,
{
    let channel = BroadcastChannel::new(name).ok()?;
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(text) = event.data().as_string() {
            hear(text);
        }
    });
    channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    Some(move |text: &str| {
        let _ = channel.post_message(&JsValue::from_str(text));
    })
}
