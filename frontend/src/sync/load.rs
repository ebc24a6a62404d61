//! Opening a database and reading it into memory: at the start, and anew when all of it changed.

use super::bell::Bell;
use super::met::Met;
use super::plan::weight;
use super::replica::{Ear, Replica, Told, ended_key, generation_key, met_key, met_there_key, wiped_key};
use super::status::Status;
use crate::local::{DeviceStore, Notice, OpenError};
use crate::platform::idle::Turns;
use crate::platform::online;
use futures::lock::Mutex;
use outrider_app::book::Book;
use outrider_app::device::Device;
use outrider_app::device::tabs::{edition_key, turn_key};
use outrider_app::id::{ClientId, RecordId};
use outrider_app::key;
use outrider_app::pack::decode_row;
use outrider_app::registry::Registry;
use outrider_app::store::{Batch, Key, Range, Row, Store as _, StoreError, Table};
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use uuid::Uuid;

/// How often everything is read again where it changed under the reading.
const TRIES: usize = 5;

/// Why a device's database did not open.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum LoadError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// A database as it was read.
struct Loaded {
    device: Device,
    meta: Meta,
    chunks: Vec<Row>,
    deltas: Vec<Row>,
}

/// Our rows beside the device's own.
struct Meta {
    turn: Option<Vec<u8>>,
    generation: u64,
    edition: u64,
    met: Met,
    wiped: bool,
    ended: bool,
}

impl Replica {
    /// Opens the database of a person on this device, making it where there is none.
    pub async fn open(name: &str, user: RecordId, ear: Ear) -> Result<Rc<Self>, LoadError> {
        let myself: Rc<RefCell<Weak<Replica>>> = Rc::default();
        let store = DeviceStore::open(name, lost(myself.clone(), ear.clone())).await?;
        let loaded = read(&store, user).await?;
        if loaded.meta.ended {
            // Its owner signed out, and the tab that should have removed it died. It is empty.
            let mut begin = Batch::default();
            begin.delete(Table::Meta, ended_key());
            store.commit(begin).await?;
        }
        let replica = Rc::new(Self {
            name: name.to_owned(),
            store: RefCell::new(store),
            device: RefCell::default(),
            book: RefCell::new(Book::new(Registry::standard().clone())),
            stand: RefCell::default(),
            generation: Cell::default(),
            to_fold: Cell::default(),
            damaged: Cell::default(),
            met: Cell::default(),
            killed: Cell::default(),
            lost: Cell::default(),
            gate: Mutex::new(()),
            status: RefCell::new(Status::default()),
            bell: Bell::default(),
            urgent: Cell::default(),
            hung: Cell::default(),
            stopped: Cell::default(),
            wiped: Cell::default(),
            alive: Cell::default(),
            heard: Cell::default(),
            pending: RefCell::default(),
            durable: Cell::default(),
            waiting: RefCell::default(),
            post: RefCell::default(),
            ear,
        });
        myself.replace(Rc::downgrade(&replica));
        replica.take(loaded).await;
        replica.status.replace(Status {
            online: online::is_online(),
            synced: replica.met(),
            ..Status::default()
        });
        Ok(replica)
    }

    /// Reads everything anew: the base was replaced, or this tab cannot tell what changed.
    pub async fn reload(&self) -> Result<(), StoreError> {
        let _gate = self.gate.lock().await;
        self.reload_ungated().await
    }

    pub(super) async fn reload_ungated(&self) -> Result<(), StoreError> {
        let user = self.device.borrow().user;
        let loaded = read(&self.store(), user).await?;
        self.take(loaded).await;
        self.tell(Told::Replaced);
        Ok(())
    }

    /// Reads confirmed records anew, up to this edition or beyond: what stands beside the chunks, or
    /// all where it was folded into new ones meanwhile.
    pub(super) async fn read_base(&self, edition: u64) -> Result<(), StoreError> {
        let store = self.store();
        let deltas = store.range(&Range::all(Table::Delta)).await?;
        // Read after them: rows that were folded before are in chunks of a later generation.
        if read_meta(&store).await?.generation != self.generation.get() {
            return self.reload_ungated().await;
        }
        let Some(device) = Device::load(&store).await? else { return Ok(()) };
        {
            let mut book = self.book.borrow_mut();
            for (key, bytes) in &deltas {
                if !put_delta(&mut book, key, bytes) {
                    self.damaged.set(true);
                }
            }
            book.set_labels(device.labels.clone());
        }
        self.to_fold.set(weight_of(&deltas));
        self.stand.borrow_mut().edition = edition;
        self.replace_device(device);
        Ok(())
    }

