//! Looking again: another tab wrote to the shared store.

use super::commit::{CommitError, Hand};
use super::load::{number, put_delta};
use super::plan::weight;
use super::replica::{Replica, generation_key};
use super::word::Look;
use gloo_timers::future::TimeoutFuture;
use outrider_app::device::Device;
use outrider_app::key;
use outrider_app::store::{Key, Store as _, Table};
use std::rc::Rc;

/// After a look that failed, in milliseconds.
const AGAIN: u32 = 1_000;

impl Replica {
    /// Notes what is to be read again and reads it, several requests at once.
    pub(super) fn look(self: &Rc<Self>, look: Look) {
        if let Some(pending) = self.pending.borrow_mut().as_mut() {
            pending.join(look);
            return;
        }
        self.pending.replace(Some(look));
        let replica = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let seen = {
                let _gate = replica.gate.lock().await;
                let Some(look) = replica.pending.take() else { return };
                replica.look_now(look).await
            };
            // Nothing is built on what was not seen: the edition stays where it was. It is looked for
            // once more, for the screen's sake; then whoever acts next reads it.
            if seen.is_err() {
                TimeoutFuture::new(AGAIN).await;
                let _gate = replica.gate.lock().await;
                let _ = replica.catch_up(Hand::Person).await;
            }
        });
    }

    async fn look_now(&self, look: Look) -> Result<(), CommitError> {
        // The leader's base is its own: others only write their own work.
        if self.is_leader() || look.from != self.stand.borrow().edition {
            self.catch_up(Hand::Person).await?;
            self.bell.ring();
            return Ok(());
        }
        let store = self.store();
        let mut ids = look.records;
        ids.sort_unstable();
        ids.dedup();
        let keys: Vec<Key> = ids.iter().map(|id| key![*id]).collect();
        let mut wanted = vec![(Table::Meta, generation_key())];
        wanted.extend(keys.iter().map(|key| (Table::Delta, key.clone())));
        let mut rows = store.get(&wanted).await?.into_iter();
        let generation: u64 = number(rows.next().flatten())?;
        let rows: Vec<Option<Vec<u8>>> = rows.collect();
        if generation != self.generation.get() && rows.iter().any(Option::is_none) {
            // Folded meanwhile: where these rows stand now only the chunks tell.
            return Ok(self.reload_ungated().await?);
        }
        {
            let mut book = self.book.borrow_mut();
            for (key, bytes) in keys.iter().zip(&rows) {
                if let Some(bytes) = bytes
                    && !put_delta(&mut book, key, bytes)
                {
                    self.damaged.set(true);
                }
            }
        }
        self.stand.borrow_mut().edition = look.to;
        let weight: usize = rows.iter().flatten().map(|bytes| weight(bytes.is_empty())).sum();
        self.to_fold.set(self.to_fold.get() + weight);
        if look.meta {
            let device = Device::load(&store).await?;
            if let Some(device) = device {
                self.book.borrow_mut().set_labels(device.labels.clone());
                self.device.borrow_mut().labels.clone_from(&device.labels);
                self.device.borrow_mut().scope.clone_from(&device.scope);
            }
        }
        self.lay_over(ids);
        self.catch_up(Hand::Person).await
    }
}
