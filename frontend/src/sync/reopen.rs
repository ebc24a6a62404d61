//! What becomes of a store that the browser closed: it opens again, or the app takes no edit any more
//! and says why. Which of the two it was is never guessed: a deleted store opens too, as an empty one.

use super::commit::CommitError;
use super::replica::{Replica, Told};
use crate::local::DeviceStore;
use gloo_timers::future::TimeoutFuture;
use outrider_app::device::tabs::turn_key;
use outrider_app::store::{Store as _, Table};

/// While the browser clears it a store does not open, or is closed again at once. Milliseconds.
const TRIES: [u32; 4] = [0, 100, 400, 1_000];

impl Replica {
    /// Opens the store again, once, after the browser closed it.
    pub(super) async fn reopen(&self) -> Result<(), CommitError> {
        if self.killed.get() {
            return Err(self.ended());
        }
        for wait in TRIES {
            TimeoutFuture::new(wait).await;
            let Ok(store) = DeviceStore::open(&self.name, |_| {}).await else { continue };
            if store.memory_only() {
                continue;
            }
            let Ok(rows) = store.get(&[(Table::Meta, turn_key())]).await else { continue };
            if rows.first().is_some_and(Option::is_some) {
                self.store.replace(store);
                return Ok(());
            }
            // An empty one was made in its place.
            self.lost.set(true);
            break;
        }
        Err(self.end())
    }

    /// Takes no edit any more: the store was lost, or the person signed out in another tab and it
    /// is about to go.
    pub(super) fn end(&self) -> CommitError {
        self.killed.set(true);
        self.tell(Told::Killed);
        self.ended()
    }

    /// Why no edit is taken.
    pub(super) fn ended(&self) -> CommitError {
        if self.lost.get() { CommitError::Lost } else { CommitError::Killed }
    }
}
