//! The open database, and how it is opened anew where a write to it failed.
//!
//! SurrealKV goes on after a write that failed (a full disk, a broken one), with half of it in its log.
//! At the next start everything behind that half is lost, acknowledged or not; and what failed may
//! stand in memory all the same. What always holds: once a write failed nothing more is
//! written, and nothing judged, until the database was opened anew, which cuts the log off there.

use super::connect;
use outrider_app::store::StoreError;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use surrealdb::Surreal;
use surrealdb::engine::any::Any;
use tokio::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// A disk that does not take so many bytes is full.
const PROBE: usize = 1024 * 1024;

pub struct Connection {
    url: String,
    /// Of an embedded database; others mend themselves.
    folder: Option<PathBuf>,
    database: RwLock<Surreal<Any>>,
    turn: RwLock<()>,
    broken: AtomicBool,
}

/// A writer's turn, for as long as it is held.
pub enum Turn<'a> {
    Alone(#[expect(dead_code, reason = "held")] RwLockWriteGuard<'a, ()>),
    Beside(#[expect(dead_code, reason = "held")] RwLockReadGuard<'a, ()>),
}

impl Connection {
    pub fn new(url: String, folder: Option<PathBuf>, database: Surreal<Any>) -> Self {
        let (database, turn) = (RwLock::new(database), RwLock::default());
        Self { url, folder, database, turn, broken: AtomicBool::new(false) }
    }

    /// Is it a part of this process, on disk or in memory?
    pub fn is_embedded(&self) -> bool {
        self.folder.is_some() || self.url.starts_with("mem:")
    }

    pub fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// The database, to ask it something.
    pub async fn database(&self) -> RwLockReadGuard<'_, Surreal<Any>> {
        self.database.read().await
    }

    /// A turn to write, on a sound database. Who promises that it is on disk writes alone: a write
    /// that fails beside it would take it along.
    pub async fn turn(&self, durable: bool) -> Result<Turn<'_>, StoreError> {
        let turn = match durable && self.folder.is_some() {
            true => Turn::Alone(self.turn.write().await),
            false => Turn::Beside(self.turn.read().await),
        };
        self.mend().await?;
        Ok(turn)
    }

    /// A write failed: it may be there by half.
    pub fn broke(&self, why: &str) {
        if self.folder.is_some() && !self.broken.swap(true, Ordering::AcqRel) {
            tracing::error!(why, "a write failed: the database is opened anew before the next one");
        }
    }

    /// Opens the database anew where a write failed; `Full` where the disk has no room yet.
    pub async fn mend(&self) -> Result<(), StoreError> {
        if !self.broken.load(Ordering::Acquire) {
            return Ok(());
        }
        if self.is_disk_full().await {
            return Err(StoreError::Full);
        }
        let mut database = self.database.write().await;
        if self.broken.load(Ordering::Acquire) {
            // The old one must be gone before its folder is opened again.
            *database = Surreal::init();
            let opened = connect::connect(&self.url, self.folder()).await;
            *database = opened.map_err(|error| StoreError::Unknown(error.to_string()))?;
            self.broken.store(false, Ordering::Release);
            tracing::warn!("the database was opened anew");
        }
        Ok(())
    }

    /// SurrealDB writes by itself as well, and does not say where that failed. A log breaks so on a
    /// disk that stays full for ten minutes: looking once a minute is enough.
    pub async fn look(&self) -> Result<(), StoreError> {
        if self.is_disk_full().await {
            self.broke("the disk is full");
        }
        self.mend().await
    }

    /// Does nothing more fit beside an embedded database?
    pub async fn is_disk_full(&self) -> bool {
        let Some(folder) = &self.folder else { return false };
        let probe = folder.join(".probe");
        let written = tokio::fs::write(&probe, vec![0; PROBE]).await;
        let _ = tokio::fs::remove_file(&probe).await;
        written.is_err_and(|error| {
            matches!(error.kind(), std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded)
        })
    }
}
