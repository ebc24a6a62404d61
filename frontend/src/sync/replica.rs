//! What this tab holds of the shared database: the store, the device's state machine, the book.
//!
//! What always holds: memory follows the store, never the other way; every change expects what it
//! was computed from ([`outrider_app::device::tabs`]), so that two tabs never write over each other.

use super::api::InName;
use super::bell::Bell;
use super::drafts::Waiting;
use super::met::Met;
use super::status::Status;
use super::word::{Look, Word};
use crate::local::DeviceStore;
use futures::lock::Mutex;
use outrider_app::book::Book;
use outrider_app::device::Device;
use outrider_app::device::tabs::Stand;
use outrider_app::id::{Millis, RecordId};
use outrider_app::key;
use outrider_app::store::Key;
use std::cell::{Cell, Ref, RefCell};
use std::rc::Rc;

/// What listeners hear.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Records or own work changed.
    Changed,
    /// The book was replaced as a whole: its search index is to be made anew.
    Replaced,
    /// [`Replica::status`] changed.
    Status,
    /// The first sync is done: the book is complete.
    Complete,
    /// The server was met.
    Met,
    /// The store was lost for good: no edit is taken any more.
    Killed,
    /// The store waits for other tabs to let go of an older version of it.
    Blocked,
    /// Access was taken away: all but own work was wiped from this device.
    Wiped,
    /// Another tab signed in or out.
    Account,
}

/// What says a word to the other tabs.
pub(super) type Post = Rc<dyn Fn(&Word)>;

/// Whoever wants to know.
pub type Ear = Rc<dyn Fn(Told)>;

pub struct Replica {
    /// The database's name.
    pub name: String,
    pub(super) store: RefCell<DeviceStore>,
    pub(super) device: RefCell<Device>,
    pub(super) book: RefCell<Book>,
    /// Where it stands beside the other tabs.
    pub(super) stand: RefCell<Stand>,
    /// Which chunks the base stands on.
    pub(super) generation: Cell<u64>,
    pub(super) to_fold: Cell<usize>,
    /// The base cannot be read: it must be fetched anew.
    pub(super) damaged: Cell<bool>,
    /// When the server was last met, as the store knows it.
    pub(super) met: Cell<Met>,
    pub(super) killed: Cell<bool>,
    /// It was deleted: what was not sent is only in memory now.
    pub(super) lost: Cell<bool>,
    /// One change at a time.
    pub(super) gate: Mutex<()>,
    pub(super) status: RefCell<Status>,
    /// Wakes the leader's loop.
    pub(super) bell: Bell,
    /// A request to ask the server at once.
    pub(super) urgent: Cell<bool>,
    /// For tests: this tab pretends to hang.
    pub(super) hung: Cell<bool>,
    /// Signed out: nothing is synced any more.
    pub(super) stopped: Cell<bool>,
    /// Access was taken away; only own work is left.
    pub(super) wiped: Cell<bool>,
    /// When the leader's loop last moved, by the monotonic clock.
    pub(super) alive: Cell<f64>,
    /// When the leader was last heard, by the monotonic clock.
    pub(super) heard: Cell<f64>,
    pub(super) pending: RefCell<Option<Look>>,
    /// When the latest act was on disk, by the monotonic clock.
    pub(super) durable: Cell<f64>,
    /// Drafts that are to be written.
    pub(super) waiting: Waiting,
    pub(super) post: RefCell<Option<Post>>,
    pub(super) ear: Ear,
}

/// The names of our rows in `Table::Meta`, beside the device's own.
pub(super) fn generation_key() -> Key {
    key!["generation"]
}

pub(super) fn met_key() -> Key {
    key!["met"]
}

pub(super) fn met_there_key() -> Key {
    key!["met-there"]
}

pub(super) fn ended_key() -> Key {
    key!["ended"]
}

pub(super) fn wiped_key() -> Key {
    key!["wiped"]
}

impl Replica {
    pub fn device(&self) -> Ref<'_, Device> {
        self.device.borrow()
    }

    pub fn book(&self) -> &RefCell<Book> {
        &self.book
    }

    pub fn status(&self) -> Status {
        self.status.borrow().clone()
    }

    pub fn store(&self) -> DeviceStore {
        self.store.borrow().clone()
    }

    /// The server, asked in this person's name.
    pub fn server(&self) -> InName {
        InName(self.device().user)
    }

    pub fn is_leader(&self) -> bool {
        self.stand.borrow().epoch.is_some()
    }

    pub fn is_killed(&self) -> bool {
        self.killed.get()
    }

    /// The store is gone, not only closed.
    pub fn is_lost(&self) -> bool {
        self.lost.get()
    }

    /// The person signs out, or did.
    pub fn is_stopped(&self) -> bool {
        self.stopped.get()
    }

    /// Access was taken away, and all but own work was wiped.
    pub fn is_wiped(&self) -> bool {
        self.wiped.get()
    }

    /// When the latest act was on disk, by the monotonic clock.
    pub fn durable_at(&self) -> f64 {
        self.durable.get()
    }

    /// Ends syncing: the person signs out.
    pub fn stop(&self) {
        self.stopped.set(true);
        self.bell.ring();
    }

    /// The person signed in again: what waited for it goes on.
    pub fn signed_in(&self) {
        self.wiped.set(false);
        self.set_status(|status| status.trouble = None);
        self.tell(Told::Met);
        self.hurry();
    }

    /// Asks the server at once, or has the leader do it.
    pub fn hurry(&self) {
        if self.is_leader() {
            self.urgent.set(true);
            self.bell.ring();
        } else {
            self.say(&Word::Sync);
        }
    }

    /// Something that was stored cannot be read: the leader fetches the base anew.
    pub fn note_damage(&self) {
        self.damaged.set(true);
        self.bell.ring();
    }

    /// Tells the other tabs who is signed in now.
    pub fn say_account(&self, user: Option<RecordId>) {
        self.say(&Word::Account(user));
    }

    /// When the server was last met, by this device's clock; `None` for never.
    pub fn met(&self) -> Option<Millis> {
        Some(self.met.get().here).filter(|met| *met > 0)
    }

    /// How long ago that was, as far as anybody knows; `None` for never.
    pub fn away(&self, now: Millis) -> Option<Millis> {
        self.met().map(|_| self.met.get().ago(now))
    }

    /// Stops this tab's leading without letting go of the lock: for the test of a hung leader.
    pub fn hang(&self) {
        self.hung.set(true);
    }

    pub(super) fn tell(&self, told: Told) {
        (self.ear)(told);
    }

    pub(super) fn say(&self, word: &Word) {
        let post = self.post.borrow().clone();
        if let Some(post) = post {
            post(word);
        }
    }

    pub(super) fn set_status(&self, change: impl FnOnce(&mut Status)) {
        let before = self.status();
        change(&mut self.status.borrow_mut());
        if self.status() != before {
            if self.is_leader() && !self.hung.get() {
                self.say(&Word::Beat(self.status()));
            }
            self.tell(Told::Status);
        }
    }
}
