//! One sorted column of an entity: its slots in the order of a field, made when first asked for
//! and mended by the slots that changed since.

use super::find::Finder;
use super::fold::fold_into;
use super::ids::Slot;
use super::key::{put_key, put_text, put_time, put_titles_key};
use super::rows::Rows;
use crate::pack::{RawValue, tag};
use crate::registry::Kind;
use crate::value::Value;

/// The pseudo-field of a record's name.
pub const TITLE: &str = "@title";
/// The pseudo-field of when a record was last touched.
pub const TOUCHED: &str = "@touched";

/// Set where a slot's key equals the one before.
const SAME: u32 = 1 << 31;

/// What a column's keys are made of.
#[derive(Clone, Debug)]
pub(super) enum Source {
    /// The title's fields.
    Title(Vec<Finder>),
    Touched,
    Field {
        finder: Finder,
        /// A choice's tags, in their order; empty for other kinds.
        tags: Vec<String>,
    },
    /// How long it is from one time to another, in milliseconds.
    Length {
        from: Finder,
        to: Finder,
    },
}

impl Source {
    pub fn new(rows: &Rows, entity: u16, field: &str) -> Self {
        match field {
            TITLE => {
                let fields = rows.def(entity).map_or(&[][..], |def| &def.title);
                Source::Title(fields.iter().map(|field| Finder::new(field)).collect())
            }
            TOUCHED => Source::Touched,
            _ => {
                let def = rows.def(entity).and_then(|def| def.field(field));
                let tags = match def.map(|field| &field.kind) {
                    Some(Kind::Choice(tags)) => tags.iter().map(|tag| tag.to_string()).collect(),
                    _ => Vec::new(),
                };
                Source::Field { finder: Finder::new(field), tags }
            }
        }
    }

    /// Appends the slot's key; nothing where it is empty.
    pub fn put(&mut self, rows: &Rows, slot: Slot, out: &mut Vec<u8>, scratch: &mut Scratch) {
        match self {
            Source::Title(finders) => {
                let Some((shelf, row)) = rows.row_on(slot) else { return };
                scratch.text.clear();
                for finder in finders {
                    let text = finder.of(shelf, &row).text().unwrap_or_default();
                    if !text.is_empty() && !scratch.text.is_empty() {
                        scratch.text.push(b' ');
                    }
                    fold_into(text, &mut scratch.text);
                }
                put_text(&scratch.text, out);
            }
            Source::Touched => {
                put_time(rows.row(slot).map_or(0, |row| row.at()), out);
            }
            Source::Length { from, to } => {
                let time = |raw: RawValue<'_>| match raw.decode() {
                    Ok(Value::Time(at)) => Some(at),
                    _ => None,
                };
                if let (Some(from), Some(to)) = (time(from.get(rows, slot)), time(to.get(rows, slot))) {
                    put_time(to.saturating_sub(from), out);
                }
            }
            Source::Field { finder, tags } => {
                let raw = finder.get(rows, slot);
                match raw.tag {
                    tag::REF | tag::ID_SET => scratch.titles(rows, raw, out),
                    tag::TEXT if !tags.is_empty() => {
                        let text = raw.text().unwrap_or_default();
                        let place = tags.iter().position(|tag| tag == text).unwrap_or(tags.len());
                        out.extend_from_slice(&(place as u16).to_be_bytes());
                        out.extend_from_slice(text.as_bytes());
                    }
                    _ => put_key(raw, out, &mut scratch.text),
                }
            }
        }
    }
}

/// Buffers, and the keys of references met in one go.
#[derive(Default)]
pub(super) struct Scratch {
    text: Vec<u8>,
    /// By slot of what is pointed to: where its key stands in `titles`; (0, 0) where not met.
    seen: Vec<(u32, u32)>,
    titles: Vec<u8>,
    /// A key was the title of another record.
    by_title: bool,
}

