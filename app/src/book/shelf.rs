//! Where the packed rows stand: loaded chunks as they came, and shelves of our own that grow.
//! A shelf whose rows were mostly replaced is written anew, so that memory follows what is held.

use crate::pack::{Chunk, Detail, Packer, RowRef};
use crate::record::Record;

/// A row's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loc {
    pub shelf: u32,
    pub place: u32,
}

impl Loc {
    pub const NONE: Loc = Loc { shelf: u32::MAX, place: 0 };

    pub fn is_some(self) -> bool {
        self != Loc::NONE
    }
}

#[derive(Clone, Debug)]
enum Rows {
    Loaded(Chunk),
    Own(Packer),
    Gone,
}

#[derive(Clone, Debug)]
struct Shelf {
    rows: Rows,
    /// Rows that something still points to.
    live: usize,
}

/// A shelf of our own is closed beyond this many bytes.
const SHELF_BYTES: usize = 256 * 1024;

#[derive(Clone, Debug, Default)]
pub(super) struct Shelves {
    shelves: Vec<Shelf>,
    /// The shelf that takes new rows.
    open: Option<u32>,
    /// The chunk whose rows are being taken in.
    loading: Option<u32>,
}

impl Shelves {
    #[inline]
    pub fn row(&self, loc: Loc) -> Option<RowRef<'_>> {
        match &self.shelves.get(loc.shelf as usize)?.rows {
            Rows::Loaded(chunk) => chunk.row_at(loc.place),
            Rows::Own(packer) => packer.row_at(loc.place),
            Rows::Gone => None,
        }
    }

    /// Takes a chunk; all of its rows count as live. Ends with [`Self::settle`].
    pub fn load(&mut self, chunk: Chunk) -> u32 {
        let live = chunk.len();
        let shelf = self.add(Rows::Loaded(chunk));
        self.shelves[shelf as usize].live = live;
        self.loading = Some(shelf);
        shelf
    }

    /// The chunk is taken in, but for so many rows. Answers the shelf where it should be written
    /// anew.
    pub fn settle(&mut self, left_out: usize) -> Option<u32> {
        let shelf = self.loading.take()?;
        let holder = self.shelves.get_mut(shelf as usize)?;
        holder.live = holder.live.saturating_sub(left_out);
        self.judge(shelf)
    }

    /// Packs a record; its row is live.
    pub fn push(&mut self, record: &Record) -> Loc {
        let shelf = self.open.unwrap_or_else(|| self.add(Rows::Own(Packer::new(Detail::Lean))));
        self.open = Some(shelf);
        let holder = &mut self.shelves[shelf as usize];
        let Rows::Own(packer) = &mut holder.rows else { return Loc::NONE };
        let place = packer.push(record);
        holder.live += 1;
        if packer.size() > SHELF_BYTES {
            packer.shrink();
            self.open = None;
        }
        Loc { shelf, place }
    }

    /// Counts a row as no longer live. Answers the shelf where it should be written anew.
    pub fn release(&mut self, loc: Loc) -> Option<u32> {
        let shelf = self.shelves.get_mut(loc.shelf as usize)?;
        shelf.live = shelf.live.saturating_sub(1);
        self.judge(loc.shelf)
    }

    /// Drops a shelf of which nothing is held; answers one of which little is.
    fn judge(&mut self, at: u32) -> Option<u32> {
        let shelf = self.shelves.get(at as usize)?;
        if self.open == Some(at) || self.loading == Some(at) {
            return None;
        }
        let all = match &shelf.rows {
            Rows::Loaded(chunk) => chunk.len(),
            Rows::Own(packer) => packer.len(),
            Rows::Gone => return None,
        };
        if shelf.live == 0 {
            self.drop_shelf(at);
            return None;
        }
        (shelf.live * 2 < all).then_some(at)
    }

    /// Lets a shelf go, whatever still points to it. Its number is not given again.
    pub fn drop_shelf(&mut self, shelf: u32) {
        if let Some(gone) = self.shelves.get_mut(shelf as usize) {
            *gone = Shelf { rows: Rows::Gone, live: 0 };
        }
    }

    /// The rows of a shelf, live or not.
    pub fn rows(&self, shelf: u32) -> Vec<(Loc, RowRef<'_>)> {
        let at = |(place, row)| (Loc { shelf, place }, row);
        match self.shelves.get(shelf as usize).map(|shelf| &shelf.rows) {
            Some(Rows::Loaded(chunk)) => chunk.rows().map(at).collect(),
            Some(Rows::Own(packer)) => packer.rows().map(at).collect(),
            _ => Vec::new(),
        }
    }

    /// Bytes of packed rows held.
    pub fn bytes(&self) -> usize {
        let of = |shelf: &Shelf| match &shelf.rows {
            Rows::Loaded(chunk) => chunk.bytes().len(),
            Rows::Own(packer) => packer.size(),
            Rows::Gone => 0,
        };
        self.shelves.iter().map(of).sum()
    }

    fn add(&mut self, rows: Rows) -> u32 {
        let shelf = Shelf { rows, live: 0 };
        self.shelves.push(shelf);
        self.shelves.len() as u32 - 1
    }
}
