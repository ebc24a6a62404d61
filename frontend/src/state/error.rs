//! What goes wrong, each with the key of its words.

use crate::sync::CommitError;
use outrider_app::store::StoreError;

/// Why an edit was not saved. Nothing of it is on the device: the form keeps it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SaveError {
    /// No room: free some space, export the outbox, try again.
    #[error("no room is left on this device")]
    Full,
    /// The store was closed: reload the page.
    #[error("the device's store was closed")]
    Killed,
    /// The store was deleted: export what was not sent, reload the page.
    #[error("the device's store was deleted")]
    Lost,
    /// Nobody is signed in, or the device is locked.
    #[error("nobody is signed in on this device")]
    NoOne,
    /// Other tabs were faster every time: try again.
    #[error("another tab was faster")]
    Busy,
    #[error("the device's store failed: {0}")]
    Failed(String),
}

impl SaveError {
    /// The key of its words.
    pub fn key(&self) -> &'static str {
        match self {
            SaveError::Full => "error-save-full",
            SaveError::Killed => "error-save-killed",
            SaveError::Lost => "error-save-lost",
            SaveError::NoOne => "error-save-no-one",
            SaveError::Busy => "error-save-busy",
            SaveError::Failed(_) => "error-save-failed",
        }
    }
}

impl From<CommitError> for SaveError {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Killed | CommitError::Store(StoreError::Closed(_)) => SaveError::Killed,
            CommitError::Lost => SaveError::Lost,
            CommitError::Store(StoreError::Full) => SaveError::Full,
            CommitError::Store(StoreError::Conflict) | CommitError::Deposed => SaveError::Busy,
            CommitError::Store(error) => SaveError::Failed(error.to_string()),
        }
    }
}

/// Why signing in, out, or giving access did not work.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    #[error("the server cannot be reached")]
    Offline,
    /// So many items are unsent: keep or discard them.
    #[error("{0} changes were not sent yet")]
    Unsent(usize),
    /// The server says no; the tag is stable.
    #[error("the server refuses: {message}")]
    Refused { tag: String, message: String, wait: Option<u32> },
    /// The server's answer made no sense.
    #[error("the server's answer made no sense")]
    Malformed,
    /// This device's store does not open or write.
    #[error("the device's store failed: {0}")]
    Device(String),
}

impl AccountError {
    /// The key of its words.
    pub fn key(&self) -> String {
        match self {
            AccountError::Offline => "error-offline".to_owned(),
            AccountError::Unsent(_) => "error-unsent".to_owned(),
            AccountError::Refused { tag, .. } => format!("refusal-{tag}"),
            AccountError::Malformed => "error-malformed".to_owned(),
            AccountError::Device(_) => "error-device".to_owned(),
        }
    }
}
