//! What the handle stands for: one per page, on the page's one thread.

use super::{App, Mark, Me, Phase};
use crate::sync::{Replica, Told};
use futures::lock::Mutex;
use leptos::prelude::*;
use outrider_app::book::{Book, Query};
use outrider_app::device::Device;
use outrider_app::id::RecordId;
use outrider_app::registry::Registry;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

/// A query's answer, with the version of the book it is of.
type Kept = (Query, u64, Rc<Vec<RecordId>>);

pub(super) struct Core {
    replica: RefCell<Option<Rc<Replica>>>,
    pub phase: ArcRwSignal<Phase>,
    pub me: ArcRwSignal<Option<Me>>,
    /// Moves with every change of records or own work.
    pub book: ArcRwSignal<u64>,
    /// Moves with everything else that is shown of syncing.
    pub sync: ArcTrigger,
    pub lists: RefCell<Vec<Kept>>,
    /// Marks, with the version they are of.
    pub marks: RefCell<(u64, HashMap<RecordId, Mark>)>,
    /// What is read while nobody is signed in.
    pub empty: Book,
    /// The last edit found no room.
    pub full: Cell<bool>,
    pub persist_asked: Cell<bool>,
    /// Own work that whoever signed out left on the device.
    pub left: Cell<usize>,
    /// One database is opened at a time.
    pub opening: Mutex<()>,
    /// The search index is being made.
    pub indexing: Cell<bool>,
    /// `outrider:open` and `outrider:searchable` were measured.
    pub measured: Cell<(bool, bool)>,
}

thread_local! {
    static CORE: Rc<Core> = Rc::new(Core {
        replica: RefCell::default(),
        phase: ArcRwSignal::new(Phase::Starting),
        me: ArcRwSignal::new(None),
        book: ArcRwSignal::new(0),
        sync: ArcTrigger::new(),
        lists: RefCell::default(),
        marks: RefCell::new((u64::MAX, HashMap::new())),
        empty: Book::new(Registry::standard().clone()),
        full: Cell::default(),
        persist_asked: Cell::default(),
        left: Cell::default(),
        opening: Mutex::default(),
        indexing: Cell::default(),
        measured: Cell::default(),
    });
}

impl App {
    pub(super) fn core<T>(self, f: impl FnOnce(&Rc<Core>) -> T) -> T {
        f(&CORE.with(Rc::clone))
    }

    /// Is told of every change.
    pub(super) fn track(self) {
        self.core(|core| {
            core.book.track();
            core.sync.track();
        });
    }

    pub(super) fn with_device<T>(self, f: impl FnOnce(&Device) -> T) -> Option<T> {
        let replica = self.core(|core| core.replica())?;
        let device = replica.device();
        Some(f(&device))
    }
}

impl Core {
    pub fn replica(&self) -> Option<Rc<Replica>> {
        self.replica.borrow().clone()
    }

    pub fn set_replica(&self, replica: Option<Rc<Replica>>) {
        self.replica.replace(replica);
        self.lists.borrow_mut().clear();
        self.full.set(false);
        self.changed();
    }

    /// The replica, where edits are taken.
    pub fn open_replica(&self) -> Option<Rc<Replica>> {
        let locked = matches!(self.phase.get_untracked(), Phase::Locked(_));
        self.replica().filter(|_| !locked)
    }

    pub fn changed(&self) {
        self.book.update(|version| *version += 1);
        self.sync.notify();
    }

    pub fn set_phase(&self, phase: Phase) {
        if self.phase.get_untracked() != phase {
            self.phase.set(phase);
        }
    }

    pub fn note_full(&self, full: bool) {
        if self.full.replace(full) != full {
            self.sync.notify();
        }
    }

    /// Who is signed in, by the newest that is known of them.
    pub fn refresh_me(&self) {
        let Some(replica) = self.replica() else { return };
        let Some(before) = self.me.get_untracked() else { return };
        let mut me = before.clone();
        if let Some(scope) = replica.device().scope.clone() {
            me.role = scope.role;
            me.scope = Some(scope);
        }
        if let Some(name) = self.with_book(|book| book.title(me.user)) {
            me.name = name;
        }
        if me != before {
            self.me.set(Some(me));
        }
    }

    /// What the replica tells.
    pub fn hear(self: &Rc<Self>, told: Told) {
        match told {
            Told::Changed => {
                self.changed();
                self.refresh_me();
                self.index();
            }
            Told::Replaced => {
                self.changed();
                self.refresh_me();
                self.index();
                self.settle_phase();
            }
            Told::Status | Told::Killed => self.sync.notify(),
            // What opens later settles the phase.
            Told::Blocked => self.set_phase(Phase::Locked(super::Why::Blocked)),
            Told::Complete | Told::Met => {
                self.sync.notify();
                self.settle_phase();
            }
            Told::Wiped => {
                self.changed();
                self.set_phase(Phase::Locked(super::Why::Disabled));
            }
            Told::Account => super::account::reload_page(),
        }
    }
}
