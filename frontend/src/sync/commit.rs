//! One act: computed from what stands, committed, and only then taken into memory.

use super::replica::{Replica, Told, ended_key, generation_key};
use super::word::{Look, Word};
use crate::platform::clock::mono;
use outrider_app::book::Book;
pub use outrider_app::device::tabs::Hand;
use outrider_app::device::tabs::{Stand, TabError, turn_key};
use outrider_app::device::{Device, Step};
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

impl From<TabError> for CommitError {
    fn from(error: TabError) -> Self {
        match error {
            TabError::Deposed => Self::Deposed,
            TabError::Damaged => StoreError::Damaged(error.to_string()).into(),
        }
    }
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
            let next = self.stand.borrow().tie(hand, &step, &mut batch, turn.clone())?;
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
                // Whether it leads may have changed meanwhile.
                let epoch = self.stand.borrow().epoch;
                let before = self.stand.replace(Stand { epoch, ..next });
                self.absorb(&step);
                self.announce(&step, before.edition, anew);
                return Ok(step);
            }
        }
        Err(StoreError::Conflict.into())
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
        let mut keys = Stand::keys().to_vec();
        keys.push((Table::Meta, ended_key()));
        let rows = store.get(&keys).await?;
        if rows.last().is_some_and(Option::is_some) {
            return Err(self.end());
        }
        let behind = self.stand.borrow().behind(hand, &rows)?;
        if behind.base {
            self.read_base(behind.stand.edition).await?;
        } else {
            let mut device = self.device.borrow().clone();
            device.load_own(&store).await?;
            if behind.notices {
                device.load_notices(&store).await?;
            }
            self.replace_device(device);
        }
        // Which edition it holds is told where it is read, and whether it leads is not asked here.
        let mut stand = self.stand.borrow_mut();
        (stand.turn, stand.noticed) = (behind.stand.turn, behind.stand.noticed);
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
            self.say(&Word::Look(Look { from, to: self.stand.borrow().edition, records, meta }));
        }
        if !step.outbox.is_empty() {
            self.bell.ring();
        }
    }
}
