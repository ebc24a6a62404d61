//! Folding: the chunks are written anew with everything that stands beside them, in one
//! transaction, while nothing else is to do.

use super::lead::{Leader, Trip};
use super::replica::generation_key;
use crate::platform::clock::mono;
use crate::platform::idle;
use outrider_app::device::Base as _;
use outrider_app::key;
use outrider_app::pack::{Detail, Packer};
use outrider_app::store::{Batch, Range, Table};

/// Records in a chunk.
const CHUNK: usize = 4_000;
/// Records packed without letting the page breathe.
const SLICE: usize = 500;

impl Leader {
    pub(super) async fn fold(&mut self) -> Result<(), Trip> {
        let replica = self.replica.clone();
        let generation = replica.generation.get() + 1;
        let ids = replica.book.borrow().versions();
        let mut batch = Batch::default();
        batch.clears.push(Range { table: Table::Chunk, from: key![0], to: Some(key![generation + 1]) });
        batch.clears.push(Range::all(Table::Delta));
        // Only this loop changes confirmed records, so they stand still meanwhile.
        for (place, ids) in ids.chunks(CHUNK).enumerate() {
            let mut packer = Packer::new(Detail::Lean);
            for slice in ids.chunks(SLICE) {
                idle::idle().await;
                replica.alive.set(mono());
                let book = replica.book.borrow();
                slice.iter().filter_map(|(id, _)| book.confirmed(*id)).for_each(|record| {
                    packer.push(&record);
                });
            }
            batch.put(Table::Chunk, key![generation, place as u64], packer.finish());
        }
        batch.put(Table::Meta, generation_key(), generation.to_string().into_bytes());
        // What is read out of the book takes the place of the rows: it must be what they say.
        replica.stand.borrow().expect_base(&mut batch);
        self.commit(batch).await?;
        replica.generation.set(generation);
        replica.to_fold.set(0);
        Ok(())
    }
}
