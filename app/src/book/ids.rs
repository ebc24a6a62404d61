//! Record ids and the small numbers ("slots") that everything else in the book uses for them.

use crate::id::RecordId;

/// A record's number in the book; never given to another record.
pub(super) type Slot = u32;

/// Ids by slot, and slots by id: 16 bytes and about 8 more a record.
#[derive(Clone, Debug, Default)]
pub(super) struct Ids {
    ids: Vec<RecordId>,
    /// Open addressing: slot + 1, 0 where free. A power of two long, at most three quarters full and mostly much
    /// emptier.
    table: Vec<u32>,
}

impl Ids {
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    #[inline]
    pub fn id(&self, slot: Slot) -> RecordId {
        self.ids[slot as usize]
    }

    pub fn slot(&self, id: RecordId) -> Option<Slot> {
        let mut at = self.start(id)?;
        loop {
            let slot = self.table[at].checked_sub(1)?;
            if self.ids[slot as usize] == id {
                return Some(slot);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    /// The slot of an id, a new one where it has none.
    pub fn intern(&mut self, id: RecordId) -> Slot {
        if let Some(slot) = self.slot(id) {
            return slot;
        }
        if (self.ids.len() + 1) * 4 > self.table.len() * 3 {
            self.grow();
        }
        self.ids.push(id);
        let slot = self.ids.len() as u32 - 1;
        self.enter(slot);
        slot
    }

    /// Makes room for so many more.
    pub fn reserve(&mut self, more: usize) {
        self.ids.reserve(more);
    }

    fn start(&self, id: RecordId) -> Option<usize> {
        let mask = self.table.len().checked_sub(1)?;
        let number = id.0.as_u128();
        let mixed = (number as u64 ^ (number >> 64) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        Some((mixed >> 32) as usize & mask)
    }

    fn enter(&mut self, slot: Slot) {
        let Some(mut at) = self.start(self.ids[slot as usize]) else { return };
        while self.table[at] != 0 {
            at = (at + 1) & (self.table.len() - 1);
        }
        self.table[at] = slot + 1;
    }

    fn grow(&mut self) {
        let len = (self.table.len() * 4).max(1 << 12);
        self.table = vec![0; len];
        for slot in 0..self.ids.len() as u32 {
            self.enter(slot);
        }
    }
}
