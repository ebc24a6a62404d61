//! `performance.measure`.

use super::clock::mono;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Performance;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Performance)]
    type Measuring;
    /// The form that takes times.
    #[wasm_bindgen(method, catch)]
    fn measure(this: &Measuring, name: &str, options: &Object) -> Result<JsValue, JsValue>;
}

/// Now, for the start of a measure.
pub fn now() -> f64 {
    mono()
}

/// Notes that `name` took from `start` until now; 0 is the navigation.
pub fn measure(name: &str, start: f64) {
    measure_until(name, start, mono());
}

/// Notes that `name` took from `start` to `end`.
pub fn measure_until(name: &str, start: f64, end: f64) {
    let Some(performance) = web_sys::window().and_then(|window| window.performance()) else { return };
    let options = Object::new();
    let _ = Reflect::set(&options, &"start".into(), &start.into());
    let _ = Reflect::set(&options, &"end".into(), &end.into());
    let _ = performance.unchecked_ref::<Measuring>().measure(name, &options);
}
