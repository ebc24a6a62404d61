//! Who is at the device, and how far the app has come with them.

use outrider_app::id::RecordId;
use outrider_app::sync::{Role, Scope};

/// The person signed in on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Me {
    pub user: RecordId,
    pub name: String,
    pub role: Role,
    /// What they may see and do; `None` before the first sync.
    pub scope: Option<Scope>,
}

/// What the whole screen shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Starting,
    /// The server has no account yet: the first admin is made.
    SetUp,
    SignIn,
    /// The file is being fetched for the first time.
    FirstSync,
    Ready,
    Locked(Why),
}

/// Why nothing is shown. Own unsent work is kept in every case.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// Access was taken away; the customer file was wiped from this device.
    Disabled,
    /// The device has not met the server for so many days.
    TooLong(i64),
    /// A newer version of the app has the database: reload.
    Newer,
    /// An older version of the app has it, in another tab: it opens once that lets go.
    Blocked,
    /// The device is out of room.
    Full,
    /// The store does not open: what it said.
    Store(String),
}

impl Why {
    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            Why::Disabled => "error-locked-disabled",
            Why::TooLong(_) => "error-locked-too-long",
            Why::Newer => "error-locked-newer",
            Why::Blocked => "error-locked-blocked",
            Why::Full => "error-save-full",
            Why::Store(_) => "error-locked-store",
        }
    }
}
