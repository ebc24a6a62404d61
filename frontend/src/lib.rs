//! Outrider on the device: the local store, the sync client and the screens.

pub mod local;
pub mod pages;
pub mod platform;
pub mod shell;
pub mod state;
pub mod sync;
pub mod ui;
pub mod words;

/// Begins: called by the browser once the module is there.
#[cfg(all(feature = "csr", not(feature = "conformance")))]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    words::mark_language();
    leptos::mount::mount_to_body(shell::Root);
}
