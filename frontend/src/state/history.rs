//! What happened to a record: what the device kept, and what only the server still has.

use super::App;
use outrider_app::change::Entry;
use outrider_app::id::{RecordId, Seq};
use outrider_app::key;
use outrider_app::store::{Range, Store as _, Table};
use std::collections::BTreeMap;

impl App {
    /// Every known entry of a record and of what was merged into it, the latest first.
    pub async fn history(self, id: RecordId) -> Vec<Entry> {
        let Some(replica) = self.core(|core| core.replica()) else { return Vec::new() };
        let mut entries: BTreeMap<Seq, Entry> = BTreeMap::new();
        for id in self.with_book(|book| book.aliases(id)) {
            let range = Range::under(Table::History, key![id]);
            let rows = replica.store().range(&range).await.unwrap_or_default();
            let local = rows.iter().filter_map(|(_, bytes)| serde_json::from_slice::<Entry>(bytes).ok());
            entries.extend(local.map(|entry| (entry.seq, entry)));
            if replica.status().online {
                // Without an answer the local part stands.
                let more = replica.server().history(id).await.unwrap_or_default();
                entries.extend(more.into_iter().map(|entry| (entry.seq, entry)));
            }
        }
        entries.into_values().rev().collect()
    }
}
