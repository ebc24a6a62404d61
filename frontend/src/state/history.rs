//! What happened to a record: what the device kept, and what only the server still has.

use super::App;
use outrider_app::change::Entry;
use outrider_app::id::{RecordId, Seq};
use outrider_app::key;
use outrider_app::store::{Range, Store as _, Table};
use std::collections::BTreeMap;

impl App {
    /// Every known entry of a record and of what was merged into it, the latest first; `true` where the
    /// server was asked for all of it and added what only it still has.
    pub async fn history(self, id: RecordId) -> (Vec<Entry>, bool) {
        let Some(replica) = self.core(|core| core.replica()) else { return (Vec::new(), false) };
        let ids = self.with_book(|book| book.aliases(id));
        let local = self.known_history(&ids).await;
        let mut entries: BTreeMap<Seq, Entry> = local.into_iter().map(|entry| (entry.seq, entry)).collect();
        let mut whole = replica.status().online;
        for id in ids.into_iter().filter(|_| replica.status().online) {
            // Without an answer the local part stands.
            let more = replica.server().history(id).await;
            whole &= more.is_ok();
            if let Ok(more) = more {
                entries.extend(more.into_iter().map(|entry| (entry.seq, entry)));
            }
        }
        (entries.into_values().rev().collect(), whole)
    }

    /// The entries of these records that are on the device.
    pub async fn known_history(self, ids: &[RecordId]) -> Vec<Entry> {
        let Some(replica) = self.core(|core| core.replica()) else { return Vec::new() };
        let mut entries = Vec::new();
        for id in ids {
            let rows =
                replica.store().range(&Range::under(Table::History, key![*id])).await.unwrap_or_default();
            entries.extend(rows.iter().filter_map(|(_, bytes)| serde_json::from_slice::<Entry>(bytes).ok()));
        }
        entries
    }
}
