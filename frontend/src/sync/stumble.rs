//! After a failure: what it means, whom it is told, and how long to wait.

use super::api::Failure;
use super::backoff;
use super::commit::CommitError;
use super::lead::{Leader, Trip};
use super::replica::Told;
use super::status::Trouble;
use crate::platform::clock::mono;
use outrider_app::id::Millis;
use outrider_app::store::StoreError;

/// How long the server is left alone while only a person, an update or its keeper can help.
const LONG_REST: Millis = 60_000;

impl Leader {
    /// Takes note of what went wrong; nothing of it was applied.
    pub(super) async fn stumble(&mut self, trip: Trip) {
        self.failures += 1;
        let silent = matches!(trip, Trip::Server(Failure::Offline));
        let longest = if silent { backoff::SILENT } else { backoff::BUSY };
        let mut wait = backoff::wait(self.failures, longest, js_sys::Math::random());
        let (online, trouble) = match &trip {
            Trip::Commit(CommitError::Store(StoreError::Full)) => (None, Some(Trouble::DeviceFull)),
            Trip::Commit(_) => (None, Some(Trouble::Store)),
            Trip::Server(Failure::Offline) => (Some(false), self.replica.status().trouble.filter(lasting)),
            Trip::Server(Failure::Malformed) => (Some(true), Some(Trouble::Malformed)),
            Trip::Server(Failure::Damaged) => {
                // To try again is to fetch the whole file again.
                wait = LONG_REST;
                (Some(true), Some(Trouble::Damaged))
            }
            Trip::Server(Failure::Refused { status, tag, wait: after, .. }) => {
                if let Some(after) = after {
                    wait = wait.max(i64::from(*after).min(600) * 1000);
                }
                match (*status, tag.as_str()) {
                    (401, "disabled") => {
                        self.known = false;
                        if !self.replica.is_wiped() && self.replica.wipe().await.is_ok() {
                            self.replica.tell(Told::Wiped);
                        }
                        (Some(true), Some(Trouble::SignedOut))
                    }
                    // Whose the session is, is asked next.
                    (401, "other-person") if self.known => {
                        self.known = false;
                        (Some(true), None)
                    }
                    (401, "other-person") => (Some(true), Some(Trouble::OtherPerson)),
                    (401, _) => (Some(true), Some(Trouble::SignedOut)),
                    (409, "cursor") => {
                        self.other_past = true;
                        self.replica.damaged.set(true);
                        wait = wait.min(2_000);
                        (Some(true), None)
                    }
                    (413, _) if self.most > 1 => {
                        self.most /= 2;
                        wait = 0;
                        (Some(true), None)
                    }
                    (413, _) => (Some(true), Some(Trouble::TooLarge)),
                    (426, _) => (Some(true), Some(Trouble::OldApp)),
                    (507, _) => (Some(true), Some(Trouble::ServerFull)),
                    // Busy, too many requests, or what stands before the server: later.
                    (429 | 500.., _) => (Some(false), self.replica.status().trouble.filter(lasting)),
                    _ => (Some(true), Some(Trouble::Refused)),
                }
            }
        };
        if trouble.as_ref().is_some_and(lasting) {
            wait = wait.max(LONG_REST);
        }
        self.wait_until = mono() as Millis + wait;
        self.replica.set_status(|status| {
            status.online = online.unwrap_or(status.online);
            status.trouble = trouble;
            status.progress = None;
        });
    }
}

/// Only a person, or a newer app, can end it.
fn lasting(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::SignedOut | Trouble::OtherPerson | Trouble::OldApp | Trouble::TooLarge)
}
