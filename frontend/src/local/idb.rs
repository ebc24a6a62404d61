//! The store on IndexedDB, by web-sys: neither `idb` (no durability) nor `indexed_db_futures`
//! (a dozen macro crates) gives strict durability and all of a connection's events at that cost.
//!
//! One object store per table, rows under array keys, values as `Uint8Array`. Reads ask for
//! everything in one transaction; a commit is one transaction from its expectations to its writes.
//! Texts of keys order by UTF-16 units here and by code points elsewhere: ranges are sorted after
//! reading, and differ only where their bounds hold characters beyond U+FFFF, which ours never do.

mod keys;
mod open;
mod request;

pub use open::{Notice, OpenError};

use js_sys::{Array, Object, Reflect, Uint8Array};
use keys::{from_js, key_range, to_js};
use outrider_app::store::{Batch, Key, Range, Row, Store, StoreError, Table};
use request::{done, failure, finished};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{IdbDatabase, IdbObjectStore, IdbRequest, IdbTransaction};

#[wasm_bindgen]
extern "C" {
    /// The call that takes a durability; web-sys counts it among the unstable ones.
    #[wasm_bindgen(extends = IdbDatabase)]
    type Durable;
    #[wasm_bindgen(method, catch)]
    fn transaction(
        this: &Durable,
        tables: &Array,
        mode: &str,
        options: &Object,
    ) -> Result<IdbTransaction, JsValue>;

    /// A transaction that can be told that nothing more comes; web-sys would have that by a name that
    /// it has deprecated.
    #[wasm_bindgen(extends = IdbTransaction)]
    type Told;
    #[wasm_bindgen(method, catch)]
    fn commit(this: &Told) -> Result<(), JsValue>;
}

/// A connection to one database. Clones share it.
#[derive(Clone, Debug)]
pub struct IdbStore {
    database: IdbDatabase,
}

impl IdbStore {
    /// Opens the database, making it or the tables it lacks; rows are never lost by it. `notify`
    /// hears what happens to the connection for as long as the page lives.
    pub async fn open(name: &str, notify: impl Fn(Notice) + 'static) -> Result<Self, OpenError> {
        let database = open::open(name, notify).await?;
        Ok(Self { database })
    }

    /// Removes the database with everything in it. Waits for other tabs to let go of it.
    pub async fn delete(name: &str) -> Result<(), OpenError> {
        open::delete(name).await
    }

    /// Ends the connection: what is under way is finished, what comes after answers `Closed`.
    pub fn close(&self) {
        self.database.close();
    }

    fn read(&self, tables: &BTreeSet<Table>) -> Result<IdbTransaction, StoreError> {
        self.database.transaction_with_str_sequence(&names(tables)).map_err(failure)
    }

    fn write(&self, tables: &BTreeSet<Table>, durable: bool) -> Result<IdbTransaction, StoreError> {
        let options = Object::new();
        let durability = if durable { "strict" } else { "relaxed" };
        Reflect::set(&options, &"durability".into(), &durability.into()).map_err(failure)?;
        let database: &Durable = self.database.unchecked_ref();
        database.transaction(&names(tables), "readwrite", &options).map_err(failure)
    }
}

impl Store for IdbStore {
    async fn get(&self, keys: &[(Table, Key)]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let transaction = self.read(&keys.iter().map(|(table, _)| *table).collect())?;
        let requests = ask(&transaction, keys.iter().map(|(table, key)| (*table, key)))?;
        answers(&requests).await
    }

    async fn range(&self, range: &Range) -> Result<Vec<Row>, StoreError> {
        if range.to.as_ref().is_some_and(|to| *to <= range.from) {
            return Ok(Vec::new());
        }
        let transaction = self.read(&BTreeSet::from([range.table]))?;
        let table = table(&transaction, range.table)?;
        let bounds = key_range(range)?;
        let values = table.get_all_with_key(&bounds).map_err(failure)?;
        let keys = table.get_all_keys_with_key(&bounds).map_err(failure)?;
        done(&keys).await?;
        let keys: Array = keys.result().map_err(failure)?.unchecked_into();
        let values: Array = values.result().map_err(failure)?.unchecked_into();
        let mut rows = Vec::with_capacity(keys.length() as usize);
        for (key, value) in keys.iter().zip(values.iter()) {
            rows.push((from_js(&key)?, bytes(value)));
        }
        if !rows.is_sorted_by(|a, b| a.0 < b.0) {
            rows.sort();
        }
        Ok(rows)
    }