impl Scratch {
    fn titles(&mut self, rows: &Rows, raw: RawValue<'_>, out: &mut Vec<u8>) {
        self.by_title = true;
        let Some(slot) = raw.ref_id().and_then(|id| rows.slot(id)) else {
            return put_titles_key(rows, raw.ref_ids(), out);
        };
        if self.seen.is_empty() {
            self.seen = vec![(0, 0); rows.len()];
            // So that no key, not even an empty one, stands at (0, 0).
            self.titles.push(0);
        }
        let (mut start, mut end) = self.seen[slot as usize];
        if start == 0 {
            start = self.titles.len() as u32;
            put_titles_key(rows, raw.ref_ids(), &mut self.titles);
            end = self.titles.len() as u32;
            self.seen[slot as usize] = (start, end);
        }
        out.extend_from_slice(self.titles.get(start as usize..end as usize).unwrap_or_default());
    }
}

/// Slots by key and then by id; those without a value behind, by id.
#[derive(Clone, Debug)]
pub(super) struct Column {
    source: Source,
    order: Vec<u32>,
    /// How many have a value.
    filled: usize,
    dirty: Vec<Slot>,
    stale: bool,
    by_title: bool,
}

impl Column {
    pub fn new(source: Source) -> Self {
        Self { source, order: Vec::new(), filled: 0, dirty: Vec::new(), stale: true, by_title: false }
    }

    /// A slot's row or what its key depends on changed.
    pub fn touch(&mut self, slot: Slot) {
        if !self.stale {
            self.dirty.push(slot);
        }
    }

    /// Whether the order depends on what other records are called.
    pub fn by_title(&self) -> bool {
        self.by_title
    }

    /// Brings the order up to date.
    pub fn refresh(&mut self, rows: &Rows, entity: u16) {
        let members = rows.members(entity).map_or(&[][..], |members| &members.slots);
        if self.stale || self.dirty.len() > 256 + members.len() / 8 {
            let made = sorted(&mut self.source, rows, members.iter().copied());
            (self.order, self.filled, self.by_title) = (made.order, made.filled, made.by_title);
            self.stale = false;
            self.dirty = Vec::new();
        } else if !self.dirty.is_empty() {
            self.mend(rows, entity);
        }
    }

    fn mend(&mut self, rows: &Rows, entity: u16) {
        let mut dirty = std::mem::take(&mut self.dirty);
        dirty.sort_unstable();
        dirty.dedup();
        let kept_of = |order: &[u32]| {
            let mut kept: Vec<u32> = Vec::with_capacity(order.len() + dirty.len());
            let mut first_gone = false;
            for entry in order {
                let (slot, same) = (entry & !SAME, entry & SAME);
                if dirty.binary_search(&slot).is_ok() {
                    first_gone |= same == 0;
                } else {
                    kept.push(slot | if first_gone { 0 } else { same });
                    first_gone = false;
                }
            }
            kept
        };
        let (filled, empty) = self.order.split_at(self.filled);
        let (filled, empty) = (kept_of(filled), kept_of(empty));
        let mine = dirty.iter().copied().filter(|slot| rows.entity(*slot) == entity);
        let made = sorted(&mut self.source, rows, mine);
        self.by_title |= made.by_title;
        let (new, new_empty) = made.order.split_at(made.filled);
        let mut order = self.woven(rows, &filled, new);
        self.filled = order.len();
        let by_id = |slot: &u32| rows.id(slot & !SAME);
        let mut empties = empty;
        for slot in new_empty {
            let at = empties.partition_point(|other| by_id(other) < by_id(slot));
            empties.insert(at, slot & !SAME);
        }
        order.append(&mut empties);
        self.order = order;
    }

    /// Two sorted runs as one.
    fn woven(&mut self, rows: &Rows, old: &[u32], new: &[u32]) -> Vec<u32> {
        let mut scratch = Scratch::default();
        let mut key_of = |source: &mut Source, slot: u32| {
            let mut key = Vec::new();
            source.put(rows, slot & !SAME, &mut key, &mut scratch);
            key
        };
        let mut order = Vec::with_capacity(old.len() + new.len());
        let mut rest = old;
        let mut news: Vec<(usize, Vec<u8>)> = Vec::with_capacity(new.len());
        for slot in new.iter().map(|entry| entry & !SAME) {
            let key = key_of(&mut self.source, slot);
            let before = rest.partition_point(|other| {
                let theirs = key_of(&mut self.source, *other);
                (theirs.as_slice(), rows.id(other & !SAME)) < (key.as_slice(), rows.id(slot))
            });
            let (taken, left) = rest.split_at(before);
            order.extend_from_slice(taken);
            rest = left;
            news.push((order.len(), key));
            order.push(slot);
        }
        order.extend_from_slice(rest);
        // Whether a new one, and the one behind it, equal the one before.
        for (at, key) in news {
            if at > 0 && key_of(&mut self.source, order[at - 1]) == key {
                order[at] |= SAME;
            }
            if let Some(next) = order.get(at + 1).copied() {
                let same = key_of(&mut self.source, next) == key;
                order[at + 1] = (next & !SAME) | if same { SAME } else { 0 };
            }
        }
        order
    }

