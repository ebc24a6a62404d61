//! In which order records are planned and written: what others point to comes first.

use crate::registry::Registry;
use std::collections::BTreeMap;

/// Each entity's rank: lower ones first. Required references count before optional ones; circles
/// (a team's lead, a person's team) are cut where they close.
pub(super) fn ranks(registry: &Registry) -> BTreeMap<String, usize> {
    let mut ranks = BTreeMap::new();
    let mut open = Vec::new();
    for def in registry.entities() {
        visit(registry, &def.id, &mut open, &mut ranks);
    }
    ranks
}

fn visit(registry: &Registry, entity: &str, open: &mut Vec<String>, ranks: &mut BTreeMap<String, usize>) {
    if ranks.contains_key(entity) || open.iter().any(|name| name == entity) {
        return;
    }
    let Some(def) = registry.entity(entity) else { return };
    open.push(entity.to_owned());
    for required in [true, false] {
        for field in def.fields.iter().filter(|field| field.required == required) {
            field.targets().iter().for_each(|target| visit(registry, target, open, ranks));
        }
    }
    open.pop();
    let rank = ranks.len();
    ranks.insert(entity.to_owned(), rank);
}
