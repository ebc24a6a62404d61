//! Opening and closing a database by its address.

use super::connection::Connection;
use super::migrations;
use super::store::SurrealStore;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::time::Duration;
use surrealdb::Surreal;
use surrealdb::engine::any::{self, Any};
use surrealdb::opt::auth::Root;

/// The namespace and the database that hold our tables.
const NAME: &str = "outrider";
/// A store that was just dropped, or a server that is just ending, holds its lock a little longer.
const LOCK_WAIT: Duration = Duration::from_secs(3);

/// Why a database could not be opened, in words for the person who started the server.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{0} is in use by another running outrider: stop that one, or give --data another folder")]
    Locked(PathBuf),
    #[error("cannot write in {0}: {1}")]
    Unwritable(PathBuf, std::io::Error),
    #[error("cannot open the database {0}: {1}")]
    Failed(String, String),
}

/// The database in a folder of its own, durable at each commit.
pub fn url_of(folder: &Path) -> String {
    format!("surrealkv://{}?sync=every", folder.display())
}

/// The folder of an embedded address.
fn folder_of(url: &str) -> Option<PathBuf> {
    let path = url.strip_prefix("surrealkv://")?;
    Some(PathBuf::from(path.split('?').next().unwrap_or(path)))
}

/// Opens an address. An embedded database must be nobody else's.
pub async fn connect(url: &str, folder: Option<&Path>) -> Result<Surreal<Any>, OpenError> {
    if let Some(folder) = folder {
        writable(folder)?;
        if !unlocked(folder, LOCK_WAIT).await {
            return Err(OpenError::Locked(folder.to_owned()));
        }
    }
    let failed = |text: String| OpenError::Failed(url.to_owned(), text);
    let database = any::connect(url).await.map_err(|error| failed(error.to_string()))?;
    if let (Ok(username), Ok(password)) =
        (std::env::var("OUTRIDER_DB_USER"), std::env::var("OUTRIDER_DB_PASSWORD"))
        && folder.is_none()
        && !url.starts_with("mem:")
    {
        let signed_in = database.signin(Root { username, password }).await;
        signed_in.map_err(|_| failed("it refused OUTRIDER_DB_USER and OUTRIDER_DB_PASSWORD".into()))?;
    }
    let create = format!(
        "DEFINE NAMESPACE IF NOT EXISTS {NAME}; USE NS {NAME}; DEFINE DATABASE IF NOT EXISTS {NAME};"
    );
    let created = database.query(create).await.and_then(surrealdb::IndexedResults::check);
    created.map_err(|error| failed(error.to_string()))?;
    database.use_ns(NAME).use_db(NAME).await.map_err(|error| failed(error.to_string()))?;
    Ok(database)
}

impl SurrealStore {
    /// Opens `mem://`, `surrealkv://FOLDER?sync=every`, `ws://HOST` or `wss://HOST` and brings it
    /// up to date. A remote one is signed in to with OUTRIDER_DB_USER and OUTRIDER_DB_PASSWORD.
    pub async fn open(url: &str) -> Result<Self, OpenError> {
        let folder = folder_of(url);
        let database = connect(url, folder.as_deref()).await?;
        let store = SurrealStore::new(Connection::new(url.to_owned(), folder, database));
        let brought = migrations::run(&store).await;
        brought.map_err(|error| OpenError::Failed(url.to_owned(), error.to_string()))?;
        Ok(store)
    }

    /// Closes the database and waits until its files are written and its lock is free. Other
    /// handles on it must be gone.
    pub async fn close(self) {
        let folder = self.folder().map(Path::to_owned);
        drop(self);
        if let Some(folder) = folder {
            unlocked(&folder, Duration::from_secs(10)).await;
        }
    }
}

fn writable(folder: &Path) -> Result<(), OpenError> {
    let probe = folder.join(".writable");
    std::fs::create_dir_all(folder)
        .and_then(|()| File::create(&probe))
        .and_then(|_| std::fs::remove_file(&probe))
        .map_err(|error| OpenError::Unwritable(folder.to_owned(), error))
}

/// Waits until nobody holds the database's lock; false where somebody still does.
async fn unlocked(folder: &Path, wait: Duration) -> bool {
    let until = tokio::time::Instant::now() + wait;
    loop {
        match OpenOptions::new().write(true).open(folder.join("LOCK")) {
            Ok(file) if file.try_lock().is_err() => {}
            _ => return true,
        }
        if tokio::time::Instant::now() >= until {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