    async fn commit(&self, batch: Batch) -> Result<(), StoreError> {
        let tables: BTreeSet<Table> = batch
            .expect
            .iter()
            .map(|(table, ..)| *table)
            .chain(batch.clears.iter().map(|range| range.table))
            .chain(batch.writes.keys().map(|(table, _)| *table))
            .collect();
        if tables.is_empty() {
            return Ok(());
        }
        let transaction = self.write(&tables, batch.durable)?;
        // Listens from the start, so that an abort is never missed.
        let end = finished(&transaction);
        // Everything is asked for in one go: requests are answered in order, so what is expected is
        // known before any of the writes can be done with, and an abort takes them all back.
        let expected = ask(&transaction, batch.expect.iter().map(|(table, key, _)| (*table, key)))?;
        if let Err(error) = apply(&transaction, &batch) {
            let _ = transaction.abort();
            return Err(error);
        }
        if !expected.is_empty() {
            let found = answers(&expected).await?;
            if batch.expect.iter().zip(&found).any(|((.., expected), found)| expected != found) {
                let _ = transaction.abort();
                return Err(StoreError::Conflict);
            }
        }
        // Nothing more comes: it need not wait for the answers to its writes.
        let _ = transaction.unchecked_ref::<Told>().commit();
        end.await
    }
}

/// Puts a batch's clears and writes into the transaction's queue.
fn apply(transaction: &IdbTransaction, batch: &Batch) -> Result<(), StoreError> {
    for range in &batch.clears {
        if range.to.as_ref().is_none_or(|to| range.from < *to) {
            table(transaction, range.table)?.delete(&key_range(range)?.into()).map_err(failure)?;
        }
    }
    let mut last: Option<(Table, IdbObjectStore)> = None;
    for ((name, key), row) in &batch.writes {
        let store = match last.take() {
            Some((open, store)) if open == *name => store,
            _ => table(transaction, *name)?,
        };
        match row {
            Some(bytes) => store.put_with_key(&Uint8Array::from(bytes.as_slice()), &to_js(key)),
            None => store.delete(&to_js(key)),
        }
        .map_err(failure)?;
        last = Some((*name, store));
    }
    Ok(())
}

/// Asks for these rows, in order.
fn ask<'a>(
    transaction: &IdbTransaction,
    keys: impl Iterator<Item = (Table, &'a Key)>,
) -> Result<Vec<IdbRequest>, StoreError> {
    keys.map(|(name, key)| table(transaction, name)?.get(&to_js(key)).map_err(failure)).collect()
}

/// Waits for the last of these requests of one transaction: they are answered in order, and one
/// that fails fails all after it.
async fn answers(requests: &[IdbRequest]) -> Result<Vec<Option<Vec<u8>>>, StoreError> {
    if let Some(last) = requests.last() {
        done(last).await?;
    }
    let value = |request: &IdbRequest| {
        let value = request.result().map_err(failure)?;
        Ok((!value.is_undefined()).then(|| bytes(value)))
    };
    requests.iter().map(value).collect()
}

fn table(transaction: &IdbTransaction, table: Table) -> Result<IdbObjectStore, StoreError> {
    transaction.object_store(table.name()).map_err(failure)
}

fn names(tables: &BTreeSet<Table>) -> Array {
    tables.iter().map(|table| JsValue::from_str(table.name())).collect()
}

/// A value we wrote, copied once; one of another kind becomes bytes as far as it can.
fn bytes(value: JsValue) -> Vec<u8> {
    value.dyn_into::<Uint8Array>().unwrap_or_else(|other| Uint8Array::new(&other)).to_vec()
}
