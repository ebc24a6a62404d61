//! Forgetting tombstones beyond the horizon. Devices that were away longer reconcile by manifest.

use super::rows::{self, FLOOR_KEY, TOMBSTONES};
use crate::id::{RecordId, Seq};
use crate::key;
use crate::registry::{EntityDef, Registry};
use crate::store::view::{Miss, View};
use crate::store::{Range, Table};

/// Forgets records that were deleted more than `horizon` accepted items ago. Answers how many.
pub fn purge(registry: &Registry, view: &mut View, horizon: u64) -> Result<usize, Miss> {
    let head = rows::counter(view, super::SEQ_KEY)?;
    let floor = rows::counter(view, FLOOR_KEY)?;
    let below = head.saturating_sub(horizon);
    let tombstones = view.range(&Range {
        table: Table::Small,
        from: key![TOMBSTONES],
        to: Some(key![TOMBSTONES, below]),
    })?;
    let mut gone: Vec<(Seq, RecordId)> = Vec::new();
    for (key, bytes) in &tombstones {
        let id = str::from_utf8(bytes).ok().and_then(RecordId::parse);
        gone.extend(rows::seq_of(key).zip(id));
    }
    if !view.want(gone.iter().map(|(_, id)| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    for (seq, id) in &gone {
        let record = rows::load_record(view, *id)?;
        if let Some(def) = record.as_ref().and_then(|record| registry.entity(&record.entity)) {
            forget_references(view, def, *id);
            view.delete(Table::Small, key![def.id.to_string(), *id]);
        }
        view.delete(Table::Record, key![*id]);
        view.delete(Table::Small, key![TOMBSTONES, *seq]);
    }
    if let Some((last, _)) = gone.iter().max() {
        rows::set_counter(view, FLOOR_KEY, floor.max(*last));
    }
    Ok(gone.len())
}

fn forget_references(view: &mut View, def: &EntityDef, id: RecordId) {
    let record = rows::load_record(view, id).ok().flatten();
    for target in
        record.iter().flat_map(|record| def.fields.iter().flat_map(|field| record.value(&field.id).refs()))
    {
        view.delete(Table::Child, key![target, id]);
    }
}
