//! Who signed in on this device last: id and name, never a token. The session is a cookie that no
//! script can read.
//!
//! In a small database of its own, strictly durable: localStorage reaches the disk minutes later,
//! and after a crash without a network nobody could get at their unsent work.

use crate::local::DeviceStore;
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::store::{Batch, Store as _, Table};

const NAME: &str = "outrider";
const PERSON: &str = "person";

pub async fn person() -> Option<(RecordId, String)> {
    let store = DeviceStore::open(NAME, |_| {}).await.ok()?;
    let rows = store.get(&[(Table::Meta, key![PERSON])]).await;
    close(&store);
    serde_json::from_slice(&rows.ok()?.into_iter().next().flatten()?).ok()
}

pub async fn remember(user: RecordId, name: &str) {
    write(serde_json::to_vec(&(user, name)).ok()).await;
}

pub async fn forget() {
    write(None).await;
}

/// A browser that keeps nothing asks again next time.
async fn write(row: Option<Vec<u8>>) {
    let Ok(store) = DeviceStore::open(NAME, |_| {}).await else { return };
    let mut batch = Batch { durable: true, ..Batch::default() };
    match row {
        Some(row) => batch.put(Table::Meta, key![PERSON], row),
        None => batch.delete(Table::Meta, key![PERSON]),
    }
    let _ = store.commit(batch).await;
    close(&store);
}

fn close(store: &DeviceStore) {
    if let DeviceStore::Idb(store) = store {
        store.close();
    }
}
