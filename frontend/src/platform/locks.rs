//! Web Locks: one holder per name in this browser.

use futures::channel::oneshot;
use futures::future::{Either, select};
use js_sys::{Function, Object, Promise, Reflect};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    type LockManager;
    #[wasm_bindgen(method, catch)]
    fn request(
        this: &LockManager,
        name: &str,
        options: &Object,
        granted: &Function,
    ) -> Result<Promise, JsValue>;
}

/// A lock that is held. Dropping it lets go.
pub struct Held {
    release: RefCell<Option<Function>>,
    lost: Rc<Cell<bool>>,
}

impl Held {
    /// Another tab took it by force.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(release) = self.release.take() {
            let _ = release.call0(&JsValue::NULL);
        }
    }
}

/// Asks for the lock; resolves when it is granted. `None` where the browser has no locks. Dropping
/// the future gives the place in the queue up: a lock granted later is let go at once. `steal`
/// takes it from whoever has it.
pub async fn hold(name: &str, steal: bool, on_lost: impl Fn() + 'static) -> Option<Held> {
    ask(name, if steal { "steal" } else { "" }, on_lost).await
}

/// The lock, if nobody has it. Where the browser has no locks nobody else counts either: `None`
/// says "not granted", as in a tab that is not the first.
pub async fn try_hold(name: &str) -> Option<Held> {
    ask(name, "ifAvailable", || {}).await
}

/// Does this browser have locks?
pub fn are_there() -> bool {
    manager().is_some()
}

fn manager() -> Option<LockManager> {
    let navigator = web_sys::window()?.navigator();
    Reflect::get(&navigator, &"locks".into()).ok().filter(JsValue::is_object).map(JsCast::unchecked_into)
}

async fn ask(name: &str, option: &str, on_lost: impl Fn() + 'static) -> Option<Held> {
    let options = Object::new();
    if !option.is_empty() {
        Reflect::set(&options, &option.into(), &true.into()).ok()?;
    }
    let (sender, granted) = oneshot::channel::<Function>();
    let sender = RefCell::new(Some(sender));
    let callback = Closure::<dyn Fn(JsValue) -> Promise>::new(move |lock: JsValue| {
        let Some(sender) = sender.take().filter(|_| lock.is_object()) else {
            return Promise::resolve(&JsValue::UNDEFINED);
        };
        let kept: RefCell<Option<Function>> = RefCell::default();
        let until = Promise::new(&mut |resolve, _| {
            kept.replace(Some(resolve));
        });
        if let Some(release) = kept.take()
            && let Err(release) = sender.send(release)
        {
            // Nobody waits any more.
            let _ = release.call0(&JsValue::NULL);
        }
        until
    });
    let ended = manager()?.request(name, &options, callback.as_ref().unchecked_ref()).ok()?;
    callback.forget();
    let lost = Rc::new(Cell::new(false));
    let ends = ended_by_force(ended, lost.clone(), on_lost);
    match select(granted, Box::pin(ends)).await {
        Either::Left((Ok(release), ends)) => {
            wasm_bindgen_futures::spawn_local(ends);
            Some(Held { release: RefCell::new(Some(release)), lost })
        }
        _ => None,
    }
}

/// The request's promise is refused when another tab steals the lock.
async fn ended_by_force(ended: Promise, lost: Rc<Cell<bool>>, on_lost: impl Fn() + 'static) {
    if JsFuture::from(ended).await.is_err() {
        lost.set(true);
        on_lost();
    }
}
