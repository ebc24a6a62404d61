//! Answering queries: what matches, in what order.

use super::Book;
use super::column::{Column, Source, TITLE};
use super::ids::Slot;
use super::matching::Node;
use super::query::{Direction, Query};
use crate::id::RecordId;

impl Book {
    /// The records that answer a query, in its order. Deleted and merged ones are left out; an
    /// entity nobody has records of has no answer.
    pub fn query(&mut self, query: &Query) -> Vec<RecordId> {
        let limit = query.limit.unwrap_or(usize::MAX);
        let Some((entity, matches)) = self.matches(query) else { return Vec::new() };
        let slots = if query.sort.is_empty() && query.search.is_some() {
            self.by_score(matches)
        } else {
            self.by_columns(entity, matches, &query.sort, limit)
        };
        slots.into_iter().take(limit).map(|slot| self.rows.id(slot)).collect()
    }

    /// How many records answer a query, its limit aside.
    pub fn count_matching(&mut self, query: &Query) -> usize {
        self.matches(query).map_or(0, |(_, matches)| matches.slots.len())
    }

    /// The matching slots of the query's entity, in no order that means anything.
    pub(super) fn matches(&mut self, query: &Query) -> Option<(u16, Matches)> {
        let entity = self.rows.entity_ix(&query.entity)?;
        let scores = query.search.as_ref().map(|text| self.scores(text));
        let mut filter = Node::all(&self.rows, &query.filters);
        let members = self.rows.members(entity)?;
        let slots = members
            .slots
            .iter()
            .copied()
            .filter(|slot| scores.as_ref().is_none_or(|scores| scores[*slot as usize] > 0))
            .filter(|slot| self.rows.listed(*slot) && filter.holds(&self.rows, *slot))
            .collect();
        Some((entity, Matches { slots, scores: scores.unwrap_or_default() }))
    }

    fn by_score(&self, matches: Matches) -> Vec<Slot> {
        let Matches { mut slots, scores } = matches;
        let score = |slot: Slot| scores.get(slot as usize).copied().unwrap_or(0);
        slots.sort_unstable_by_key(|slot| {
            let recent = self.rows.touched(*slot);
            (std::cmp::Reverse((score(*slot), recent)), self.rows.id(*slot))
        });
        slots
    }

    fn by_columns(
        &mut self,
        entity: u16,
        matches: Matches,
        sort: &[(String, Direction)],
        limit: usize,
    ) -> Vec<Slot> {
        let by_title = [(TITLE.to_owned(), Direction::Asc)];
        let sort = if sort.is_empty() { &by_title[..] } else { sort };
        for (field, _) in sort {
            self.column(entity, field);
        }
        let slots = self.rows.len();
        let columns = &self.columns;
        let columns: Vec<(&Column, Direction)> = sort
            .iter()
            .filter_map(|(field, direction)| Some((columns.get(&(entity, field.clone()))?, *direction)))
            .collect();
        if let [(column, direction)] = columns.as_slice() {
            let mut wanted = vec![false; slots];
            matches.slots.iter().for_each(|slot| wanted[*slot as usize] = true);
            let wanted = |slot: &Slot| wanted[*slot as usize];
            return match direction {
                Direction::Asc => column.filled().chain(column.empty()).filter(wanted).take(limit).collect(),
                Direction::Desc => {
                    column.filled().rev().chain(column.empty().rev()).filter(wanted).take(limit).collect()
                }
            };
        }
        // Each column's rank, turned round where it descends: the empty stay last.
        let ranks: Vec<Vec<u32>> = columns
            .iter()
            .map(|(column, direction)| {
                let mut ranks = column.ranks(slots);
                ranks.iter_mut().for_each(|rank| {
                    *rank = match direction {
                        Direction::Desc if *rank > 0 => u32::MAX - *rank,
                        _ => rank.wrapping_sub(1),
                    }
                });
                ranks
            })
            .collect();
        let descends = sort.last().is_some_and(|(_, direction)| *direction == Direction::Desc);
        let mut slots = matches.slots;
        slots.sort_unstable_by(|a, b| {
            let by_rank = ranks.iter().map(|ranks| ranks[*a as usize].cmp(&ranks[*b as usize]));
            let by_id = || {
                let order = self.rows.id(*a).cmp(&self.rows.id(*b));
                if descends { order.reverse() } else { order }
            };
            by_rank.into_iter().find(|order| order.is_ne()).unwrap_or_else(by_id)
        });
        slots
    }

    /// Makes a column, or brings it up to date.
    pub(super) fn column(&mut self, entity: u16, field: &str) {
        let column = self
            .columns
            .entry((entity, field.to_owned()))
            .or_insert_with(|| Column::new(Source::new(&self.rows, entity, field)));
        column.refresh(&self.rows, entity);
        if column.by_title() {
            // Who must be placed anew when one is renamed: asked while it changes.
            self.refs.refresh(&mut self.rows);
        }
    }
}

/// What answers a query's filters and search.
pub(super) struct Matches {
    pub slots: Vec<Slot>,
    /// By slot; empty without a search.
    pub scores: Vec<u16>,
}
