//! A tab: what it holds in memory, and how it commits beside others over one store. The order of
//! things is that of the frontend's `sync/commit.rs`; what a batch expects, and what is read anew,
//! is production's own.

use super::device::Phone;
use super::faults::Fault;
use super::plan::Trouble;
use futures::executor::block_on;
use outrider_app::device::Step;
use outrider_app::device::tabs::{Hand, Stand, TabError};
use outrider_app::protocol::{Cursor, Frame, Pushed};
use outrider_app::store::StoreError;
use outrider_app::store::memory::MemoryStore;
use outrider_app::sync::{Cut, Scope};
use std::sync::Arc;

/// How often an act is computed anew where other tabs were faster.
const TRIES: usize = 20;

/// What a tab waits for.
#[derive(Clone)]
pub enum Answer {
    Pushed(Pushed),
    /// With the cursor it was asked for: an answer to a cursor that is no longer the device's is
    /// nobody's.
    Pulled(Option<Cursor>, Vec<Frame>),
    /// With the segments' bytes.
    Cut(Scope, Arc<(Cut, Vec<Vec<u8>>)>),
}

pub struct Tab {
    /// Which of all that were ever open on the device.
    pub id: u32,
    pub memory: Phone,
    pub stand: Stand,
    /// It says and does nothing, until it wakes.
    pub hung: bool,
    /// Answers on their way to it.
    pub answers: Vec<Answer>,
}

/// Why an act was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Undone {
    /// The store refused it. Nothing was written.
    Refused,
    /// The tab died. Whether it was written only the store tells.
    Died,
    /// Another tab leads.
    Deposed,
}

impl From<TabError> for Undone {
    fn from(error: TabError) -> Self {
        assert_eq!(error, TabError::Deposed, "rows are readable");
        Self::Deposed
    }
}

/// What acts in a tab, and what is to go wrong.
pub struct Circumstances<'a> {
    pub hand: Hand,
    pub trouble: Option<Trouble>,
    pub fault: Option<Fault>,
    /// Turns are drawn from it.
    pub turns: &'a mut u64,
}

impl Tab {
    pub fn open(id: u32, store: Arc<MemoryStore>) -> Self {
        let rows = store.get_now(&Stand::keys());
        let stand = Stand::default().behind(Hand::Person, &rows).expect("readable").stand;
        Self { id, memory: Phone::open(store), stand, hung: false, answers: Vec::new() }
    }

    /// Does an act: computed from what stands, committed, and only then taken into memory.
    pub fn act(&mut self, how: Circumstances, make: impl Fn(&Phone) -> Step) -> Result<Step, Undone> {
        let Circumstances { hand, mut trouble, fault, turns } = how;
        for _ in 0..TRIES {
            let step = make(&self.memory);
            let mut batch = step.batch();
            if batch.is_empty() {
                return Ok(step);
            }
            *turns += 1;
            let turn = turns.to_be_bytes().to_vec();
            let next = self.stand.tie(hand, &step, &mut batch, turn.clone())?;
            Fault::spoil_batch(fault, &mut batch);
            let commit = |batch| self.memory.store.commit_now(batch);
            let done = match trouble.take() {
                None => commit(batch),
                Some(Trouble::Conflict) => Err(StoreError::Conflict),
                Some(Trouble::UnknownLost) => Err(StoreError::Unknown(String::new())),
                Some(Trouble::UnknownWritten) => commit(batch).and(Err(StoreError::Unknown(String::new()))),
                Some(Trouble::DiesAfter) => {
                    // Where it conflicts it was not written; the tab is dead either way.
                    let _ = commit(batch);
                    return Err(Undone::Died);
                }
                Some(broken) => {
                    Fault::tear(fault, batch, commit);
                    if fault == Some(Fault::EarlyAbsorb) {
                        self.memory.absorb(&step);
                    }
                    return Err(if broken == Trouble::Refused { Undone::Refused } else { Undone::Died });
                }
            };
            let arrived = match done {
                Ok(()) => true,
                // Only the turn tells whether it was written.
                Err(StoreError::Unknown(_)) => self.turn_in_store() == Some(turn),
                Err(_) => false,
            };
            if arrived {
                self.stand = next;
                self.memory.absorb(&Fault::spoil_memory(fault, &step));
                return Ok(step);
            }
            self.catch_up(hand)?;
        }
        Err(Undone::Refused)
    }

    fn turn_in_store(&self) -> Option<Vec<u8>> {
        self.memory.store.get_now(&Stand::keys()[..1]).pop().flatten()
    }

    /// Reads anew what other tabs changed.
    pub fn catch_up(&mut self, hand: Hand) -> Result<(), TabError> {
        let store = self.memory.store.clone();
        let rows = store.get_now(&Stand::keys());
        let behind = self.stand.behind(hand, &rows)?;
        if behind.base {
            self.memory = Phone::open(store);
        } else {
            block_on(self.memory.device.load_own(&*store)).expect("readable");
            if behind.notices {
                block_on(self.memory.device.load_notices(&*store)).expect("readable");
            }
        }
        self.stand = behind.stand;
        Ok(())
    }

    /// Takes the lead, from whoever has it.
    pub fn take_lead(&mut self) {
        let found = self.memory.store.get_now(&Stand::keys()[1..2]).pop().flatten();
        let (batch, epoch) = Stand::lead(found);
        self.memory.store.commit_now(batch).expect("one thread");
        self.catch_up(Hand::Person).expect("not as a leader");
        self.stand.epoch = Some(epoch);
    }

    /// Does it know of nothing newer than what it holds?
    pub fn is_abreast(&self) -> bool {
        let rows = self.memory.store.get_now(&Stand::keys());
        let behind = self.stand.behind(Hand::Person, &rows);
        behind.is_ok_and(|behind| behind.stand == self.stand)
    }
}
