//! Where a record stood, at any time since some place of the order.

use super::rows::{self, LogRow, Standing};
use crate::id::{RecordId, Seq};
use crate::registry::Registry;
use crate::store::view::{Miss, View};
use std::sync::Arc;

/// A record's standings since `since`.
pub(super) struct Past {
    pub since: Seq,
    now: Option<Standing>,
    /// What happened to it after that, oldest first.
    pub later: Vec<Arc<LogRow>>,
}

impl Past {
    /// Of a record that is not there (any more): it stood nowhere.
    pub fn of(registry: &Registry, view: &mut View, id: RecordId, since: Seq) -> Result<Self, Miss> {
        let record = rows::load_record(view, id)?;
        let touched = record.as_ref().is_some_and(|record| record.seq > since);
        let later = if touched { rows::since(view, id, since)? } else { Vec::new() };
        let now = record.and_then(|record| Some(rows::standing(registry.entity(&record.entity)?, &record)));
        Ok(Self { since, now, later })
    }

    /// How it stood right after `at`, which is not before `since`.
    pub fn at(&self, at: Seq) -> Option<&Standing> {
        match self.later.iter().find(|row| row.entry.seq > at) {
            Some(row) => row.was.as_ref(),
            None => self.now.as_ref(),
        }
    }
}
