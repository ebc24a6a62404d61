//! What every device holds.

use super::super::device::{Held, Phone};
use super::super::people::called;
use super::super::story::Broken;
use super::super::world::World;
use super::order::Order;
use futures::executor::block_on;
use outrider_app::device::Device;
use outrider_app::id::RecordId;
use outrider_app::pack::{Detail, encode_row};
use outrider_app::record::Record;
use outrider_app::store::{Range, Table};
use outrider_app::sync::{self, ScopeRow};
use std::collections::BTreeSet;

/// What grew step by step is what the store says when it is read anew.
pub fn memory_equals_store(who: &str, memory: &Phone) -> Result<(), Broken> {
    const RULE: &str = "memory is what the store says";
    let device = block_on(Device::load(&*memory.store)).expect("readable").expect("a device");
    if device != memory.device {
        return Err(Broken::new(RULE, format!("{who}: {}", odd(&memory.device, &device))));
    }
    let rows = memory.store.rows_of(&Range::all(Table::Delta));
    let rows = rows.iter().filter(|(_, bytes)| !bytes.is_empty());
    // Rows are compared in their bytes: that these read back is told by tests of their own.
    let stored = rows.map(|(key, bytes)| (key.last_id(), bytes.to_vec()));
    let Held(held) = &memory.base;
    if !stored.eq(held.iter().map(|(id, record)| (Some(*id), encode_row(record, Detail::Lean)))) {
        return Err(Broken::new(RULE, format!("{who}: confirmed records differ")));
    }
    Ok(())
}

/// Where two states of a device differ.
fn odd(memory: &Device, store: &Device) -> String {
    let parts = |device: &Device| {
        [
            format!("next {}, cursor {:?}", device.next, device.cursor),
            format!("outbox {:?}", device.outbox),
            format!("tray {:?}", device.tray),
            format!("notices {:?}", device.notices),
            format!("undo {:?}", device.undo),
            format!("labels {:?}", device.labels),
            format!("scope {:?}", device.scope),
        ]
    };
    let odd = parts(memory).into_iter().zip(parts(store)).find(|(here, there)| here != there);
    odd.map_or_else(
        || "something else".to_owned(),
        |(here, there)| format!("{here}, and in the store {there}"),
    )
}

/// All is sent, and every tab is abreast of the store.
pub fn rests(world: &World, phone: usize) -> Result<(), Broken> {
    let who = world.who(phone);
    for tab in &world.phones[phone].tabs {
        memory_equals_store(&who, &tab.memory)?;
        let device = &tab.memory.device;
        if !device.outbox.is_empty() {
            return Err(Broken::new("all work is sent", format!("{who}: {:?}", device.outbox)));
        }
    }
    Ok(())
}

/// The device holds exactly what its person may see, exactly as it stands.
pub fn sees(world: &World, phone: usize, order: &Order) -> Result<(), Broken> {
    let (who, user) = (world.who(phone), world.phones[phone].user);
    let Some(tab) = world.phones[phone].tabs.first() else { return Ok(()) };
    let row = world.server.read(|view| sync::scope_of(view, user));
    let row = row.ok_or_else(|| Broken::new("everyone has a scope", who.clone()))?;
    if tab.memory.device.scope.as_ref().is_some_and(|scope| *scope != row.scope) {
        return Err(Broken::new("a device knows what its person may do", who));
    }
    let Held(held) = &tab.memory.base;
    let mut pointed = BTreeSet::new();
    for (id, standing) in &order.records {
        let says = |what: &str| format!("{who} {what} {}", called(&standing.entity, *id));
        let there = held.get(id);
        if !may_see(world, &row, standing) {
            match there {
                Some(_) => return Err(Broken::new("nobody holds what they may not see", says("holds"))),
                None => continue,
            }
        }
        match there {
            Some(record) => {
                if let Some(difference) = difference(record, standing) {
                    return Err(Broken::new("who sees the same holds the same", says(&difference)));
                }
                pointed.extend(points_to(world, record));
            }
            None if standing.deleted.is_some() => {}
            None => return Err(Broken::new("everyone holds what they may see", says("lacks"))),
        }
    }
    // What was purged may be held as a tombstone until a manifest comes.
    let gone =
        held.values().find(|record| record.deleted.is_none() && !order.records.contains_key(&record.id));
    if let Some(record) = gone {
        let says = format!("{who} holds {}", called(&record.entity, record.id));
        return Err(Broken::new("what is gone is gone", says));
    }
    labels(world, &tab.memory, &row, order, pointed)
        .map_err(|says| Broken::new("what is pointed to is known by name", format!("{who}: {says}")))
}

fn may_see(world: &World, row: &ScopeRow, record: &Record) -> bool {
    let registry = world.server.registry;
    let place = world.server.read(|view| sync::place(registry, view, record));
    row.scope.sees(registry, &place)
}

fn difference(here: &Record, there: &Record) -> Option<String> {
    if here.deleted.is_some() != there.deleted.is_some() {
        return Some("does not know whether it is deleted:".to_owned());
    }
    let cells = |record: &Record| record.fields.len();
    let odd = here.fields.iter().zip(&there.fields).find(|((field, cell), (other, standing))| {
        field != other || cell.value != standing.value || cell.seq != standing.seq
    });
    match odd {
        Some(((field, cell), (_, standing))) => {
            Some(format!("has {field} as {:?}, not {:?}:", cell.value, standing.value))
        }
        None => (cells(here) != cells(there)).then(|| "has other fields:".to_owned()),
    }
}

fn points_to(world: &World, record: &Record) -> Vec<RecordId> {
    let def = world.server.registry.entity(&record.entity).filter(|_| record.deleted.is_none());
    let fields = def.into_iter().flat_map(|def| &def.fields).filter(|field| !field.targets().is_empty());
    fields.flat_map(|field| record.value(&field.id).refs()).collect()
}

/// What is out of sight and pointed to is known by its name.
fn labels(
    world: &World,
    memory: &Phone,
    row: &ScopeRow,
    order: &Order,
    pointed: BTreeSet<RecordId>,
) -> Result<(), String> {
    if row.scope.reads.is_empty() {
        return Ok(());
    }
    for id in pointed {
        let Some(record) = order.records.get(&id) else { continue };
        let Some(def) = world.server.registry.entity(&record.entity) else { continue };
        if may_see(world, row, record) {
            continue;
        }
        let (label, title) = (memory.device.labels.get(&id), def.title_of(record));
        if label != Some(&title) {
            return Err(format!("{} is {label:?}, not {title:?}", called(&record.entity, id)));
        }
    }
    Ok(())
}
