//! Sessions: a random 256-bit token in a cookie, kept as its SHA-256.

use super::rows::{self, Session, Workspace, durable, owned_key, read, session_key, workspace_key};
use super::{Auth, AuthError, Person};
use crate::clock::{self, DAY};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use outrider_app::digest;
use outrider_app::entities::Employee;
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::Record;
use outrider_app::store::view::{View, run};
use outrider_app::store::{Store as _, Table};
use outrider_app::sync::{Role, load_record};
use std::sync::Arc;

/// How long a device that is not seen stays signed in.
pub const SESSION_LIFE: Millis = 180 * DAY;

/// A secret that travels in a cookie or a link. Never shown in a log.
pub struct Token(String);

impl Token {
    /// A new random one.
    pub fn draw() -> Self {
        Self(URL_SAFE_NO_PAD.encode(clock::random::<32>()))
    }

    /// One that came with a request.
    pub fn of(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// As it travels.
    pub fn secret(&self) -> &str {
        &self.0
    }

    pub(super) fn digest(&self) -> String {
        digest::sha256(self.0.as_bytes())
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

impl Auth {
    /// Opens a session for a person who proved who they are.
    pub async fn open_session(&self, employee: RecordId) -> Result<Token, AuthError> {
        let token = Token::draw();
        let digest = token.digest();
        let mut batch = durable();
        let session = Session { employee, seen: clock::now(), disabled: false };
        rows::put(&mut batch, Table::Account, session_key(&digest), &session);
        rows::put(&mut batch, Table::Account, owned_key(employee, "session", &digest), &());
        self.store.commit(batch).await?;
        Ok(token)
    }

    /// Whose session it is. `Disabled` where access was taken away since.
    pub async fn who(&self, token: &Token) -> Result<RecordId, AuthError> {
        self.record_of(token).await.map(|record| record.id)
    }

    /// Whose session it is, in full.
    pub async fn person(&self, token: &Token) -> Result<Person, AuthError> {
        let record = self.record_of(token).await?;
        self.describe(&record).await
    }

    pub(super) async fn describe(&self, record: &Record) -> Result<Person, AuthError> {
        let employee = Employee::of(record);
        let workspace: Option<Workspace> = read(&self.store, Table::Meta, workspace_key()).await?;
        Ok(Person {
            id: record.id,
            name: employee.name.unwrap_or_default(),
            email: employee.email.unwrap_or_default(),
            role: Role::of(employee.role.as_deref().unwrap_or_default()),
            workspace: workspace.map(|workspace| workspace.name).unwrap_or_default(),
        })
    }

    async fn record_of(&self, token: &Token) -> Result<Arc<Record>, AuthError> {
        let digest = token.digest();
        let found: Option<Session> = read(&self.store, Table::Account, session_key(&digest)).await?;
        let now = clock::now();
        let Some(session) = found.filter(|session| now - session.seen < SESSION_LIFE) else {
            return Err(AuthError::SignedOut);
        };
        let record = self.employee(session.employee).await?;
        let Some(record) = record.filter(|record| !session.disabled && is_active(record)) else {
            return Err(AuthError::Disabled);
        };
        if now - session.seen > DAY {
            let mut batch = rows::durable();
            rows::put(&mut batch, Table::Account, session_key(&digest), &Session { seen: now, ..session });
            self.store.commit(batch).await?;
        }
        Ok(record)
    }

    /// A person's record, unless it was deleted.
    pub(super) async fn employee(&self, id: RecordId) -> Result<Option<Arc<Record>>, AuthError> {
        let record = run(&self.store, &mut View::default(), |view| load_record(view, id)).await?;
        Ok(record.filter(|record| record.entity == Employee::ENTITY && record.deleted.is_none()))
    }

    /// Ends a session, at its owner's wish.
    pub async fn close_session(&self, token: &Token) -> Result<(), AuthError> {
        let digest = token.digest();
        let found: Option<Session> = read(&self.store, Table::Account, session_key(&digest)).await?;
        if let Some(session) = found {
            let mut batch = durable();
            batch.delete(Table::Account, session_key(&digest));
            batch.delete(Table::Account, owned_key(session.employee, "session", &digest));
            self.store.commit(batch).await?;
            self.changed.send_modify(|count| *count += 1);
        }
        Ok(())
    }
}

pub(super) fn is_active(record: &Record) -> bool {
    Employee::of(record).active == Some(true)
}
