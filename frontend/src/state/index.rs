//! The search index, made in slices while nothing else is to do; and the marks that tell when the
//! first rows were there and when everything is searchable.

use super::Core;
use crate::platform::idle::Turns;
use crate::platform::{idle, marks};
use gloo_timers::future::TimeoutFuture;
use outrider_app::book::Book;
use std::rc::Rc;

/// Rows read in a step: some milliseconds.
const SLICE: usize = 500;

impl Core {
    /// Makes or mends the index, if that is not under way.
    pub fn index(self: &Rc<Self>) {
        if self.indexing.replace(true) {
            return;
        }
        let core = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            // What is on the screen comes first.
            idle::idle().await;
            core.step_through(|book| book.index_step(SLICE)).await;
            core.indexing.set(false);
            core.measure_searchable();
            // What was taken as it was stored is looked at now that nobody waits.
            let mut sound = true;
            let check = |book: &mut Book| {
                book.check_step().is_none_or(|found| {
                    sound = found.is_ok();
                    !sound
                })
            };
            core.step_through(check).await;
            if let Some(replica) = core.replica().filter(|_| !sound) {
                replica.note_damage();
            }
        });
    }

    /// Long work on the book, in turns with the page, until a step says that it was the last.
    async fn step_through(&self, mut step: impl FnMut(&mut Book) -> bool) {
        let turns = Turns::begin();
        loop {
            match self.change_book(&mut step) {
                Some(true) => return,
                Some(false) => turns.breathe().await,
                // Nobody is signed in, or it is being read just now.
                None if self.replica().is_none() => return,
                None => idle::pause().await,
            }
        }
    }

    /// The first rows can be shown.
    pub fn measure_open(&self) {
        let (open, searchable) = self.measured.get();
        if !open {
            self.measured.set((true, searchable));
            // The screen follows before timers do.
            wasm_bindgen_futures::spawn_local(async {
                TimeoutFuture::new(0).await;
                marks::measure("outrider:open", 0.0);
            });
        }
    }

    fn measure_searchable(&self) {
        let (open, searchable) = self.measured.get();
        if open && !searchable {
            self.measured.set((open, true));
            marks::measure("outrider:searchable", 0.0);
            // A search that was typed before found only a part.
            self.changed();
        }
    }
}
