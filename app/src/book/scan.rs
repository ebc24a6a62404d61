//! Some fields of every record of an entity, read from their packed rows without decoding the rest.

use super::Book;
use super::find::Finder;
use super::ids::Slot;
use crate::id::RecordId;
use crate::pack::RawValue;

/// What is read of each record, and of which records.
pub(crate) struct Scan {
    finders: Vec<Finder>,
    slots: Vec<Slot>,
}

impl Scan {
    /// These fields of the records that an entity's lists show now.
    pub fn new(book: &Book, entity: &str, fields: &[&str]) -> Self {
        let rows = &book.rows;
        let members = rows.entity_ix(entity).and_then(|ix| rows.members(ix));
        let slots = members.map_or(&[][..], |members| &members.slots).iter().copied();
        Self {
            finders: fields.iter().map(|field| Finder::new(field)).collect(),
            slots: slots.filter(|slot| rows.listed(*slot)).collect(),
        }
    }

    pub fn len(&self) -> usize {
        self.slots.len()
    }

    pub fn id(&self, book: &Book, at: usize) -> RecordId {
        self.slots.get(at).map(|slot| book.rows.id(*slot)).unwrap_or_default()
    }

    /// The fields of one record, in the order they were asked for.
    pub fn read<'a>(&mut self, book: &'a Book, at: usize, out: &mut Vec<RawValue<'a>>) {
        out.clear();
        if let Some(slot) = self.slots.get(at) {
            out.extend(self.finders.iter_mut().map(|finder| finder.get(&book.rows, *slot)));
        }
    }
}
