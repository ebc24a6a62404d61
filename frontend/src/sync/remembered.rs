//! What is known of this device itself: who signed in on it last (id and name, never a token: the
//! session is a cookie that no script can read), and what people call it.
//!
//! In a small database of its own, strictly durable: localStorage reaches the disk minutes later,
//! and after a crash without a network nobody could get at their unsent work.

use crate::local::DeviceStore;
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::store::{Batch, Store as _, Table};
use serde::Serialize;
use serde::de::DeserializeOwned;

const NAME: &str = "outrider";
const PERSON: &str = "person";
const DEVICE: &str = "device-name";

pub async fn person() -> Option<(RecordId, String)> {
    read(PERSON).await
}

pub async fn remember(user: RecordId, name: &str) {
    write(PERSON, Some((user, name))).await;
}

pub async fn forget() {
    write(PERSON, None::<()>).await;
}

/// What people call this device; `None` where nobody named it.
pub async fn device_name() -> Option<String> {
    read(DEVICE).await
}

pub async fn name_device(name: &str) {
    write(DEVICE, Some(name).filter(|name| !name.is_empty())).await;
}

async fn read<T: DeserializeOwned>(name: &'static str) -> Option<T> {
    let store = DeviceStore::open(NAME, |_| {}).await.ok()?;
    let rows = store.get(&[(Table::Meta, key![name])]).await;
    close(&store);
    serde_json::from_slice(&rows.ok()?.into_iter().next().flatten()?).ok()
}

/// A browser that keeps nothing asks again next time.
async fn write(name: &'static str, row: Option<impl Serialize>) {
    let Ok(store) = DeviceStore::open(NAME, |_| {}).await else { return };
    let mut batch = Batch { durable: true, ..Batch::default() };
    match row.and_then(|row| serde_json::to_vec(&row).ok()) {
        Some(row) => batch.put(Table::Meta, key![name], row),
        None => batch.delete(Table::Meta, key![name]),
    }
    let _ = store.commit(batch).await;
    close(&store);
}

fn close(store: &DeviceStore) {
    if let DeviceStore::Idb(store) = store {
        store.close();
    }
}
