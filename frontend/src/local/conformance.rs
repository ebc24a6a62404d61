//! The stores' shared suite on IndexedDB, for a browser test to call, and what only a real
//! database can show: upgrades, two connections, and their ends.

use super::{DeviceStore, IdbStore, Notice, OpenError};
use outrider_app::key;
use outrider_app::store::conformance::story;
use outrider_app::store::{Batch, Range, Store, StoreError, Table};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_futures::future_to_promise;

const NAME: &str = "outrider-conformance";
const OTHER: &str = "outrider-conformance-upgrade";

/// Resolves with `"ok"` or rejects with what did not hold; where the story panics, the message
/// goes to the console and the promise stays open.
#[wasm_bindgen]
pub fn run_conformance() -> js_sys::Promise {
    std::panic::set_hook(Box::new(|info| web_sys::console::error_1(&info.to_string().into())));
    future_to_promise(async {
        for name in [NAME, OTHER] {
            IdbStore::delete(name).await.map_err(said)?;
        }
        let store = DeviceStore::open(NAME, |_| {}).await.map_err(said)?;
        check(!store.memory_only(), "it opens IndexedDB")?;
        story(&store).await;
        reopened_rows_stand(&store).await?;
        commits_race_for_one_counter(&store).await?;
        gives_way_and_says_so(&store).await?;
        upgrades_keep_rows().await?;
        IdbStore::delete(OTHER).await.map_err(said)?;
        Ok("ok".into())
    })
}

async fn reopened_rows_stand(store: &DeviceStore) -> Result<(), JsValue> {
    let before = store.range(&Range::all(Table::Delta)).await.map_err(said)?;
    let again = IdbStore::open(NAME, |_| {}).await.map_err(said)?;
    let after = again.range(&Range::all(Table::Delta)).await.map_err(said)?;
    again.close();
    check(before.len() == 2_500 && before == after, "a second connection reads the same rows")?;
    let closed = again.get(&[(Table::Meta, key!["x"])]).await;
    check(matches!(closed, Err(StoreError::Closed(_))), "a closed connection answers Closed")
}

/// Twenty writers on two connections draw numbers by compare and swap: none is drawn twice.
async fn commits_race_for_one_counter(store: &DeviceStore) -> Result<(), JsValue> {
    let second = DeviceStore::open(NAME, |_| {}).await.map_err(said)?;
    let drawn = Rc::new(RefCell::new(Vec::new()));
    let writers = (0..20).map(|i| {
        let (store, drawn) = (if i % 2 == 0 { store.clone() } else { second.clone() }, drawn.clone());
        future_to_promise(async move {
            let n = draw(&store).await.map_err(said)?;
            drawn.borrow_mut().push(n);
            Ok(JsValue::NULL)
        })
    });
    JsFuture::from(js_sys::Promise::all(&writers.collect::<js_sys::Array>())).await?;
    let mut drawn = drawn.take();
    drawn.sort_unstable();
    check(drawn == (0..20).collect::<Vec<u8>>(), "each number is drawn once")?;
    if let DeviceStore::Idb(second) = second {
        second.close();
    }
    Ok(())
}

async fn draw(store: &DeviceStore) -> Result<u8, StoreError> {
    loop {
        let row = store.get(&[(Table::Meta, key!["n"])]).await?.into_iter().next().flatten();
        let n = row.as_ref().and_then(|bytes| bytes.first().copied()).unwrap_or_default();
        let mut batch = Batch { durable: true, ..Batch::default() };
        batch.expect(Table::Meta, key!["n"], row);
        batch.put(Table::Meta, key!["n"], vec![n + 1]);
        match store.commit(batch).await {
            Err(StoreError::Conflict) => {}
            result => return result.map(|()| n),
        }
    }
}

async fn gives_way_and_says_so(store: &DeviceStore) -> Result<(), JsValue> {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = heard.clone();
    let second = IdbStore::open(NAME, move |notice| ear.borrow_mut().push(notice)).await.map_err(said)?;
    IdbStore::delete(NAME).await.map_err(said)?;
    check(*heard.borrow() == [Notice::Deleted], "a deletion is told")?;
    let mut batch = Batch::default();
    batch.put(Table::Meta, key![1], vec![1]);
    let late = store.commit(batch.clone()).await;
    check(matches!(late, Err(StoreError::Closed(_))), "no write is taken after the end")?;
    let late = second.commit(batch).await;
    check(matches!(late, Err(StoreError::Closed(_))), "nor by the other connection")
}

/// An older database gains the tables it lacks and keeps its rows; a newer one is refused.
async fn upgrades_keep_rows() -> Result<(), JsValue> {
    raw_open(1, true).await?;
    let store = IdbStore::open(OTHER, |_| {}).await.map_err(said)?;
    let row = store.get(&[(Table::Meta, key!["kept"])]).await.map_err(said)?;
    check(row == [Some(vec![7])], "the older database's row stands")?;
    let mut batch = Batch::default();
    batch.put(Table::Outbox, key![1], vec![1]);
    check(store.commit(batch).await == Ok(()), "the tables it lacked are there")?;
    raw_open(9_999, false).await?;
    let older = IdbStore::open(OTHER, |_| {}).await.map(|_| ());
    check(older == Err(OpenError::Newer), "a newer database is refused, and kept")
}

/// Opens by the bare API, as another version of the app would; with a table and a row if `fill`.
async fn raw_open(version: u32, fill: bool) -> Result<(), JsValue> {
    let factory =
        web_sys::window().and_then(|window| window.indexed_db().ok().flatten()).ok_or("no factory")?;
    let request = factory.open_with_u32(OTHER, version)?;
    let inner = request.clone();
    let upgrade = Closure::<dyn FnMut()>::new(move || {
        let database = inner.result().map(JsCast::unchecked_into::<web_sys::IdbDatabase>);
        if let (true, Ok(database)) = (fill, database)
            && let Ok(store) = database.create_object_store(Table::Meta.name())
        {
            let key = js_sys::Array::of1(&"kept".into());
            let _ = store.put_with_key(&js_sys::Uint8Array::from([7_u8].as_slice()), &key);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    JsFuture::from(js_sys::Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    }))
    .await?;
    request.result()?.unchecked_into::<web_sys::IdbDatabase>().close();
    Ok(())
}

fn check(holds: bool, what: &str) -> Result<(), JsValue> {
    if holds { Ok(()) } else { Err(format!("does not hold: {what}").into()) }
}

fn said(error: impl std::fmt::Display) -> JsValue {
    error.to_string().into()
}
