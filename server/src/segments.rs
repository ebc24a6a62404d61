//! First sync: what a person sees, cut into sealed segments and kept in a folder.
//!
//! A cut is used again until the person's scope changes or the order has moved on too far; the
//! device pulls what came after it. A segment is named by its content, so equal ones are kept once,
//! and it is given only to those whose latest cut names it.

use crate::engine::Engine;
use crate::site::pack;
use outrider_app::digest;
use outrider_app::id::{RecordId, Seq};
use outrider_app::protocol::{Segment, Snapshot};
use outrider_app::registry::Registry;
use outrider_app::store::StoreError;
use outrider_app::store::view::{Miss, View};
use outrider_app::sync::{self, Cut, PullError, ScopeRow};
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError};
use std::time::{Duration, SystemTime};

/// Entries of the order that may follow a cut before a new one is made.
const TAIL: Seq = 2_000;
/// A file that no cut names may be one that is just being fetched: it is kept this long.
const GRACE: Duration = Duration::from_secs(60 * 60);

/// Why there is no segment or snapshot.
#[derive(Debug, thiserror::Error)]
pub enum SegmentError {
    #[error(transparent)]
    Pull(#[from] PullError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the segments' folder: {0}")]
    Io(#[from] std::io::Error),
    #[error("no such segment")]
    NotFound,
}

/// One person's latest cut.
type Held = Arc<tokio::sync::Mutex<Option<Arc<Snapshot>>>>;

/// The service.
pub struct Segments {
    folder: PathBuf,
    engine: Engine,
    held: std::sync::Mutex<HashMap<RecordId, Held>>,
    /// One cut at a time: each holds the whole file in memory.
    cutting: tokio::sync::Mutex<()>,
}

/// A segment's bytes as they are kept.
pub struct Sealed {
    pub bytes: Vec<u8>,
    /// Compressed with brotli.
    pub packed: bool,
}

impl Segments {
    pub fn new(folder: PathBuf, engine: Engine) -> Self {
        Self { folder, engine, held: std::sync::Mutex::default(), cutting: tokio::sync::Mutex::default() }
    }

    /// The state of all that a person sees, as of some point not long ago.
    pub async fn snapshot(&self, user: RecordId) -> Result<Arc<Snapshot>, SegmentError> {
        let row = self.scope_of(user).await?;
        let held = self.held(user);
        let mut held = held.lock().await;
        let kept = self.kept(&mut held, user).await;
        let moved = self.engine.read(|view| sync::moved(view, &row.scope)).await?;
        let head = *self.engine.head().borrow();
        // What has left this person's sight since must not be handed out again.
        let fresh = kept.filter(|kept| {
            kept.cursor.scope == row.version
                && (moved..=head).contains(&kept.cursor.seq)
                && head - kept.cursor.seq <= TAIL
        });
        if let Some(snapshot) = fresh {
            return Ok(snapshot);
        }
        let snapshot = {
            let _turn = self.cutting.lock().await;
            let (row, cut) = self.cut(user).await?;
            Arc::new(self.keep(user, row, cut).await?)
        };
        *held = Some(snapshot.clone());
        Ok(snapshot)
    }

    /// A segment, for someone whose latest cut names it.
    pub async fn segment(&self, user: RecordId, name: &str) -> Result<Sealed, SegmentError> {
        let row = self.scope_of(user).await?;
        let held = self.held(user);
        let kept = { self.kept(&mut *held.lock().await, user).await };
        let named = kept.is_some_and(|kept| {
            kept.cursor.scope == row.version && kept.segments.iter().any(|segment| segment.name == name)
        });
        if !named {
            return Err(SegmentError::NotFound);
        }
        match tokio::fs::read(self.folder.join(format!("{name}.br"))).await {
            Ok(bytes) => Ok(Sealed { bytes, packed: true }),
            Err(_) => Ok(Sealed { bytes: tokio::fs::read(self.folder.join(name)).await?, packed: false }),
        }
    }

    async fn scope_of(&self, user: RecordId) -> Result<Arc<ScopeRow>, SegmentError> {
        let row = self.engine.read(|view| sync::scope_of(view, user)).await?;
        Ok(row.filter(|row| row.scope.active).ok_or(PullError::Disabled)?)
    }

    fn held(&self, user: RecordId) -> Held {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).entry(user).or_default().clone()
    }

    /// The latest cut, from memory or from an earlier run.
    async fn kept(&self, held: &mut Option<Arc<Snapshot>>, user: RecordId) -> Option<Arc<Snapshot>> {
        if held.is_none() {
            let bytes = tokio::fs::read(self.list(user)).await.ok()?;
            *held = serde_json::from_slice(&bytes).ok().map(Arc::new);
        }
        held.clone()
    }

    fn list(&self, user: RecordId) -> PathBuf {
        self.folder.join(format!("{user}.json"))
    }

    async fn cut(&self, user: RecordId) -> Result<(Arc<ScopeRow>, Cut), SegmentError> {
        let cut = |view: &mut View| -> Result<Option<(Arc<ScopeRow>, Cut)>, Miss> {
            let Some(row) = sync::scope_of(view, user)?.filter(|row| row.scope.active) else {
                return Ok(None);
            };
            let cut = tokio::task::block_in_place(|| sync::cut(Registry::standard(), view, &row))?;
            Ok(Some((row, cut)))
        };
        Ok(self.engine.read(cut).await?.ok_or(PullError::Disabled)?)
    }

    /// Writes the segments and then the list that names them.
    async fn keep(&self, user: RecordId, row: Arc<ScopeRow>, cut: Cut) -> Result<Snapshot, SegmentError> {
        let (folder, list) = (self.folder.clone(), self.list(user));
        let snapshot = tokio::task::spawn_blocking(move || {
            std::fs::create_dir_all(&folder)?;
            let mut segments = Vec::new();
            for (bytes, records) in cut.segments {
                let name = digest::sha256(&bytes);
                segments.push(Segment {
                    name: name.clone(),
                    bytes: bytes.len() as u64,
                    records: records as u64,
                });
                match pack(&bytes) {
                    Some(packed) => write_once(&folder, &format!("{name}.br"), &packed)?,
                    None => write_once(&folder, &name, &bytes)?,
                }
            }
            let snapshot =
                Snapshot { cursor: cut.cursor, scope: row.scope.clone(), segments, labels: cut.labels };
            write(&list, &serde_json::to_vec(&snapshot)?)?;
            sweep(&folder)?;
            Ok::<_, std::io::Error>(snapshot)
        });
        Ok(snapshot.await.map_err(std::io::Error::other)??)
    }
}

fn write_once(folder: &Path, name: &str, bytes: &[u8]) -> std::io::Result<()> {
    let path = folder.join(name);
    // The file's age tells the sweep that it is in use.
    match std::fs::File::options().append(true).open(&path) {
        Ok(file) => file.set_modified(SystemTime::now()),
        Err(_) => write(&path, bytes),
    }
}

fn write(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let new = path.with_extension(format!("{}.new", uuid::Uuid::new_v4()));
    std::fs::write(&new, bytes)?;
    std::fs::rename(new, path)
}

/// Removes segments that no cut names any more.
fn sweep(folder: &Path) -> std::io::Result<()> {
    let mut named = BTreeSet::new();
    let mut old = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.ends_with(".json") {
            let list: Option<Snapshot> =
                std::fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
            named.extend(list.into_iter().flat_map(|list| list.segments).map(|segment| segment.name));
        } else if path
            .metadata()
            .and_then(|meta| meta.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age > GRACE))
        {
            old.push((path, name));
        }
    }
    for (path, name) in old {
        if !named.contains(name.trim_end_matches(".br")) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}
