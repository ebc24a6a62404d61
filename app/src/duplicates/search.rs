//! Every likely pair of an entity, in slices so that the page never stands still.
//!
//! Each record is read once for its keys; records that share a key are compared. A key that very many
//! share (a switchboard, a name like many) says nothing by itself and is passed over. Of 100,000 contacts
//! all pairs are found in 0.35 s (`cargo run --release -p outrider-app --example book_bench`), reading
//! being most of it. The book may change meanwhile: what is found is looked at again before it is shown.

use super::compare::{LIKELY, Likeness, Why, compare, keys};
use super::facts::{Facts, Plan};
use super::like::are_apart;
use crate::book::{Book, Scan};
use crate::id::{Millis, RecordId};
use crate::pack::RawValue;
use crate::registry::EntityDef;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// A key shared by more says nothing.
const CROWD: usize = 40;
/// Comparing a pair takes about as long as reading this share of a record.
const PAIRS: usize = 2;

/// Two records that are likely one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// The older first: it is what others have pointed to for longer.
    pub one: RecordId,
    pub other: RecordId,
    pub score: u8,
    pub why: Vec<Why>,
}

/// A search over one entity under way.
pub struct Search {
    plan: Plan,
    scan: Scan,
    read: usize,
    /// (key, place in the scan).
    keys: Vec<(u32, u32)>,
    ordered: bool,
    pairs: Option<std::vec::IntoIter<(u32, u32)>>,
    total: usize,
    facts: HashMap<u32, Facts>,
    found: Vec<Pair>,
}

impl Search {
    /// Begins to look through an entity that may have duplicates.
    pub fn new(book: &Book, def: &EntityDef) -> Self {
        let plan = Plan::of(book.registry(), def);
        let scan = Scan::new(book, &def.id, &plan.fields());
        Self {
            plan,
            scan,
            read: 0,
            keys: Vec::new(),
            ordered: false,
            pairs: None,
            total: 0,
            facts: HashMap::new(),
            found: Vec::new(),
        }
    }

    /// How far it is, of 1.
    pub fn progress(&self) -> f64 {
        let (read, all) = (self.read as f64, self.scan.len().max(1) as f64);
        let left = self.pairs.as_ref().map_or(self.total, |pairs| pairs.len()) as f64;
        let compared = if self.pairs.is_some() { 1.0 - left / self.total.max(1) as f64 } else { 0.0 };
        0.7 * read / all + 0.3 * compared
    }

    /// Works on about so many records. Answers the pairs, the surest first, when all are found.
    pub fn step(&mut self, book: &Book, budget: usize) -> Option<Vec<Pair>> {
        let mut raws: Vec<RawValue<'_>> = Vec::new();
        let end = self.scan.len().min(self.read + budget.max(1));
        if self.read < end {
            for at in self.read..end {
                let facts = self.facts_at(book, at as u32, &mut raws);
                let Self { keys: all, plan, .. } = self;
                keys(plan, &facts, |parts| all.push((hash(parts), at as u32)));
            }
            self.read = end;
            return None;
        }
        // Putting in order goes in slices of its own.
        if !std::mem::replace(&mut self.ordered, true) {
            self.keys.sort_unstable();
            self.keys.dedup();
            return None;
        }
        if self.pairs.is_none() {
            let pairs = self.candidates();
            self.total = pairs.len();
            self.pairs = Some(pairs.into_iter());
            return None;
        }
        for _ in 0..budget.max(1) * PAIRS {
            let Some((a, b)) = self.pairs.as_mut().and_then(Iterator::next) else {
                return Some(self.finish(book));
            };
            self.compare(book, a, b, &mut raws);
        }
        None
    }

    /// Those that share a key, once each, in order.
    fn candidates(&mut self) -> Vec<(u32, u32)> {
        let keys = std::mem::take(&mut self.keys);
        let mut pairs = Vec::new();
        for group in keys.chunk_by(|a, b| a.0 == b.0).filter(|group| (2..=CROWD).contains(&group.len())) {
            for (at, (_, a)) in group.iter().enumerate() {
                pairs.extend(group.iter().skip(at + 1).map(|(_, b)| (*a, *b)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    fn compare<'a>(&mut self, book: &'a Book, a: u32, b: u32, raws: &mut Vec<RawValue<'a>>) {
        // Pairs come in order: what is behind is not needed again.
        if self.facts.len() > 10_000 {
            self.facts.clear();
        }
        for at in [a, b] {
            if !self.facts.contains_key(&at) {
                let facts = self.facts_at(book, at, raws);
                self.facts.insert(at, facts);
            }
        }
        let (Some(facts), Some(others)) = (self.facts.get(&a), self.facts.get(&b)) else { return };
        let Likeness { score, why } = compare(&self.plan, facts, others);
        if score < LIKELY {
            return;
        }
        let (one, other) = (self.scan.id(book, a as usize), self.scan.id(book, b as usize));
        if !are_apart(book, one, other) {
            self.found.push(Pair { one, other, score, why });
        }
    }

    fn facts_at<'a>(&mut self, book: &'a Book, at: u32, raws: &mut Vec<RawValue<'a>>) -> Facts {
        self.scan.read(book, at as usize, raws);
        Facts::read(&self.plan, raws, |id| book.resolve(id))
    }

    fn finish(&mut self, book: &Book) -> Vec<Pair> {
        let mut found = std::mem::take(&mut self.found);
        for pair in &mut found {
            // Where nothing tells which came first, everyone takes the same.
            let made = |id| book.get(id).and_then(|record| record.get::<Millis>("created_at"));
            let age = |id: RecordId| (made(id).unwrap_or(Millis::MAX), id);
            if age(pair.other) < age(pair.one) {
                std::mem::swap(&mut pair.one, &mut pair.other);
            }
        }
        found.sort_by_key(|pair| (std::cmp::Reverse(pair.score), pair.one, pair.other));
        found
    }
}

fn hash(parts: &[&str]) -> u32 {
    let mut hasher = DefaultHasher::new();
    parts.hash(&mut hasher);
    hasher.finish() as u32
}
