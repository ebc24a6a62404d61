//! Rows that were damaged in a store, on the server and on a device: told as damaged, or read as
//! what they say; never a panic, never passed over in silence.

use super::draw::{Draw, some_id};
use crate::simulation::desk::{Desk, set};
use crate::simulation::device::Held;
use crate::simulation::{People, create};
use futures::executor::block_on;
use outrider_app::device::{Device, Stamp};
use outrider_app::id::{SEQ_END, UnitId};
use outrider_app::protocol::Cursor;
use outrider_app::registry::Registry;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::view::{Miss, View, run as run_view};
use outrider_app::store::{Batch, Key, Range, StoreError, Table};
use outrider_app::sync::{self, Seal, Submission};
use outrider_app::value::Value;
use std::sync::LazyLock;

/// A server that was worked with, and the store of a device that has unsent work, work refused and
/// work to undo.
static USED: LazyLock<(MemoryStore, MemoryStore)> = LazyLock::new(|| {
    let mut desk = Desk::new(&[0, 2]);
    let text = |text: &str| Value::text(text);
    desk.act(0, &[create("company", some_id(1), &[("name", text("Acme")), ("remarks", text("a b"))])]);
    desk.act(0, &[create("contact", some_id(2), &[("email", text("a@x.example"))])]);
    desk.sync_all();
    desk.act(0, &[set("company", some_id(1), &[("name", text("Mine"))])]);
    desk.act(1, &[set("company", some_id(1), &[("name", text("Theirs"))])]);
    desk.act(1, &[create("contact", some_id(3), &[("email", text("a@x.example"))])]);
    desk.sync_all();
    desk.act(1, &[set("contact", some_id(3), &[("job_title", text("CEO"))])]);
    ((*desk.server.store).clone(), (*desk.phones[1].store).clone())
});

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let (server, device) = (USED.0.clone(), USED.1.clone());
    if draw.flag() {
        on_a_device(&spoil(device, &mut draw))
    } else {
        on_the_server(&spoil(server, &mut draw))
    }
}

/// Puts the bytes that are left in place of a row, or into it.
fn spoil(store: MemoryStore, draw: &mut Draw) -> MemoryStore {
    let rows: Vec<((Table, Key), Vec<u8>)> = Table::ALL
        .into_iter()
        .flat_map(|table| store.range_now(&Range::all(table)).into_iter().map(move |row| (table, row)))
        .map(|(table, (key, bytes))| ((table, key), bytes))
        .collect();
    let which = usize::from(draw.byte()) << 8 | usize::from(draw.byte());
    let ((table, key), mut bytes) = rows[which % rows.len()].clone();
    if draw.flag() {
        bytes = draw.rest().to_vec();
    } else {
        let at = draw.number() as usize % (bytes.len() + 1);
        let to = bytes.len().min(at + draw.below(9));
        bytes.splice(at..to, draw.rest().iter().copied());
    }
    let mut batch = Batch::default();
    batch.put(table, key, bytes);
    store.commit_now(batch).expect("memory never fails");
    store
}

fn on_the_server(store: &MemoryStore) {
    let registry = Registry::standard();
    for user in [People::person(0), People::person(2)] {
        for scope in [1, 2] {
            let cursor = Cursor { seq: 0, scope, mark: 0 };
            read(store, |view| sync::page(registry, view, user, cursor, 100));
        }
        if let Some(Some(row)) = read(store, |view| sync::scope_of(view, user))
            && let Some(followed) = read(store, |view| sync::follow(view, 0, 1_000))
        {
            let mut seal = Seal::default();
            seal.take(registry, &followed);
            seal.close();
            for part in seal.cut(registry, &row).parts {
                seal.chunk(&part);
            }
        }
        read(store, |view| sync::history(view, some_id(1)));
        let push = block_on(Device::load(&USED.1)).ok().flatten().and_then(|device| device.push(0, 9));
        let push = push.expect("something is unsent");
        read(store, |view| {
            sync::accept(registry, view, &Submission { user, system: false, push: &push, now: 1 })
        });
    }
    read(store, |view| sync::purge(registry, view, |_, _| false));
}

/// `None` where a row that it needs is told as damaged.
fn read<T>(store: &MemoryStore, function: impl FnMut(&mut View) -> Result<T, Miss>) -> Option<T> {
    match block_on(run_view(store, &mut View::default(), function)) {
        Ok(read) => Some(read),
        Err(StoreError::Damaged(_)) => None,
        Err(other) => panic!("{other}"),
    }
}

fn on_a_device(store: &MemoryStore) {
    let device = match block_on(Device::load(store)) {
        Ok(Some(device)) => device,
        Ok(None) => return,
        Err(StoreError::Damaged(_)) => return,
        Err(other) => panic!("{other}"),
    };
    let again = block_on(Device::load(store)).expect("was read before");
    assert_eq!(again.as_ref(), Some(&device));
    let base = Held::default();
    for id in device.touched() {
        device.shown(&base, id);
    }
    if device.next < SEQ_END {
        device.push(0, 5);
        device.clock_jumped();
        let (unit, act, label) = (UnitId::default(), "undo".to_owned(), String::new());
        let stamp = Stamp { unit, act, label, at: 1, all_or_nothing: false, part_of: None };
        for n in device.undo.keys() {
            device.undo(*n, &stamp);
        }
    }
}
