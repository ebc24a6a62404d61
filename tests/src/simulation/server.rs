//! The simulated server: production's functions over a memory store.

use futures::executor::block_on;
use outrider_app::change::{Base, Change, Item, Op, Unit};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::{ClientId, RecordId, UnitId};
use outrider_app::protocol::{Cursor, Frame, Push, Pushed};
use outrider_app::registry::Registry;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::view::{Miss, View, run};
use outrider_app::sync::{self, Cut, PullError, Scope, Seal, Submission};
use std::sync::Arc;

/// Entries a pull page covers: small, so that pages end in odd places.
const PAGE: u64 = 13;
/// Entries that may follow a seal.
const TAIL: u64 = 20;

impl Clone for Server {
    fn clone(&self) -> Self {
        let (store, seal) = (Arc::new((*self.store).clone()), self.seal.clone());
        Self { store, registry: self.registry, seal }
    }
}

pub struct Server {
    pub store: Arc<MemoryStore>,
    pub registry: &'static Registry,
    /// What first syncs are cut from; it goes on when someone asks and it does not serve any more.
    seal: Seal,
}

impl Server {
    pub fn new(registry: &'static Registry) -> Self {
        Self { store: Arc::default(), registry, seal: Seal::default() }
    }

    /// Runs a function of production's over the store; its writes are committed where `commit`.
    pub fn run<T>(&self, commit: bool, function: impl FnMut(&mut View) -> Result<T, Miss>) -> T {
        let mut view = View::default();
        let result = block_on(run(&*self.store, &mut view, function)).expect("memory never fails");
        if commit {
            self.store.commit_now(view.batch(&[])).expect("memory never fails");
        }
        result
    }

    /// Runs a function of production's over rows that are all at hand.
    pub fn read<T>(&self, function: impl FnOnce(&mut View) -> Result<T, Miss>) -> T {
        function(&mut View::at_hand(self.store.clone())).expect("nothing is missing")
    }

    /// `commit: false` is the planted fault of an acknowledgement without a commit.
    pub fn push(&self, user: RecordId, push: &Push, now: i64, commit: bool) -> Pushed {
        self.run(commit, |view| {
            sync::accept(self.registry, view, &Submission { user, system: false, push, now })
        })
    }

    pub fn pull(&self, user: RecordId, cursor: Cursor) -> Result<Vec<Frame>, PullError> {
        self.read(|view| sync::page(self.registry, view, user, cursor, PAGE))
    }

    /// What a first sync is given, with the segments' bytes; `None` without access.
    pub fn cut(&mut self, user: RecordId) -> Option<(Scope, Cut, Vec<Vec<u8>>)> {
        let row = self.read(|view| sync::scope_of(view, user)).filter(|row| row.scope.active)?;
        let mut seal = std::mem::take(&mut self.seal);
        if !self.read(|view| sync::serves(view, &row.scope, seal.closed(), TAIL)) {
            loop {
                let followed = self.read(|view| sync::follow(view, seal.seq(), PAGE));
                seal.take(self.registry, &followed);
                if followed.seq == followed.head {
                    break;
                }
            }
            seal.close();
        }
        let cut = seal.cut(self.registry, &row);
        let chunks = cut.parts.iter().map(|part| seal.chunk(part).0).collect();
        self.seal = seal;
        Some((row.scope.clone(), cut, chunks))
    }

    /// Forgets what was deleted more than `horizon` items ago.
    pub fn purge(&self, horizon: u64) {
        let head = self.read(sync::head);
        self.run(true, |view| sync::purge(self.registry, view, |seq, _| seq + horizon >= head));
    }

    /// The server's own work: people, teams, stages.
    pub fn system(&self, drafts: &[Draft], now: i64) {
        let mut n = 1;
        let items = drafts
            .iter()
            .map(|draft| {
                let create = Change {
                    op: Op::Create,
                    field: String::new(),
                    value: Default::default(),
                    base: Base::Seq(0),
                };
                let sets = draft.edits.iter().filter_map(|edit| match edit {
                    FieldEdit::Set(field, value) => Some(Change {
                        op: Op::Set,
                        field: field.clone(),
                        value: value.clone(),
                        base: Base::Seq(0),
                    }),
                    _ => None,
                });
                let changes: Vec<Change> = std::iter::once(create).chain(sets).collect();
                let item = Item { n, entity: draft.entity.clone(), record: draft.record, at: now, changes };
                n += item.changes.len() as u64;
                item
            })
            .collect();
        let unit = Unit {
            id: UnitId::default(),
            act: "set-up".into(),
            all_or_nothing: false,
            guarded: false,
            clock_jumped: false,
            items,
        };
        let push = Push { client: ClientId::random([0xff; 16]), now, units: vec![unit] };
        let user = RecordId::default();
        let pushed = self.run(true, |view| {
            sync::accept(self.registry, view, &Submission { user, system: true, push: &push, now })
        });
        assert!(pushed.outcomes.iter().all(|outcome| outcome.seq.is_some()), "{:?}", pushed.outcomes);
    }
}
