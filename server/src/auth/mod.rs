//! Who is there: accounts, sessions, and how access is given and taken away.
//!
//! A person is an employee record; an account is the password kept for it. Which record an e-mail
//! address belongs to is asked of the order's own index of unique values, so that a changed
//! address signs in at once. Tokens are kept as their SHA-256 only.

pub mod access;
pub mod limit;
pub mod password;
mod rows;
pub mod sessions;
pub mod setup;
mod signin;

use crate::engine::{Engine, EngineError};
use crate::storage::Database;
use outrider_app::change::Reason;
use outrider_app::id::RecordId;
use outrider_app::store::StoreError;
use outrider_app::sync::Role;
use serde::Serialize;
use std::time::Duration;
use tokio::sync::watch;

/// The shortest password, in characters.
pub const PASSWORD_MIN: usize = 10;
/// The longest, in bytes: hashing takes time with its length.
pub const PASSWORD_MAX: usize = 1_000;

/// Who is signed in, as the API tells it.
#[derive(Clone, Debug, Serialize)]
pub struct Person {
    pub id: RecordId,
    pub name: String,
    pub email: String,
    pub role: Role,
    /// The workspace's name.
    pub workspace: String,
}

/// Why someone is not let in, or a change of access was not made.
#[derive(Debug, thiserror::Error)]
pub enum AuthError {
    #[error("sign in first")]
    SignedOut,
    /// The first admin has yet to be created.
    #[error("this server is new: create the first admin")]
    NotSetUp,
    /// Their device wipes what it holds.
    #[error("access was taken away")]
    Disabled,
    #[error("the e-mail address or the password is wrong")]
    Credentials,
    #[error("too many tries: wait {} seconds", .0.as_secs().max(1))]
    TooMany(Duration),
    #[error(transparent)]
    Weak(#[from] password::Weakness),
    #[error("this server is set up already: sign in")]
    SetUp,
    #[error("only an admin may do this")]
    NotAdmin,
    #[error("there is no such person")]
    NoSuchPerson,
    #[error("this person has no e-mail address: enter one first")]
    NoEmail,
    #[error("you cannot take away your own access")]
    OwnAccess,
    #[error("this link was used or has expired: ask for a new one")]
    LinkGone,
    #[error("the server's rules refuse it: {0}")]
    Refused(Reason),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Engine(#[from] EngineError),
}

/// The service.
pub struct Auth {
    store: Database,
    engine: Engine,
    limiter: limit::Limiter,
    /// Counts ended sessions, for those who keep a connection open.
    changed: watch::Sender<u64>,
}

impl Auth {
    /// Over the accounts in this store.
    pub fn new(store: Database, engine: Engine) -> Self {
        Self { store, engine, limiter: limit::Limiter::default(), changed: watch::Sender::new(0) }
    }

    /// Moves whenever a session was ended.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }
}

impl AuthError {
    /// Does it say that there is no session any more?
    pub fn ends_session(&self) -> bool {
        matches!(self, Self::SignedOut | Self::Disabled)
    }
}
