//! Starting: the person who signed in on this device gets their file at once, with or without the
//! network; anyone else is asked to sign in.

use super::account::{me_of, reload_page};
use super::{AccountError, App, Core, Me, Phase, Why};
use crate::local::{OpenError, ask_persist};
use crate::platform::online::on_turn;
use crate::sync::api::{self, Failure};
use crate::sync::tabs::on_account;
use crate::sync::{LoadError, Replica, Told, debug, remembered};
use leptos::prelude::{GetUntracked as _, Set, provide_context};
use outrider_app::entities::Workspace;
use outrider_app::id::{Millis, RecordId};
use outrider_app::store::StoreError;
use outrider_app::sync::Role;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

const DAY: Millis = 24 * 60 * 60 * 1000;

/// Gives the app to the context and starts it. Call it once, at the root.
pub fn provide_app() -> App {
    let app = App(());
    provide_context(app);
    spawn_local(async move {
        let core = app.core(Rc::clone);
        core.start().await;
        core.watch_people();
    });
    app
}

impl Core {
    async fn start(self: &Rc<Self>) {
        if let Some((user, name)) = remembered::person().await {
            self.me.set(Some(Me { user, name, role: Role::Rep, scope: None }));
            // What does not open is shown as a phase.
            let _ = self.open(user).await;
            return;
        }
        match api::who().await {
            Ok(person) => {
                remembered::remember(person.id, &person.name).await;
                self.me.set(Some(me_of(&person)));
                let _ = self.open(person.id).await;
            }
            Err(Failure::Refused { tag, .. }) if tag == "setup" => self.set_phase(Phase::SetUp),
            Err(_) if self.replica().is_some() => {}
            Err(_) => self.set_phase(Phase::SignIn),
        }
    }

    /// Who is signed in is the browser's matter, not the tab's: another tab may sign in, also while
    /// this one sleeps and hears nothing of it.
    fn watch_people(self: &Rc<Self>) {
        let core = self.clone();
        let look = move || spawn_local(core.clone().look_who());
        on_turn(look.clone());
        on_account(move |_| look());
    }

    /// Goes on as the person who signed in meanwhile.
    async fn look_who(self: Rc<Self>) {
        let waits = matches!(self.phase.get_untracked(), Phase::SignIn | Phase::SetUp);
        match self.replica().filter(|replica| !replica.is_stopped()) {
            None if waits => self.start().await,
            Some(replica) if !replica.store().memory_only() => {
                let person = remembered::person().await;
                if person.is_some_and(|(user, _)| user != replica.device().user) {
                    reload_page();
                }
            }
            _ => {}
        }
    }

    /// Opens a person's database and shows what it holds; then syncing starts.
    pub(super) async fn open(self: &Rc<Self>, user: RecordId) -> Result<(), AccountError> {
        let _gate = self.opening.lock().await;
        if self.replica().is_some() {
            return Ok(());
        }
        let core = Rc::downgrade(self);
        let ear = Rc::new(move |told: Told| {
            if let Some(core) = core.upgrade() {
                core.hear(told);
            }
        });
        let replica = match Replica::open(&format!("outrider-{user}"), user, ear).await {
            Ok(replica) => replica,
            Err(error) => {
                let said = error.to_string();
                self.set_phase(Phase::Locked(why(error)));
                return Err(AccountError::Device(said));
            }
        };
        self.set_replica(Some(replica.clone()));
        self.refresh_me();
        self.settle_phase();
        self.index();
        debug::expose(&replica);
        replica.start();
        Ok(())
    }

    /// The phase that follows from what the replica holds.
    pub(super) fn settle_phase(&self) {
        let Some(replica) = self.replica() else { return };
        let lacks_base = replica.device().cursor.is_none();
        let since = replica.away(super::now()).unwrap_or_default();
        let may_be_away = Workspace::span(replica.book().borrow().get(Workspace::id()).as_ref(), "lock_days");
        if replica.is_wiped() {
            self.set_phase(Phase::Locked(Why::Disabled));
        } else if lacks_base {
            self.set_phase(Phase::FirstSync);
        } else if since > may_be_away {
            self.set_phase(Phase::Locked(Why::TooLong(since / DAY)));
        } else {
            self.set_phase(Phase::Ready);
            self.measure_open();
        }
    }

    /// Asks, once, that the browser clear nothing by itself.
    pub(super) fn ask_persist(&self) {
        if !self.persist_asked.replace(true) {
            spawn_local(async {
                ask_persist().await;
            });
        }
    }
}

fn why(error: LoadError) -> Why {
    match error {
        LoadError::Open(OpenError::Newer) => Why::Newer,
        LoadError::Open(OpenError::Full) | LoadError::Store(StoreError::Full) => Why::Full,
        error => Why::Store(error.to_string()),
    }
}
