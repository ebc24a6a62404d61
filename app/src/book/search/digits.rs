//! Phone numbers found by any piece of three digits or more: all digits in a row, and where each
//! three of them stand.

use super::super::ids::Slot;

/// Under construction or sealed, the same text: numbers with a space before each and at the end.
#[derive(Clone, Debug, Default)]
pub(super) struct Digits {
    text: Vec<u8>,
    /// Where each number begins, and whose it is.
    owners: Vec<(u32, Slot)>,
    /// By three digits (000 to 999): where its places begin; one more at the end.
    starts: Vec<u32>,
    places: Vec<u32>,
}

/// How a piece lies in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lies {
    Whole,
    /// It ends the number, or begins it.
    Edge,
    Within,
}

impl Digits {
    pub fn push(&mut self, slot: Slot, number: &[u8]) {
        if number.len() >= 3 {
            self.text.push(b' ');
            self.owners.push((self.text.len() as u32, slot));
            self.text.extend_from_slice(number);
        }
    }

    /// Makes it searchable.
    pub fn seal(&mut self) {
        self.text.push(b' ');
        self.text.shrink_to_fit();
        self.owners.shrink_to_fit();
        let mut starts = vec![0_u32; 1001];
        for gram in self.text.windows(3).filter_map(gram) {
            starts[gram + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut next = starts.clone();
        self.places = vec![0; starts.last().map_or(0, |all| *all as usize)];
        for (place, gram) in self.text.windows(3).enumerate() {
            if let Some(gram) = self::gram(gram) {
                self.places[next[gram] as usize] = place as u32;
                next[gram] += 1;
            }
        }
        self.starts = starts;
    }

    /// Tells every number a piece lies in.
    pub fn find(&self, piece: &[u8], mut found: impl FnMut(Slot, Lies)) {
        let Some(gram) = piece.get(..3).and_then(gram) else { return };
        let (Some(from), Some(to)) = (self.starts.get(gram), self.starts.get(gram + 1)) else { return };
        for place in self.places.get(*from as usize..*to as usize).unwrap_or_default() {
            let (before, rest) = self.text.split_at(*place as usize);
            let Some(rest) = rest.strip_prefix(piece) else { continue };
            let lies = match (before.last() == Some(&b' '), rest.first() == Some(&b' ')) {
                (true, true) => Lies::Whole,
                (false, false) => Lies::Within,
                _ => Lies::Edge,
            };
            let owner = self.owners.partition_point(|(start, _)| start <= place);
            if let Some((_, slot)) = owner.checked_sub(1).and_then(|at| self.owners.get(at)) {
                found(*slot, lies);
            }
        }
    }

    pub fn bytes(&self) -> usize {
        self.text.len() + self.owners.len() * 8 + self.places.len() * 4 + self.starts.len() * 4
    }
}

fn gram(three: &[u8]) -> Option<usize> {
    three.iter().try_fold(0, |sum, byte| {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        Some(sum * 10 + usize::from(digit))
    })
}
