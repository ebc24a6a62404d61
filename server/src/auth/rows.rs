//! The rows of [`Table::Account`] and their keys.

use outrider_app::id::{Millis, RecordId};
use outrider_app::key;
use outrider_app::store::{Batch, Key, Range, Store, StoreError, Table};
use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// A person's way in.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Account {
    pub employee: RecordId,
    /// `None` until they have chosen a password.
    pub hash: Option<String>,
    /// Access was taken away.
    #[serde(default)]
    pub disabled: bool,
}

/// A device that is signed in.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Session {
    pub employee: RecordId,
    pub seen: Millis,
    /// Access was taken away: kept so that the device hears of it and wipes.
    #[serde(default)]
    pub disabled: bool,
}

/// A one-time link by which a person chooses a password.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Link {
    pub employee: RecordId,
    pub expires: Millis,
}

/// The workspace as its members name it, in [`Table::Meta`].
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Workspace {
    pub name: String,
}

/// There once there is an account.
pub(super) fn first_key() -> Key {
    key!["first"]
}

pub(super) fn account_key(employee: RecordId) -> Key {
    key!["person", employee]
}

pub(super) fn session_key(digest: &str) -> Key {
    key!["session", digest.to_owned()]
}

pub(super) fn link_key(digest: &str) -> Key {
    key!["link", digest.to_owned()]
}

pub(super) fn workspace_key() -> Key {
    key!["workspace"]
}

/// Finds a person's sessions and links.
pub(super) fn owned_key(employee: RecordId, kind: &'static str, digest: &str) -> Key {
    key!["of", employee, kind, digest.to_owned()]
}

/// The keys of a person's sessions (`session`) or links (`link`), by their digests.
pub(super) async fn owned<S: Store>(
    store: &S,
    employee: RecordId,
    kind: &'static str,
) -> Result<Vec<String>, StoreError> {
    let rows = store.range(&Range::under(Table::Account, key!["of", employee, kind])).await?;
    let digest = |key: &Key| Some(key.parts().last()?.to_text()?.into_owned());
    Ok(rows.iter().filter_map(|(key, _)| digest(key)).collect())
}

pub(super) async fn read<S: Store, T: DeserializeOwned>(
    store: &S,
    table: Table,
    key: Key,
) -> Result<Option<T>, StoreError> {
    let row = store.get(&[(table, key)]).await?.into_iter().next().flatten();
    row.map(|bytes| serde_json::from_slice(&bytes))
        .transpose()
        .map_err(|error| StoreError::Failed(format!("a row of {} does not decode: {error}", table.name())))
}

pub(super) fn put<T: Serialize>(batch: &mut Batch, table: Table, key: Key, row: &T) {
    batch.put(table, key, serde_json::to_vec(row).unwrap_or_default());
}

/// A batch that is on disk when it is done.
pub(super) fn durable() -> Batch {
    Batch { durable: true, ..Batch::default() }
}
