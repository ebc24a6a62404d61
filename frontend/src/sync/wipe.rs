//! Taking the customer file off the device. What its owner wrote and did not send stays, under the
//! numbers it has, unless they want it gone.

use super::commit::{CommitError, Hand};
use super::drafts::drafts;
use super::load::number;
use super::replica::{Replica, ended_key, wiped_key};
use super::word::Word;
use crate::local::{DeviceStore, IdbStore, OpenError};
use outrider_app::device::tabs::{edition_key, epoch_row, leader_key, number_row, turn_key};
use outrider_app::device::{LeaderRow, NoticeKind};
use outrider_app::store::{Batch, Key, Range, Store as _, StoreError, Table};
use std::collections::BTreeSet;
use uuid::Uuid;

const TRIES: usize = 20;

/// Why the file goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Left {
    /// Access was taken away.
    Wiped,
    /// The owner signs out. Where there is no more own work than this, nothing is to stay.
    Own { given_up: usize },
}

/// Why a file did not leave the device as it should.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LeaveError {
    #[error(transparent)]
    Commit(#[from] CommitError),
    #[error(transparent)]
    Open(#[from] OpenError),
}

impl Replica {
    /// Access was taken away: all goes but own work.
    pub(super) async fn wipe(&self) -> Result<(), CommitError> {
        self.keep_own(Left::Wiped).await.map(|_| ())
    }

    /// How much own work the store holds, whichever tab wrote it: items unsent or refused, drafts.
    pub async fn own(&self) -> Result<usize, CommitError> {
        let _gate = self.gate.lock().await;
        self.own_ungated().await
    }

    async fn own_ungated(&self) -> Result<usize, CommitError> {
        if let Err(CommitError::Store(StoreError::Closed(_))) = self.catch_up(Hand::Person).await {
            self.reopen().await?;
        }
        self.catch_up(Hand::Person).await?;
        Ok(self.known_own().await?)
    }

    async fn known_own(&self) -> Result<usize, StoreError> {
        let drafts = self.store().range(&drafts()).await?.len();
        Ok(self.device().unsent() + self.device().tray.len() + drafts)
    }

    /// Signed out: the customer file goes, and with it the whole database where no more own work is
    /// in it than is given up. What was saved meanwhile, in whatever tab, waits here for its owner.
    /// Answers how much that is.
    pub async fn leave(&self, given_up: usize) -> Result<usize, LeaveError> {
        let own = self.keep_own(Left::Own { given_up }).await?;
        if own > given_up {
            return Ok(own);
        }
        // Nobody writes from here on: edits and drafts find the mark. A draft may have come just before.
        let own = self.known_own().await.map_err(CommitError::from)?;
        if own > given_up {
            let mut batch = Batch { durable: true, ..Batch::default() };
            batch.delete(Table::Meta, ended_key());
            self.store().commit(batch).await.map_err(CommitError::from)?;
            return Ok(own);
        }
        if let DeviceStore::Idb(store) = self.store() {
            store.close();
            IdbStore::delete(&self.name).await?;
        }
        Ok(0)
    }

    async fn keep_own(&self, left: Left) -> Result<usize, CommitError> {
        let _gate = self.gate.lock().await;
        for _ in 0..TRIES {
            let own = self.own_ungated().await?;
            let batch = self.without_file(left, own).await?;
            match self.store().commit(batch).await {
                Ok(()) if left == Left::Wiped => {
                    self.say(&Word::Reload);
                    self.reload_ungated().await?;
                    return Ok(own);
                }
                Ok(()) => {
                    self.stand.borrow_mut().epoch = None;
                    self.say(&Word::Reload);
                    return Ok(own);
                }
                Err(StoreError::Conflict | StoreError::Unknown(_)) => {}
                Err(StoreError::Closed(_)) => self.reopen().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    async fn without_file(&self, left: Left, own: usize) -> Result<Batch, StoreError> {
        let store = self.store();
        let rows = store.range(&Range::all(Table::Meta)).await?;
        let mut batch = Batch { durable: true, ..Batch::default() };
        let row = |key: Key| rows.iter().find(|(at, _)| *at == key).map(|(_, bytes)| bytes.clone());
        // Own work is counted as of this turn.
        batch.expect(Table::Meta, turn_key(), self.stand.borrow().turn.clone());
        for table in [Table::Chunk, Table::Delta, Table::History, Table::Undo] {
            batch.clears.push(Range::all(table));
        }
        // What was begun and not logged is own work too.
        let drafts = drafts();
        batch.clears.push(Range { to: Some(drafts.from), ..Range::all(Table::Meta) });
        batch.clears.extend(drafts.to.map(|to| Range { from: to, ..Range::all(Table::Meta) }));
        // What a database begins with is what it keeps: who it is, and the next number.
        let first: BTreeSet<_> = self.device().first_batch().writes.into_keys().collect();
        for (key, bytes) in &rows {
            if first.contains(&(Table::Meta, key.clone())) {
                batch.put(Table::Meta, key.clone(), bytes.clone());
            }
        }
        // What counts up must never go back: whoever holds the file in memory must see that it is not
        // this one, and whoever still leads after its owner left may write nothing of it any more.
        let edition: u64 = number(row(edition_key()))?;
        batch.put(Table::Meta, edition_key(), number_row(edition + 1));
        if let Some(leader) = row(leader_key()) {
            batch.expect(Table::Meta, leader_key(), Some(leader.clone()));
            let epoch = serde_json::from_slice::<LeaderRow>(&leader).map_or(0, |leader| leader.epoch);
            batch.put(Table::Meta, leader_key(), epoch_row(epoch + u64::from(left != Left::Wiped)));
        }
        for ((seq, index), notice) in &self.device().notices {
            if notice.kind != NoticeKind::Superseded {
                batch.delete(Table::Notice, outrider_app::key![*seq, *index]);
            }
        }
        batch.put(Table::Meta, turn_key(), Uuid::new_v4().as_bytes().to_vec());
        match left {
            Left::Wiped => batch.put(Table::Meta, wiped_key(), b"1".to_vec()),
            Left::Own { given_up } if own <= given_up => {
                batch.put(Table::Meta, ended_key(), b"1".to_vec());
            }
            Left::Own { .. } => {}
        }
        Ok(batch)
    }
}
