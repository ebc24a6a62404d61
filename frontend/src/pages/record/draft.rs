//! What is being written on a record, kept on the device as one types, until it is logged.

use gloo_storage::{LocalStorage, Storage};
use outrider_app::id::RecordId;

fn key(id: RecordId) -> String {
    format!("outrider:draft:{id}")
}

/// What was left unfinished here.
pub fn kept(id: RecordId) -> String {
    LocalStorage::get(key(id)).unwrap_or_default()
}

/// Keeps it; nothing is kept of an empty one.
pub fn keep(id: RecordId, text: &str) {
    if text.trim().is_empty() {
        LocalStorage::delete(key(id));
    } else {
        // Without room the text still stands in the form.
        let _ = LocalStorage::set(key(id), text);
    }
}
