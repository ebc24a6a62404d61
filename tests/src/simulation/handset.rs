//! A device in the world: its store, the tabs open on it, what travels, and a person who was told
//! what is saved.

use super::device::Phone;
use super::people::{NEWER, People, SYNCED};
use super::plan::Owner;
use super::tab::{Answer, Tab};
use outrider_app::device::tabs::Stand;
use outrider_app::id::RecordId;
use outrider_app::protocol::Push;
use outrider_app::registry::Registry;
use outrider_app::store::memory::MemoryStore;
use outrider_app::value::Value;
use std::sync::Arc;

/// A value the person was told is saved.
#[derive(Clone, Debug)]
pub struct Told {
    pub record: RecordId,
    pub field: String,
    pub value: Value,
}

pub struct Handset {
    pub user: RecordId,
    pub registry: &'static Registry,
    /// How far its clock is off, in milliseconds.
    pub skew: i64,
    pub online: bool,
    pub by_cut: bool,
    pub store: Arc<MemoryStore>,
    pub tabs: Vec<Tab>,
    pub told: Vec<Told>,
    /// Pushes on their way to the server, with the tab that waits for the answer.
    pub sent: Vec<(u32, Push)>,
    opened: u32,
}

/// The registry of a version.
pub fn registry(newer: bool) -> &'static Registry {
    if newer { &NEWER } else { Registry::standard() }
}

impl Handset {
    pub fn new(index: u8, owner: &Owner) -> Self {
        let user = People::person(owner.person);
        let synced = SYNCED.get(usize::from(index)).filter(|synced| !owner.new && synced.user == user);
        let memory = synced.map_or_else(|| Phone::new(index, user), Phone::copy);
        let store = memory.store.clone();
        let tab = Tab { id: 0, memory, stand: Stand::default(), hung: false, answers: Vec::new() };
        Self {
            user,
            registry: registry(owner.newer),
            skew: owner.skew,
            online: true,
            by_cut: owner.by_cut,
            store,
            tabs: vec![tab],
            told: Vec::new(),
            sent: Vec::new(),
            opened: 0,
        }
    }

    /// Opens another tab.
    pub fn open(&mut self) -> usize {
        self.opened += 1;
        self.tabs.push(Tab::open(self.opened, self.store.clone()));
        self.tabs.len() - 1
    }

    /// A tab that works, this one if it does; a new one where there is none.
    pub fn awake(&mut self, which: u8) -> usize {
        let many = self.tabs.len().max(1);
        let from = usize::from(which) % many;
        let found = (0..self.tabs.len()).map(|i| (from + i) % many).find(|i| !self.tabs[*i].hung);
        found.unwrap_or_else(|| self.open())
    }

    /// A tab that works and takes itself for the leader, this one if it does; where there is none
    /// this one takes the lead.
    pub fn leader(&mut self, which: u8) -> usize {
        let tab = self.awake(which);
        let leads = |tab: &Tab| tab.stand.epoch.is_some() && !tab.hung;
        if leads(&self.tabs[tab]) {
            return tab;
        }
        self.tabs.iter().position(leads).unwrap_or_else(|| {
            self.tabs[tab].take_lead();
            tab
        })
    }

    /// The tab is gone, with what it waited for.
    pub fn close(&mut self, tab: usize) {
        self.tabs.remove(tab);
    }

    /// Every tab is gone, and one is opened.
    pub fn restart(&mut self) {
        self.tabs.clear();
        self.open();
    }

    /// The tabs that wait for an answer, in turn.
    pub fn waiting(&self, which: u8) -> Option<(usize, usize)> {
        let answers =
            |(tab, one): (usize, &Tab)| (0..one.answers.len()).map(move |i| (tab, i)).collect::<Vec<_>>();
        let all: Vec<(usize, usize)> =
            self.tabs.iter().enumerate().filter(|(_, tab)| !tab.hung).flat_map(answers).collect();
        (!all.is_empty()).then(|| all[usize::from(which) % all.len()])
    }

    pub fn take_answer(&mut self, (tab, answer): (usize, usize), again: bool) -> Answer {
        let answers = &mut self.tabs[tab].answers;
        if again { answers[answer].clone() } else { answers.remove(answer) }
    }
}
