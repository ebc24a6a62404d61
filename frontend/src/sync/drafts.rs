//! What is being written on a record and not logged yet. It is nobody's business but this
//! person's: it lies beside the device's own rows and never travels, but is as durable as an edit.

use super::commit::CommitError;
use super::replica::{Replica, ended_key};
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::store::{Batch, Key, Range, Store as _, StoreError, Table};
use std::cell::RefCell;
use std::collections::BTreeMap;

const DRAFT: &str = "draft";

/// What is to be written and is not yet; `None` removes. While one write is under way the next
/// ones gather here, so that typing costs no more transactions than the disk bears.
pub(super) type Waiting = RefCell<BTreeMap<RecordId, Option<Vec<u8>>>>;

/// The rows of every draft.
pub(super) fn drafts() -> Range {
    Range::under(Table::Meta, key![DRAFT])
}

fn key_of(id: RecordId) -> Key {
    key![DRAFT, id]
}

impl Replica {
    /// What was left unfinished on a record.
    pub async fn draft(&self, id: RecordId) -> Option<Vec<u8>> {
        let waiting = self.waiting.borrow().get(&id).cloned();
        if let Some(row) = waiting {
            return row;
        }
        self.store().get(&[(Table::Meta, key_of(id))]).await.ok()?.into_iter().next().flatten()
    }

    /// Every draft, by its record.
    pub async fn drafts(&self) -> Result<Vec<(RecordId, Vec<u8>)>, StoreError> {
        let rows = self.store().range(&drafts()).await?;
        Ok(rows.into_iter().filter_map(|(key, row)| Some((key.last_id()?, row))).collect())
    }

    /// Keeps a draft; on disk when it returns.
    pub async fn keep_draft(&self, id: RecordId, row: Option<Vec<u8>>) -> Result<(), CommitError> {
        self.waiting.borrow_mut().insert(id, row);
        let _gate = self.gate.lock().await;
        let waiting = self.waiting.take();
        // Signed out meanwhile, or written with an earlier one.
        if waiting.is_empty() || self.is_stopped() {
            return Ok(());
        }
        let writes = waiting.iter().map(|(id, row)| ((Table::Meta, key_of(*id)), row.clone())).collect();
        let mut batch = Batch { durable: true, writes, ..Batch::default() };
        batch.expect(Table::Meta, ended_key(), None);
        let done = match self.store().commit(batch.clone()).await {
            Err(StoreError::Closed(_)) => {
                self.reopen().await?;
                self.store().commit(batch).await
            }
            // The same again does no harm.
            Err(StoreError::Unknown(_)) => self.store().commit(batch).await,
            done => done,
        };
        if done == Err(StoreError::Conflict) {
            return Err(self.end());
        }
        if done.is_err() {
            let mut newer = self.waiting.borrow_mut();
            for (id, row) in waiting {
                newer.entry(id).or_insert(row);
            }
        }
        Ok(done?)
    }
}
