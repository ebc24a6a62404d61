//! Faults planted in the wiring around production's functions. Each must be found.

use super::people::People;
use outrider_app::change::{Base, Effect};
use outrider_app::device::Step;
use outrider_app::device::tabs::turn_key;
use outrider_app::id::{RecordId, SEQ_END};
use outrider_app::protocol::{Frame, Push};
use outrider_app::store::{Batch, StoreError, Table};
use std::borrow::Cow;

/// What is done wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The server answers a push that it did not commit.
    LostAcknowledgement,
    /// A device takes its cursor for one entry further than it is.
    SkippingCursor,
    /// A device is not told that a record left its sight.
    ForgottenLeave,
    /// A device is not told that a record was deleted.
    DroppedTombstone,
    /// A device that was away for longer than tombstones are kept is not told what there is.
    ForgottenManifest,
    /// An edit on top of one's own unsent one travels as if it stood on the server's state.
    OwnTakenForSeq,
    /// The server forgets which items it has seen.
    AppliedTwice,
    /// Of a batch that is not written the first half is.
    TornWrite,
    /// Memory takes what the store refused.
    EarlyAbsorb,
    /// Memory keeps work that was done with: the incremental state differs from the rebuilt one.
    StaleMemory,
    /// A tab does not look whether another wrote meanwhile.
    ForgottenTurn,
    /// A server does not look whether another wrote meanwhile.
    ForgottenCounter,
    /// A page is answered as the admin would see it.
    WrongSight,
    /// What is refused is not kept in the tray.
    ForgottenTray,
    /// A value that gave way is told to nobody.
    ForgottenNotice,
    /// Every change passes for made on top of the latest state: nothing is merged.
    BlindOverwrite,
    /// The holder of a unique value is not noted.
    StaleIndex,
}

impl Fault {
    pub const ALL: [Self; 17] = [
        Self::LostAcknowledgement,
        Self::SkippingCursor,
        Self::ForgottenLeave,
        Self::DroppedTombstone,
        Self::ForgottenManifest,
        Self::OwnTakenForSeq,
        Self::AppliedTwice,
        Self::TornWrite,
        Self::EarlyAbsorb,
        Self::StaleMemory,
        Self::ForgottenTurn,
        Self::ForgottenCounter,
        Self::WrongSight,
        Self::ForgottenTray,
        Self::ForgottenNotice,
        Self::BlindOverwrite,
        Self::StaleIndex,
    ];

    /// A device's batch, before it is committed.
    pub fn spoil_batch(fault: Option<Self>, batch: &mut Batch) {
        match fault {
            Some(Self::ForgottenTurn) => batch.expect.retain(|(_, key, _)| *key != turn_key()),
            Some(Self::ForgottenTray) => {
                batch.writes.retain(|(table, _), row| *table != Table::Tray || row.is_none());
            }
            Some(Self::ForgottenNotice) => batch.writes.retain(|(table, _), _| *table != Table::Notice),
            _ => {}
        }
    }

    /// A batch that the store does not write.
    pub fn tear(fault: Option<Self>, mut batch: Batch, commit: impl Fn(Batch) -> Result<(), StoreError>) {
        if fault == Some(Self::TornWrite) {
            let half = batch.writes.len() / 2;
            let last = batch.writes.keys().nth(half).cloned();
            batch.writes.retain(|key, _| last.as_ref().is_some_and(|last| key < last));
            // Where it conflicts not even half of it is written.
            let _ = commit(batch);
        }
    }

    /// A step as memory takes it.
    pub fn spoil_memory(fault: Option<Self>, step: &Step) -> Cow<'_, Step> {
        let mut step = Cow::Borrowed(step);
        match fault {
            Some(Self::StaleMemory) => step.to_mut().outbox.retain(|_, row| row.is_some()),
            Some(Self::ForgottenTray) => step.to_mut().tray.retain(|_, row| row.is_none()),
            Some(Self::ForgottenNotice) => step.to_mut().notices.clear(),
            _ => {}
        }
        step
    }

    /// A push, as the server takes it.
    pub fn spoil_push(fault: Option<Self>, push: &Push) -> Cow<'_, Push> {
        if !matches!(fault, Some(Self::OwnTakenForSeq | Self::BlindOverwrite)) {
            return Cow::Borrowed(push);
        }
        let mut push = push.clone();
        for change in
            push.units.iter_mut().flat_map(|unit| &mut unit.items).flat_map(|item| &mut item.changes)
        {
            match (fault, change.base) {
                (Some(Self::OwnTakenForSeq), Base::Own(n)) => change.base = Base::Seq(n),
                (Some(Self::BlindOverwrite), _) => change.base = Base::Seq(SEQ_END),
                _ => {}
            }
        }
        Cow::Owned(push)
    }

    /// The server's batch, before it is committed.
    pub fn spoil_server(fault: Option<Self>, batch: &mut Batch) {
        match fault {
            Some(Self::AppliedTwice) => batch.writes.retain(|(table, _), _| *table != Table::Seen),
            Some(Self::ForgottenCounter) => batch.expect.clear(),
            Some(Self::StaleIndex) => {
                batch.writes.retain(|(table, _), row| *table != Table::Unique || row.is_none());
            }
            _ => {}
        }
    }

    /// A page, as it reaches the device.
    pub fn spoil_page(fault: Option<Self>, skips: bool, frames: &mut Vec<Frame>) {
        match fault {
            Some(Self::SkippingCursor) if skips => {
                for frame in frames {
                    if let Frame::Cursor { cursor, head } = frame {
                        cursor.seq = (cursor.seq + 1).min(*head);
                    }
                }
            }
            Some(Self::ForgottenLeave) => frames.retain(|frame| !matches!(frame, Frame::Leave(_))),
            Some(Self::ForgottenManifest) => frames.retain(|frame| !matches!(frame, Frame::Manifest(_))),
            Some(Self::DroppedTombstone) => {
                for frame in frames {
                    if let Frame::Entry(entry) = frame {
                        entry.effects.retain(|effect| *effect != Effect::Deleted);
                    }
                }
            }
            _ => {}
        }
    }

    /// Whose page is answered.
    pub fn whose(fault: Option<Self>, user: RecordId) -> RecordId {
        if fault == Some(Self::WrongSight) { People::person(0) } else { user }
    }
}
