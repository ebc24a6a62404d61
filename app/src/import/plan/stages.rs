//! Where made records that stand in an order (stages) are placed: open ones in their usual order
//! after the open ones that are there, then won, then lost.

use super::made::Made;
use crate::id::RecordId;
use crate::import::hints;
use crate::import::lookup::Lookup;
use crate::registry::Registry;
use crate::value::Value;
use rust_decimal::Decimal;

/// Gives every made record of an entity with `position` its place.
pub(super) fn place(registry: &Registry, book: &dyn Lookup, list: &mut [Made]) {
    for def in registry.entities().filter(|def| def.field("position").is_some()) {
        let has_outcome = def.field("outcome").is_some();
        let mut mine: Vec<usize> =
            (0..list.len()).filter(|at| list.get(*at).is_some_and(|made| made.entity == def.id)).collect();
        if mine.is_empty() {
            continue;
        }
        let rank = |made: &Made| match hints::outcome_of(&made.name) {
            "open" => (0, hints::stage_rank(&made.name)),
            "won" => (1, 0),
            _ => (2, 0),
        };
        if has_outcome {
            mine.sort_by_key(|at| list.get(*at).map(rank));
        }
        let there = positions(book, &def.id, has_outcome);
        let last_open = there.iter().filter(|(open, _)| *open).map(|(_, at)| *at).max();
        let next = there.iter().filter(|(open, at)| !*open && Some(*at) > last_open).map(|(_, at)| *at).min();
        let last = there.iter().map(|(_, at)| *at).max().unwrap_or_default();
        let open: Vec<usize> = mine
            .iter()
            .copied()
            .filter(|at| !has_outcome || list.get(*at).is_some_and(|made| rank(made).0 == 0))
            .collect();
        let step = match (last_open, next) {
            (Some(from), Some(to)) => (to - from) / Decimal::from(open.len() + 1),
            _ => Decimal::ONE,
        };
        let (mut at_open, mut at_end) = (last_open.unwrap_or_default(), last);
        if next.is_none() {
            at_end = at_end.max(at_open + step * Decimal::from(open.len()));
        }
        for at in mine {
            let position = if open.contains(&at) {
                at_open += step;
                at_open
            } else {
                at_end += Decimal::ONE;
                at_end
            };
            if let Some(made) = list.get_mut(at) {
                made.fields.push(("position".to_owned(), Value::Number(position.round_dp(6).normalize())));
            }
        }
    }
}

/// The places that are taken: whether open, and where.
fn positions(book: &dyn Lookup, entity: &str, has_outcome: bool) -> Vec<(bool, Decimal)> {
    let ids: Vec<RecordId> = book.names(entity).map(|(_, id)| id).collect();
    ids.into_iter()
        .filter_map(|id| book.by_id(id))
        .filter_map(|record| {
            let open = !has_outcome || !matches!(record.text("outcome"), "won" | "lost");
            Some((open, record.get("position")?))
        })
        .collect()
}
