//! Makes a tier of the index in slices: first each row's words are noted, then the words are put
//! in order, then each word gets the list of its slots.

use super::super::find::{LayoutKey, layout_key};
use super::super::ids::Slot;
use super::super::rows::Rows;
use super::digits::Digits;
use super::tier::Tier;
use super::token;
use super::words::Words;
use crate::pack::{RawValue, RowRef, tag};
use crate::registry::{EntityDef, Kind};
use std::collections::HashSet;

/// At most so many words of a record count.
const ROW_WORDS: usize = 4_000;

pub(super) struct Builder {
    /// What is still to be read, last first.
    queue: Vec<Slot>,
    slots: Vec<Slot>,
    /// Read here, and changed since.
    pub spoiled: HashSet<Slot>,
    words: Words,
    /// By word: the last slot + 1 that has it, and how many bytes its list will take.
    stats: Vec<(u32, u32)>,
    /// By row: how many words, then word and title code of each, as varints.
    stream: Vec<u8>,
    digits: Digits,
    /// How the fields of the layout last seen are read.
    plan: (Option<LayoutKey>, Vec<How>),
    buffers: Buffers,
    digits_sealed: bool,
    /// The words' numbers in the order of the words.
    order: Vec<u32>,
    writing: Option<Writing>,
}

/// The second half: lists being written.
struct Writing {
    tier: Tier,
    /// By word: where its list goes on, and the last slot + 1 in it.
    cursors: Vec<(u32, u32)>,
    row: usize,
    read: usize,
}

#[derive(Default)]
struct Buffers {
    bytes: Vec<u8>,
    ends: Vec<usize>,
    row: Vec<u32>,
    digits: Vec<u8>,
}

impl Builder {
    /// A tier of these slots (in any order).
    pub fn new(mut slots: Vec<Slot>) -> Self {
        slots.sort_unstable();
        slots.dedup();
        slots.reverse();
        Self {
            queue: slots,
            slots: Vec::new(),
            spoiled: HashSet::new(),
            words: Words::default(),
            stats: Vec::new(),
            stream: Vec::new(),
            digits: Digits::default(),
            plan: (None, Vec::new()),
            buffers: Buffers::default(),
            digits_sealed: false,
            order: Vec::new(),
            writing: None,
        }
    }

    /// Notes that a row changed; what was read of it does not count.
    pub fn touch(&mut self, slot: Slot) {
        if self.slots.binary_search(&slot).is_ok() {
            self.spoiled.insert(slot);
        }
    }

    /// How many rows it is made of.
    pub fn size(&self) -> usize {
        self.slots.len() + self.queue.len()
    }

    /// How many rows are still to be read.
    pub fn left(&self) -> usize {
        self.queue.len()
    }

    /// Works on about so many rows. Answers the tier when it is ready, with its slots.
    pub fn step(&mut self, rows: &Rows, budget: usize) -> Option<Tier> {
        let mut left = budget.max(1);
        while left > 0 {
            let Some(slot) = self.queue.pop() else { break };
            self.add(rows, slot);
            left -= 1;
        }
        if !self.queue.is_empty() {
            return None;
        }
        // Putting in order goes in three slices.
        if !std::mem::replace(&mut self.digits_sealed, true) {
            self.digits.seal();
            if budget < self.slots.len() {
                return None;
            }
        }
        if self.order.len() < self.words.len() {
            self.order = self.words.sorted();
            if budget < self.slots.len() {
                return None;
            }
        }
        if self.writing.is_none() {
            self.writing = Some(self.lay_out());
        }
        // Writing a row takes about an eighth of reading it.
        self.write(left.saturating_mul(8)).then(|| self.finish()).flatten()
    }

