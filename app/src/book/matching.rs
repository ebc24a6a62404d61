//! Filters made ready to run on packed rows.

use super::find;
use super::fold::fold_into;
use super::ids::Slot;
use super::key::put_key;
use super::query::{Filter, Test};
use super::rows::Rows;
use crate::calendar::anniversary;
use crate::id::RecordId;
use crate::pack::{RawValue, encode_value, tag};
use crate::value::Value;
use jiff::civil::Date;
use memchr::memmem::Finder;
use std::collections::{BTreeSet, HashMap};

#[allow(clippy::large_enum_variant, reason = "a query has few of them: a box would only be in the way")]
pub(super) enum Node {
    And(Vec<Node>),
    Or(Vec<Node>),
    Field(find::Finder, Check, Buffers),
    Pass,
}

#[allow(clippy::large_enum_variant, reason = "a query has few of them: a box would only be in the way")]
pub(super) enum Check {
    /// One of these equality keys, or (`true`) none of them. Empty values have an empty key.
    Equal(BTreeSet<Vec<u8>>, bool),
    /// Empty, or (`true`) not.
    Empty(bool),
    /// False as well as nothing entered.
    NotTrue,
    Contains(Finder<'static>),
    Starts(Vec<u8>),
    /// Bounds with whether each is included.
    Range(Option<(Bound, bool)>, Option<(Bound, bool)>),
    Anniversary(Date, Date),
    Has {
        texts: Vec<Vec<u8>>,
        ids: Vec<RecordId>,
        all: bool,
    },
    Pass,
}

/// A bound's key.
pub(super) struct Bound(Vec<u8>);

#[derive(Default)]
pub(super) struct Buffers {
    key: Vec<u8>,
    folded: Vec<u8>,
    /// Whether the title of a record passed.
    titles: HashMap<RecordId, bool>,
}

impl Node {
    pub fn all(rows: &Rows, filters: &[Filter]) -> Self {
        Node::And(filters.iter().map(|filter| Self::new(rows, filter)).collect())
    }

    fn new(rows: &Rows, filter: &Filter) -> Self {
        match filter {
            Filter::And { and } => Self::all(rows, and),
            Filter::Or { or } => Node::Or(or.iter().map(|filter| Self::new(rows, filter)).collect()),
            Filter::Field { field, test } => {
                Node::Field(find::Finder::new(field), Check::new(rows, test), Buffers::default())
            }
            Filter::Opaque(_) => Node::Pass,
        }
    }

    /// An empty `or` holds for nothing, an empty `and` for everything.
    pub fn holds(&mut self, rows: &Rows, slot: Slot) -> bool {
        match self {
            Node::And(nodes) => nodes.iter_mut().all(|node| node.holds(rows, slot)),
            Node::Or(nodes) => nodes.iter_mut().any(|node| node.holds(rows, slot)),
            Node::Field(finder, check, buffers) => check.holds(rows, finder.get(rows, slot), buffers),
            Node::Pass => true,
        }
    }
}

impl Check {
    fn new(rows: &Rows, test: &Test) -> Self {
        let key = |value: &Value| {
            let bytes = encode_value(value);
            let mut buffers = Buffers::default();
            equality(rows, RawValue::of(&bytes), &mut buffers);
            buffers.key
        };
        let bound = |value: &Value, included| Some((Bound(key(value)), included));
        let folded = |text: &str| crate::registry::fold(text).into_bytes();
        let has = |items: &[String], all| Check::Has {
            texts: items.iter().map(|item| folded(item)).collect(),
            ids: items.iter().filter_map(|item| RecordId::parse(item)).map(|id| rows.resolve(id)).collect(),
            all,
        };
        match test {
            Test::Is(Value::Bool(false)) => Check::NotTrue,
            Test::Is(value) => Check::Equal([key(value)].into(), false),
            Test::IsNot(value) => Check::Equal([key(value)].into(), true),
            Test::AnyOf(values) => Check::Equal(values.iter().map(key).collect(), false),
            Test::Contains(text) => Check::Contains(Finder::new(&folded(text)).into_owned()),
            Test::Starts(text) => Check::Starts(folded(text)),
            Test::Before(value) => Check::Range(None, bound(value, false)),
            Test::After(value) => Check::Range(bound(value, false), None),
            Test::Between(from, to) => Check::Range(bound(from, true), bound(to, true)),
            Test::Anniversary(from, to) => Check::Anniversary(*from, *to),
            Test::Empty => Check::Empty(false),
            Test::NotEmpty => Check::Empty(true),
            Test::True => Check::Equal([key(&Value::Bool(true))].into(), false),
            Test::HasAny(items) => has(items, false),
            Test::HasAll(items) => has(items, true),
            Test::During(_) | Test::Me | Test::MyTeam | Test::Opaque(_) => Check::Pass,
        }
    }

