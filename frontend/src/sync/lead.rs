//! The leader's loop: one thing at a time, by [`plan::next`], with patience after failures.

use super::api::{self, Failure};
use super::commit::{CommitError, Hand};
use super::plan::{self, Situation, Todo};
use super::remembered;
use super::replica::{Replica, Told};
use super::silence;
use super::status::Trouble;
use super::vain::Vain;
use super::word::Word;
use crate::platform::clock::{self, mono};
use crate::platform::events::Stream;
use gloo_timers::future::TimeoutFuture;
use outrider_app::id::Millis;
use outrider_app::protocol::PUSH_ITEMS;
use outrider_app::store::StoreError;
use std::rc::Rc;

/// After the stream broke a device asks within this time, in milliseconds.
const BREATH: f64 = 2_000.0;

/// Why a tab leads no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    Deposed,
    Stopped,
}

/// What one thing to do can end with.
#[derive(Debug)]
pub(super) enum Trip {
    Server(Failure),
    Commit(CommitError),
}

impl From<Failure> for Trip {
    fn from(failure: Failure) -> Self {
        Self::Server(failure)
    }
}

impl From<CommitError> for Trip {
    fn from(error: CommitError) -> Self {
        Self::Commit(error)
    }
}

impl From<StoreError> for Trip {
    fn from(error: StoreError) -> Self {
        Self::Commit(error.into())
    }
}

/// The loop's own memory.
pub(super) struct Leader {
    pub replica: Rc<Replica>,
    pub failures: u32,
    pub wait_until: Millis,
    asked: Millis,
    busy: Millis,
    /// Items in a push: fewer after one failed.
    pub most: usize,
    /// Pushes that failed while the server answers all else, when the next one goes, and what it is.
    pub vain: Vain,
    pub push_after: Millis,
    pub push_trouble: Option<Trouble>,
    /// The session was seen to be this person's.
    pub known: bool,
    /// The server's order is of another past: what it accepted is sent again.
    pub other_past: bool,
    watch: clock::Watch,
    stream: Option<Stream>,
    /// The stream was open when it was last looked at.
    live: bool,
}

/// Leads until another tab does, or the person signs out.
pub(super) async fn lead(replica: &Rc<Replica>) -> Ended {
    replica.alive.set(mono());
    wasm_bindgen_futures::spawn_local(beat(replica.clone()));
    let mut leader = Leader {
        replica: replica.clone(),
        failures: 0,
        wait_until: 0,
        asked: -plan::POLL_ANYWAY,
        busy: 0,
        most: PUSH_ITEMS,
        vain: Vain::default(),
        push_after: 0,
        push_trouble: None,
        known: false,
        other_past: false,
        watch: clock::Watch::resumed(replica.met.get().ahead()),
        stream: None,
        live: false,
    };
    loop {
        if replica.stopped.get() || replica.killed.get() {
            return Ended::Stopped;
        }
        if !replica.is_leader() || replica.hung.get() {
            return Ended::Deposed;
        }
        replica.alive.set(mono());
        match leader.tick().await {
            Ok(()) => {}
            Err(Trip::Commit(CommitError::Deposed)) => return Ended::Deposed,
            Err(Trip::Commit(CommitError::Killed | CommitError::Lost)) => return Ended::Stopped,
            Err(trip) => leader.stumble(trip).await,
        }
    }
}

/// Says every second that the loop works, for as long as it does.
async fn beat(replica: Rc<Replica>) {
    let epoch = || replica.stand.borrow().epoch;
    let begun = epoch();
    while begun.is_some() && epoch() == begun && !replica.stopped.get() && !replica.hung.get() {
        if silence::beats((mono() - replica.alive.get()) as Millis) {
            replica.say(&Word::Beat(replica.status()));
        }
        TimeoutFuture::new(silence::BEAT as u32).await;
    }
}

