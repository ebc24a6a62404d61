//! The simulated server: production's functions over a memory store. The order of things where a
//! push is written is that of the server's `engine.rs`.

use super::faults::Fault;
use super::plan::Mishap;
use futures::executor::block_on;
use outrider_app::change::{Base, Change, Item, Op, Unit};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::{ClientId, RecordId, UnitId};
use outrider_app::key;
use outrider_app::protocol::{Cursor, Frame, Push, Pushed};
use outrider_app::registry::Registry;
use outrider_app::store::Table;
use outrider_app::store::memory::MemoryStore;
use outrider_app::store::view::{Miss, View, run};
use outrider_app::sync::{self, Cut, PullError, SEQ_KEY, Scope, Seal, Submission};
use std::sync::Arc;

/// Entries a pull page covers.
const PAGE: u64 = 13;
/// Entries that may follow a seal.
const TAIL: u64 = 20;
/// How often a conflicted batch is judged again.
const TRIES: usize = 8;

pub struct Server {
    pub store: Arc<MemoryStore>,
    pub registry: &'static Registry,
    /// See [`Plan`](super::plan::Plan).
    pub page: u64,
    pub loads: bool,
    /// What first syncs are cut from; it goes on when someone asks and it does not serve any more.
    seal: Seal,
}

impl Clone for Server {
    fn clone(&self) -> Self {
        let (store, seal) = (Arc::new((*self.store).clone()), self.seal.clone());
        Self { store, seal, ..*self }
    }
}

/// What is to go wrong where a push is written.
#[derive(Default)]
pub struct Trial<'a> {
    pub mishap: Option<Mishap>,
    pub fault: Option<Fault>,
    /// It answers without having written.
    pub forgets: bool,
    /// What another server on the same database writes in between.
    pub other: Option<(RecordId, &'a Push)>,
}

impl Server {
    pub fn new(registry: &'static Registry) -> Self {
        Self { store: Arc::default(), registry, page: PAGE, loads: false, seal: Seal::default() }
    }

    /// What a push is judged over. Its batch expects the counter to stand.
    fn view(&self) -> View {
        if self.loads {
            return View::default();
        }
        let mut view = View::at_hand(self.store.clone());
        let counter = vec![(Table::Meta, key![SEQ_KEY])];
        let row = self.store.get_now(&counter);
        view.loaded(counter, row);
        view
    }

    /// Runs a function of production's over the store, loading what it needs; its writes are
    /// committed where `commit`.
    pub fn run<T>(&self, commit: bool, function: impl FnMut(&mut View) -> Result<T, Miss>) -> T {
        let mut view = self.view();
        let result = block_on(run(&*self.store, &mut view, function)).expect("memory never fails");
        if commit {
            self.store.commit_now(view.batch(&[])).expect("memory never fails");
        }
        result
    }

    /// Runs a function of production's that only reads, over rows that are all at hand.
    pub fn read<T>(&self, mut function: impl FnMut(&mut View) -> Result<T, Miss>) -> T {
        if self.loads {
            return self.run(false, function);
        }
        function(&mut View::at_hand(self.store.clone())).expect("nothing is missing")
    }

    pub fn push(&self, user: RecordId, push: &Push, now: i64) -> Pushed {
        let answers = self.write(&[(user, push)], now, Trial::default());
        answers.and_then(|mut answers| answers.pop()).expect("nothing goes wrong")
    }

    /// Judges these pushes over one view and commits them as one batch; again from what stands then
    /// where another was faster, or nobody knows whether it was written. `None`: it failed.
    pub fn write(&self, group: &[(RecordId, &Push)], now: i64, trial: Trial) -> Option<Vec<Pushed>> {
        let Trial { mut mishap, fault, forgets, other } = trial;
        for _ in 0..TRIES {
            let mut view = self.view();
            let mut answers = Vec::with_capacity(group.len());
            for (user, push) in group {
                let push = Fault::spoil_push(fault, push);
                let submission = Submission { user: *user, system: false, push: &push, now };
                let judged =
                    run(&*self.store, &mut view, |view| sync::accept(self.registry, view, &submission));
                answers.push(block_on(judged).expect("memory never fails"));
            }
            let mut batch = view.batch(&[(Table::Meta, key![SEQ_KEY])]);
            Fault::spoil_server(fault, &mut batch);
            match mishap.take() {
                Some(Mishap::Refused) => return None,
                Some(Mishap::UnknownLost) => continue,
                Some(Mishap::UnknownWritten) => {
                    // Where it conflicts it was not written.
                    let _ = self.store.commit_now(batch);
                    continue;
                }
                Some(Mishap::Overtaken) => match other {
                    Some(other) => drop(self.write(&[other], now, Trial { fault, ..Trial::default() })),
                    None => continue,
                },
                None => {}
            }
            if forgets || self.store.commit_now(batch).is_ok() {
                return Some(answers);
            }
        }
        None
    }

    pub fn pull(&self, user: RecordId, cursor: Cursor) -> Result<Vec<Frame>, PullError> {
        self.read(|view| sync::page(self.registry, view, user, cursor, self.page))
    }

    /// What a first sync is given, with the segments' bytes; `None` without access.
    pub fn cut(&mut self, user: RecordId) -> Option<(Scope, Cut, Vec<Vec<u8>>)> {
        let row = self.read(|view| sync::scope_of(view, user)).filter(|row| row.scope.active)?;
        let mut seal = std::mem::take(&mut self.seal);
        if !self.read(|view| sync::serves(view, &row.scope, seal.closed(), TAIL)) {
            loop {
                let followed = self.read(|view| sync::follow(view, seal.seq(), self.page));
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
        let change =
            |op, field: &str, value| Change { op, field: field.to_owned(), value, base: Base::Seq(0) };
        let items = drafts
            .iter()
            .map(|draft| {
                let sets = draft.edits.iter().filter_map(|edit| match edit {
                    FieldEdit::Set(field, value) => Some(change(Op::Set, field, value.clone())),
                    _ => None,
                });
                let changes: Vec<Change> =
                    std::iter::once(change(Op::Create, "", Default::default())).chain(sets).collect();
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
