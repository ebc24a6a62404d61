//! Likely typos: two names that differ only in spaces and signs, or by a letter or two.

use crate::id::RecordId;
use crate::registry::fold;
use std::collections::BTreeMap;

/// A name folded, without spaces and ASCII punctuation: how far two spellings may differ and still
/// be the same name.
pub fn squash(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !c.is_ascii_punctuation()).collect()
}

/// How many letters a name of this many letters may be off.
fn allowed(letters: usize) -> usize {
    match letters {
        0..=4 => 0,
        5..=7 => 1,
        _ => 2,
    }
}

/// Whether one squashed text is likely a misspelling of another. Differing digits are no typo
/// (`Zone 1`, `Zone 2`).
pub fn typo_of(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let (la, lb) = (a.chars().count(), b.chars().count());
    let allowed = allowed(la.min(lb));
    if allowed == 0 || la.abs_diff(lb) > allowed {
        return false;
    }
    let digits = |text: &str| text.chars().filter(|c| c.is_numeric()).collect::<String>();
    digits(a) == digits(b) && strsim::osa_distance(a, b) <= allowed
}

/// Names to find the nearest of, by their length and letters.
#[derive(Debug, Default)]
pub struct Nearest {
    by_length: BTreeMap<usize, Vec<Entry>>,
    exact: BTreeMap<String, (String, RecordId)>,
}

#[derive(Debug)]
struct Entry {
    letters: u64,
    squashed: String,
    name: String,
    id: RecordId,
}

/// One bit a letter: two texts at distance d differ in at most 2d bits.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, c| bits | 1 << (u32::from(c) % 64))
}

impl Nearest {
    pub fn add(&mut self, name: &str, id: RecordId) {
        let squashed = squash(name);
        if squashed.is_empty() {
            return;
        }
        let entry =
            Entry { letters: letters(&squashed), name: name.to_owned(), id, squashed: squashed.clone() };
        self.by_length.entry(squashed.chars().count()).or_default().push(entry);
        self.exact.entry(squashed).or_insert_with(|| (name.to_owned(), id));
    }

    /// The name this text is most likely meant to be.
    pub fn find(&self, text: &str) -> Option<(&str, RecordId)> {
        let squashed = squash(text);
        if let Some((name, id)) = self.exact.get(&squashed) {
            return Some((name, *id));
        }
        let length = squashed.chars().count();
        let allowed = allowed(length);
        if allowed == 0 {
            return None;
        }
        let bits = letters(&squashed);
        self.by_length
            .range(length.saturating_sub(allowed)..=length + allowed)
            .flat_map(|(_, entries)| entries)
            .filter(|entry| (entry.letters ^ bits).count_ones() as usize <= 2 * allowed)
            .filter(|entry| typo_of(&squashed, &entry.squashed))
            .min_by_key(|entry| strsim::osa_distance(&squashed, &entry.squashed))
            .map(|entry| (entry.name.as_str(), entry.id))
    }
}
