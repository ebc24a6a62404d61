//! The server's stream of events.

use gloo_timers::callback::Timeout;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, EventSource, MessageEvent};

/// The waits between tries, in milliseconds; the last one is repeated.
const WAITS: [u32; 6] = [1_000, 2_000, 5_000, 15_000, 30_000, 60_000];

/// A stream that is opened again whenever it ends. Dropping it closes it.
pub struct Stream {
    shared: Rc<Shared>,
}

struct Shared {
    url: String,
    hear: Box<dyn Fn(String)>,
    source: RefCell<Option<Open>>,
    retry: RefCell<Option<Timeout>>,
    failures: Cell<usize>,
}

struct Open {
    source: EventSource,
    _message: Closure<dyn Fn(MessageEvent)>,
    _open: Closure<dyn Fn(Event)>,
    _error: Closure<dyn Fn(Event)>,
}

impl Stream {
    /// Opens the stream; `hear` gets each event's text. `None` where the browser has no such streams.
    pub fn open(url: &str, hear: impl Fn(String) + 'static) -> Option<Self> {
        let shared = Rc::new(Shared {
            url: url.to_owned(),
            hear: Box::new(hear),
            source: RefCell::default(),
            retry: RefCell::default(),
            failures: Cell::default(),
        });
        connect(&shared)?;
        Some(Self { shared })
    }

    pub fn is_open(&self) -> bool {
        self.ready_state() == Some(EventSource::OPEN)
    }

    /// The last connection ended and the next try is still to come.
    pub fn is_closed(&self) -> bool {
        !matches!(self.ready_state(), Some(EventSource::OPEN | EventSource::CONNECTING))
    }

    fn ready_state(&self) -> Option<u16> {
        self.shared.source.borrow().as_ref().map(|open| open.source.ready_state())
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        self.shared.retry.take();
        self.shared.source.take();
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.source.set_onmessage(None);
        self.source.set_onopen(None);
        self.source.set_onerror(None);
        self.source.close();
    }
}

fn connect(shared: &Rc<Shared>) -> Option<()> {
    let source = EventSource::new(&shared.url).ok()?;
    let weak = Rc::downgrade(shared);
    let message = Closure::<dyn Fn(MessageEvent)>::new({
        let weak = weak.clone();
        move |event: MessageEvent| {
            if let (Some(shared), Some(text)) = (weak.upgrade(), event.data().as_string()) {
                (shared.hear)(text);
            }
        }
    });
    let open = Closure::<dyn Fn(Event)>::new({
        let weak = weak.clone();
        move |_| {
            if let Some(shared) = weak.upgrade() {
                shared.failures.set(0);
            }
        }
    });
    // Where the connection only broke, the browser connects again by itself; a refusal is final,
    // and it is we who try again.
    let error = Closure::<dyn Fn(Event)>::new({
        let source = source.clone();
        move |_| {
            if source.ready_state() == EventSource::CLOSED
                && let Some(shared) = weak.upgrade()
            {
                let failures = shared.failures.replace(shared.failures.get() + 1);
                let wait = WAITS.get(failures).or(WAITS.last()).copied().unwrap_or_default();
                let weak = weak.clone();
                let again = Timeout::new(wait, move || {
                    if let Some(shared) = weak.upgrade() {
                        connect(&shared);
                    }
                });
                shared.retry.replace(Some(again));
            }
        }
    });
    source.set_onmessage(Some(message.as_ref().unchecked_ref()));
    source.set_onopen(Some(open.as_ref().unchecked_ref()));
    source.set_onerror(Some(error.as_ref().unchecked_ref()));
    let open = Open { source, _message: message, _open: open, _error: error };
    shared.source.replace(Some(open));
    Some(())
}
