//! The first sync, and beginning again: the whole permitted file in sealed segments, stored as they
//! come under a new generation. Only the last transaction makes that generation the base, so that
//! a crash on the way leaves what stood before.

use super::api::Failure;
use super::commit::Hand;
use super::lead::{Leader, Trip};
use super::met::Met;
use super::replica::{Told, generation_key, wiped_key};
use super::status::Progress;
use crate::platform::clock::mono;
use crate::platform::marks;
use outrider_app::book::Book;
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::protocol::{Frame, Snapshot};
use outrider_app::registry::Registry;
use outrider_app::store::{Batch, Part, Range, Store as _, Table};
use std::collections::BTreeSet;

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
            status.head = snapshot.cursor.seq;
        });
        replica.tell(Told::Replaced);
        replica.tell(Told::Complete);
        marks::measure("outrider:first-sync", start);
        Ok(())
    }

    /// Fetches and stores every segment; answers the book they make.
    async fn fetch(&self, snapshot: &Snapshot, generation: u64) -> Result<Book, Trip> {
        let replica = &self.replica;
        let mut progress = Progress {
            total_records: snapshot.segments.iter().map(|segment| segment.records).sum(),
            total_bytes: snapshot.segments.iter().map(|segment| segment.bytes).sum(),
            ..Progress::default()
        };
        replica.set_status(|status| status.progress = Some(progress));
        // What a try before this one left behind.
        let mut clean = Batch::default();
        clean.clears.push(Range { table: Table::Chunk, from: key![generation], to: None });
        self.commit(clean).await?;
        let mut book = Book::new(Registry::standard().clone());
        for (place, segment) in snapshot.segments.iter().enumerate() {
            let before = progress;
            let come = |bytes: u64| {
                replica.alive.set(mono());
                let progress = Progress { bytes: before.bytes + bytes.min(segment.bytes), ..before };
                replica.set_status(|status| status.progress = Some(progress));
            };
            let bytes = replica.server().segment(&segment.name, come).await?;
            let whole = bytes.len() as u64 == segment.bytes;
            let taken = book.load_chunk(bytes.clone()).map_err(|_| Failure::Malformed)?;
            if !whole || taken as u64 != segment.records {
                return Err(Failure::Malformed.into());
            }
            let mut batch = Batch::default();
            batch.put(Table::Chunk, key![generation, place as u64], bytes);
            self.commit(batch).await?;
            progress.records += segment.records;
            progress.bytes += segment.bytes;
            replica.set_status(|status| {
                status.online = true;
                status.progress = Some(progress);
            });
        }
        Ok(book)
    }

    /// Writes rows that are not own work, while this tab leads.
    pub(super) async fn commit(&self, mut batch: Batch) -> Result<(), Trip> {
        self.replica.expect_lead(&mut batch, Hand::Leader)?;
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
        let ids = rows.iter().filter_map(|(key, _)| match key.0.first() {
            Some(Part::Text(id)) => RecordId::parse(id),
            _ => None,
        });
        let mut ids: BTreeSet<RecordId> = ids.collect();
        ids.retain(|id| book.confirmed(*id).is_none());
        Ok(ids)
    }
}