    fn add(&mut self, rows: &Rows, slot: Slot) {
        self.slots.push(slot);
        let Self { words, stats, stream, digits, buffers, .. } = self;
        buffers.row.clear();
        if let Some((shelf, row)) = rows.row_on(slot)
            && let Some(def) = rows.def(rows.entity(slot))
        {
            let key = layout_key(shelf, &row);
            if self.plan.0 != Some(key) {
                self.plan = (Some(key), plan(&row, def));
            }
            let mut emit = |word: &[u8], code: u32| {
                let number = words.intern(word);
                if number as usize == stats.len() {
                    stats.push((0, 0));
                }
                let (last, bytes) = &mut stats[number as usize];
                if *last == slot + 1 || buffers.row.len() == ROW_WORDS {
                    return;
                }
                *bytes += varint_len(u64::from(slot + 1 - *last) << 2 | u64::from(code));
                *last = slot + 1;
                buffers.row.push(number << 2 | code);
            };
            let hows = &self.plan.1;
            let read =
                || row.cells().map(|cell| (hows.get(cell.field).copied().unwrap_or(How::Not), cell.value));
            // The title's words first: how many they are tells how well a search covers it.
            buffers.bytes.clear();
            buffers.ends.clear();
            for (_, raw) in read().filter(|(how, _)| *how == How::Title) {
                each_word(raw, false, &mut |word| {
                    buffers.bytes.extend_from_slice(word);
                    buffers.ends.push(buffers.bytes.len());
                });
            }
            let code = buffers.ends.len().min(3) as u32;
            let mut start = 0;
            for end in buffers.ends.drain(..) {
                emit(buffers.bytes.get(start..end).unwrap_or_default(), code);
                start = end;
            }
            for (how, raw) in read() {
                match how {
                    How::Title | How::Not => {}
                    How::Words => each_word(raw, false, &mut |word| emit(word, 0)),
                    How::Email => each_word(raw, true, &mut |word| emit(word, 0)),
                    How::Phone => each_number(raw, &mut buffers.digits, |number| digits.push(slot, number)),
                }
            }
        }
        crate::pack::put_varint(stream, buffers.row.len() as u64);
        for word in &buffers.row {
            crate::pack::put_varint(stream, u64::from(*word));
        }
    }

    /// Puts the words in order and makes room for their lists.
    fn lay_out(&mut self) -> Writing {
        let order = std::mem::take(&mut self.order);
        let mut cursors = vec![(0, 0); self.words.len()];
        let mut tier = Tier::with_room(std::mem::take(&mut self.digits), order.len());
        let mut at = 0;
        for number in order {
            let bytes = self.stats[number as usize].1;
            cursors[number as usize].0 = at;
            at += bytes;
            tier.push_word(self.words.get(number), at);
        }
        tier.seal_words(at);
        self.words = Words::default();
        self.stats = Vec::new();
        Writing { tier, cursors, row: 0, read: 0 }
    }

    /// Writes the lists of about so many rows; true when all are written.
    fn write(&mut self, budget: usize) -> bool {
        let Some(writing) = &mut self.writing else { return false };
        let mut reader = crate::pack::Reader(self.stream.get(writing.read..).unwrap_or_default());
        let end = self.slots.len().min(writing.row.saturating_add(budget.max(1)));
        for slot in self.slots.get(writing.row..end).unwrap_or_default() {
            // The stream is our own: it reads back as it was written.
            for _ in 0..reader.varint().unwrap_or_default() {
                let word = reader.varint().unwrap_or_default();
                let (cursor, last) = &mut writing.cursors[(word >> 2) as usize];
                let entry = u64::from(slot + 1 - *last) << 2 | (word & 3);
                writing.tier.write(cursor, entry);
                *last = slot + 1;
            }
        }
        writing.row = end;
        writing.read = self.stream.len() - reader.0.len();
        end == self.slots.len()
    }

    fn finish(&mut self) -> Option<Tier> {
        let mut tier = self.writing.take()?.tier;
        tier.slots = std::mem::take(&mut self.slots);
        Some(tier)
    }
}

/// How a field is read into the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum How {
    Not,
    Title,
    Words,
    Email,
    Phone,
}

/// By place in the row's layout.
fn plan(row: &RowRef<'_>, def: &EntityDef) -> Vec<How> {
    let how = |name: &str| match def.field(name) {
        _ if def.title.iter().any(|field| field == name) => How::Title,
        Some(field) if !field.search => How::Not,
        Some(field) => match field.kind {
            Kind::Email => How::Email,
            Kind::Phone => How::Phone,
            _ => How::Words,
        },
        None => How::Not,
    };
    row.entity_layout().fields.iter().map(|field| how(&field.name)).collect()
}

/// Tells the words of a value.
fn each_word(raw: RawValue<'_>, email: bool, emit: &mut impl FnMut(&[u8])) {
    let mut tell = |text: &str| if email { token::email(text, emit) } else { token::words(text, emit) };
    match raw.tag {
        tag::TEXT => tell(raw.text().unwrap_or_default()),
        tag::SET => raw.texts().for_each(&mut tell),
        tag::ADDRESS => raw.address().into_iter().flatten().for_each(&mut tell),
        tag::NUMBER => {
            if let Ok(crate::value::Value::Number(number)) = raw.decode() {
                tell(&number.normalize().to_string());
            }
        }
        _ => {}
    }
}

/// Tells the digits of each phone number of a field.
fn each_number(raw: RawValue<'_>, buffer: &mut Vec<u8>, mut tell: impl FnMut(&[u8])) {
    for text in raw.text().into_iter().chain(raw.texts()) {
        buffer.clear();
        token::digits(text, buffer);
        tell(buffer);
    }
}

fn varint_len(number: u64) -> u32 {
    (70 - (number | 1).leading_zeros()) / 7
}
