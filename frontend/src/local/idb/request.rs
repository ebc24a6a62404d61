//! IndexedDB's requests and transactions as futures, and its errors as ours.
//!
//! The handlers are a promise's own `resolve` and `reject`, so nothing of ours must outlive a
//! request. A promise's continuation runs before the event's transaction turns inactive, so the
//! code after an `await` may go on using it.

use js_sys::{Function, Promise};
use outrider_app::store::StoreError;
use std::future::Future;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbRequest, IdbTransaction};

/// Resolves when the request has its result.
pub async fn done(request: &IdbRequest) -> Result<(), StoreError> {
    let ends = |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    };
    match JsFuture::from(promise(ends)).await {
        Ok(_) => Ok(()),
        Err(_) => Err(request.error().ok().flatten().map_or_else(unexplained, |error| named(&error))),
    }
}

/// Resolves after the transaction's `complete`, or with why it was aborted. Listens at once.
pub fn finished(transaction: &IdbTransaction) -> impl Future<Output = Result<(), StoreError>> + use<> {
    // Both ways resolve: a caller that leaves early must not leave a rejection nobody handles.
    let ends = promise(|resolve, _| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&resolve));
    });
    let transaction = transaction.clone();
    async move {
        let event = JsFuture::from(ends).await.map_err(failure)?;
        let kind = event.dyn_ref::<web_sys::Event>().map(web_sys::Event::type_);
        match (kind.as_deref(), transaction.error()) {
            (Some("complete"), _) => Ok(()),
            (_, Some(error)) => Err(named(&error)),
            // Aborted from outside: the connection was killed under it.
            (_, None) => Err(StoreError::Closed("a write was cut off".to_owned())),
        }
    }
}

/// A promise whose `resolve` and `reject` are given to `ends` at once.
pub fn promise(ends: impl Fn(Function, Function)) -> Promise {
    Promise::new(&mut |resolve, reject| ends(resolve, reject))
}

/// What a call threw, as ours.
pub fn failure(error: JsValue) -> StoreError {
    match error.dyn_ref::<DomException>() {
        Some(error) => named(error),
        None => StoreError::Failed(format!("{error:?}")),
    }
}

fn unexplained() -> StoreError {
    StoreError::Failed("IndexedDB gave no reason".to_owned())
}

fn named(error: &DomException) -> StoreError {
    let said = || format!("{}: {}", error.name(), error.message());
    match error.name().as_str() {
        "QuotaExceededError" => StoreError::Full,
        "InvalidStateError" | "AbortError" => StoreError::Closed(said()),
        // Safari, where its storage process was stopped.
        "UnknownError" if error.message().contains("onnection") => StoreError::Closed(said()),
        // Chromium's word for a failed commit as well, which may have reached the disk.
        "UnknownError" => StoreError::Unknown(said()),
        _ => StoreError::Failed(said()),
    }
}
