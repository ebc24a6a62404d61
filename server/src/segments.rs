//! First sync: what a person sees, in sealed segments that are kept in a folder.
//!
//! One seal of everything is held in memory; it goes on with the order when someone asks and too
//! much has happened since, or something may have left their sight. Most segments are shared by
//! all who see them. A segment is named by its content, so equal ones are kept once, and it is given
//! only to those whose latest snapshot names it, while nothing in it may have left their sight; but
//! a first sync that is under way is let come to its end. Whoever is refused asks for a new snapshot.

mod files;

pub use files::Sealed;

use crate::engine::Engine;
use files::Folder;
use outrider_app::id::{RecordId, Seq};
use outrider_app::key;
use outrider_app::protocol::{Segment, Snapshot};
use outrider_app::registry::Registry;
use outrider_app::store::{Range, StoreError, Table};
use outrider_app::sync::{self, PullError, ScopeRow, Seal};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};
use tokio::task::block_in_place;

/// Entries of the order that may follow a seal before it goes on.
const TAIL: Seq = 10_000;
/// Entries followed at a time.
const STEP: Seq = 2_000;
/// How long a first sync may take from the snapshot to its last segment, whatever moves meanwhile:
/// the pull after it says what left.
const UNDER_WAY: Duration = Duration::from_secs(10 * 60);

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

/// One person's latest snapshot, and when it was handed out last. After a restart none is under way.
#[derive(Clone)]
struct Kept {
    snapshot: Arc<Snapshot>,
    handed: Option<Instant>,
}

type Held = Arc<tokio::sync::Mutex<Option<Kept>>>;

/// The service.
pub struct Segments {
    folder: Folder,
    engine: Engine,
    held: std::sync::Mutex<HashMap<RecordId, Held>>,
    shelf: tokio::sync::Mutex<Shelf>,
}

/// The seal, and what its whole segments are called once they were written.
#[derive(Default)]
struct Shelf {
    begun: bool,
    seal: Seal,
    names: Vec<Option<Segment>>,
}

impl Segments {
    pub fn new(folder: PathBuf, engine: Engine) -> Self {
        let folder = Folder::new(folder);
        Self { folder, engine, held: std::sync::Mutex::default(), shelf: tokio::sync::Mutex::default() }
    }

    /// Reads everything into the seal and writes its segments, so that nobody waits for it; where
    /// little has happened, nobody will.
    pub async fn warm(&self) -> Result<(), SegmentError> {
        if self.engine.read(sync::head).await? <= TAIL {
            return Ok(());
        }
        let mut shelf = self.shelf.lock().await;
        self.go_on(&mut shelf).await?;
        for segment in 0..shelf.seal.segments() {
            self.name(&mut shelf, segment)?;
        }
        Ok(())
    }

    /// The state of all that a person sees, as of some point not long ago.
    pub async fn snapshot(&self, user: RecordId) -> Result<Arc<Snapshot>, SegmentError> {
        let held = self.held(user);
        let mut held = held.lock().await;
        let row = self.scope_of(user).await?;
        if let Some(kept) = self.kept(&mut held, user).await
            && kept.snapshot.cursor.scope == row.version
            && self.serves(&row, kept.snapshot.cursor.seq).await?
        {
            kept.handed = Some(Instant::now());
            return Ok(kept.snapshot.clone());
        }
        let mut shelf = self.shelf.lock().await;
        if !self.serves(&row, shelf.seal.closed()).await? {
            self.go_on(&mut shelf).await?;
        }
        let snapshot = Arc::new(self.cut(&mut shelf, &row)?);
        drop(shelf);
        self.folder.list(user, &snapshot).await?;
        *held = Some(Kept { snapshot: snapshot.clone(), handed: Some(Instant::now()) });
        Ok(snapshot)
    }

    /// A segment, for someone whose latest snapshot names it.
    pub async fn segment(&self, user: RecordId, name: &str) -> Result<Sealed, SegmentError> {
        let row = self.scope_of(user).await?;
        let held = self.held(user);
        let kept = { self.kept(&mut *held.lock().await, user).await.cloned() };
        let kept = kept.ok_or(SegmentError::NotFound)?;
        let Snapshot { cursor, segments, .. } = &*kept.snapshot;
        let named = cursor.scope == row.version && segments.iter().any(|segment| segment.name == name);
        if named
            && (is_under_way(kept.handed.map(|at| at.elapsed())) || self.stands(&row, cursor.seq).await?)
        {
            Ok(self.folder.read(name).await?)
        } else {
            Err(SegmentError::NotFound)
        }
    }

