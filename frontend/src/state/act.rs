//! Acting: every edit is on disk before it is told as saved.

use super::{App, SaveError, now};
use crate::platform::local::Here;
use crate::platform::{idle, marks};
use crate::sync::{Hand, Replica};
use outrider_app::book::Book;
use outrider_app::calendar::{Zone, follow_ups};
use outrider_app::device::{Base, Device, Draft, Stamp, Step, UndoRow, overlay};
use outrider_app::id::{Millis, RecordId, UnitId};
use outrider_app::record::FieldId;
use outrider_app::registry::Registry;
use outrider_app::value::Value;
use std::collections::BTreeMap;
use std::rc::Rc;
use uuid::Uuid;

/// A saved act: by this number it can be undone, if it can.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Saved {
    pub n: Option<u64>,
}

/// An act that can be taken back.
#[derive(Clone, Debug, PartialEq)]
pub struct Undoable {
    pub n: u64,
    pub act: String,
    pub label: String,
    pub at: Millis,
}

/// Records in a part of a long act: written well within a tenth of a second.
const PART: usize = 500;

impl App {
    /// Does what a person did, as one unit. Drafts that change nothing are no act.
    ///
    /// `act` is a stable tag (`create`, `edit`, `delete`, `import`, `merge`); `label` says to the
    /// person what it was about.
    ///
    /// What is done to very many records goes in parts, see [`Self::act_long`].
    pub async fn act(self, drafts: Vec<Draft>, act: &str, label: &str) -> Result<Saved, SaveError> {
        if drafts.len() > PART {
            return self.act_long(drafts, act, label, |_| true).await;
        }
        let stamp = stamp(act, label);
        self.save(|device, book| {
            device.enqueue(Registry::standard(), book, &whole(device, book, &drafts), &stamp)
        })
        .await
    }

    /// Does what a person did to very many records, in parts: each is durable by itself, the page
    /// stays alive, and all is taken back as one. `going` hears how many are done and says whether to go
    /// on.
    pub async fn act_long(
        self,
        drafts: impl IntoIterator<Item = Draft>,
        act: &str,
        label: &str,
        going: impl Fn(usize) -> bool,
    ) -> Result<Saved, SaveError> {
        let mut first = None;
        let mut drafts = drafts.into_iter();
        for done in (0..).step_by(PART) {
            let part: Vec<Draft> = drafts.by_ref().take(PART).collect();
            if part.is_empty() || !going(done) {
                break;
            }
            let stamp = Stamp { part_of: first, ..stamp(act, label) };
            let make = |device: &Device, book: &Book| {
                device.enqueue(Registry::standard(), book, &whole(device, book, &part), &stamp)
            };
            first = first.or(self.save(make).await?.n);
            idle::pause().await;
        }
        Ok(Saved { n: first })
    }

    pub fn new_id(self) -> RecordId {
        RecordId(Uuid::new_v4())
    }

    /// Takes an act back. What others changed since stays.
    pub async fn undo(self, n: u64) -> Result<Saved, SaveError> {
        let redo = self.with_device(|device| device.undo.get(&n).is_some_and(|row| row.act == "undo"));
        let act = if redo == Some(true) { "redo" } else { "undo" };
        let order = self.with_device(|device| device.undo_order(n)).unwrap_or_default();
        let parts = order.len().div_ceil(PART);
        let mut first = None;
        for (part, at) in order.chunks(PART).zip(1..) {
            let stamp = Stamp { part_of: first, ..stamp(act, "") };
            let saved = self.save(|device, _| device.undo_part(n, part, at == parts, &stamp)).await?;
            first = first.or(saved.n);
            if at < parts {
                idle::pause().await;
            }
        }
        Ok(Saved { n: first })
    }

    /// The latest act that can be taken back.
    pub fn latest_undo(self) -> Option<Undoable> {
        self.track();
        let told = |(n, row): (u64, &UndoRow)| Undoable {
            n,
            act: row.act.clone(),
            label: row.label.clone(),
            at: row.at,
        };
        self.with_device(|device| device.latest_undo().map(told)).flatten()
    }

    /// Sends a refused item again, with these fields changed.
    pub async fn retry(self, n: u64, mended: BTreeMap<FieldId, Value>) -> Result<Saved, SaveError> {
        let at = now();
        self.save(|device, book| device.retry(Registry::standard(), book, n, &mended, at)).await
    }

    /// Gives a refused item to a colleague: the drafts that tell them of it are queued, and the item
    /// goes, in one step. It is not to be undone, since the item would not come back.
    pub async fn hand(self, n: u64, drafts: &[Draft], label: &str) -> Result<(), SaveError> {
        let stamp = stamp("hand", label);
        let hand = |device: &Device, book: &Book| {
            let mut step = device.enqueue(Registry::standard(), book, drafts, &stamp);
            step.tray.extend(device.discard(n).tray);
            step.undo.clear();
            step
        };
        self.save(hand).await.map(|_| ())
    }

    /// Lets a refused item go for good.
    pub async fn discard(self, n: u64) -> Result<(), SaveError> {
        self.save(|device, _| device.discard(n)).await.map(|_| ())
    }

    /// Marks a notice as read.
    pub async fn read_notice(self, at: (u64, u64)) -> Result<(), SaveError> {
        self.save(|device, _| device.read_notice(at)).await.map(|_| ())
    }

    async fn save(self, make: impl Fn(&Device, &Book) -> Step) -> Result<Saved, SaveError> {
        let start = marks::now();
        let replica: Rc<Replica> = self.core(|core| core.open_replica()).ok_or(SaveError::NoOne)?;
        let done = replica.act(Hand::Person, make, |_| {}).await.map_err(SaveError::from);
        self.core(|core| core.note_full(matches!(done, Err(SaveError::Full))));
        let step = done?;
        if !step.outbox.is_empty() {
            marks::measure_until("outrider:save", start, replica.durable_at());
            self.core(|core| core.ask_persist());
        }
        let n = step.undo.iter().find(|(_, row)| row.is_some()).map(|(n, _)| *n);
        Ok(Saved { n })
    }
}

/// An act with what follows from it: what is done and repeats has a next one.
fn whole(device: &Device, book: &Book, drafts: &[Draft]) -> Vec<Draft> {
    let held = |id| overlay(Base::confirmed(book, id), &device.pending(id), device.user);
    let more = follow_ups(Registry::standard(), &Here, Here.day(now()), held, drafts);
    [drafts, &more].concat()
}

fn stamp(act: &str, label: &str) -> Stamp {
    Stamp {
        unit: UnitId(Uuid::new_v4()),
        act: act.to_owned(),
        label: label.to_owned(),
        at: now(),
        all_or_nothing: act == "merge",
        part_of: None,
    }
}
