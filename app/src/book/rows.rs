//! What the book holds, without anything derived from it: packed rows, confirmed and laid over,
//! and a few bytes a record that queries look at first.

use super::find::Finder;
use super::ids::{Ids, Slot};
use super::shelf::{Loc, Shelves};
use crate::id::{Millis, RecordId};
use crate::pack::{Chunk, RowRef};
use crate::record::Record;
use crate::registry::{EntityDef, MERGED_INTO, REDIRECTS, Registry};
use std::collections::{BTreeMap, HashMap};

/// There is a row to show.
const SHOWN: u8 = 1;
const DELETED: u8 = 2;
/// The row says it was merged into another record.
const MERGED: u8 = 4;
const OVERLAID: u8 = 8;

#[derive(Clone, Debug, Default)]
pub(super) struct Members {
    pub name: String,
    pub slots: Vec<Slot>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    pub registry: Registry,
    shelves: Shelves,
    ids: Ids,
    entities: Vec<Members>,
    entity: Vec<u16>,
    flags: Vec<u8>,
    /// When last touched, in seconds: the order of ties.
    touched: Vec<u32>,
    base: Vec<Loc>,
    overlay: HashMap<Slot, Loc>,
    merged: HashMap<RecordId, RecordId>,
    merged_from: BTreeMap<RecordId, Vec<RecordId>>,
    labels: HashMap<RecordId, String>,
    redirects: Finder,
}

/// Not (yet) of any entity.
const NO_ENTITY: u16 = u16::MAX;

impl Rows {
    pub fn new(registry: Registry) -> Self {
        Self { registry, redirects: Finder::new(MERGED_INTO), ..Self::default() }
    }

    pub fn len(&self) -> usize {
        self.ids.len()
    }

    pub fn packed_bytes(&self) -> usize {
        self.shelves.bytes()
    }

    #[inline]
    pub fn id(&self, slot: Slot) -> RecordId {
        self.ids.id(slot)
    }

    pub fn slot(&self, id: RecordId) -> Option<Slot> {
        self.ids.slot(id)
    }

    pub fn intern(&mut self, id: RecordId) -> Slot {
        let slot = self.ids.intern(id);
        if slot as usize == self.flags.len() {
            self.entity.push(NO_ENTITY);
            self.flags.push(0);
            self.touched.push(0);
            self.base.push(Loc::NONE);
        }
        slot
    }

    #[inline]
    fn loc(&self, slot: Slot) -> Loc {
        if self.flags[slot as usize] & OVERLAID != 0 {
            self.overlay.get(&slot).copied().unwrap_or(Loc::NONE)
        } else {
            self.base[slot as usize]
        }
    }

