//! What must hold when everyone has come to rest.

use super::device::{Held, Phone};
use super::world::World;
use outrider_app::change::{Effect, Entry};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::store::{Range, Table};
use outrider_app::sync;
use outrider_app::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub fn all(world: &World) -> Result<(), String> {
    let records = server_records(world);
    let histories: BTreeMap<RecordId, Vec<Entry>> = world
        .records
        .iter()
        .map(|(id, _)| (*id, world.server.read(|view| sync::history(view, *id))))
        .collect();
    for (i, phone) in world.phones.iter().enumerate() {
        let says = |error: String| format!("phone {i}: {error}");
        memory_equals_store(phone).map_err(says)?;
        nothing_is_left_unsent(phone).map_err(says)?;
        holds_what_it_may_see(world, phone, &records).map_err(says)?;
        nothing_told_is_lost(phone, &records, &histories).map_err(says)?;
    }
    applied_once(world)
}

/// Every record on the server, as it stands.
fn server_records(world: &World) -> BTreeMap<RecordId, Arc<Record>> {
    let rows = world.server.store.range_now(&Range::all(Table::Record));
    let ids: Vec<RecordId> = rows.iter().filter_map(|(key, _)| key.last_id()).collect();
    let load = |id| world.server.read(|view| sync::load_record(view, id));
    ids.into_iter().filter_map(|id| Some((id, load(id)?))).collect()
}

/// What grew step by step is what the store says when it is read anew.
fn memory_equals_store(phone: &Phone) -> Result<(), String> {
    let (device, base) = phone.reread();
    if base != phone.base {
        return Err("the records in memory are not those in the store".into());
    }
    if device != phone.device {
        return Err(format!(
            "the state in memory is not that in the store: {device:?} is not {:?}",
            phone.device
        ));
    }
    Ok(())
}

fn nothing_is_left_unsent(phone: &Phone) -> Result<(), String> {
    if phone.device.scope.as_ref().is_some_and(|scope| scope.active) && !phone.device.outbox.is_empty() {
        return Err(format!("work stays in the outbox: {:?}", phone.device.outbox));
    }
    Ok(())
}

/// The device holds exactly what its person may see, exactly as it stands.
fn holds_what_it_may_see(
    world: &World,
    phone: &Phone,
    records: &BTreeMap<RecordId, Arc<Record>>,
) -> Result<(), String> {
    let registry = world.server.registry;
    let row = world.server.read(|view| sync::scope_of(view, phone.user)).ok_or("no scope")?;
    let mut sees = BTreeSet::new();
    for record in records.values() {
        let place = world.server.read(|view| sync::place(registry, view, record));
        if row.scope.sees(registry, &place) {
            sees.insert(record.id);
        }
    }
    let Held(held) = &phone.base;
    for (id, record) in held {
        if !sees.contains(id) && records.contains_key(id) {
            return Err(format!("holds {} {id} which its person may not see", record.entity));
        }
        if !records.contains_key(id) && record.deleted.is_none() {
            return Err(format!("holds {} {id} which is gone for good", record.entity));
        }
    }
    for id in sees {
        let Some(standing) = records.get(&id) else { continue };
        let Some(record) = held.get(&id) else {
            if standing.deleted.is_some() {
                continue;
            }
            return Err(format!("lacks {} {id}", standing.entity));
        };
        if record.deleted.is_some() != standing.deleted.is_some() {
            return Err(format!(
                "{} {id}: deleted {:?}, not {:?}",
                standing.entity, record.deleted, standing.deleted
            ));
        }
        for field in record.fields.keys().chain(standing.fields.keys()) {
            let (here, there) = (record.value(field), standing.value(field));
            if here != there || record.version(field) != standing.version(field) {
                return Err(format!("{} {id} {field}: {here:?}, not {there:?}", standing.entity));
            }
        }
    }
    Ok(())
}

/// Every value a person was told is saved stands in the current state, the history or a tray.
fn nothing_told_is_lost(
    phone: &Phone,
    records: &BTreeMap<RecordId, Arc<Record>>,
    histories: &BTreeMap<RecordId, Vec<Entry>>,
) -> Result<(), String> {
    for told in &phone.told {
        let stands = records.get(&told.record).is_some_and(|record| *record.value(&told.field) == told.value);
        let remembered = histories.get(&told.record).is_some_and(|entries| {
            entries
                .iter()
                .flat_map(|entry| &entry.effects)
                .any(|effect| holds(effect, &told.field, &told.value))
        });
        let own = phone.device.outbox.values().flat_map(|queued| &queued.unit.items);
        let own = own.chain(phone.device.tray.values().map(|tray| &tray.item));
        let waits = own
            .filter(|item| item.record == told.record)
            .flat_map(|item| &item.changes)
            .any(|change| change.field == told.field && change.value == told.value);
        // People, rules and stages are shaped again and again; only customers' records are traced.
        let traced = histories.contains_key(&told.record);
        if traced && !stands && !remembered && !waits {
            return Err(format!(
                "{} {:?} of {} was told saved and is nowhere",
                told.field, told.value, told.record
            ));
        }
    }
    Ok(())
}

fn holds(effect: &Effect, name: &str, wanted: &Value) -> bool {
    match effect {
        Effect::Set { field, value, before } => {
            field == name && (value == wanted || before == wanted || woven(value, wanted))
        }
        Effect::Lost { field, value, .. } | Effect::Wrote { field, value } => {
            field == name && value == wanted
        }
        _ => false,
    }
}

/// A text woven from two edits holds every word of both.
fn woven(value: &Value, wanted: &Value) -> bool {
    let (Some(value), Some(wanted)) = (value.as_text(), wanted.as_text()) else { return false };
    wanted.contains(' ') && wanted.split_whitespace().all(|word| value.contains(word))
}

/// No item was taken into the order twice.
fn applied_once(world: &World) -> Result<(), String> {
    let mut seen = BTreeSet::new();
    for (id, _) in &world.records {
        for entry in world.server.read(|view| sync::history(view, *id)) {
            if !seen.insert((entry.client, entry.n)) {
                return Err(format!("{} {} was applied twice", entry.client, entry.n));
            }
        }
    }
    Ok(())
}
