//! Laying one's own unsent changes over what the server confirmed.

use crate::change::{Item, Op};
use crate::id::RecordId;
use crate::record::Record;
use crate::value::Value;

/// The confirmed record with these items applied, in order. `None` where there is no record: an
/// edit never makes one.
pub fn overlay(base: Option<Record>, items: &[&Item], user: RecordId) -> Option<Record> {
    let mut record = base;
    for item in items {
        if item.creates() && record.is_none() {
            let mut created = Record::new(item.record, item.entity.clone());
            created.at = item.at;
            created.by = user;
            record = Some(created);
        }
        if let Some(record) = &mut record {
            apply_item(record, item);
        }
    }
    record
}

fn apply_item(record: &mut Record, item: &Item) {
    for change in &item.changes {
        match change.op {
            Op::Create => {}
            Op::Delete => record.deleted = Some(record.seq),
            Op::Restore => record.deleted = None,
            Op::Set => {
                record.fields.entry(change.field.clone()).or_default().value = change.value.clone();
            }
            Op::Add | Op::Remove => {
                let Value::Text(element) = &change.value else { continue };
                let cell = record.fields.entry(change.field.clone()).or_default();
                let mut set = cell.value.as_set().cloned().unwrap_or_default();
                match change.op {
                    Op::Add => set.insert(element.clone()),
                    _ => set.remove(element),
                };
                cell.value = Value::Set(set);
            }
        }
    }
    if item.at > record.at {
        record.at = item.at;
    }
}