    /// The row the screen shows.
    #[inline]
    pub fn row(&self, slot: Slot) -> Option<RowRef<'_>> {
        self.shelves.row(self.loc(slot))
    }

    /// The shown row, and the shelf it stands on: for the finder.
    #[inline]
    pub fn row_on(&self, slot: Slot) -> Option<(u32, RowRef<'_>)> {
        let loc = self.loc(slot);
        Some((loc.shelf, self.shelves.row(loc)?))
    }

    pub fn confirmed(&self, slot: Slot) -> Option<RowRef<'_>> {
        self.shelves.row(self.base[slot as usize])
    }

    #[inline]
    pub fn entity(&self, slot: Slot) -> u16 {
        self.entity[slot as usize]
    }

    #[inline]
    pub fn touched(&self, slot: Slot) -> u32 {
        self.touched[slot as usize]
    }

    pub fn entity_ix(&self, name: &str) -> Option<u16> {
        self.entities.iter().position(|members| members.name == name).map(|ix| ix as u16)
    }

    pub fn members(&self, entity: u16) -> Option<&Members> {
        self.entities.get(entity as usize)
    }

    pub fn entities(&self) -> &[Members] {
        &self.entities
    }

    pub fn def(&self, entity: u16) -> Option<&EntityDef> {
        self.registry.entity(&self.members(entity)?.name)
    }

    /// Has it a row, deleted or not?
    #[inline]
    pub fn shown(&self, slot: Slot) -> bool {
        self.flags[slot as usize] & SHOWN != 0
    }

    /// Does it belong in lists: there, not deleted, not merged into another?
    #[inline]
    pub fn listed(&self, slot: Slot) -> bool {
        match self.flags[slot as usize] & (SHOWN | DELETED | MERGED) {
            SHOWN => true,
            flags if flags == SHOWN | MERGED => self.resolve(self.id(slot)) == self.id(slot),
            _ => false,
        }
    }

    /// The record an id stands for, redirects followed. Where they run in a circle, the smallest
    /// id of it, so that everyone picks the same.
    #[inline]
    pub fn resolve(&self, id: RecordId) -> RecordId {
        if self.merged.is_empty() {
            return id;
        }
        let mut path = vec![id];
        let mut at = id;
        while let Some(next) = self.merged.get(&at).filter(|_| path.len() < REDIRECTS) {
            if let Some(from) = path.iter().position(|seen| seen == next) {
                return path.into_iter().skip(from).min().unwrap_or(id);
            }
            path.push(*next);
            at = *next;
        }
        at
    }

    /// Every id that redirects.
    pub fn merged(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.merged.keys().copied()
    }

    /// Every id that resolves to this one, itself first.
    pub fn aliases(&self, id: RecordId) -> Vec<RecordId> {
        let mut all = vec![id];
        let mut next = 0;
        while let Some(at) = all.get(next).copied() {
            next += 1;
            for from in self.merged_from.get(&at).into_iter().flatten() {
                if !all.contains(from) {
                    all.push(*from);
                }
            }
        }
        all
    }

    /// The slots whose ids resolve to this one's, itself first.
    pub fn alias_slots(&self, slot: Slot) -> Vec<Slot> {
        if self.merged.is_empty() {
            return vec![slot];
        }
        self.aliases(self.id(slot)).into_iter().filter_map(|id| self.slot(id)).collect()
    }

    pub fn set_label(&mut self, id: RecordId, label: String) {
        self.labels.insert(id, label);
    }

    /// Appends what the record is called, redirects followed; the label where it is not here.
    pub fn title_into(&self, id: RecordId, out: &mut String) {
        let id = self.resolve(id);
        let slot = self.slot(id).filter(|slot| self.shown(*slot));
        match slot {
            Some(slot) => self.title_of(slot, out),
            None => out.push_str(self.labels.get(&id).map_or("", String::as_str)),
        }
    }

    /// Appends the title of the shown row.
    pub fn title_of(&self, slot: Slot, out: &mut String) {
        let (Some(row), Some(def)) = (self.row(slot), self.def(self.entity(slot))) else { return };
        let start = out.len();
        for text in def.title.iter().filter_map(|field| row.named(field).text()) {
            if !text.is_empty() {
                if out.len() > start {
                    out.push(' ');
                }
                out.push_str(text);
            }
        }
    }

    /// Opens a chunk. Each row follows by [`Self::take`] or is left out; then [`Self::settle`].
    pub fn open(&mut self, chunk: Chunk) -> u32 {
        self.reserve(chunk.len());
        self.shelves.load(chunk)
    }

    fn reserve(&mut self, more: usize) {
        self.ids.reserve(more);
        self.entity.reserve(more);
        self.flags.reserve(more);
        self.touched.reserve(more);
        self.base.reserve(more);
    }

    /// A loaded row becomes what is confirmed.
    pub fn take(&mut self, slot: Slot, loc: Loc) {
        self.place_base(slot, loc);
    }

    pub fn settle(&mut self, left_out: usize) {
        if let Some(shelf) = self.shelves.settle(left_out) {
            self.rewrite(shelf);
        }
    }

    pub fn put(&mut self, slot: Slot, record: Option<&Record>) {
        let loc = record.map_or(Loc::NONE, |record| self.shelves.push(record));
        self.place_base(slot, loc);
    }

    fn place_base(&mut self, slot: Slot, loc: Loc) {
        let before = std::mem::replace(&mut self.base[slot as usize], loc);
        self.refresh(slot);
        self.release(before);
    }

    pub fn lay_over(&mut self, slot: Slot, record: Option<&Record>) {
        let before = match record {
            Some(record) => {
                let loc = self.shelves.push(record);
                self.overlay.insert(slot, loc)
            }
            None => self.overlay.remove(&slot),
        };
        self.refresh(slot);
        self.release(before.unwrap_or(Loc::NONE));
    }

    /// Reads again what is kept beside the shown row.
    fn refresh(&mut self, slot: Slot) {
        let over = self.overlay.get(&slot).copied();
        let mut flags = if over.is_some() { OVERLAID } else { 0 };
        let loc = over.unwrap_or(self.base[slot as usize]);
        let row = self.shelves.row(loc);
        let mut merged = None;
        let mut touched: Millis = 0;
        let mut entity = None;
        if let Some(row) = row {
            flags |= SHOWN | if row.deleted().is_some() { DELETED } else { 0 };
            merged = self.redirects.of(loc.shelf, &row).ref_id().filter(|into| *into != row.id());
            touched = row.at();
            entity = Some(row.entity());
        }
        flags |= if merged.is_some() { MERGED } else { 0 };
        let known =
            self.entities.get(self.entity[slot as usize] as usize).map(|members| members.name.as_str());
        if entity.is_some() && entity != known {
            let name = entity.unwrap_or_default().to_owned();
            self.move_to(slot, name);
        }
        self.flags[slot as usize] = flags;
        self.touched[slot as usize] = (touched / 1000).clamp(0, i64::from(u32::MAX)) as u32;
        self.redirect(self.ids.id(slot), merged);
    }

    fn move_to(&mut self, slot: Slot, name: String) {
        if let Some(before) = self.entities.get_mut(self.entity[slot as usize] as usize) {
            before.slots.retain(|member| *member != slot);
        }
        let ix = self.entity_ix(&name).unwrap_or_else(|| {
            self.entities.push(Members { name, slots: Vec::new() });
            self.entities.len() as u16 - 1
        });
        self.entities[ix as usize].slots.push(slot);
        self.entity[slot as usize] = ix;
    }

    fn redirect(&mut self, id: RecordId, into: Option<RecordId>) {
        if self.merged.is_empty() && into.is_none() {
            return;
        }
        let before = match into {
            Some(into) => self.merged.insert(id, into),
            None => self.merged.remove(&id),
        };
        if before == into {
            return;
        }
        if let Some(froms) = before.and_then(|before| self.merged_from.get_mut(&before)) {
            froms.retain(|from| *from != id);
        }
        if let Some(into) = into {
            self.merged_from.entry(into).or_default().push(id);
        }
    }

    /// Lets a row go, and writes its shelf anew where little of it is left.
    fn release(&mut self, loc: Loc) {
        if !loc.is_some() {
            return;
        }
        if let Some(shelf) = self.shelves.release(loc) {
            self.rewrite(shelf);
        }
    }

    fn rewrite(&mut self, shelf: u32) {
        let mut moves = Vec::new();
        for (loc, row) in self.shelves.rows(shelf) {
            let Some(slot) = self.ids.slot(row.id()) else { continue };
            let over = self.overlay.get(&slot) == Some(&loc);
            // A shelf was checked when it was opened, or is our own: its rows decode.
            if (over || self.base[slot as usize] == loc)
                && let Ok(record) = row.to_record()
            {
                moves.push((slot, over, record));
            }
        }
        self.shelves.drop_shelf(shelf);
        for (slot, over, record) in moves {
            let loc = self.shelves.push(&record);
            if over {
                self.overlay.insert(slot, loc);
            } else {
                self.base[slot as usize] = loc;
            }
        }
    }
}
