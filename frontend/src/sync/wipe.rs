//! Taking the customer file off the device. What its owner wrote and did not send stays, under the
//! numbers it has, unless they want it gone.

use super::commit::CommitError;
use super::drafts::drafts;
use super::replica::{Replica, leader_key, turn_key, wiped_key};
use super::word::Word;
use crate::local::{DeviceStore, IdbStore, OpenError};
use outrider_app::device::NoticeKind;
use outrider_app::store::{Batch, Range, Store as _, StoreError, Table};
use std::collections::BTreeSet;
use uuid::Uuid;

const TRIES: usize = 20;

impl Replica {
    /// Access was taken away: all goes but own work.
    pub(super) async fn wipe(&self) -> Result<(), CommitError> {
        self.keep_own(true).await
    }

    /// Signed out with unsent work: it waits here for its owner.
    pub async fn keep_own_only(&self) -> Result<(), CommitError> {
        self.keep_own(false).await
    }

    /// Removes the whole database.
    pub async fn delete(&self) -> Result<(), OpenError> {
        if let DeviceStore::Idb(store) = self.store() {
            store.close();
            IdbStore::delete(&self.name).await?;
        }
        Ok(())
    }

    async fn keep_own(&self, wiped: bool) -> Result<(), CommitError> {
        let _gate = self.gate.lock().await;
        for _ in 0..TRIES {
            let batch = self.without_file(wiped).await?;
            match self.store().commit(batch).await {
                Ok(()) => {
                    self.say(&Word::Reload);
                    self.reload_ungated().await?;
                    return Ok(());
                }
                Err(StoreError::Conflict | StoreError::Unknown(_)) => {}
                Err(StoreError::Closed(_)) => self.reopen().await?,
                Err(error) => return Err(error.into()),
            }
        }
        Err(StoreError::Conflict.into())
    }

    async fn without_file(&self, wiped: bool) -> Result<Batch, StoreError> {
        let store = self.store();
        let rows = store.range(&Range::all(Table::Meta)).await?;
        let mut batch = Batch { durable: true, ..Batch::default() };
        let turn = rows.iter().find(|(key, _)| *key == turn_key()).map(|(_, bytes)| bytes.clone());
        batch.expect(Table::Meta, turn_key(), turn);
        for table in [Table::Chunk, Table::Delta, Table::History, Table::Undo] {
            batch.clears.push(Range::all(table));
        }
        // What was begun and not logged is own work too.
        let drafts = drafts();
        batch.clears.push(Range { to: Some(drafts.from), ..Range::all(Table::Meta) });
        batch.clears.extend(drafts.to.map(|to| Range { from: to, ..Range::all(Table::Meta) }));
        // What a database begins with is what it keeps: who it is, and the next number. And the
        // epoch, which must never go back.
        let first: BTreeSet<_> = self.device().first_batch().writes.into_keys().collect();
        for (key, bytes) in rows {
            if key == leader_key() || first.contains(&(Table::Meta, key.clone())) {
                batch.put(Table::Meta, key, bytes);
            }
        }
        for ((seq, index), notice) in &self.device().notices {
            if notice.kind != NoticeKind::Superseded {
                batch.delete(Table::Notice, outrider_app::key![*seq, *index]);
            }
        }
        batch.put(Table::Meta, turn_key(), Uuid::new_v4().as_bytes().to_vec());
        if wiped {
            batch.put(Table::Meta, wiped_key(), b"1".to_vec());
        }
        Ok(batch)
    }
}