    async fn stands(&self, row: &ScopeRow, seq: Seq) -> Result<bool, StoreError> {
        self.engine.read(|view| sync::stands(view, &row.scope, seq)).await
    }

    async fn serves(&self, row: &ScopeRow, seq: Seq) -> Result<bool, StoreError> {
        self.engine.read(|view| sync::serves(view, &row.scope, seq, TAIL)).await
    }

    async fn scope_of(&self, user: RecordId) -> Result<Arc<ScopeRow>, SegmentError> {
        let row = self.engine.read(|view| sync::scope_of(view, user)).await?;
        Ok(row.filter(|row| row.scope.active).ok_or(PullError::Disabled)?)
    }

    fn held(&self, user: RecordId) -> Held {
        self.held.lock().unwrap_or_else(PoisonError::into_inner).entry(user).or_default().clone()
    }

    /// The latest snapshot, from memory or from an earlier run.
    async fn kept<'a>(&self, held: &'a mut Option<Kept>, user: RecordId) -> Option<&'a mut Kept> {
        if held.is_none() {
            let listed = self.folder.listed(user).await;
            *held = listed.map(|snapshot| Kept { snapshot: Arc::new(snapshot), handed: None });
        }
        held.as_mut()
    }

    /// Brings the seal to where the order stands. Writers are held up by a step at most.
    async fn go_on(&self, shelf: &mut Shelf) -> Result<(), SegmentError> {
        let registry = Registry::standard();
        if !shelf.begun {
            let seq = self.engine.read(sync::head).await?;
            // Ids begin with two hexadecimal digits: a small part of everything at a time.
            for digits in 0..=u8::MAX {
                let from = key![format!("{digits:02x}")];
                let to = if digits == u8::MAX { key!["g"] } else { key![format!("{:02x}", digits + 1)] };
                let range = Range { table: Table::Record, from, to: Some(to) };
                let rows = self.engine.scan(&range).await?;
                let damaged = || StoreError::Damaged("a record; restore it from a backup".to_owned());
                let records = rows.iter().map(|(_, bytes)| sync::decode_record(bytes).ok_or_else(damaged));
                let records = records.collect::<Result<Vec<_>, _>>()?;
                block_in_place(|| shelf.seal.begin(registry, seq, records));
            }
        }
        loop {
            let from = shelf.seal.seq();
            let followed = self.engine.read(|view| sync::follow(view, from, STEP)).await?;
            block_in_place(|| shelf.seal.take(registry, &followed));
            if followed.seq == followed.head {
                break;
            }
        }
        block_in_place(|| shelf.seal.close());
        shelf.names = vec![None; shelf.seal.segments()];
        shelf.begun = true;
        Ok(())
    }

    fn cut(&self, shelf: &mut Shelf, row: &ScopeRow) -> Result<Snapshot, SegmentError> {
        let cut = block_in_place(|| shelf.seal.cut(Registry::standard(), row));
        let mut segments = Vec::with_capacity(cut.parts.len());
        for part in &cut.parts {
            segments.push(match part.is_whole() {
                true => self.name(shelf, part.segment)?,
                false => block_in_place(|| self.folder.keep(&shelf.seal.chunk(part)))?,
            });
        }
        Ok(Snapshot {
            cursor: cut.cursor,
            head: cut.cursor.seq,
            scope: row.scope.clone(),
            segments,
            labels: cut.labels,
        })
    }

    /// A whole segment, written when it is first asked for.
    fn name(&self, shelf: &mut Shelf, segment: usize) -> Result<Segment, SegmentError> {
        if let Some(known) = shelf.names.get(segment).cloned().flatten() {
            return Ok(known);
        }
        let named = block_in_place(|| self.folder.keep(&shelf.seal.chunk(&shelf.seal.whole(segment))))?;
        if let Some(name) = shelf.names.get_mut(segment) {
            *name = Some(named.clone());
        }
        Ok(named)
    }
}

/// Is a first sync under way whose snapshot was handed out so long ago?
fn is_under_way(handed: Option<Duration>) -> bool {
    handed.is_some_and(|ago| ago <= UNDER_WAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_sync_is_under_way_for_ten_minutes_and_never_before_its_snapshot() {
        assert!(is_under_way(Some(Duration::ZERO)));
        assert!(is_under_way(Some(UNDER_WAY)));
        assert!(!is_under_way(Some(UNDER_WAY + Duration::from_millis(1))));
        assert!(!is_under_way(None));
    }
}
