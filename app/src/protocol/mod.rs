//! The wire between a device and the server, version 1: JSON that skips what it does not know.
//! `POST /api/v1/push` takes a [`Push`] and answers a [`Pushed`]; `GET /api/v1/pull` answers
//! [`Frame`]s, one JSON object a line; `GET /api/v1/snapshot` answers a [`Snapshot`] whose
//! segments are fetched by name.

mod page;
#[cfg(test)]
pub(crate) mod tests;

pub use page::Page;

use crate::change::{Entry, Outcome, Unit};
use crate::id::{ClientId, Millis, RecordId, Seq};
use crate::record::Record;
use crate::sync::Scope;
use crate::tagged::tagged;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// This protocol's version. The server keeps the one before alive and answers `426` beyond that.
pub const PROTOCOL: u32 = 1;
/// The oldest version the server still speaks.
pub const PROTOCOL_OLDEST: u32 = 1;
/// The header that carries the sender's protocol version.
pub const PROTOCOL_HEADER: &str = "x-outrider-protocol";
/// The header that names whose work a request carries: the id of their employee record. Where the
/// session has become another person's (they signed in in another tab), the request is refused.
pub const PERSON_HEADER: &str = "outrider-person";
/// The largest body of a push, in bytes.
pub const PUSH_MAX: usize = 16 * 1024 * 1024;
/// The most items of a push; a device splits longer work.
pub const PUSH_ITEMS: usize = 2_000;

/// The most changes of one item, and the longest name of an act, in bytes.
pub const ITEM_CHANGES: usize = 2_000;
pub const ACT_MAX: usize = 100;

/// A device's own work, oldest first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Push {
    pub client: ClientId,
    /// The device's clock when it sent this.
    pub now: Millis,
    pub units: Vec<Unit>,
}

/// An outcome for every item of the push, in order.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pushed {
    pub outcomes: Vec<Outcome>,
    /// The order's head after this push.
    pub head: Seq,
}

/// How far a device has come: everything up to `seq`, as scope version `scope` sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Cursor {
    pub seq: Seq,
    pub scope: u64,
    /// Whose item stands at `seq`, so that another past is noticed; 0 where that is not known.
    #[serde(default)]
    pub mark: u32,
}

/// One line of a pull.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(remote = "Self", rename_all = "lowercase")]
pub enum Frame {
    /// A change to a record one sees.
    Entry(Entry),
    /// A record that came into sight, whole.
    Enter(Record),
    /// A record that left one's sight; it was not deleted.
    Leave(RecordId),
    /// The ids and versions of every record one may see: what is not among them has gone.
    /// Sent in place of entries to a cursor older than the horizon.
    Manifest(Vec<(RecordId, Seq)>),
    /// The names of records one may not see but that records one sees point to.
    Labels(BTreeMap<RecordId, String>),
    /// What one may see and do, whenever it changed.
    Scope(Scope),
    /// The page's end: commit it all with this cursor. `head` is where the order stands.
    Cursor { cursor: Cursor, head: Seq },
    /// A frame of a newer server.
    #[serde(skip)]
    Opaque(serde_json::Value),
}

tagged!(Frame, "entry", "enter", "leave", "manifest", "labels", "scope", "cursor");

/// The state of everything one may see, in sealed segments, as of a cursor.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    pub cursor: Cursor,
    /// Where the order stands: what came after the cursor is pulled.
    #[serde(default)]
    pub head: Seq,
    pub scope: Scope,
    pub segments: Vec<Segment>,
    pub labels: BTreeMap<RecordId, String>,
}

/// A sealed segment, named by its content (SHA-256, hex).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Segment {
    pub name: String,
    pub bytes: u64,
    pub records: u64,
}

/// An error as every endpoint answers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// A stable tag: a key of the words (`refusal-<tag>`).
    pub error: String,
    /// In English, for logs and people with a terminal.
    pub message: String,
}
