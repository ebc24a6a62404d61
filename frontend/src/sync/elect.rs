//! Which tab leads: the one that holds the lock, or takes it from one that fell silent; and the
//! epoch it writes into the store, which shuts the one before out of it.

use super::commit::{CommitError, Hand};
use super::lead::{self, Ended};
use super::load::number;
use super::replica::{Replica, Told, generation_key};
use super::silence;
use crate::platform::{clock, locks, online};
use futures::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use outrider_app::device::tabs::{Stand, leader_key};
use outrider_app::id::Millis;
use outrider_app::store::{Store as _, StoreError, Table};
use std::rc::Rc;

impl Replica {
    /// Joins the other tabs and takes part in syncing until the person signs out.
    pub fn start(self: &Rc<Self>) {
        self.listen();
        wasm_bindgen_futures::spawn_local(run(self.clone()));
    }
}

async fn run(replica: Rc<Replica>) {
    while !replica.stopped.get() && !replica.killed.get() {
        let alone = replica.store().memory_only();
        let held = if alone { None } else { acquire(&replica).await };
        if held.is_none() && !alone && locks::are_there() {
            // Given up, or taken away the moment it was granted.
            continue;
        }
        let ended = match take_lead(&replica).await {
            Ok(()) => lead::lead(&replica).await,
            Err(_) => Ended::Deposed,
        };
        // A tab that plays dead keeps what it holds.
        while replica.hung.get() {
            TimeoutFuture::new(60_000).await;
        }
        replica.stand.borrow_mut().epoch = None;
        replica.tell(Told::Status);
        drop(held);
        if ended == Ended::Stopped {
            return;
        }
        TimeoutFuture::new(1_000).await;
    }
}

/// Waits for the lock, or takes it by force from a leader that says nothing any more.
async fn acquire(replica: &Rc<Replica>) -> Option<locks::Held> {
    replica.heard.set(clock::mono());
    let lost = || {
        let replica = Rc::downgrade(replica);
        move || {
            if let Some(replica) = replica.upgrade() {
                replica.stand.borrow_mut().epoch = None;
                replica.bell.ring();
            }
        }
    };
    let name = format!("{}-leader", replica.name);
    let mut queue = Box::pin(locks::hold(&name, false, lost()));
    loop {
        match select(queue, TimeoutFuture::new(silence::BEAT as u32)).await {
            Either::Left((Some(held), _)) => return Some(held),
            // No locks here: the silence of the others must do, and the epoch guards the rest.
            Either::Left((None, _)) => {
                while !silence::takes_over(silent(replica), true) && !replica.stopped.get() {
                    TimeoutFuture::new(silence::BEAT as u32).await;
                }
                return None;
            }
            Either::Right((_, waiting)) => queue = waiting,
        }
        if replica.stopped.get() {
            return None;
        }
        if silence::takes_over(silent(replica), online::is_visible()) {
            return locks::hold(&name, true, lost()).await;
        }
    }
}

fn silent(replica: &Replica) -> Millis {
    (clock::mono() - replica.heard.get()) as Millis
}

/// Draws the next epoch and brings the base up to date: from here on nobody else changes it.
async fn take_lead(replica: &Replica) -> Result<(), CommitError> {
    let _gate = replica.gate.lock().await;
    let store = replica.store();
    let epoch = loop {
        let row = store.get(&[(Table::Meta, leader_key())]).await?.into_iter().next().flatten();
        let (batch, epoch) = Stand::lead(row);
        match store.commit(batch).await {
            Ok(()) => break epoch,
            Err(StoreError::Conflict) => {}
            Err(StoreError::Closed(_)) => replica.reopen().await?,
            Err(error) => return Err(error.into()),
        }
    };
    refresh(replica).await?;
    replica.stand.borrow_mut().epoch = Some(epoch);
    replica.tell(Told::Status);
    Ok(())
}

/// Another generation of chunks is read anew also where it says the same: the next one is counted
/// from it.
async fn refresh(replica: &Replica) -> Result<(), CommitError> {
    let row = replica.store().get(&[(Table::Meta, generation_key())]).await?.into_iter().next().flatten();
    let generation: u64 = number(row)?;
    if generation == replica.generation.get() {
        return replica.catch_up(Hand::Person).await;
    }
    Ok(replica.reload_ungated().await?)
}
