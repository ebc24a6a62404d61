//! Counts and sums by the value of a field: the columns of a board.

use super::Book;
use super::column::TITLE;
use super::find::Finder;
use super::query::{Direction, Query};
use crate::id::RecordId;
use crate::pack::{RawValue, tag};
use crate::value::{Currency, Money, Value};
use std::collections::{BTreeMap, HashMap};

/// The records of a query that share a value of a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// [`Value::None`] for those without one. References have their redirects followed.
    pub value: Value,
    pub count: usize,
    /// The sum of the other field, by currency; beyond `i64` it stays at the limit.
    pub sums: Vec<Money>,
}

impl Book {
    /// The records that answer a query, its order and limit aside, counted by the value of a
    /// field, with the sums of a money field. Larger groups first. A set counts once for each
    /// element.
    pub fn groups(&mut self, query: &Query, field: &str, sum: Option<&str>) -> Vec<Group> {
        let Some((_, matches)) = self.matches(query) else { return Vec::new() };
        let mut by = Finder::new(field);
        let mut sum = sum.map(Finder::new);
        let mut groups: HashMap<Vec<u8>, (usize, BTreeMap<Currency, i64>)> = HashMap::new();
        let mut key = Vec::new();
        for slot in matches.slots {
            let money = sum.as_mut().map(|sum| sum.get(&self.rows, slot)).filter(|raw| raw.tag == tag::MONEY);
            let money = money.and_then(|raw| raw.decode().ok());
            self.each_key(by.get(&self.rows, slot), &mut key, |key| {
                let known = groups.contains_key(key);
                let group =
                    if known { groups.get_mut(key) } else { Some(groups.entry(key.to_vec()).or_default()) };
                let Some((count, sums)) = group else { return };
                *count += 1;
                if let Some(Value::Money(money)) = money {
                    let total = sums.entry(money.currency).or_default();
                    *total = total.saturating_add(money.minor);
                }
            });
        }
        let mut groups: Vec<(Vec<u8>, Group)> = groups
            .into_iter()
            .map(|(key, (count, sums))| {
                // The key was a value of a checked row, or made by us.
                let value = RawValue::of(&key).decode().unwrap_or_default();
                let sums = sums.into_iter().map(|(currency, minor)| Money { minor, currency }).collect();
                (key, Group { value, count, sums })
            })
            .collect();
        groups.sort_by(|(a_key, a), (b_key, b)| b.count.cmp(&a.count).then_with(|| a_key.cmp(b_key)));
        groups.into_iter().map(|(_, group)| group).collect()
    }

    /// The records that answer a query, those together that share a value of a field: in the field's
    /// order, those without a value last, and within that in the query's.
    pub fn grouped(&mut self, query: &Query, field: &str) -> Vec<(Value, Vec<RecordId>)> {
        let by = |field: &str| (field.to_owned(), Direction::Asc);
        let within = if query.sort.is_empty() { vec![by(TITLE)] } else { query.sort.clone() };
        let sort = [vec![by(field)], within].concat();
        let ids = self.query(&Query { sort, ..query.clone() });
        let mut finder = Finder::new(field);
        let mut places: HashMap<Vec<u8>, usize> = HashMap::new();
        let mut groups: Vec<(Value, Vec<RecordId>)> = Vec::new();
        let mut key = Vec::new();
        for id in ids {
            let Some(slot) = self.rows.slot(id) else { continue };
            let mut place = None;
            self.each_key(finder.get(&self.rows, slot), &mut key, |key| {
                // A set counts under the first of its elements: a record stands in one place.
                place = place.or_else(|| {
                    Some(*places.entry(key.to_vec()).or_insert_with(|| {
                        groups.push((RawValue::of(key).decode().unwrap_or_default(), Vec::new()));
                        groups.len() - 1
                    }))
                });
            });
            if let Some((_, ids)) = place.and_then(|place| groups.get_mut(place)) {
                ids.push(id);
            }
        }
        groups
    }

    /// Tells the bytes of each value a record counts under.
    fn each_key(&self, raw: RawValue<'_>, key: &mut Vec<u8>, mut tell: impl FnMut(&[u8])) {
        let mut tell = |tag: u8, payload: &[u8]| {
            key.clear();
            key.push(tag);
            key.extend_from_slice(payload);
            tell(key);
        };
        match raw.tag {
            tag::REF | tag::ID_SET => {
                let mut ids: Vec<RecordId> = raw.ref_ids().map(|id| self.rows.resolve(id)).collect();
                ids.sort_unstable();
                ids.dedup();
                ids.iter().for_each(|id| tell(tag::REF, id.0.as_bytes()));
            }
            tag::SET if !raw.payload.is_empty() => {
                raw.texts().for_each(|text| tell(tag::TEXT, text.as_bytes()))
            }
            tag::TEXT | tag::SET if raw.payload.is_empty() => tell(tag::NONE, &[]),
            tag => tell(tag, raw.payload),
        }
    }
}
