//! Forgetting tombstones beyond the horizon. Devices that were away longer reconcile by manifest.

use super::rows::{self, AWAITED, FLOOR_KEY, TOMBSTONES};
use crate::id::{Millis, RecordId, Seq};
use crate::key;
use crate::registry::{EntityDef, Registry};
use crate::store::view::{Miss, View, for_each};
use crate::store::{Range, Table};

/// How many are forgotten in one go.
pub const AT_ONCE: usize = 500;

/// Forgets deleted records that are not to be kept, by the item that deleted them and its time;
/// the oldest first, at most [`AT_ONCE`]. Answers how many.
pub fn purge(
    registry: &Registry,
    view: &mut View,
    mut keep: impl FnMut(Seq, Millis) -> bool,
) -> Result<usize, Miss> {
    let floor = rows::counter(view, FLOOR_KEY)?;
    let tombstones = view.range(&Range::under(Table::Small, key![TOMBSTONES]))?;
    let mut gone: Vec<(Seq, RecordId)> = Vec::new();
    for (key, bytes) in &tombstones {
        let id = str::from_utf8(bytes).ok().and_then(RecordId::parse);
        gone.extend(key.last_number().zip(id));
    }
    gone.truncate(AT_ONCE);
    if !view.want(gone.iter().map(|(_, id)| (Table::Record, key![*id]))) {
        return Err(Miss);
    }
    let mut forgotten = Vec::new();
    for (seq, id) in gone {
        let record = rows::load_record(view, id)?;
        if !record.as_ref().is_some_and(|record| keep(seq, record.at)) {
            forgotten.push((seq, id, record));
        }
    }
    let hanging = |id: RecordId| Range::under(Table::Child, key![id]);
    for_each(&forgotten, |(_, id, _)| view.range(&hanging(*id)).map(drop))?;
    for (seq, id, record) in &forgotten {
        if let Some(def) = record.as_ref().and_then(|record| registry.entity(&record.entity)) {
            forget_references(view, def, *id);
            view.delete(Table::Small, key![def.id.to_string(), *id]);
        }
        if !view.range(&hanging(*id))?.is_empty() {
            view.put(Table::Small, key![AWAITED, *id], []);
        }
        view.delete(Table::Record, key![*id]);
        view.delete(Table::Small, key![TOMBSTONES, *seq]);
    }
    if let Some((last, ..)) = forgotten.last() {
        rows::set_counter(view, FLOOR_KEY, floor.max(*last));
    }
    Ok(forgotten.len())
}

fn forget_references(view: &mut View, def: &EntityDef, id: RecordId) {
    let record = rows::load_record(view, id).ok().flatten();
    for target in
        record.iter().flat_map(|record| def.fields.iter().flat_map(|field| record.value(&field.id).refs()))
    {
        view.delete(Table::Child, key![target, id]);
    }
}
