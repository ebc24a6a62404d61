//! The server's indexes are what the records make of nothing.

use super::super::story::Broken;
use super::super::world::World;
use super::order::Order;
use outrider_app::key;
use outrider_app::registry::{EntityDef, MERGED_INTO, Registry, unique_key};
use outrider_app::store::{Key, Range, Table};
use outrider_app::value::Value;
use std::collections::BTreeSet;

pub fn equal_rebuilt(world: &World, order: &Order) -> Result<(), Broken> {
    let registry = world.server.registry;
    let (mut unique, mut child, mut tombstones) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for record in order.records.values() {
        let Some(def) = registry.entity(&record.entity) else { continue };
        if let Some(at) = record.deleted {
            tombstones.insert(key!["~deleted", at]);
        }
        for (field, cell) in &record.fields {
            let Some(field) = def.field(field) else { continue };
            if field.unique
                && record.stands()
                && let Some(value) = unique_key(&cell.value)
            {
                unique.insert(key![def.id.clone(), field.id.clone(), value]);
            }
            if points_to_customers(registry, def, &field.id) {
                child.extend(references(&cell.value).map(|target| key![target, record.id]));
            }
        }
    }
    for (table, rebuilt) in [(Table::Unique, unique), (Table::Child, child)] {
        same(world, &Range::all(table), rebuilt)?;
    }
    same(world, &Range::under(Table::Small, key!["~deleted"]), tombstones)
}

fn references(value: &Value) -> impl Iterator<Item = outrider_app::id::RecordId> {
    value.refs().into_iter()
}

fn points_to_customers(registry: &Registry, def: &EntityDef, field: &str) -> bool {
    let targets = def.field(field).map(|field| field.targets()).unwrap_or_default();
    field == MERGED_INTO && !def.small
        || targets.iter().any(|target| registry.entity(target).is_some_and(|def| !def.small))
}

fn same(world: &World, range: &Range, rebuilt: BTreeSet<Key>) -> Result<(), Broken> {
    let stored: BTreeSet<Key> = world.server.store.rows_of(range).into_iter().map(|(key, _)| key).collect();
    let odd: Vec<&Key> = stored.symmetric_difference(&rebuilt).collect();
    match odd.is_empty() {
        true => Ok(()),
        false => Err(Broken::new("an index is what the records make", format!("{:?}: {odd:?}", range.table))),
    }
}
