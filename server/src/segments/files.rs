//! The segments' folder: a file a segment, named by its content, and a list of names a person.

use crate::site::pack;
use outrider_app::digest;
use outrider_app::id::RecordId;
use outrider_app::protocol::{Segment, Snapshot};
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use tokio::task::spawn_blocking;

/// A file that no list names may be one that is just being fetched: it is kept this long.
const GRACE: Duration = Duration::from_secs(60 * 60);

/// Where segments are kept.
pub(super) struct Folder(PathBuf);

/// A segment's bytes as they are kept.
pub struct Sealed {
    pub bytes: Vec<u8>,
    /// Compressed with brotli.
    pub packed: bool,
}

impl Folder {
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Keeps a segment of so many records and names it. What is there already is not written again.
    pub fn keep(&self, (bytes, records): &(Vec<u8>, usize)) -> io::Result<Segment> {
        let name = digest::sha256(bytes);
        let (plain, packed) = (self.0.join(&name), self.0.join(format!("{name}.br")));
        if !touched(&packed) && !touched(&plain) {
            std::fs::create_dir_all(&self.0)?;
            match pack(bytes, QUALITY) {
                Some(bytes) => write(&packed, &bytes)?,
                None => write(&plain, bytes)?,
            }
        }
        Ok(Segment { name, bytes: bytes.len() as u64, records: *records as u64 })
    }

    /// A segment of this name.
    pub async fn read(&self, name: &str) -> io::Result<Sealed> {
        match tokio::fs::read(self.0.join(format!("{name}.br"))).await {
            Ok(bytes) => Ok(Sealed { bytes, packed: true }),
            Err(_) => Ok(Sealed { bytes: tokio::fs::read(self.0.join(name)).await?, packed: false }),
        }
    }

    /// Notes what a person was named, and lets go of what nobody is named any more.
    pub async fn list(&self, user: RecordId, snapshot: &Snapshot) -> io::Result<()> {
        let (folder, list) = (self.0.clone(), self.of(user));
        let snapshot = serde_json::to_vec(snapshot)?;
        let done = spawn_blocking(move || {
            std::fs::create_dir_all(&folder)?;
            write(&list, &snapshot)?;
            sweep(&folder)
        });
        done.await.map_err(io::Error::other)?
    }

    /// What a person was named last; `None` where that cannot be read.
    pub async fn listed(&self, user: RecordId) -> Option<Snapshot> {
        serde_json::from_slice(&tokio::fs::read(self.of(user)).await.ok()?).ok()
    }

    fn of(&self, user: RecordId) -> PathBuf {
        self.0.join(format!("{user}.json"))
    }
}

/// Nine takes five times as long for a tenth fewer bytes.
const QUALITY: i32 = 5;

/// Is the file there? Its age tells the sweep that it is in use.
fn touched(path: &Path) -> bool {
    let file = std::fs::File::options().append(true).open(path);
    file.is_ok_and(|file| file.set_modified(SystemTime::now()).is_ok())
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let new = path.with_extension(format!("{}.new", uuid::Uuid::new_v4()));
    std::fs::write(&new, bytes)?;
    std::fs::rename(new, path)
}

/// Removes old segments that no list names.
fn sweep(folder: &Path) -> io::Result<()> {
    let is_old = |path: &Path| {
        let written = path.metadata().and_then(|meta| meta.modified());
        written.is_ok_and(|at| at.elapsed().is_ok_and(|age| age > GRACE))
    };
    let paths: Vec<PathBuf> =
        std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    let (lists, files): (Vec<_>, Vec<_>) =
        paths.into_iter().partition(|path| path.extension().is_some_and(|kind| kind == "json"));
    let old: Vec<PathBuf> = files.into_iter().filter(|path| is_old(path)).collect();
    if old.is_empty() {
        return Ok(());
    }
    let lists = lists.iter().filter_map(|path| std::fs::read(path).ok());
    let lists = lists.filter_map(|bytes| serde_json::from_slice::<Snapshot>(&bytes).ok());
    let named: BTreeSet<String> = lists.flat_map(|list| list.segments).map(|segment| segment.name).collect();
    for path in old {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if !named.contains(&*name) {
            std::fs::remove_file(path)?;
        }
    }
    Ok(())
}
