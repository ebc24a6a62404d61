//! After a failure: what it means, whom it is told, and how long to wait.

use super::api::Failure;
use super::backoff;
use super::commit::{CommitError, Hand};
use super::lead::{Leader, Trip};
use super::replica::Told;
use super::status::Trouble;
use super::vain::{Fault, Next, Vain};
use crate::platform::clock::{self, mono};
use outrider_app::book::Book;
use outrider_app::change::Reason;
use outrider_app::device::Device;
use outrider_app::id::Millis;
use outrider_app::store::StoreError;

/// How long the server is left alone while only a person, an update or its keeper can help.
const LONG_REST: Millis = 60_000;
/// Pushes in vain until one is patient: before that what they fail at may still be found.
const PATIENT: u32 = 12;

impl Leader {
    /// A push failed. Where the server fails at nothing else, only pushing waits, and what it fails
    /// at is found and set aside; anything else is a stumble like any other.
    pub(super) async fn push_failed(&mut self, trip: Trip) -> Result<(), Trip> {
        let Some((fault, trouble)) = fault_of(&trip) else { return Err(trip) };
        let Some(push) = self.replica.device().push(clock::now(), self.most) else { return Ok(()) };
        let whole = push.units.len() == 1 && push.units.iter().all(|unit| unit.all_or_nothing);
        let sent = push.units.iter().map(|unit| unit.items.len()).sum();
        let next = self.vain.next(fault, if whole { 1 } else { sent });
        let longest = if self.vain.times < PATIENT { backoff::SILENT } else { backoff::BUSY };
        let mut wait = backoff::wait(self.vain.times, longest, js_sys::Math::random());
        match next {
            Next::Again if fault == Fault::Elsewhere => wait = LONG_REST,
            Next::Again => {}
            Next::Fewer(most) => self.most = most,
            Next::SetAside => {
                let reason = if fault == Fault::TooLarge { Reason::TooLarge } else { Reason::Failing };
                let aside = |device: &Device, _: &Book| device.set_aside(&push, &reason);
                self.replica.act(Hand::Leader, aside, |_| {}).await?;
            }
        }
        let now = mono() as Millis;
        let at_once = next == Next::SetAside || fault == Fault::TooLarge;
        self.push_after = if at_once { 0 } else { now + wait };
        self.push_trouble = Some(trouble).filter(|_| !at_once);
        // Whether it fails at nothing else is seen by asking something else.
        self.ask_soon(now);
        Ok(())
    }

    /// Takes note of what went wrong; nothing of it was applied.
    pub(super) async fn stumble(&mut self, trip: Trip) {
        self.failures += 1;
        self.vain = Vain::default();
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

/// What a failing push is due to, and the trouble to tell; `None` where it says nothing of the push.
fn fault_of(trip: &Trip) -> Option<(Fault, Trouble)> {
    match trip {
        Trip::Server(Failure::Malformed) => Some((Fault::Elsewhere, Trouble::Malformed)),
        Trip::Server(Failure::Refused { status, .. }) => match status {
            413 => Some((Fault::TooLarge, Trouble::Refused)),
            507 => Some((Fault::Elsewhere, Trouble::ServerFull)),
            // The session, the cursor, the app's age, too many requests, what stands before the server.
            401 | 403 | 409 | 426 | 429 | 502..=504 => None,
            400.. => Some((Fault::Failing, Trouble::Refused)),
            _ => None,
        },
        _ => None,
    }
}

/// Only a person, or a newer app, can end it.
fn lasting(trouble: &Trouble) -> bool {
    matches!(trouble, Trouble::SignedOut | Trouble::OtherPerson | Trouble::OldApp)
}
