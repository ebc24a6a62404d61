//! How syncing stands, as the leader knows it and tells the other tabs.

use outrider_app::id::{Millis, Seq};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, Default)]
#[serde(default)]
pub struct Status {
    /// The last request was answered.
    pub online: bool,
    /// When the device last was up to date with the server.
    pub synced: Option<Millis>,
    /// Where the server's order stands.
    pub head: Seq,
    /// What stands in the way, beyond a missing network.
    pub trouble: Option<Trouble>,
    /// While the whole file is being fetched.
    pub progress: Option<Progress>,
}

/// What a first sync has fetched, of how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, Default)]
pub struct Progress {
    pub records: u64,
    pub bytes: u64,
    pub total_records: u64,
    pub total_bytes: u64,
}

/// Why nothing travels although the server answers. Everything stays on the device meanwhile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trouble {
    /// The session ended: sign in again.
    SignedOut,
    /// Someone else is signed in in this browser: sign in again.
    OtherPerson,
    /// This version of the app is too old for the server.
    OldApp,
    /// The server's answer made no sense; nothing of it was applied.
    Malformed,
    /// A part of the file came damaged, twice; nothing of it was applied.
    Damaged,
    /// The server's disk is full.
    ServerFull,
    /// The server refuses for a reason this version does not know.
    Refused,
    /// This device has no room for what arrives.
    DeviceFull,
    /// This device's store fails.
    Store,
    /// Something of a newer version.
    #[serde(other)]
    Other,
}

impl Trouble {
    /// The key of its words.
    pub fn key(self) -> &'static str {
        match self {
            Trouble::SignedOut => "error-sync-signed-out",
            Trouble::OtherPerson => "error-sync-other-person",
            Trouble::OldApp => "error-sync-old-app",
            Trouble::Malformed => "error-sync-malformed",
            Trouble::Damaged => "error-sync-damaged",
            Trouble::ServerFull => "error-sync-server-full",
            Trouble::Refused | Trouble::Other => "error-sync-refused",
            Trouble::DeviceFull => "error-save-full",
            Trouble::Store => "error-save-failed",
        }
    }
}
