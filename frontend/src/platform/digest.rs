//! Digests by WebCrypto.

use js_sys::{Function, Promise, Reflect, Uint8Array};
use outrider_app::digest::hex;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// SHA-256 in hexadecimal digits; `None` on a page without TLS, where browsers offer none.
pub async fn sha256(bytes: &[u8]) -> Option<String> {
    let crypto = web_sys::window()?.crypto().ok()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok().filter(JsValue::is_object)?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let promise: Promise =
        digest.call2(&subtle, &"SHA-256".into(), &Uint8Array::from(bytes)).ok()?.dyn_into().ok()?;
    let found = Uint8Array::new(&JsFuture::from(promise).await.ok()?).to_vec();
    Some(hex(&found))
}
