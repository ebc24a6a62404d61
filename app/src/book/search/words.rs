//! Words and their numbers while an index is made: one arena and a hash table of our own, since
//! three million look-ups are most of the work.

/// Words by number, numbers by word.
#[derive(Clone, Debug, Default)]
pub(super) struct Words {
    arena: Vec<u8>,
    /// Where each word ends.
    ends: Vec<u32>,
    /// Number + 1, 0 where free; a power of two long, at most half full.
    table: Vec<u32>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, number: u32) -> &[u8] {
        let number = number as usize;
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        &self.arena[start..self.ends[number] as usize]
    }

    /// A word's number, a new one where it has none.
    pub fn intern(&mut self, word: &[u8]) -> u32 {
        if self.ends.len() * 2 >= self.table.len() {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let mut at = hash(word) & mask;
        while let Some(number) = self.table[at].checked_sub(1) {
            if self.get(number) == word {
                return number;
            }
            at = (at + 1) & mask;
        }
        self.arena.extend_from_slice(word);
        self.ends.push(self.arena.len() as u32);
        self.table[at] = self.ends.len() as u32;
        self.ends.len() as u32 - 1
    }

    fn grow(&mut self) {
        let len = (self.table.len() * 2).max(1024);
        self.table = vec![0; len];
        for number in 0..self.ends.len() as u32 {
            let mut at = hash(self.get(number)) & (len - 1);
            while self.table[at] != 0 {
                at = (at + 1) & (len - 1);
            }
            self.table[at] = number + 1;
        }
    }

    /// Every number, in the order of the words.
    pub fn sorted(&self) -> Vec<u32> {
        let prefix = |number: u32| {
            let mut prefix = [0; 8];
            prefix.iter_mut().zip(self.get(number)).for_each(|(to, from)| *to = *from);
            u64::from_be_bytes(prefix)
        };
        let mut order: Vec<(u64, u32)> =
            (0..self.ends.len() as u32).map(|number| (prefix(number), number)).collect();
        order.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.get(a.1).cmp(self.get(b.1))));
        order.into_iter().map(|(_, number)| number).collect()
    }
}

/// Eight bytes at a time, rotated, mixed and multiplied (the way of rustc's hash).
fn hash(word: &[u8]) -> usize {
    const SEED: u64 = 0x517c_c1b7_2722_0a95;
    let mix = |hash: u64, number: u64| (hash.rotate_left(5) ^ number).wrapping_mul(SEED);
    let (eights, rest) = word.as_chunks::<8>();
    let mut hash = eights.iter().fold(word.len() as u64, |hash, eight| mix(hash, u64::from_le_bytes(*eight)));
    let mut last = [0; 8];
    last.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
    hash = mix(hash, u64::from_le_bytes(last));
    (hash ^ hash >> 32) as usize
}
