//! Signing in and out, the first admin, and giving access: what needs the server's answer.

use super::{AccountError, App, Me, Phase};
use crate::sync::api::{self, Failure, InName, Person};
use crate::sync::remembered;
use leptos::prelude::Set;
use outrider_app::id::RecordId;
use serde::Serialize;
use std::rc::Rc;

/// What becomes of unsent work when signing out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// Do not sign out while there is any.
    Refuse,
    /// It stays on this device for its owner; the customer file goes.
    Keep,
    /// Everything goes.
    Discard,
}

/// What the first person tells; texts are in their language.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SetUp {
    pub name: String,
    pub email: String,
    pub password: String,
    pub workspace: String,
    pub pipeline: FirstPipeline,
}

/// The pipeline to begin with.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FirstPipeline {
    pub name: String,
    pub stages: Vec<FirstStage>,
}

/// A stage of it, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct FirstStage {
    pub name: String,
    /// `open`, `won` or `lost`.
    pub outcome: String,
    /// In percent.
    pub probability: Option<u8>,
}

impl App {
    /// Signs a person in and opens their file on this device.
    pub async fn sign_in(self, email: &str, password: &str) -> Result<(), AccountError> {
        let person = api::sign_in(email, password).await?;
        self.enter(person).await
    }

    /// Makes the first admin and signs them in.
    pub async fn set_up(self, form: SetUp) -> Result<(), AccountError> {
        let person = api::set_up(&form).await?;
        self.enter(person).await
    }

    /// Signs out here. The customer file leaves the device; what was saved meanwhile in any tab stays.
    pub async fn sign_out(self, keep: Unsent) -> Result<(), AccountError> {
        let core = self.core(Rc::clone);
        let Some(replica) = core.replica() else { return Ok(()) };
        // No more is given up than the person was shown.
        let drafts = self.drafts().await.len();
        let shown = replica.device().unsent() + replica.device().tray.len() + drafts;
        let given_up = if keep == Unsent::Discard { shown } else { 0 };
        let own = replica.own().await.map_err(device)?;
        if keep == Unsent::Refuse && own > 0 {
            return Err(AccountError::Unsent(own));
        }
        match replica.server().sign_out().await {
            // A session that is gone, or another person's by now, is ended too.
            Ok(()) | Err(Failure::Refused { status: 401, .. }) => {}
            Err(failure) => return Err(failure.into()),
        }
        remembered::forget().await;
        replica.stop();
        let left = replica.leave(given_up).await;
        replica.say_account(None);
        core.set_replica(None);
        core.me.set(None);
        core.left.set(left.as_ref().copied().unwrap_or_default());
        core.set_phase(Phase::SignIn);
        left.map(|_| ()).map_err(device)
    }

    /// How much own work waits on this device for whoever signed out in this tab.
    pub fn left_behind(self) -> usize {
        self.core(|core| core.left.get())
    }

    /// The link by which a person chooses a password, once.
    pub async fn give_access(self, employee: RecordId) -> Result<String, AccountError> {
        let link = self.server()?.give_access(employee).await?;
        self.sync_now();
        let origin = web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default();
        Ok(format!("{origin}{link}"))
    }

    /// Ends a person's access; their devices wipe when they next meet the server.
    pub async fn take_access(self, employee: RecordId) -> Result<(), AccountError> {
        self.server()?.take_access(employee).await?;
        self.sync_now();
        Ok(())
    }

    fn server(self) -> Result<InName, AccountError> {
        let replica = self.core(|core| core.replica());
        replica.map(|replica| replica.server()).ok_or(AccountError::Malformed)
    }

    async fn enter(self, person: Person) -> Result<(), AccountError> {
        let core = self.core(Rc::clone);
        remembered::remember(person.id, &person.name).await;
        match core.replica() {
            // The session had ended; the file is here.
            Some(replica) if replica.device().user == person.id => {
                replica.signed_in();
                replica.say_account(Some(person.id));
                Ok(())
            }
            // Someone else's file is open: begin anew from the top.
            Some(replica) => {
                replica.stop();
                replica.say_account(Some(person.id));
                reload_page();
                Ok(())
            }
            None => {
                core.me.set(Some(me_of(&person)));
                core.open(person.id).await?;
                if let Some(replica) = core.replica() {
                    replica.say_account(Some(person.id));
                }
                Ok(())
            }
        }
    }
}

fn device(error: impl ToString) -> AccountError {
    AccountError::Device(error.to_string())
}

pub(super) fn me_of(person: &Person) -> Me {
    Me { user: person.id, name: person.name.clone(), role: person.role, scope: None }
}

/// Starts the page anew, at the same address.
pub(super) fn reload_page() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

impl From<Failure> for AccountError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Offline => AccountError::Offline,
            Failure::Malformed | Failure::Damaged => AccountError::Malformed,
            Failure::Refused { tag, message, wait, .. } => AccountError::Refused { tag, message, wait },
        }
    }
}
