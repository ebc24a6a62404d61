//! The one shape every store has, on the server and on the device: tables of ordered keys, read by
//! key or by range, written in atomic batches that may expect what they found to stand still.

mod bytes;
pub mod cache;
#[cfg(feature = "conformance")]
pub mod conformance;
mod key;
pub mod memory;
mod rows;
pub mod view;

pub use bytes::Bytes;
pub use key::{Key, Part};
pub use rows::Rows;

use crate::key;
use std::collections::BTreeMap;
use std::future::Future;

/// The tables. One enum for both sides, so that one suite proves every store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Counters, cursors and settings, by name.
    Meta,
    /// Server: the log, by sequence.
    Log,
    /// Server: current state, by record.
    Record,
    /// Server: (record, seq) of every entry that touched the record.
    Trail,
    /// Server: (client, n) of every item seen, with its digest and outcome.
    Seen,
    /// Server: the holder of each unique value.
    Unique,
    /// Server: (record, child) for records that inherit who may see them.
    Child,
    /// Server: (entity, record) for small, configuration-like entities.
    Small,
    /// Server: each person's scope, by version.
    Scope,
    /// Server: sign-in accounts and sessions; never synced.
    Account,
    /// Device: packed chunks of confirmed records.
    Chunk,
    /// Device: confirmed records since the chunks were folded.
    Delta,
    /// Device: own units, by number, until their result was pulled.
    Outbox,
    /// Device: rejected items, by number.
    Tray,
    /// Device: (record, seq) of pulled entries.
    History,
    /// Device: values of one's own or others' that did not stand, to be shown.
    Notice,
    /// Device: the units that can be undone.
    Undo,
}

impl Table {
    /// Every table, as they are declared.
    pub const ALL: [Table; 17] = [
        Table::Meta,
        Table::Log,
        Table::Record,
        Table::Trail,
        Table::Seen,
        Table::Unique,
        Table::Child,
        Table::Small,
        Table::Scope,
        Table::Account,
        Table::Chunk,
        Table::Delta,
        Table::Outbox,
        Table::Tray,
        Table::History,
        Table::Notice,
        Table::Undo,
    ];

    /// The table's name in every store.
    pub const fn name(self) -> &'static str {
        match self {
            Table::Meta => "meta",
            Table::Log => "log",
            Table::Record => "record",
            Table::Trail => "trail",
            Table::Seen => "seen",
            Table::Unique => "unique",
            Table::Child => "child",
            Table::Small => "small",
            Table::Scope => "scope",
            Table::Account => "account",
            Table::Chunk => "chunk",
            Table::Delta => "delta",
            Table::Outbox => "outbox",
            Table::Tray => "tray",
            Table::History => "history",
            Table::Notice => "notice",
            Table::Undo => "undo",
        }
    }
}

/// The keys from `from` (inclusive) to `to` (exclusive; `None`: to the table's end).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    pub table: Table,
    pub from: Key,
    pub to: Option<Key>,
}

impl Range {
    /// The whole table.
    pub fn all(table: Table) -> Self {
        Self { table, from: Key::default(), to: None }
    }

    /// Numbered rows `from..to`.
    pub fn numbers(table: Table, from: u64, to: u64) -> Self {
        Self { table, from: key![from], to: Some(key![to]) }
    }

    /// Every key that extends these parts (and the key of just these parts).
    pub fn under(table: Table, prefix: Key) -> Self {
        Self { table, to: prefix.end(), from: prefix }
    }

    pub fn contains(&self, key: &Key) -> bool {
        *key >= self.from && self.to.as_ref().is_none_or(|to| key < to)
    }
}

/// What one atomic write does. Applied whole or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Batch {
    /// The batch is applied only where each of these still holds exactly this (`None`: no row).
    pub expect: Vec<(Table, Key, Option<Vec<u8>>)>,
    /// Rows to write (`Some`) or remove (`None`); the last word on a key counts.
    pub writes: BTreeMap<(Table, Key), Option<Vec<u8>>>,
    /// Ranges to clear before the writes.
    pub clears: Vec<Range>,
    /// On disk before it returns. False lets a store answer sooner.
    pub durable: bool,
}

impl Batch {
    pub fn put(&mut self, table: Table, key: Key, bytes: Vec<u8>) {
        self.writes.insert((table, key), Some(bytes));
    }

    pub fn delete(&mut self, table: Table, key: Key) {
        self.writes.insert((table, key), None);
    }

    pub fn expect(&mut self, table: Table, key: Key, bytes: Option<Vec<u8>>) {
        self.expect.push((table, key, bytes));
    }

    pub fn is_empty(&self) -> bool {
        self.writes.is_empty() && self.clears.is_empty()
    }
}

/// What a store can answer instead of doing its work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// An expectation did not hold: read again and retry.
    #[error("the rows changed meanwhile")]
    Conflict,
    /// No room left: nothing of the batch was written.
    #[error("the store is full: free some space and try again")]
    Full,
    /// The store was closed or deleted under us: open it again.
    #[error("the store was closed: {0}")]
    Closed(String),
    /// Whether the batch was written is not known; its numbers settle it at the next try.
    #[error("it is not known whether the write arrived: {0}")]
    Unknown(String),
    /// A row that is there cannot be read. Nothing of the batch was written.
    #[error("a row cannot be read: {0}; restore it from a backup")]
    Damaged(String),
    #[error("the store failed: {0}")]
    Failed(String),
}

/// A row of a range.
pub type Row = (Key, Vec<u8>);

/// An ordered, transactional store. Cheap to share; every method may be called at any time.
pub trait Store {
    /// The rows of these keys, in the same order; `None` where there is no row.
    fn get(&self, keys: &[(Table, Key)]) -> impl Future<Output = Result<Vec<Option<Vec<u8>>>, StoreError>>;

    /// The rows of a range in key order.
    fn range(&self, range: &Range) -> impl Future<Output = Result<Vec<Row>, StoreError>>;

    /// Applies a batch whole or not at all.
    fn commit(&self, batch: Batch) -> impl Future<Output = Result<(), StoreError>>;
}
