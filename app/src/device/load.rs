//! Opening a device's database: its rows back into memory.

use super::rows::json;
use super::step::{CURSOR, DEVICE, LABEL, NEXT, SCOPE};
use super::{Device, Queued};
use crate::id::{ClientId, RecordId};
use crate::key;
use crate::store::{Batch, Key, Part, Range, Row, Store, StoreError, Table};
use serde::de::DeserializeOwned;

impl Device {
    /// The first rows of a new device database. The client id lives and dies with it.
    pub fn first_batch(&self) -> Batch {
        let mut batch = Batch { durable: true, ..Batch::default() };
        batch.expect(Table::Meta, key![DEVICE], None);
        batch.put(Table::Meta, key![DEVICE], json(&(self.client, self.user)));
        batch.put(Table::Meta, key![NEXT], json(&self.next));
        batch
    }

    /// Reads a device back; `None` from a database that holds none yet.
    ///
    /// # Errors
    /// The store's; and [`StoreError::Damaged`] for own work that cannot be read, which is never
    /// passed over.
    pub async fn load<S: Store>(store: &S) -> Result<Option<Self>, StoreError> {
        let meta = store.range(&Range::all(Table::Meta)).await?;
        let Some((client, user)) = meta_row::<(ClientId, RecordId)>(&meta, DEVICE)? else { return Ok(None) };
        let mut device = Device::new(client, user);
        device.next = meta_row(&meta, NEXT)?.unwrap_or(1);
        device.cursor = meta_row(&meta, CURSOR)?;
        device.scope = meta_row(&meta, SCOPE)?;
        for (key, bytes) in &meta {
            if let [Part::Text(kind), Part::Id(id)] = key.parts()
                && kind == LABEL
            {
                device.labels.insert(RecordId(*id), read(key, bytes)?);
            }
        }
        device.load_own(store).await?;
        device.load_notices(store).await?;
        Ok(Some(device))
    }

    /// Reads anew what other tabs may have written: numbers, the cursor, outbox and tray; and what
    /// can be undone, of which only the rows that came: they do not change, and are large.
    ///
    /// The cursor tells how far the store has come. What the caller holds of confirmed records it
    /// must read apart.
    ///
    /// # Errors
    /// As [`Device::load`].
    pub async fn load_own<S: Store>(&mut self, store: &S) -> Result<(), StoreError> {
        let meta = store.get(&[(Table::Meta, key![NEXT]), (Table::Meta, key![CURSOR])]).await?;
        if let [next, cursor] = meta.as_slice() {
            if let Some(bytes) = next {
                self.next = read(&key![NEXT], bytes)?;
            }
            // A row that is gone says as much: the customer file was taken off the device.
            self.cursor = cursor.as_ref().map(|bytes| read(&key![CURSOR], bytes)).transpose()?;
        }
        self.outbox = numbered::<Queued, _>(store, Table::Outbox, 0).await?.into_iter().collect();
        self.tray = numbered(store, Table::Tray, 0).await?.into_iter().collect();
        let known = self.undo.last_key_value().map_or(0, |(n, _)| n + 1);
        for (n, row) in numbered(store, Table::Undo, known).await? {
            self.take_undo(n, row);
        }
        self.touched.clear();
        let units: Vec<u64> = self.outbox.keys().copied().collect();
        units.into_iter().for_each(|n| self.index(n));
        Ok(())
    }

    /// Reads the notices anew.
    ///
    /// # Errors
    /// As [`Device::load`].
    pub async fn load_notices<S: Store>(&mut self, store: &S) -> Result<(), StoreError> {
        self.notices.clear();
        for (key, bytes) in store.range(&Range::all(Table::Notice)).await? {
            if let [Part::Num(seq), Part::Num(index)] = key.parts() {
                self.notices.insert((*seq, *index), read(&key, &bytes)?);
            }
        }
        Ok(())
    }
}

async fn numbered<T: DeserializeOwned, S: Store>(
    store: &S,
    table: Table,
    from: u64,
) -> Result<Vec<(u64, T)>, StoreError> {
    let mut rows = Vec::new();
    for (key, bytes) in store.range(&Range { from: key![from], ..Range::all(table) }).await? {
        if let [Part::Num(n)] = key.parts() {
            rows.push((*n, read(&key, &bytes)?));
        }
    }
    Ok(rows)
}

fn meta_row<T: DeserializeOwned>(rows: &[Row], name: &'static str) -> Result<Option<T>, StoreError> {
    let key = key![name];
    rows.iter().find(|(at, _)| *at == key).map(|(key, bytes)| read(key, bytes)).transpose()
}

fn read<T: DeserializeOwned>(key: &Key, bytes: &[u8]) -> Result<T, StoreError> {
    serde_json::from_slice(bytes).map_err(|error| StoreError::Damaged(format!("{key:?}: {error}")))
}
