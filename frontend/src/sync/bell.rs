//! Wakes one waiting loop. A ring before the wait is not lost.

use futures::channel::oneshot;
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};

#[derive(Debug, Default)]
pub struct Bell {
    rung: Cell<bool>,
    waiting: RefCell<Option<oneshot::Sender<()>>>,
}

impl Bell {
    pub fn ring(&self) {
        self.rung.set(true);
        let waiting = self.waiting.borrow_mut().take();
        if let Some(waiting) = waiting {
            let _ = waiting.send(());
        }
    }

    /// Until the next ring, or for so many milliseconds.
    pub async fn wait(&self, most: u32) {
        if self.rung.take() {
            return;
        }
        let (sender, rung) = oneshot::channel();
        self.waiting.replace(Some(sender));
        match select(rung, TimeoutFuture::new(most)).await {
            Either::Left(_) | Either::Right(_) => self.rung.set(false),
        }
    }
}