    fn holds(&self, rows: &Rows, raw: RawValue<'_>, buffers: &mut Buffers) -> bool {
        match self {
            Check::Equal(keys, not) => {
                equality(rows, raw, buffers);
                keys.contains(&buffers.key) != *not
            }
            Check::Empty(not) => is_empty(raw) != *not,
            Check::NotTrue => raw.tag != tag::BOOL || raw.payload == [0],
            Check::Contains(needle) => any_text(rows, raw, buffers, |text| needle.find(text).is_some()),
            Check::Starts(needle) => any_text(rows, raw, buffers, |text| text.starts_with(needle)),
            Check::Range(from, to) => {
                equality(rows, raw, buffers);
                let key = buffers.key.as_slice();
                from.as_ref().is_none_or(|(bound, included)| bound.below(key, *included))
                    && to.as_ref().is_none_or(|(bound, included)| bound.above(key, *included))
            }
            Check::Anniversary(from, to) => match raw.decode() {
                Ok(Value::Date(of)) if raw.tag == tag::DATE => anniversary(of, *from, *to).is_some(),
                _ => false,
            },
            Check::Has { texts, ids, all } => {
                let has_id = |id: &RecordId| raw.ref_ids().any(|held| rows.resolve(held) == *id);
                let mut has_text = |text: &Vec<u8>| any_text(rows, raw, buffers, |held| held == text);
                match raw.tag {
                    tag::REF | tag::ID_SET if *all => ids.len() == texts.len() && ids.iter().all(has_id),
                    tag::REF | tag::ID_SET => ids.iter().any(has_id),
                    _ if *all => texts.iter().all(&mut has_text),
                    _ => texts.iter().any(&mut has_text),
                }
            }
            Check::Pass => true,
        }
    }
}

impl Bound {
    /// Whether a key lies above this bound.
    fn below(&self, key: &[u8], included: bool) -> bool {
        self.compare(key).is_some_and(|order| order.is_gt() || (included && order.is_eq()))
    }

    fn above(&self, key: &[u8], included: bool) -> bool {
        self.compare(key).is_some_and(|order| order.is_lt() || (included && order.is_eq()))
    }

    /// The key against the bound; `None` where they do not compare.
    fn compare(&self, key: &[u8]) -> Option<std::cmp::Ordering> {
        let (kind, bound) = self.0.split_first()?;
        let (its_kind, key) = key.split_first()?;
        match (*kind, *its_kind) {
            (tag::MONEY, tag::MONEY) => {
                let (amount, currency) = bound.split_last_chunk::<3>()?;
                let (its_amount, its_currency) = key.split_last_chunk::<3>()?;
                (currency == its_currency).then(|| its_amount.cmp(amount))
            }
            (tag::NUMBER, tag::MONEY) => Some(key.split_last_chunk::<3>()?.0.cmp(bound)),
            (kind, its_kind) => (kind == its_kind).then(|| key.cmp(bound)),
        }
    }
}

/// Nothing entered, an empty text, set or address.
fn is_empty(raw: RawValue<'_>) -> bool {
    match raw.tag {
        tag::NONE => true,
        tag::TEXT | tag::SET => raw.payload.is_empty(),
        tag::ADDRESS => raw.address().is_some_and(|parts| parts.iter().all(|part| part.is_empty())),
        _ => false,
    }
}

/// The key by which values are equal: like the sort key, but references by id.
fn equality(rows: &Rows, raw: RawValue<'_>, buffers: &mut Buffers) {
    buffers.key.clear();
    match raw.tag {
        tag::REF => {
            buffers.key.push(raw.tag);
            let ids = raw.ref_ids().map(|id| rows.resolve(id));
            ids.for_each(|id| buffers.key.extend_from_slice(id.0.as_bytes()));
        }
        tag::ID_SET => {
            let mut ids: Vec<RecordId> = raw.ref_ids().map(|id| rows.resolve(id)).collect();
            ids.sort_unstable();
            buffers.key.push(raw.tag);
            ids.iter().for_each(|id| buffers.key.extend_from_slice(id.0.as_bytes()));
        }
        _ => put_key(raw, &mut buffers.key, &mut buffers.folded),
    }
}

/// Whether one of the value's texts, folded, passes. One and the same test for each [`Buffers`].
fn any_text(rows: &Rows, raw: RawValue<'_>, buffers: &mut Buffers, test: impl Fn(&[u8]) -> bool) -> bool {
    let Buffers { folded, titles, .. } = buffers;
    let mut passes = |part: &str| {
        folded.clear();
        fold_into(part, folded);
        test(folded)
    };
    match raw.tag {
        tag::TEXT => passes(raw.text().unwrap_or_default()),
        tag::SET => raw.texts().any(&mut passes),
        tag::ADDRESS => raw.address().is_some_and(|parts| parts.into_iter().any(&mut passes)),
        tag::REF | tag::ID_SET => raw.ref_ids().any(|id| {
            *titles.entry(id).or_insert_with(|| {
                let mut title = String::new();
                rows.title_into(id, &mut title);
                passes(&title)
            })
        }),
        _ => false,
    }
}
