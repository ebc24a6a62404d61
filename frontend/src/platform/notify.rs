//! What the system shows for us: notifications, and the number on the installed app's icon. Nothing
//! here is needed for the app to work; where the browser has neither, nothing happens.

use js_sys::{Function, Reflect};
use leptos::task::spawn_local;
use outrider_app::id::RecordId;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Notification, NotificationOptions, NotificationPermission, ServiceWorkerRegistration};

fn there() -> bool {
    Reflect::has(&js_sys::global(), &"Notification".into()).unwrap_or(false)
}

/// May notifications be shown?
pub fn may_notify() -> bool {
    there() && Notification::permission() == NotificationPermission::Granted
}

/// Asks the person, once: the browser remembers the answer. Call it while they act.
pub fn ask_to_notify() {
    if there() && Notification::permission() == NotificationPermission::Default {
        let _ = Notification::request_permission();
    }
}

/// Shows a notification that leads to an address of ours. Where several tabs do, one is seen. Answers
/// whether the browser took it.
pub async fn notify(title: &str, body: &str, tag: RecordId, href: &str) -> bool {
    let options = NotificationOptions::new();
    options.set_body(body);
    options.set_tag(&tag.to_string());
    options.set_icon("/icons/icon-192.png");
    let data = js_sys::Object::new();
    let _ = Reflect::set(&data, &"href".into(), &href.into());
    options.set_data(&data);
    match registration().await {
        // A phone's browser takes them only this way.
        Some(worker) => match worker.show_notification_with_options(title, &options) {
            Ok(shown) => JsFuture::from(shown).await.is_ok(),
            Err(_) => false,
        },
        None => Notification::new_with_options(title, &options).is_ok(),
    }
}

async fn registration() -> Option<ServiceWorkerRegistration> {
    let workers = Reflect::get(&web_sys::window()?.navigator(), &"serviceWorker".into()).ok()?;
    let get: Function = Reflect::get(&workers, &"getRegistration".into()).ok()?.dyn_into().ok()?;
    let found: js_sys::Promise = get.call0(&workers).ok()?.dyn_into().ok()?;
    JsFuture::from(found).await.ok()?.dyn_into().ok()
}

/// Puts a number on the installed app's icon; none for zero.
pub fn badge(count: usize) {
    let Some(navigator) = web_sys::window().map(|window| JsValue::from(window.navigator())) else { return };
    let name = if count > 0 { "setAppBadge" } else { "clearAppBadge" };
    let set = Reflect::get(&navigator, &name.into()).ok().and_then(|set| set.dyn_into::<Function>().ok());
    let Some(set) = set else { return };
    let done = if count > 0 { set.call1(&navigator, &(count as f64).into()) } else { set.call0(&navigator) };
    if let Some(done) = done.ok().and_then(|done| done.dyn_into::<js_sys::Promise>().ok()) {
        // A browser may refuse; then there is no number.
        spawn_local(async move { drop(JsFuture::from(done).await) });
    }
}
