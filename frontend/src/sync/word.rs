//! What tabs say to each other. Nothing depends on it being heard: it only says "look again".

use super::status::Status;
use outrider_app::id::RecordId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Word {
    /// Rows changed in the shared store.
    Look(Look),
    /// The base was replaced as a whole.
    Reload,
    /// The leader works; this is how syncing stands.
    Beat(Status),
    /// Please ask the server now.
    Sync,
    /// Who is signed in in this browser changed.
    Account(Option<RecordId>),
    /// Of another version of the app.
    #[serde(untagged)]
    Opaque(serde_json::Value),
}

/// A word to the tabs that have this database open.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    pub to: String,
    pub word: Word,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Look {
    /// The editions of the confirmed records before and after.
    pub from: u64,
    pub to: u64,
    /// Confirmed rows that changed between them.
    pub records: Vec<RecordId>,
    /// Labels or the scope.
    pub meta: bool,
}

impl Look {
    /// Where a word between the two was not heard, nothing leads from one edition to the other.
    pub fn join(&mut self, other: Look) {
        self.from = if self.to == other.from { self.from } else { u64::MAX };
        self.to = other.to;
        self.records.extend(other.records);
        self.meta |= other.meta;
    }
}
