//! `window.outrider`, for end-to-end tests: how far this tab has come, and how to make it hang.

use super::replica::Replica;
use js_sys::{Object, Reflect};
use outrider_app::book::Query;
use outrider_app::registry::Registry;
use std::rc::{Rc, Weak};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;

/// Puts the object onto the window: `head()`, `cursor()`, `unsent()`, `held()` (living
/// records by entity), `leader()`, `hang()`.
pub fn expose(replica: &Rc<Replica>) {
    let Some(window) = web_sys::window() else { return };
    let object = Object::new();
    answer(&object, "head", replica, |replica| JsValue::from_f64(replica.status().head as f64));
    answer(&object, "cursor", replica, |replica| {
        let cursor = replica.device().cursor.map(|cursor| format!("{}/{}", cursor.seq, cursor.scope));
        JsValue::from_str(&cursor.unwrap_or_default())
    });
    answer(&object, "unsent", replica, |replica| JsValue::from_f64(replica.device().unsent() as f64));
    answer(&object, "held", replica, |replica| {
        let held = Object::new();
        for entity in Registry::standard().entities() {
            let living = replica.book().borrow_mut().query(&Query::all(entity.id.as_ref())).len();
            let _ = Reflect::set(&held, &entity.id.as_ref().into(), &JsValue::from_f64(living as f64));
        }
        held.into()
    });
    answer(&object, "leader", replica, |replica| JsValue::from_bool(replica.is_leader()));
    answer(&object, "hang", replica, |replica| {
        replica.hang();
        JsValue::UNDEFINED
    });
    let _ = Reflect::set(&window, &"outrider".into(), &object);
}

fn answer(object: &Object, name: &str, replica: &Rc<Replica>, ask: fn(&Replica) -> JsValue) {
    let replica: Weak<Replica> = Rc::downgrade(replica);
    let function = Closure::<dyn Fn() -> JsValue>::new(move || {
        replica.upgrade().map_or(JsValue::UNDEFINED, |replica| ask(&replica))
    });
    let _ = Reflect::set(object, &name.into(), &function.into_js_value());
}
