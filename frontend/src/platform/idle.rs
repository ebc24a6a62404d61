//! Letting the page breathe: waiting until nothing else is to do, and short breaks in long work.

use super::clock::mono;
use futures::channel::oneshot;
use js_sys::{Function, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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

/// Long work goes on for so long, in milliseconds, before the page gets its turn.
const TURN: f64 = 24.0;

/// Long work in turns: [`Turns::breathe`] between its pieces costs nothing until a turn is over.
pub struct Turns(Cell<f64>);

impl Turns {
    pub fn begin() -> Self {
        Self(Cell::new(mono()))
    }

    /// Is it time to give way?
    pub fn over(&self) -> bool {
        mono() - self.0.get() > TURN
    }

    /// Lets the page draw and answer keys, where this turn is over.
    pub async fn breathe(&self) {
        if self.over() {
            pause().await;
            self.0.set(mono());
        }
    }
}

/// Gives way to whatever waits, and goes on at once after it; a timer's turn where the browser has
/// nothing better.
pub async fn pause() {
    let yielded = web_sys::window().and_then(|window| {
        let scheduler = Reflect::get(&window, &"scheduler".into()).ok()?;
        let give: Function = Reflect::get(&scheduler, &"yield".into()).ok()?.dyn_into().ok()?;
        give.call0(&scheduler).ok()?.dyn_into::<Promise>().ok()
    });
    match yielded {
        Some(promise) => drop(JsFuture::from(promise).await),
        None => gloo_timers::future::TimeoutFuture::new(0).await,
    }
}
