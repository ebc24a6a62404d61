//! Opening, upgrading and deleting a database, and what may happen to a connection.

use super::request::promise;
use outrider_app::store::Table;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbFactory, IdbOpenDbRequest, IdbVersionChangeEvent};

/// The database's version: tables are only ever added to `Table::ALL`, never taken away, so their
/// number grows with every new one.
const VERSION: u32 = Table::ALL.len() as u32;

/// Why a database did not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum OpenError {
    /// The browser keeps nothing here (private mode, a setting).
    #[error("this browser keeps no data for this page")]
    Missing,
    /// The database is of a newer version of the app: reload to get it.
    #[error("a newer version of the app is open in another tab")]
    Newer,
    #[error("no room is left on this device")]
    Full,
    #[error("the database did not open: {0}")]
    Failed(String),
}

/// What happened to a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Other tabs hold an older version open: the opening waits until they are closed.
    Blocked,
    /// A newer version of the app upgrades the database: this connection was closed for it.
    Upgraded,
    /// The database is being deleted: this connection was closed for it.
    Deleted,
    /// The browser ended the connection (its data were cleared, the disk failed): open it again.
    Killed,
}

pub async fn open(name: &str, notify: impl Fn(Notice) + 'static) -> Result<IdbDatabase, OpenError> {
    let notify: Rc<dyn Fn(Notice)> = Rc::new(notify);
    let request = factory()?.open_with_u32(name, VERSION).map_err(open_error)?;
    let upgrade = Closure::<dyn FnMut()>::new({
        let request = request.clone();
        move || add_tables(&request)
    });
    request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
    let blocked = Closure::<dyn FnMut()>::new({
        let notify = notify.clone();
        move || notify(Notice::Blocked)
    });
    request.set_onblocked(Some(blocked.as_ref().unchecked_ref()));
    let result = settled(&request).await;
    request.set_onupgradeneeded(None);
    request.set_onblocked(None);
    let database: IdbDatabase = result?.unchecked_into();
    watch(&database, notify);
    Ok(database)
}

pub async fn delete(name: &str) -> Result<(), OpenError> {
    let request = factory()?.delete_database(name).map_err(open_error)?;
    settled(&request).await.map(|_| ())
}

fn factory() -> Result<IdbFactory, OpenError> {
    // Firefox throws where cookies are refused, others leave it undefined.
    let factory = web_sys::window().and_then(|window| window.indexed_db().ok().flatten());
    factory.ok_or(OpenError::Missing)
}

/// Runs in the upgrade's own transaction: adds the tables that lack, touches no other.
fn add_tables(request: &IdbOpenDbRequest) {
    let Ok(database) = request.result().map(JsCast::unchecked_into::<IdbDatabase>) else { return };
    let there = database.object_store_names();
    for table in Table::ALL {
        if !there.contains(table.name()) {
            // A failure here aborts the upgrade, and the opening fails with it.
            let _ = database.create_object_store(table.name());
        }
    }
}

async fn settled(request: &IdbOpenDbRequest) -> Result<JsValue, OpenError> {
    let ends = promise(|resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    match JsFuture::from(ends).await {
        Ok(_) => request.result().map_err(open_error),
        Err(_) => Err(match request.error().ok().flatten() {
            Some(error) => named(&error),
            None => OpenError::Failed("no reason given".to_owned()),
        }),
    }
}

/// Gives way to upgrades and deletions at once, and tells the app of every end but our own.
fn watch(database: &IdbDatabase, notify: Rc<dyn Fn(Notice)>) {
    let change = Closure::<dyn FnMut(IdbVersionChangeEvent)>::new({
        let (database, notify) = (database.clone(), notify.clone());
        move |event: IdbVersionChangeEvent| {
            database.close();
            notify(if event.new_version().is_some() { Notice::Upgraded } else { Notice::Deleted });
        }
    });
    database.set_onversionchange(Some(change.as_ref().unchecked_ref()));
    let close = Closure::<dyn FnMut()>::new(move || notify(Notice::Killed));
    database.set_onclose(Some(close.as_ref().unchecked_ref()));
    // The connection lives as long as the page; so do its listeners.
    change.forget();
    close.forget();
}

fn open_error(error: JsValue) -> OpenError {
    match error.dyn_ref::<DomException>() {
        Some(error) => named(error),
        None => OpenError::Failed(format!("{error:?}")),
    }
}

fn named(error: &DomException) -> OpenError {
    match error.name().as_str() {
        "VersionError" => OpenError::Newer,
        "QuotaExceededError" => OpenError::Full,
        // Private windows and refused cookies, by browser.
        "SecurityError" | "InvalidStateError" => OpenError::Missing,
        name => OpenError::Failed(format!("{name}: {}", error.message())),
    }
}
