//! The book as the confirmed records of a device's state machine.

use super::Book;
use crate::device::Base;
use crate::id::{RecordId, Seq};
use crate::record::Record;

impl Base for Book {
    fn confirmed(&self, id: RecordId) -> Option<Record> {
        Book::confirmed(self, id)
    }

    fn versions(&self) -> Vec<(RecordId, Seq)> {
        let slots = 0..self.rows.len() as u32;
        slots.filter_map(|slot| Some((self.rows.id(slot), self.rows.confirmed(slot)?.seq()))).collect()
    }
}
