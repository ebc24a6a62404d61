//! A sealed part of the index: words in order, and for each the slots that have it.
//!
//! A list is varints: the distance to the slot before, two bits up, and the title code: 0 where
//! the word stands elsewhere, else how many words the title has (3: or more).

use super::super::ids::Slot;
use super::digits::Digits;
use std::ops::Range;

#[derive(Debug)]
pub(super) struct Tier {
    words: Vec<u8>,
    word_ends: Vec<u32>,
    /// How many bytes each word shares with the one before.
    shared: Vec<u8>,
    lists: Vec<u8>,
    list_ends: Vec<u32>,
    pub digits: Digits,
    /// The slots it was made of, ascending.
    pub slots: Vec<Slot>,
    /// How many of them still stand here.
    pub live: usize,
}

impl Tier {
    pub fn with_room(digits: Digits, words: usize) -> Self {
        Self {
            words: Vec::new(),
            word_ends: Vec::with_capacity(words),
            shared: Vec::with_capacity(words),
            lists: Vec::new(),
            list_ends: Vec::with_capacity(words),
            digits,
            slots: Vec::new(),
            live: 0,
        }
    }

    /// Adds the next word, whose list ends there.
    pub fn push_word(&mut self, word: &[u8], list_end: u32) {
        let before = self.len().checked_sub(1).map_or(&[][..], |last| self.word(last));
        let shared = before.iter().zip(word).take_while(|(a, b)| a == b).count();
        self.shared.push(shared as u8);
        self.words.extend_from_slice(word);
        self.word_ends.push(self.words.len() as u32);
        self.list_ends.push(list_end);
    }

    pub fn seal_words(&mut self, lists: u32) {
        self.words.shrink_to_fit();
        self.lists = vec![0; lists as usize];
    }

    pub fn write(&mut self, cursor: &mut u32, mut number: u64) {
        while number >= 0x80 {
            self.lists[*cursor as usize] = number as u8 | 0x80;
            *cursor += 1;
            number >>= 7;
        }
        self.lists[*cursor as usize] = number as u8;
        *cursor += 1;
    }

    pub fn len(&self) -> usize {
        self.word_ends.len()
    }

    #[inline]
    pub fn word(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.word_ends[before] as usize);
        &self.words[start..self.word_ends[at] as usize]
    }

    /// How many bytes the word at a place shares with the one before.
    #[inline]
    pub fn shared(&self, at: usize) -> usize {
        usize::from(self.shared[at])
    }

    /// The places of the words that begin so.
    pub fn starting(&self, prefix: &[u8]) -> Range<usize> {
        let from = self.first(|word| word < prefix);
        let to = self.first(|word| word < prefix || word.starts_with(prefix));
        from..to.max(from)
    }

    /// The first place where this no longer holds.
    fn first(&self, holds: impl Fn(&[u8]) -> bool) -> usize {
        let (mut from, mut to) = (0, self.len());
        while from < to {
            let middle = from.midpoint(to);
            if holds(self.word(middle)) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        from
    }

    /// Tells each slot of a word's list, ascending, with its title code.
    #[inline]
    pub fn each(&self, at: usize, mut tell: impl FnMut(Slot, usize)) {
        let start = at.checked_sub(1).map_or(0, |before| self.list_ends[before] as usize);
        let mut next = 0_u32;
        let (mut number, mut shift) = (0_u32, 0);
        for byte in &self.lists[start..self.list_ends[at] as usize] {
            number |= u32::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                next += number >> 2;
                tell(next - 1, (number & 3) as usize);
                (number, shift) = (0, 0);
            } else {
                shift += 7;
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.words.len() + self.lists.len() + self.len() * 9 + self.slots.len() * 4 + self.digits.bytes()
    }
}
