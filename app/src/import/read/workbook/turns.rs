//! Work that pauses. An async block is Rust's generator: it keeps its place between two turns, and
//! nothing but our own loop drives it; there is no runtime and nothing it waits for.

use std::pin::Pin;
use std::task::{Context, Poll, Waker};

/// Rows between two pauses.
pub(super) const ROWS: usize = 250;

pub(super) struct Turns<T>(Pin<Box<dyn Future<Output = T>>>);

impl<T> Turns<T> {
    pub fn of(work: impl Future<Output = T> + 'static) -> Self {
        Self(Box::pin(work))
    }

    /// Goes on to the next pause; the result at the end. Not to be asked again after that.
    pub fn next(&mut self) -> Option<T> {
        match self.0.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(done) => Some(done),
            Poll::Pending => None,
        }
    }
}

/// A pause.
pub(super) async fn pause() {
    let mut paused = false;
    std::future::poll_fn(|_| match std::mem::replace(&mut paused, true) {
        true => Poll::Ready(()),
        false => Poll::Pending,
    })
    .await;
}
