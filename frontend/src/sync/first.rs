//! The first sync, and beginning again: the whole permitted file in sealed segments, stored as they
//! come under a new generation. Only the last transaction makes that generation the base, so that
//! a crash on the way leaves what stood before.

use super::api::Failure;
use super::commit::Hand;
use super::lead::{Leader, Trip};
use super::met::Met;
use super::replica::{Replica, Told, generation_key, wiped_key};
use super::status::Progress;
use crate::platform::clock::mono;
use crate::platform::marks;
use futures::future::join;
use futures::stream::{self, StreamExt as _};
use outrider_app::book::Book;
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::protocol::{Frame, Segment, Snapshot};
use outrider_app::registry::Registry;
use outrider_app::store::{Batch, Part, Range, Store as _, Table};
use std::cell::Cell;
use std::collections::BTreeSet;
use std::pin::pin;
use std::rc::Rc;

/// Segments on their way at once.
const AT_ONCE: usize = 4;

impl Leader {
    pub(super) async fn first(&mut self) -> Result<(), Trip> {
        let start = marks::now();
        let snapshot = self.replica.server().snapshot().await?;
        let generation = self.replica.generation.get() + 1;
        let book = self.fetch(&snapshot, generation).await?;
        let gone = self.gone(&book).await?;
        let frames = [
            Frame::Scope(snapshot.scope.clone()),
            Frame::Labels(snapshot.labels.clone()),
            Frame::Cursor { cursor: snapshot.cursor, head: snapshot.cursor.seq },
        ];
        let other_past = self.other_past;
        let met = Met::now();
        let done = |batch: &mut Batch| {
            batch.clears.push(Range { table: Table::Chunk, from: key![0], to: Some(key![generation]) });
            batch.clears.push(Range::all(Table::Delta));
            batch.clears.extend(gone.iter().map(|id| Range::under(Table::History, key![*id])));
            batch.put(Table::Meta, generation_key(), generation.to_string().into_bytes());
            batch.delete(Table::Meta, wiped_key());
            met.note(batch);
            // It all counts as held from here on: the disk is waited for once.
            batch.durable = true;
        };
        let replica = self.replica.clone();
        replica.act(Hand::Leader, |device, book| device.restart(book, &frames, other_past), done).await?;
        self.other_past = false;
        let touched = {
            let device = replica.device();
            let mut book = book;
            book.set_labels(device.labels.clone());
            replica.book.replace(book);
            device.touched()
        };
        replica.generation.set(generation);
        replica.to_fold.set(0);
        replica.damaged.set(false);
        replica.wiped.set(false);
        replica.met.set(met);
        replica.lay_over(touched);
        replica.set_status(|status| {
            status.progress = None;
            // Another past may have a lower head.
            status.head = snapshot.head.max(snapshot.cursor.seq);
        });
        replica.tell(Told::Replaced);
        replica.tell(Told::Complete);
        marks::measure("outrider:first-sync", start);
        Ok(())
    }

    /// Fetches and stores every segment; answers the book they make. While one is taken in, the next
    /// ones are on their way and the one before is being written.
    async fn fetch(&self, snapshot: &Snapshot, generation: u64) -> Result<Book, Trip> {
        // What a try before this one left behind.
        let mut clean = Batch::default();
        clean.clears.push(Range { table: Table::Chunk, from: key![generation], to: None });
        self.commit(clean).await?;
        let come = Come::new(self.replica.clone(), snapshot);
        let server = self.replica.server();
        let fetched = |segment: &Segment| {
            let (segment, come) = (segment.clone(), &come);
            async move {
                let so_far = Cell::new(0);
                let progress = |bytes: u64| come.more(bytes.saturating_sub(so_far.replace(bytes)), 0);
                let bytes = server.segment(&segment.name, progress).await?;
                Ok::<_, Trip>((segment, bytes))
            }
        };
        let mut segments = pin!(stream::iter(&snapshot.segments).map(fetched).buffered(AT_ONCE));
        let mut book = Book::new(Registry::standard().clone());
        let (mut place, mut batch) = (0_u64, Batch::default());
        loop {
            let (next, written) = join(segments.next(), self.commit(std::mem::take(&mut batch))).await;
            written?;
            let Some(next) = next else { return Ok(book) };
            let (segment, bytes) = next?;
            let whole = bytes.len() as u64 == segment.bytes;
            let taken = book.load_chunk(bytes.clone()).map_err(|_| Failure::Malformed)?;
            if !whole || taken as u64 != segment.records {
                return Err(Failure::Malformed.into());
            }
            batch.put(Table::Chunk, key![generation, place], bytes);
            place += 1;
            come.more(0, segment.records);
        }
    }

    /// Writes rows that are not own work, while this tab leads.
    pub(super) async fn commit(&self, mut batch: Batch) -> Result<(), Trip> {
        if batch.is_empty() {
            return Ok(());
        }
        self.replica
            .stand
            .borrow()
            .expect_lead(Hand::Leader, &mut batch)
            .map_err(super::CommitError::from)?;
        match self.replica.store().commit(batch).await {
            Ok(()) => Ok(()),
            // It expects the epoch, and where it folds, the base that the leader itself wrote.
            Err(outrider_app::store::StoreError::Conflict) => Err(super::CommitError::Deposed.into()),
            Err(error) => Err(error.into()),
        }
    }

    /// Records with a history on the device that are not in sight any more.
    async fn gone(&self, book: &Book) -> Result<BTreeSet<RecordId>, Trip> {
        let rows = self.replica.store().range(&Range::all(Table::History)).await?;
        let ids = rows.iter().filter_map(|(key, _)| match key.parts().first() {
            Some(Part::Id(id)) => Some(RecordId(*id)),
            _ => None,
        });
        let mut ids: BTreeSet<RecordId> = ids.collect();
        ids.retain(|id| book.confirmed(*id).is_none());
        Ok(ids)
    }
}

/// What has come of a first sync, told to the screen in steps that can be seen.
struct Come {
    replica: Rc<Replica>,
    progress: Cell<Progress>,
    told: Cell<u64>,
}

impl Come {
    fn new(replica: Rc<Replica>, snapshot: &Snapshot) -> Self {
        let progress = Progress {
            total_records: snapshot.segments.iter().map(|segment| segment.records).sum(),
            total_bytes: snapshot.segments.iter().map(|segment| segment.bytes).sum(),
            ..Progress::default()
        };
        replica.set_status(|status| status.progress = Some(progress));
        Self { replica, progress: Cell::new(progress), told: Cell::new(0) }
    }

    fn more(&self, bytes: u64, records: u64) {
        self.replica.alive.set(mono());
        let before = self.progress.get();
        let progress = Progress { bytes: before.bytes + bytes, records: before.records + records, ..before };
        self.progress.set(progress);
        if records > 0 || (progress.bytes - self.told.get()) * 50 > progress.total_bytes {
            self.told.set(progress.bytes);
            self.replica.set_status(|status| {
                status.online = true;
                status.progress = Some(progress);
            });
        }
    }
}
