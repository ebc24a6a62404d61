//! Counts and sums by the value of a field: the columns of a board.

use super::Book;
use super::find::Finder;
use super::query::Query;
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