    /// The caller holds the gate, or nobody knows this replica yet: nothing changes meanwhile.
    async fn take(&self, loaded: Loaded) {
        let turns = Turns::begin();
        let mut book = Book::new(Registry::standard().clone());
        let mut damaged = false;
        for (_, bytes) in loaded.chunks {
            damaged |= book.load_stored(bytes).is_err();
            turns.breathe().await;
        }
        for (key, bytes) in &loaded.deltas {
            damaged |= !put_delta(&mut book, key, bytes);
            turns.breathe().await;
        }
        book.set_labels(loaded.device.labels.clone());
        let touched = loaded.device.touched();
        self.book.replace(book);
        self.device.replace(loaded.device);
        self.stand.borrow_mut().turn = loaded.meta.turn;
        self.generation.set(loaded.meta.generation);
        self.stand.borrow_mut().edition = loaded.meta.edition;
        self.met.set(loaded.meta.met);
        self.wiped.set(loaded.meta.wiped);
        self.to_fold.set(weight_of(&loaded.deltas));
        self.damaged.set(damaged);
        self.lay_over(touched);
    }
}

fn weight_of(deltas: &[Row]) -> usize {
    deltas.iter().map(|(_, bytes)| weight(bytes.is_empty())).sum()
}

/// Takes a delta row into the book; false where it cannot be read.
pub(super) fn put_delta(book: &mut Book, key: &Key, bytes: &[u8]) -> bool {
    let Some(id) = key.last_id() else { return false };
    if bytes.is_empty() {
        book.remove(id);
        return true;
    }
    match decode_row(bytes) {
        Ok(record) => {
            book.put(&record);
            true
        }
        Err(_) => false,
    }
}

async fn read(store: &DeviceStore, user: RecordId) -> Result<Loaded, StoreError> {
    let mut last = None;
    for _ in 0..TRIES {
        let meta = read_meta(store).await?;
        let device = device(store, user).await?;
        // Deltas before chunks: should they be folded in between, the chunks hold them too.
        let deltas = store.range(&Range::all(Table::Delta)).await?;
        let chunks = store.range(&Range::under(Table::Chunk, key![meta.generation])).await?;
        let still = read_meta(store).await?.generation == meta.generation;
        let loaded = Loaded { device, meta, chunks, deltas };
        if still {
            return Ok(loaded);
        }
        last = Some(loaded);
    }
    last.ok_or(StoreError::Conflict)
}

async fn read_meta(store: &DeviceStore) -> Result<Meta, StoreError> {
    let keys =
        [turn_key(), generation_key(), edition_key(), met_key(), met_there_key(), wiped_key(), ended_key()];
    let rows = store.get(&keys.map(|key| (Table::Meta, key))).await?;
    let mut rows = rows.into_iter();
    let mut next = || rows.next().flatten();
    Ok(Meta {
        turn: next(),
        generation: number(next())?,
        edition: number(next())?,
        met: Met { here: number(next())?, there: number(next())? },
        wiped: next().is_some(),
        ended: next().is_some(),
    })
}

pub(super) fn number<T: DeserializeOwned + Default>(row: Option<Vec<u8>>) -> Result<T, StoreError> {
    match row {
        Some(bytes) => serde_json::from_slice(&bytes).map_err(|error| StoreError::Damaged(error.to_string())),
        None => Ok(T::default()),
    }
}

/// The device's state, made where there is none; two tabs that make it at once agree on one.
async fn device(store: &DeviceStore, user: RecordId) -> Result<Device, StoreError> {
    if let Some(device) = Device::load(store).await? {
        return Ok(device);
    }
    let new = Device::new(ClientId(Uuid::new_v4()), user);
    match store.commit(new.first_batch()).await {
        Ok(()) => Ok(new),
        Err(StoreError::Conflict) => Device::load(store).await?.ok_or(StoreError::Conflict),
        Err(error) => Err(error),
    }
}

/// What the browser does to the connection.
fn lost(replica: Rc<RefCell<Weak<Replica>>>, ear: Ear) -> impl Fn(Notice) {
    move |notice| {
        if notice == Notice::Blocked {
            return ear(Told::Blocked);
        }
        let Some(replica) = replica.borrow().upgrade() else { return };
        match notice {
            Notice::Blocked => {}
            // Nothing is lost: the newer app has it all, and this page is to be loaded anew.
            Notice::Upgraded => drop(replica.end()),
            Notice::Deleted => {
                // Whoever signed out in another tab emptied it before.
                replica.lost.set(!replica.killed.get());
                drop(replica.end());
            }
            Notice::Killed => wasm_bindgen_futures::spawn_local(async move {
                let _gate = replica.gate.lock().await;
                // Killed it stays where the store does not open again; that is told by it.
                let _ = replica.reopen().await;
            }),
        }
    }
}
