//! Beginning again from a snapshot: a first sync, a base that could not be read, another past.

use super::{Base, Device, Step};
use crate::change::Verdict;
use crate::protocol::Frame;

impl Device {
    /// What a snapshot's scope, labels and cursor change; its records are the caller's, who has
    /// them packed. Where the server's past is another one, what it once accepted and this device
    /// still holds is sent again: what it knows after all it only answers.
    pub fn restart(&self, base: &impl Base, frames: &[Frame], other_past: bool) -> Step {
        let mut again = Step::default();
        let mut device = self.clone();
        if other_past {
            for (n, queued) in &self.outbox {
                let mut queued = queued.clone();
                queued.outcomes.retain(|_, outcome| matches!(outcome.result, Verdict::Rejected(_)));
                again.outbox.insert(*n, Some(queued));
            }
            device.absorb(&again);
        }
        // A snapshot answers whatever cursor the device stands at.
        let mut step = device.apply(base, device.cursor, frames);
        for (n, queued) in again.outbox {
            step.outbox.entry(n).or_insert(queued);
        }
        step
    }
}
