//! The search index, made in slices while nothing else is to do; and the marks that tell when the
//! first rows were there and when everything is searchable.

use super::Core;
use crate::platform::{idle, marks};
use gloo_timers::future::TimeoutFuture;
use std::rc::Rc;

/// Rows read in a slice: some ten milliseconds.
const SLICE: usize = 1_000;

impl Core {
    /// Makes or mends the index, if that is not under way.
    pub fn index(self: &Rc<Self>) {
        if self.indexing.replace(true) {
            return;
        }
        let core = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                idle::idle().await;
                match core.change_book(|book| book.index_step(SLICE)) {
                    Some(false) => {}
                    Some(true) => break,
                    // Being read just now, or nobody is signed in.
                    None if core.replica().is_none() => break,
                    None => {}
                }
            }
            core.indexing.set(false);
            core.measure_searchable();
        });
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
