//! The room the browser gives us: how much is used, and whether it may be taken away.

use super::DeviceStore;
use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::StorageManager;

/// What is known of this device's storage; `None` where the browser does not say.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct StorageState {
    /// Nothing outlives the page.
    pub memory_only: bool,
    /// The browser will not clear it by itself.
    pub persisted: Option<bool>,
    /// Bytes, by the browser's estimate.
    pub usage: Option<f64>,
    pub quota: Option<f64>,
}

pub async fn storage_state(store: &DeviceStore) -> StorageState {
    let mut state = StorageState { memory_only: store.memory_only(), ..StorageState::default() };
    if let Some(manager) = manager() {
        state.persisted = answer(manager.persisted()).await.and_then(|value| value.as_bool());
        if let Some(estimate) = answer(manager.estimate()).await {
            let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
            state.usage = number("usage");
            state.quota = number("quota");
        }
    }
    state
}

/// Asks that nothing be cleared unasked; true where that is granted. Some browsers ask the person:
/// call it after their first edit.
pub async fn ask_persist() -> bool {
    match manager() {
        Some(manager) => answer(manager.persist()).await.and_then(|value| value.as_bool()).unwrap_or(false),
        None => false,
    }
}

/// Missing on pages without TLS.
fn manager() -> Option<StorageManager> {
    let manager = web_sys::window()?.navigator().storage();
    manager.is_object().then_some(manager)
}

async fn answer(promise: Result<Promise, JsValue>) -> Option<JsValue> {
    JsFuture::from(promise.ok()?.unchecked_into::<Promise>()).await.ok()
}
