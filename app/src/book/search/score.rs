//! How well each slot answers what was typed: for each part its best find, then their sum.

use super::super::ids::Slot;
use super::super::refs::Refs;
use super::super::rows::Rows;
use super::ask::Part;
use super::digits::Lies;
use super::tier::Tier;
use super::{NONE, Search, typo};

/// What a find is worth. Multiples of twenty: a title adds less, so that it never makes up for
/// the next better kind of find.
const EXACT: u8 = 200;
const PREFIX: u8 = 160;
const WITHIN: u8 = 120;
/// The title of a company or contact it belongs to.
const BELONGS: u8 = 100;
const TYPO: u8 = 60;
const TWO_TYPOS: u8 = 40;
const UNFINISHED_TYPO: u8 = 20;
/// What a title adds, by title code; the last is for a title of just the words typed.
const ELSEWHERE: u8 = 0;
const TITLE: u8 = 8;
const WHOLE_TITLE: u8 = 12;

/// A search with typos is tried below this many finds.
const LITTLE: usize = 3;
/// From so many bytes on, a word finds what belongs to a record of that name.
const BELONGS_FROM: usize = 3;

/// A word in more titles than this says little of what belongs to them.
const BELONGS_MOST: usize = 1_000;

/// What a search works on.
pub(super) struct Field<'a> {
    pub rows: &'a Rows,
    pub refs: &'a Refs,
    /// By field number of `refs`: whether it makes its record belong to what it points to.
    pub belongs: &'a dyn Fn(Slot, u16) -> bool,
}

impl Search {
    /// By slot, what it is worth; 0 where it does not answer.
    pub(super) fn scores(&self, field: &Field<'_>, parts: &[Part]) -> Vec<u16> {
        let strict = self.all_parts(field, parts, false);
        let found = |scores: &[u16]| {
            let hit = |(slot, score): (usize, &u16)| *score > 0 && field.rows.listed(slot as Slot);
            scores.iter().enumerate().filter(|(slot, score)| hit((*slot, *score))).take(LITTLE).count()
        };
        if parts.is_empty() || found(&strict) >= LITTLE {
            return strict;
        }
        self.all_parts(field, parts, true)
    }

    fn all_parts(&self, field: &Field<'_>, parts: &[Part], typos: bool) -> Vec<u16> {
        let mut total: Option<Vec<u16>> = None;
        for part in parts {
            let best = self.part(field, part, parts.len(), typos);
            total = Some(match total {
                None => best.into_iter().map(u16::from).collect(),
                Some(mut total) => {
                    for (sum, best) in total.iter_mut().zip(best) {
                        *sum = if *sum > 0 && best > 0 { *sum + u16::from(best) } else { 0 };
                    }
                    total
                }
            });
        }
        total.unwrap_or_default()
    }

    fn part(&self, field: &Field<'_>, part: &Part, parts: usize, typos: bool) -> Vec<u8> {
        let mut words = part.words.iter();
        let mut best = match words.next() {
            Some(word) => self.word(field, word, parts, typos),
            None => vec![0; field.rows.len()],
        };
        for word in words {
            let other = self.word(field, word, parts, typos);
            best.iter_mut().zip(other).for_each(|(best, other)| *best = (*best).min(other));
        }
        if let Some(digits) = &part.digits {
            for (no, tier) in self.tiers() {
                tier.digits.find(digits, |slot, lies| {
                    let worth = match lies {
                        Lies::Whole => EXACT,
                        Lies::Edge => PREFIX,
                        Lies::Within => WITHIN,
                    };
                    let best = &mut best[slot as usize];
                    if self.tier_of[slot as usize] == no && *best < worth {
                        *best = worth;
                    }
                });
            }
        }
        best
    }

    /// By slot, the best find of one word.
    fn word(&self, field: &Field<'_>, word: &[u8], parts: usize, typos: bool) -> Vec<u8> {
        let mut best = vec![0_u8; field.rows.len()];
        let titles: [u8; 4] = std::array::from_fn(|code| match code {
            0 => ELSEWHERE,
            code if code == parts && code < 3 => WHOLE_TITLE,
            _ => TITLE,
        });
        for (no, tier) in self.tiers() {
            let range = tier.starting(word);
            for at in range {
                let worth = if tier.word(at).len() == word.len() { EXACT } else { PREFIX };
                self.list(no, tier, at, titles.map(|title| title + worth), &mut best);
            }
        }
        if typos && let Some((typed, most)) = typable(word) {
            for (no, tier) in self.tiers() {
                let mut near = Vec::new();
                typo::near(tier, &typed, most, typed.len() > 4, |at, distance| near.push((at, distance)));
                for (at, distance) in near {
                    let worth = match distance {
                        distance if distance > most => UNFINISHED_TYPO,
                        1 => TYPO,
                        _ => TWO_TYPOS,
                    };
                    self.list(no, tier, at, titles.map(|title| title + worth), &mut best);
                }
            }
        }
        if word.len() >= BELONGS_FROM {
            self.belonging(field, &mut best);
        }
        best
    }

    /// Raises each slot of a word's list to what it is worth there, by title code.
    fn list(&self, no: u8, tier: &Tier, at: usize, worth: [u8; 4], best: &mut [u8]) {
        if tier.live == tier.slots.len() {
            tier.each(at, |slot, code| {
                let best = &mut best[slot as usize];
                *best = (*best).max(worth[code]);
            });
        } else {
            tier.each(at, |slot, code| {
                if self.tier_of[slot as usize] == no {
                    let best = &mut best[slot as usize];
                    *best = (*best).max(worth[code]);
                }
            });
        }
    }

    /// What belongs to a record whose title was found is found too.
    fn belonging(&self, field: &Field<'_>, best: &mut [u8]) {
        let titled = |(_, worth): &(usize, &u8)| **worth >= PREFIX && **worth % 20 != 0;
        let named: Vec<Slot> = best
            .iter()
            .enumerate()
            .filter(titled)
            .map(|(slot, _)| slot as Slot)
            .take(BELONGS_MOST + 1)
            .collect();
        if named.len() > BELONGS_MOST {
            return;
        }
        let mut raised = Vec::new();
        for target in named.into_iter().flat_map(|slot| field.rows.alias_slots(slot)) {
            let sources = field.refs.pointing(target).filter(|(source, no)| (field.belongs)(*source, *no));
            raised.extend(sources.map(|(source, _)| source));
        }
        for slot in raised {
            let best = &mut best[slot as usize];
            *best = (*best).max(BELONGS);
        }
    }

    fn tiers(&self) -> impl Iterator<Item = (u8, &Tier)> {
        self.tiers.iter().enumerate().filter_map(|(no, tier)| Some((no as u8, tier.as_ref()?)))
    }
}

/// The characters of a word that may be mistyped, and by how many edits.
fn typable(word: &[u8]) -> Option<(Vec<char>, u8)> {
    let typed: Vec<char> = str::from_utf8(word).ok()?.chars().collect();
    if typed.iter().any(|c| c.is_numeric() || *c == '@') {
        return None;
    }
    match typed.len() {
        4..8 => Some((typed, 1)),
        8..=typo::LONGEST => Some((typed, 2)),
        _ => None,
    }
}

const _: () = assert!(NONE == u8::MAX);
