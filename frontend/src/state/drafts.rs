//! What was begun in a composer and not logged: kept on this device for its writer alone.

use super::{App, SaveError};
use outrider_app::id::RecordId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What stands in a composer.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Unfinished {
    /// What the record was called: all that tells whose it is should it leave one's sight.
    pub about: String,
    pub kind: String,
    pub text: String,
    /// People of the team who were chosen while it was written.
    pub mentions: BTreeSet<RecordId>,
    pub outcome: String,
    /// A local date and time, as it was typed.
    pub when: String,
    /// A date, or a local date and time, as it was typed.
    pub due: String,
    /// Days until one follows up; 0 for not.
    pub follow: i64,
}

impl Unfinished {
    /// Nothing is lost with it.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }
}

impl App {
    /// What was left unfinished on a record.
    pub async fn draft(self, id: RecordId) -> Option<Unfinished> {
        let replica = self.core(|core| core.replica())?;
        serde_json::from_slice(&replica.draft(id).await?).ok()
    }

    /// All that was left unfinished, by record.
    pub async fn drafts(self) -> Vec<(RecordId, Unfinished)> {
        let Some(replica) = self.core(|core| core.replica()) else { return Vec::new() };
        let rows = replica.drafts().await.unwrap_or_default();
        rows.into_iter().filter_map(|(id, row)| Some((id, serde_json::from_slice(&row).ok()?))).collect()
    }

    /// Keeps it, on disk when it returns; nothing is kept of an empty one.
    pub async fn keep_draft(self, id: RecordId, draft: &Unfinished) -> Result<(), SaveError> {
        let replica = self.core(|core| core.replica()).ok_or(SaveError::NoOne)?;
        let row = if draft.is_empty() { None } else { serde_json::to_vec(draft).ok() };
        Ok(replica.keep_draft(id, row).await?)
    }
}