impl Leader {
    async fn tick(&mut self) -> Result<(), Trip> {
        let now = mono() as Millis;
        match self.watch.look() {
            clock::Drift::None => {}
            clock::Drift::Set => self.clock_was_set().await?,
            // The server's clock is asked for before anything is sent.
            clock::Drift::Unclear => self.known = false,
        }
        if self.replica.urgent.take() {
            (self.failures, self.wait_until, self.push_after) = (0, 0, 0);
            self.ask_soon(now);
            // One that waits for its next try is opened anew.
            self.stream.take_if(|stream| stream.is_closed());
        }
        self.tend_stream();
        let live = self.stream.as_ref().is_some_and(Stream::is_open);
        if std::mem::replace(&mut self.live, live) && !live {
            // It broke: is the server there? Not all devices ask at the same moment.
            self.ask_soon(now);
            self.wait_until = self.wait_until.max(now + (js_sys::Math::random() * BREATH) as Millis);
        }
        let at = self.situation(now);
        let todo = plan::next(&at);
        if matches!(todo, Todo::First | Todo::Push | Todo::Pull) {
            self.check_person().await?;
            if self.watch.was_set(clock::server_ahead()) {
                self.clock_was_set().await?;
            }
            self.busy = now;
        }
        match todo {
            Todo::Wait => {
                let most = (at.wait_until - now).clamp(50, 1_000);
                self.replica.bell.wait(if at.wait_until > now { most as u32 } else { 1_000 }).await;
                return Ok(());
            }
            Todo::Fold => return self.fold().await,
            Todo::First => self.first().await?,
            Todo::Push => match self.push().await {
                Ok(()) => self.push_trouble = None,
                Err(trip) => self.push_failed(trip).await?,
            },
            Todo::Pull => {
                self.asked = now;
                self.pull().await?;
            }
        }
        self.went_well();
        Ok(())
    }

    /// The times of what was done before cannot be trusted.
    async fn clock_was_set(&self) -> Result<(), Trip> {
        self.replica.act(Hand::Leader, |device, _| device.clock_jumped(), |_| {}).await?;
        Ok(())
    }

    /// Has the server asked next, whenever it was asked last.
    pub(super) fn ask_soon(&mut self, now: Millis) {
        self.asked = now - plan::POLL_ANYWAY;
    }

    fn situation(&self, now: Millis) -> Situation {
        let device = self.replica.device();
        Situation {
            now,
            wait_until: self.wait_until,
            cursor: device.cursor,
            damaged: self.replica.damaged.get(),
            unsent: device.unsent() > 0,
            push_after: self.push_after,
            head: self.replica.status().head,
            asked: self.asked,
            live: self.live,
            failed: self.failures > 0,
            busy: self.busy,
            to_fold: self.replica.to_fold.get(),
        }
    }

    /// Nothing travels under another person's session: where it is another's, the page begins anew
    /// as theirs. Only what would be lost by that stays, in a browser that keeps nothing.
    async fn check_person(&mut self) -> Result<(), Trip> {
        if self.known
            && !matches!(self.replica.status().trouble, Some(Trouble::SignedOut | Trouble::OtherPerson))
        {
            return Ok(());
        }
        let person = api::who().await?;
        self.known = person.id == self.replica.device().user;
        if self.known {
            return Ok(());
        }
        if !self.replica.store().memory_only() {
            remembered::remember(person.id, &person.name).await;
            self.replica.say_account(Some(person.id));
            self.replica.tell(Told::Account);
        }
        let tag = "other-person".to_owned();
        Err(Failure::Refused { status: 401, tag, message: String::new(), wait: None }.into())
    }

    fn went_well(&mut self) {
        (self.failures, self.wait_until) = (0, 0);
        let replica = &self.replica;
        let (cursor, unsent) = (replica.device().cursor, replica.device().unsent());
        let now = clock::now();
        replica.set_status(|status| {
            status.online = true;
            status.trouble = self.push_trouble;
            if unsent == 0 && cursor.is_some_and(|cursor| cursor.seq >= status.head) {
                status.synced = Some(now);
            }
        });
    }

    /// The event stream, opened while the server answers.
    fn tend_stream(&mut self) {
        let status = self.replica.status();
        let troubled = status.trouble.is_some() && status.trouble != self.push_trouble;
        if !status.online || troubled || !self.known {
            self.stream = None;
        } else if self.stream.is_none() {
            let replica = Rc::downgrade(&self.replica);
            self.stream = Stream::open("/api/v1/events", move |text| {
                if let Some(replica) = replica.upgrade() {
                    replica.hear_head(&text);
                }
            });
        }
    }
}