    /// The slots that have a value, ascending.
    pub fn filled(&self) -> impl DoubleEndedIterator<Item = Slot> {
        self.order[..self.filled].iter().map(|entry| entry & !SAME)
    }

    /// The slots whose keys lie from the first (included) to the second (not included), ascending;
    /// without a second, to the end.
    pub fn range(&self, rows: &Rows, from: &[u8], to: Option<&[u8]>) -> impl Iterator<Item = Slot> {
        let (mut source, mut scratch) = (self.source.clone(), Scratch::default());
        let filled = &self.order[..self.filled];
        let mut before = |bound: &[u8]| {
            filled.partition_point(|entry| {
                let mut key = Vec::new();
                source.put(rows, entry & !SAME, &mut key, &mut scratch);
                key.as_slice() < bound
            })
        };
        let from = before(from);
        let to = to.map_or(filled.len(), before).max(from);
        filled[from..to].iter().map(|entry| entry & !SAME)
    }

    /// The slots that have none.
    pub fn empty(&self) -> impl DoubleEndedIterator<Item = Slot> {
        self.order[self.filled..].iter().map(|entry| entry & !SAME)
    }

    /// Each slot's rank, equal for equal keys, from 1; 0 where it has no value.
    pub fn ranks(&self, slots: usize) -> Vec<u32> {
        let mut ranks = vec![0; slots];
        let mut rank = 0;
        for entry in &self.order[..self.filled] {
            rank += u32::from(entry & SAME == 0);
            ranks[(entry & !SAME) as usize] = rank;
        }
        ranks
    }
}

/// Slots in order, of which so many have a value.
struct Sorted {
    order: Vec<u32>,
    filled: usize,
    by_title: bool,
}

/// The shown slots among these.
fn sorted(source: &mut Source, rows: &Rows, slots: impl Iterator<Item = Slot>) -> Sorted {
    struct Entry {
        /// The key's first eight bytes: most comparisons end here.
        prefix: u64,
        start: u32,
        len: u32,
        slot: Slot,
    }
    // By id first: what is equal then keeps that order.
    let mut slots: Vec<(u64, Slot)> = slots
        .filter(|slot| rows.shown(*slot))
        .map(|slot| ((rows.id(slot).0.as_u128() >> 64) as u64, slot))
        .collect();
    slots.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| rows.id(a.1).cmp(&rows.id(b.1))));
    let mut keys: Vec<u8> = Vec::new();
    let mut scratch = Scratch::default();
    let (mut entries, mut empty) = (Vec::with_capacity(slots.len()), Vec::new());
    for (_, slot) in slots {
        let start = keys.len();
        source.put(rows, slot, &mut keys, &mut scratch);
        let key = keys.split_at(start).1;
        if key.is_empty() {
            empty.push(slot);
            continue;
        }
        let mut prefix = [0; 8];
        prefix.iter_mut().zip(key).for_each(|(to, from)| *to = *from);
        let (start, len) = (start as u32, key.len() as u32);
        entries.push(Entry { prefix: u64::from_be_bytes(prefix), start, len, slot });
    }
    let rest = |entry: &Entry| {
        let start = entry.start as usize;
        keys.get(start..start + entry.len as usize).unwrap_or_default()
    };
    entries.sort_by(|a, b| a.prefix.cmp(&b.prefix).then_with(|| rest(a).cmp(rest(b))));
    let mut order = Vec::with_capacity(entries.len() + empty.len());
    let mut before: Option<&Entry> = None;
    for entry in &entries {
        let same = before.is_some_and(|before| rest(before) == rest(entry));
        order.push(entry.slot | if same { SAME } else { 0 });
        before = Some(entry);
    }
    let filled = order.len();
    order.append(&mut empty);
    Sorted { order, filled, by_title: scratch.by_title }
}
