//! Records that are likely one: what one is like, at once; all pairs, in turns with the page.

use super::App;
use crate::platform::idle::Turns;
use crate::platform::marks;
use outrider_app::duplicates::{Like, Pair, Search, are_apart, like};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::EntityDef;

/// Records looked at in a step: a few milliseconds.
const SLICE: usize = 500;

impl App {
    /// The records this one is likely one with, the surest first; of a draft, what to mention.
    pub fn likes(self, def: &EntityDef, record: &Record, most: usize) -> Vec<Like> {
        self.tracked_mut(|book| like(book, def, record, most))
    }

    /// The record itself and what was merged into it.
    pub fn aliases(self, id: RecordId) -> Vec<RecordId> {
        self.tracked(|book| book.aliases(id))
    }

    /// The record of just this id, redirects not followed.
    pub fn own_record(self, id: RecordId) -> Option<Record> {
        self.tracked(|book| book.get(id))
    }

    /// The record an id stands for, redirects followed.
    pub fn resolve(self, id: RecordId) -> RecordId {
        self.tracked(|book| book.resolve(id))
    }

    /// Are both still there, each by itself, and did nobody say that they are two?
    pub fn is_pair(self, one: RecordId, other: RecordId) -> bool {
        self.tracked(|book| {
            let there =
                |id| book.resolve(id) == id && book.get(id).is_some_and(|record| record.deleted.is_none());
            there(one) && there(other) && !are_apart(book, one, other)
        })
    }

    /// Every likely pair of an entity, the surest first. `going` hears how far it is, of 1, and says
    /// whether to go on; `None` where it was told to stop.
    pub async fn pairs(self, def: &EntityDef, going: impl Fn(f64) -> bool) -> Option<Vec<Pair>> {
        let start = marks::now();
        let turns = Turns::begin();
        let mut search = self.with_book(|book| Search::new(book, def));
        loop {
            if let Some(found) = self.with_book(|book| search.step(book, SLICE)) {
                marks::measure("outrider:duplicates", start);
                return Some(found);
            }
            if !going(search.progress()) {
                return None;
            }
            turns.breathe().await;
        }
    }
}
