//! The world: one server, some devices, and one step of a schedule after the other.

use super::faults::Fault;
use super::handset::{Handset, registry};
use super::people::{BEGIN, NAMES, TEMPLATE};
use super::plan::{Plan, Step, TabDoes, Trouble, What};
use super::server::Server;
use super::story::{Broken, Story};
use super::tab::{Circumstances, Undone};
use super::{check, device::Phone};
use outrider_app::device::tabs::Hand;
use outrider_app::device::{Device, Step as DeviceStep};
use outrider_app::protocol::Push;

pub struct World<'a> {
    pub plan: &'a Plan,
    pub fault: Option<Fault>,
    pub story: Story,
    pub now: i64,
    pub server: Server,
    pub phones: Vec<Handset>,
    /// Every push that the server judged, as often as it came.
    pub judged: Vec<Push>,
    turns: u64,
    luck: u32,
}

/// Who does something, where, and what is to go wrong with it.
#[derive(Clone, Copy)]
pub struct Doer {
    pub phone: usize,
    pub tab: usize,
    pub trouble: Option<Trouble>,
}

impl<'a> World<'a> {
    pub fn new(plan: &'a Plan, fault: Option<Fault>, story: Story) -> Self {
        let mut server = TEMPLATE.clone();
        (server.page, server.loads, server.registry) = (plan.page, plan.loads, registry(plan.newer));
        let phones = (0..).zip(&plan.phones).map(|(i, owner)| Handset::new(i, owner)).collect();
        Self { plan, fault, story, now: BEGIN, server, phones, judged: Vec::new(), turns: 0, luck: plan.luck }
    }

    /// Runs the schedule to its end and looks whether all holds.
    pub fn run(&mut self) -> Result<(), Broken> {
        for step in &self.plan.steps {
            self.now += i64::from(step.after);
            self.step(step)?;
        }
        self.calm_down()?;
        check::all(self)
    }

    /// True once in so many times, for faults that do not always show.
    pub fn unlucky(&mut self, one_in: u32) -> bool {
        self.luck += 1;
        (self.luck.wrapping_mul(0x9e37_79b9) >> 8).is_multiple_of(one_in)
    }

    fn step(&mut self, step: &Step) -> Result<(), Broken> {
        let phone = usize::from(step.phone) % self.phones.len();
        let at = |world: &mut Self| {
            let tab = world.phones[phone].awake(step.tab);
            Doer { phone, tab, trouble: step.trouble }
        };
        let leader = |world: &mut Self| {
            let tab = world.phones[phone].leader(step.tab);
            Doer { phone, tab, trouble: step.trouble }
        };
        match &step.what {
            What::Act(act) => {
                let doer = at(self);
                self.do_act(doer, act, step.no);
            }
            What::Shape(shape) => {
                let doer = Doer { phone: 0, tab: self.phones[0].awake(step.tab), trouble: step.trouble };
                self.shape(doer, shape, step.no);
            }
            What::Send { most } => {
                let doer = leader(self);
                self.send(doer, usize::from(*most));
            }
            What::Arrive(arrival) => self.arrive(phone, *arrival),
            What::Ask => {
                let doer = leader(self);
                self.ask(doer, step.no);
            }
            What::Answer { which, again } => self.answer(phone, *which, *again, step.trouble),
            What::Sync if self.phones[phone].online => {
                self.tell(|world| format!("{} sends all and asks for all", world.who(phone)));
                return self.sync(phone);
            }
            What::BeginAgain => {
                let doer = leader(self);
                self.begin_again(doer);
            }
            What::Tab(does) => return self.tab(phone, step.tab, *does),
            What::Restart => {
                self.abreast(phone)?;
                self.tell(|world| format!("{} is switched off and on", world.who(phone)));
                self.phones[phone].restart();
            }
            other => self.surroundings(phone, other, step),
        }
        Ok(())
    }

    /// What happens around the devices and the server.
    fn surroundings(&mut self, phone: usize, what: &What, step: &Step) {
        let who = self.who(phone);
        match what {
            What::Network => {
                let online = &mut self.phones[phone].online;
                *online = !*online;
                let now = if *online { "online" } else { "offline" };
                self.story.tell(|| format!("{who} goes {now}"));
            }
            What::Clock { skew, seen } => {
                self.phones[phone].skew = *skew;
                let hours = skew / super::people::HOUR;
                let notices = if *seen { "sees it" } else { "does not see it" };
                self.story
                    .tell(|| format!("the clock of {who} is set {hours} hours off, and the app {notices}"));
                if *seen {
                    self.clock_jumped(phone, step);
                }
            }
            What::Jumpy => {
                self.story.tell(|| format!("{who} takes its clock for one that jumped"));
                self.clock_jumped(phone, step);
            }
            What::ServerClock { back } => {
                self.now -= i64::from(*back);
                self.story.tell(|| format!("the server's clock is set back by {} minutes", back / 60_000));
            }
            What::Purge { horizon } => {
                self.story.tell(|| format!("the server forgets what was deleted {horizon} items ago"));
                self.server.purge(u64::from(*horizon));
            }
            What::Upgrade => {
                self.phones[phone].registry = registry(true);
                self.phones[phone].restart();
                self.story.tell(|| format!("{who} is upgraded"));
            }
            What::UpgradeServer => {
                self.server.registry = registry(true);
                self.story.tell(|| "the server is upgraded".to_owned());
            }
            _ => {}
        }
    }

