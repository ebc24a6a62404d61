//! Waiting until nothing else is to do.

use futures::channel::oneshot;
use js_sys::{Function, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Resolves when the browser is idle; soon where it cannot tell.
pub async fn idle() {
    let (sender, called) = oneshot::channel::<()>();
    let callback = Closure::once_into_js(move || {
        let _ = sender.send(());
    });
    let asked = web_sys::window().and_then(|window| {
        let ask = Reflect::get(&window, &"requestIdleCallback".into()).ok()?;
        let ask: &Function = ask.dyn_ref()?;
        let options = js_sys::Object::new();
        Reflect::set(&options, &"timeout".into(), &JsValue::from_f64(200.0)).ok()?;
        ask.call2(&window, &callback, &options).ok()
    });
    match asked {
        Some(_) => drop(called.await),
        None => gloo_timers::future::TimeoutFuture::new(1).await,
    }
}
