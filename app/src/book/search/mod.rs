//! Search over everything: words of all search fields, phone numbers by any piece.
//!
//! The index is in tiers. A large one is made in slices ([`Search::step`]); what changes since
//! goes into small ones made on the spot; now and then they are made into one. A slot counts in
//! one tier at most, so what is found is what stands.

mod ask;
mod build;
mod digits;
mod score;
mod tier;
mod token;
mod typo;
mod words;

pub(crate) use token::{digits, words};

use super::ids::Slot;
use super::refs::Refs;
use super::rows::Rows;
use build::Builder;
use std::collections::HashSet;
use tier::Tier;

/// In no tier.
const NONE: u8 = u8::MAX;
/// So many changed rows are read before a search answers; more wait for [`Search::step`].
const ON_THE_SPOT: usize = 2_000;
/// With more small tiers than this they are made into one.
const SMALL_TIERS: usize = 8;

#[derive(Default)]
pub(super) struct Search {
    tiers: Vec<Option<Tier>>,
    /// By slot: the tier where it counts.
    tier_of: Vec<u8>,
    /// Changed, and in no tier and not being read.
    pending: Vec<Slot>,
    queued: Vec<bool>,
    builder: Option<Builder>,
}

impl Search {
    /// A row changed: until it is read again it is not found.
    pub fn touch(&mut self, slot: Slot) {
        let at = slot as usize;
        if at >= self.queued.len() {
            self.queued.resize(at + 1, false);
            self.tier_of.resize(at + 1, NONE);
        }
        let tier = std::mem::replace(&mut self.tier_of[at], NONE);
        self.leave(tier);
        if let Some(builder) = &mut self.builder {
            builder.touch(slot);
        }
        if !std::mem::replace(&mut self.queued[at], true) {
            self.pending.push(slot);
        }
    }

    fn leave(&mut self, no: u8) {
        let Some(holder) = self.tiers.get_mut(no as usize) else { return };
        if let Some(tier) = holder {
            tier.live -= 1;
            if tier.live == 0 {
                *holder = None;
            }
        }
    }

    /// Rows read and rows to be read, for showing progress.
    pub fn progress(&self) -> (usize, usize) {
        let left = self.pending.len() + self.builder.as_ref().map_or(0, Builder::left);
        (self.queued.len().saturating_sub(left), self.queued.len())
    }

    /// Reads about so many rows into the index; true when all is read and in order.
    pub fn step(&mut self, rows: &Rows, budget: usize) -> bool {
        if self.builder.is_none() {
            let mut slots = self.take_pending();
            if slots.is_empty() {
                slots = self.to_merge();
            }
            if slots.is_empty() {
                return true;
            }
            self.builder = Some(Builder::new(slots));
        }
        let Some(builder) = &mut self.builder else { return true };
        if let Some(tier) = builder.step(rows, budget) {
            let spoiled = std::mem::take(&mut builder.spoiled);
            self.builder = None;
            self.seal(tier, &spoiled);
        }
        self.builder.is_none() && self.pending.is_empty() && self.to_merge().is_empty()
    }

    fn take_pending(&mut self) -> Vec<Slot> {
        let slots = std::mem::take(&mut self.pending);
        slots.iter().for_each(|slot| self.queued[*slot as usize] = false);
        slots
    }

    fn seal(&mut self, mut tier: Tier, spoiled: &HashSet<Slot>) {
        let free = self.tiers.iter().position(Option::is_none).unwrap_or(self.tiers.len());
        let mine: Vec<Slot> = tier.slots.iter().copied().filter(|slot| !spoiled.contains(slot)).collect();
        tier.live = mine.len();
        // A free number may be given only after its slots have left it.
        let mut left = Vec::with_capacity(mine.len());
        for slot in &mine {
            left.push(std::mem::replace(&mut self.tier_of[*slot as usize], free as u8));
        }
        left.into_iter().for_each(|no| self.leave(no));
        if tier.live > 0 {
            if free == self.tiers.len() {
                self.tiers.push(None);
            }
            self.tiers[free] = Some(tier);
        }
    }

    /// The slots of the tiers that should be made into one: the small ones where they are many,
    /// all where the largest has lost half of its slots.
    fn to_merge(&self) -> Vec<Slot> {
        let standing = self.tiers.iter().flatten().count();
        let largest =
            self.tiers.iter().enumerate().max_by_key(|(_, tier)| tier.as_ref().map_or(0, |t| t.live));
        let Some((largest, Some(tier))) = largest else { return Vec::new() };
        let hollow = tier.live * 2 < tier.slots.len();
        if standing <= SMALL_TIERS && !hollow {
            return Vec::new();
        }
        let merges = |no: u8| no != NONE && (hollow || no as usize != largest);
        let slots = self.tier_of.iter().enumerate().filter(|(_, no)| merges(**no));
        slots.map(|(slot, _)| slot as Slot).collect()
    }

    /// Reads what changed, where it is little; a large rest waits for [`Self::step`].
    pub fn catch_up(&mut self, rows: &Rows) {
        if let Some(builder) = &mut self.builder
            && builder.size() <= ON_THE_SPOT
            && let Some(tier) = builder.step(rows, usize::MAX)
        {
            let spoiled = std::mem::take(&mut builder.spoiled);
            self.builder = None;
            self.seal(tier, &spoiled);
        }
        if !self.pending.is_empty() && self.pending.len() <= ON_THE_SPOT {
            let slots = self.take_pending();
            if let Some(tier) = Builder::new(slots).step(rows, usize::MAX) {
                self.seal(tier, &HashSet::new());
            }
        }
        // Where nobody takes steps, small tiers must not grow without end.
        if self.builder.is_none() && self.tiers.iter().flatten().count() > 4 * SMALL_TIERS {
            let slots = self.to_merge();
            if let Some(tier) = Builder::new(slots).step(rows, usize::MAX) {
                self.seal(tier, &HashSet::new());
            }
        }
    }

    /// By slot, how well it answers; 0 where it does not. Deleted records are not looked at.
    /// A text without words finds nothing.
    pub fn find(
        &self,
        rows: &Rows,
        refs: &Refs,
        belongs: &dyn Fn(Slot, u16) -> bool,
        text: &str,
    ) -> Vec<u16> {
        let field = score::Field { rows, refs, belongs };
        let mut scores = self.scores(&field, &ask::parts(text));
        scores.resize(rows.len(), 0);
        scores
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        let tiers: usize = self.tiers.iter().flatten().map(Tier::bytes).sum();
        tiers + self.tier_of.len() * 2
    }
}