    fn clock_jumped(&mut self, phone: usize, step: &Step) {
        let tab = self.phones[phone].leader(step.tab);
        let doer = Doer { phone, tab, trouble: step.trouble };
        let _ = self.commit(doer, Hand::Leader, |memory| memory.device.clock_jumped());
    }

    fn tab(&mut self, phone: usize, which: u8, does: TabDoes) -> Result<(), Broken> {
        let who = self.who(phone);
        let handset = &mut self.phones[phone];
        let tab = usize::from(which) % handset.tabs.len().max(1);
        match does {
            TabDoes::Open if handset.tabs.len() < 3 => {
                handset.open();
                self.story.tell(|| format!("{who}: another tab is opened"));
            }
            TabDoes::Close if handset.tabs.len() > 1 => {
                self.abreast(phone)?;
                self.phones[phone].close(tab);
                self.story.tell(|| format!("{who}: a tab is closed"));
            }
            TabDoes::Hang => {
                let Some(tab) = handset.tabs.get_mut(tab) else { return Ok(()) };
                tab.hung = !tab.hung;
                let now = if tab.hung { "hangs" } else { "wakes up" };
                self.story.tell(|| format!("{who}: tab {} {now}", tab.id));
            }
            TabDoes::Lead => {
                let tab = handset.awake(which);
                handset.tabs[tab].take_lead();
                let id = handset.tabs[tab].id;
                self.story.tell(|| format!("{who}: tab {id} takes the lead"));
            }
            TabDoes::Look => {
                let tab = handset.awake(which);
                // As a person: a leader that was deposed learns it where it acts.
                let _ = handset.tabs[tab].catch_up(Hand::Person);
            }
            TabDoes::Open | TabDoes::Close => {}
        }
        Ok(())
    }

    /// Where a tab goes, what it held was what the store says, if it was abreast of it.
    fn abreast(&self, phone: usize) -> Result<(), Broken> {
        let tabs = self.phones[phone].tabs.iter().filter(|tab| tab.is_abreast());
        tabs.into_iter().try_for_each(|tab| check::memory_equals_store(&self.who(phone), &tab.memory))
    }

    /// Commits what a tab makes; where it dies of it, it is gone.
    pub fn commit(
        &mut self,
        doer: Doer,
        hand: Hand,
        make: impl Fn(&Phone) -> DeviceStep,
    ) -> Result<DeviceStep, Undone> {
        let Doer { phone, tab, trouble } = doer;
        let how = Circumstances { hand, trouble, fault: self.fault, turns: &mut self.turns };
        let done = self.phones[phone].tabs[tab].act(how, make);
        match (&done, trouble) {
            (Err(Undone::Died), _) => {
                self.phones[phone].close(tab);
                self.story.tell(|| format!("  and tab {tab} dies at {trouble:?}"));
            }
            (Err(Undone::Deposed), _) => {
                self.phones[phone].tabs[tab].stand.epoch = None;
                self.story.tell(|| format!("  but tab {tab} leads no more"));
            }
            (Err(Undone::Refused), _) => self.story.tell(|| "  but the store refuses it".to_owned()),
            (Ok(_), Some(trouble)) => self.story.tell(|| format!("  in spite of {trouble:?}")),
            (Ok(_), None) => {}
        }
        done
    }

    pub fn device(&self, doer: Doer) -> &Device {
        &self.phones[doer.phone].tabs[doer.tab].memory.device
    }

    pub fn tell(&mut self, sentence: impl FnOnce(&Self) -> String) {
        let mut story = std::mem::take(&mut self.story);
        story.tell(|| sentence(self));
        self.story = story;
    }

    /// The device as a story calls it.
    pub fn who(&self, phone: usize) -> String {
        let name = self.plan.phones.get(phone).and_then(|owner| NAMES.get(owner.person));
        let offline = if self.phones[phone].online { "" } else { ", offline" };
        format!("{} (phone {phone}{offline})", name.unwrap_or(&"somebody"))
    }
}
