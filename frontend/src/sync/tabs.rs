//! Hearing the other tabs.

use super::met::Met;
use super::replica::{Replica, Told};
use super::word::{Letter, Word};
use crate::platform::{channel, clock, online};
use outrider_app::id::RecordId;
use std::rc::{Rc, Weak};

/// One channel for the whole browser: who is signed in concerns every tab.
const CHANNEL: &str = "outrider";

impl Replica {
    /// Joins the other tabs. Where nothing outlives the page there are none.
    pub(super) fn listen(self: &Rc<Self>) {
        let myself = Rc::downgrade(self);
        // A tab that someone looks at asks for the one that leads: that may be hidden and hear late.
        online::on_turn(move || {
            if let Some(replica) = myself.upgrade().filter(|one| one.is_leader() || online::is_visible()) {
                replica.hurry();
            }
        });
        if self.store().memory_only() {
            return;
        }
        let ear = Rc::downgrade(self);
        let Some(post) = channel::join(CHANNEL, move |text| hear(&ear, &text)) else { return };
        let to = self.name.clone();
        self.post.replace(Some(Rc::new(move |word: &Word| {
            let letter = Letter { to: to.clone(), word: word.clone() };
            post(&serde_json::to_string(&letter).unwrap_or_default());
        })));
    }
}

/// Calls `hear` for as long as the page lives, whenever another tab tells who is signed in now.
pub fn on_account(hear: impl Fn(Option<RecordId>) + 'static) {
    // What would say something is not needed; the channel stays while it is listened to.
    let _ = channel::join(CHANNEL, move |text| {
        if let Ok(Letter { word: Word::Account(user), .. }) = serde_json::from_str(&text) {
            hear(user);
        }
    });
}

fn hear(replica: &Weak<Replica>, text: &str) {
    let (Some(replica), Ok(letter)) = (replica.upgrade(), serde_json::from_str::<Letter>(text)) else {
        return;
    };
    if replica.stopped.get() {
        return;
    }
    match letter.word {
        Word::Account(Some(user)) if user == replica.device().user => replica.signed_in(),
        Word::Account(_) => replica.tell(Told::Account),
        _ if letter.to != replica.name => {}
        Word::Look(look) => replica.look(look),
        // Only a leader replaces the base, and that is another tab.
        Word::Reload => wasm_bindgen_futures::spawn_local(async move {
            // What cannot be read now is read at the next act.
            let _ = replica.reload().await;
        }),
        Word::Beat(status) => {
            replica.heard.set(clock::mono());
            if !replica.is_leader() {
                follow(&replica, status);
            }
        }
        Word::Sync if replica.is_leader() => replica.hurry(),
        Word::Sync | Word::Opaque(_) => {}
    }
}

fn follow(replica: &Replica, status: super::Status) {
    if let Some(synced) = status.synced.filter(|synced| *synced > replica.met.get().here) {
        replica.met.set(Met { here: synced, ..replica.met.get() });
        replica.tell(Told::Met);
    }
    replica.set_status(|own| *own = status);
}
