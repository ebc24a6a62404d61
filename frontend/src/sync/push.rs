//! Sending own work, and fetching what happened.

use super::api::{self, Failure};
use super::commit::Hand;
use super::lead::{Leader, Trip};
use super::met::Met;
use super::replica::{Replica, Told};
use super::vain::Vain;
use crate::platform::{clock, marks};
use outrider_app::device::Step;
use outrider_app::id::{Millis, Seq};
use outrider_app::protocol::{PUSH_ITEMS, PUSH_MAX, Push, Pushed};
use serde::Deserialize;

/// How often "met the server" is written where nothing else is.
const MET_EVERY: Millis = 60_000;

impl Leader {
    /// Sends one push and takes its outcomes in. Units stay until their results were pulled.
    pub(super) async fn push(&mut self) -> Result<(), Trip> {
        let start = marks::now();
        let push = self.replica.device().push(clock::now(), self.most);
        let Some(push) = push else { return Ok(()) };
        let body = api::body(&push)?;
        if body.len() > PUSH_MAX {
            let (tag, message) = ("too-large".to_owned(), String::new());
            return Err(Failure::Refused { status: 413, tag, message, wait: None }.into());
        }
        let pushed = self.replica.server().push(body).await?;
        if !answers(&push, &pushed) {
            return Err(Failure::Malformed.into());
        }
        self.replica.act(Hand::Leader, |device, _| device.settle(&pushed), |_| {}).await?;
        self.replica.note_head(pushed.head);
        (self.vain, self.push_after) = (Vain::default(), 0);
        self.most = (self.most * 2).min(PUSH_ITEMS);
        marks::measure("outrider:push", start);
        Ok(())
    }

    /// Fetches one page and takes it in, with its cursor, in one transaction.
    pub(super) async fn pull(&mut self) -> Result<(), Trip> {
        let start = marks::now();
        let Some(cursor) = self.replica.device().cursor else { return Ok(()) };
        let page = self.replica.server().pull(cursor).await?;
        let met = Met::now();
        let idle = page.frames.len() == 1 && page.cursor == cursor;
        let stale = (met.here - self.replica.met.get().here).abs() > MET_EVERY;
        self.replica
            .act(
                Hand::Leader,
                |device, book| {
                    if idle { Step::default() } else { device.apply(book, Some(cursor), &page.frames) }
                },
                |batch| {
                    if !idle || stale {
                        met.note(batch);
                    }
                },
            )
            .await?;
        self.replica.note_head(page.head);
        self.replica.met.set(met);
        self.replica.tell(Told::Met);
        if !idle {
            marks::measure("outrider:pull", start);
        }
        Ok(())
    }
}

/// An outcome for every item, in order.
fn answers(push: &Push, pushed: &Pushed) -> bool {
    let items = push.units.iter().flat_map(|unit| unit.items.iter().map(|item| item.n));
    items.eq(pushed.outcomes.iter().map(|outcome| outcome.n))
}

impl Replica {
    pub(super) fn note_head(&self, head: Seq) {
        self.set_status(|status| status.head = status.head.max(head));
    }

    /// An event of the stream.
    pub(super) fn hear_head(&self, text: &str) {
        #[derive(Deserialize)]
        struct Head {
            head: Seq,
        }
        if let Ok(Head { head }) = serde_json::from_str(text) {
            self.note_head(head);
            self.bell.ring();
        }
    }
}
