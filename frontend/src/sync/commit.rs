//! One act: computed from what stands, committed, and only then taken into memory.

use super::load::number;
use super::replica::{
    Replica, Told, edition_key, ended_key, generation_key, leader_key, noticed_key, turn_key,
};
use super::word::{Look, Word};
use crate::platform::clock::mono;
use outrider_app::book::Book;
use outrider_app::device::{Device, LeaderRow, Step};
use outrider_app::store::{Batch, Store as _, StoreError, Table};
use uuid::Uuid;

/// How often an act is computed anew where other tabs were faster.
const TRIES: usize = 20;
/// Longer lists of records are not worth naming: whoever looks again reads everything.
const NAMED: usize = 5_000;

/// Why an act was not done. Nothing of it was written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Another tab leads now.
    #[error("another tab took the lead")]
    Deposed,
    /// The store was closed and did not open again.
    #[error("the store was closed")]
    Killed,
    /// The store was deleted.
    #[error("the store was deleted")]
    Lost,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    /// Any tab, for the person.
    Person,
    /// The leader, for the server.
    Leader,
}

impl Replica {
    /// Does an act and answers what it was; an empty step where there was nothing to do.
    pub async fn act(
        &self,
        hand: Hand,
        make: impl Fn(&Device, &Book) -> Step,
        also: impl Fn(&mut Batch),
    ) -> Result<Step, CommitError> {
        let _gate = self.gate.lock().await;
        for _ in 0..TRIES {
            if self.killed.get() {
                return Err(self.ended());
            }
            let step = make(&self.device.borrow(), &self.book.borrow());
            let mut batch = step.batch();
            also(&mut batch);
            if batch.is_empty() {
                return Ok(step);
            }
            let turn = Uuid::new_v4().as_bytes().to_vec();
            batch.expect(Table::Meta, turn_key(), self.turn.borrow().clone());
            batch.put(Table::Meta, turn_key(), turn.clone());
            if !step.notices.is_empty() {
                batch.put(Table::Meta, noticed_key(), turn.clone());
            }
            self.expect_lead(&mut batch, hand)?;
            let edition = self.edition.get();
            let changes_base = !step.records.is_empty() || step.cursor.is_some();
            let next = edition + u64::from(changes_base);
            if changes_base {
                self.expect_base(&mut batch);
                batch.put(Table::Meta, edition_key(), number_row(next));
            }
            let anew = batch.writes.contains_key(&(Table::Meta, generation_key()));
            let arrived = match self.store().commit(batch).await {
                Ok(()) => true,
                Err(StoreError::Conflict) => {
                    self.catch_up(hand).await?;
                    false
                }
                Err(StoreError::Closed(_)) => {
                    self.reopen().await?;
                    self.settle_doubt(hand, &turn).await?
                }
                Err(StoreError::Unknown(_)) => self.settle_doubt(hand, &turn).await?,
                Err(error) => return Err(error.into()),
            };
            if arrived {
                self.durable.set(mono());
                if !step.notices.is_empty() {
                    self.noticed.replace(Some(turn.clone()));
                }
                self.turn.replace(Some(turn));
                self.edition.set(next);
                self.absorb(&step);
                self.announce(&step, edition, anew);
                return Ok(step);
            }
        }
        Err(StoreError::Conflict.into())
    }

    /// The leader's batch stands only while it leads.
    pub(super) fn expect_lead(&self, batch: &mut Batch, hand: Hand) -> Result<(), CommitError> {
        if hand == Hand::Leader {
            let epoch = self.epoch.get().ok_or(CommitError::Deposed)?;
            batch.expect(Table::Meta, leader_key(), Some(epoch_row(epoch)));
        }
        Ok(())
    }

    /// The batch stands only on the confirmed records that the book holds.
    pub(super) fn expect_base(&self, batch: &mut Batch) {
        let edition = Some(self.edition.get()).filter(|edition| *edition > 0);
        batch.expect(Table::Meta, edition_key(), edition.map(number_row));
    }

    /// Did a write whose end nobody saw arrive? Reads everything anew where it did not.
    async fn settle_doubt(&self, hand: Hand, turn: &[u8]) -> Result<bool, CommitError> {
        let found = self.store().get(&[(Table::Meta, turn_key())]).await?;
        if found.first().and_then(Option::as_deref) == Some(turn) {
            return Ok(true);
        }
        self.catch_up(hand).await?;
        Ok(false)
    }

    /// Reads anew what another tab changed: own work, and confirmed records where their edition is
    /// another one. `Deposed` where a leader lost its lead.
    pub(super) async fn catch_up(&self, hand: Hand) -> Result<(), CommitError> {
        let store = self.store();
        let keys = [turn_key(), leader_key(), edition_key(), ended_key(), noticed_key()];
        let rows = store.get(&keys.map(|key| (Table::Meta, key))).await?;
        let row = |at: usize| rows.get(at).cloned().flatten();
        if row(3).is_some() {
            return Err(self.end());
        }
        if hand == Hand::Leader && row(1) != self.epoch.get().map(epoch_row) {
            return Err(CommitError::Deposed);
        }
        // Turn and edition are read first: what is read after them can only be newer, and then the
        // next commit conflicts and comes here again.
        let edition = number(row(2))?;
        if edition != self.edition.get() {
            self.read_base(edition).await?;
            (*self.turn.borrow_mut(), *self.noticed.borrow_mut()) = (row(0), row(4));
            return Ok(());
        }
        let mut device = self.device.borrow().clone();
        device.load_own(&store).await?;
        if row(4) != *self.noticed.borrow() {
            device.load_notices(&store).await?;
            self.noticed.replace(row(4));
        }
        self.turn.replace(row(0));
        self.replace_device(device);
        Ok(())
    }

    /// Takes a device state that was read anew, with what it lays over the records.
    pub(super) fn replace_device(&self, device: Device) {
        let mut touched = self.device.borrow().touched();
        touched.extend(device.touched());
        self.device.replace(device);
        self.lay_over(touched);
        self.tell(Told::Changed);
    }

    fn announce(&self, step: &Step, from: u64, anew: bool) {
        let meta = step.scope.is_some() || !step.labels.is_empty();
        if anew || step.records.len() > NAMED {
            self.say(&Word::Reload);
        } else {
            let records = step.records.keys().copied().collect();
            self.say(&Word::Look(Look { from, to: self.edition.get(), records, meta }));
        }
        if !step.outbox.is_empty() {
            self.bell.ring();
        }
    }
}

pub(super) fn number_row(number: u64) -> Vec<u8> {
    number.to_string().into_bytes()
}

pub(super) fn epoch_row(epoch: u64) -> Vec<u8> {
    serde_json::to_vec(&LeaderRow { epoch }).unwrap_or_default()
}
