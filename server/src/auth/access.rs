//! Giving access by a one-time link, and taking it away.

use super::rows::{
    Account, Link, Session, account_key, durable, link_key, owned, owned_key, put, read, session_key,
};
use super::sessions::{Token, is_active};
use super::{Auth, AuthError, Person, password};
use crate::clock::{self, DAY};
use crate::work;
use outrider_app::change::Item;
use outrider_app::entities::Employee;
use outrider_app::id::{Millis, RecordId};
use outrider_app::record::Record;
use outrider_app::store::{Batch, Store as _, Table};
use outrider_app::sync::Role;
use outrider_app::value::Value;
use std::sync::Arc;

/// How long a link can be used.
pub const LINK_LIFE: Millis = 7 * DAY;

impl Auth {
    /// Lets a person choose a password by a link; an earlier link of theirs ends.
    pub async fn give(&self, admin: &Person, employee: RecordId) -> Result<(Token, Millis), AuthError> {
        let record = self.may_change(admin, employee).await?;
        if record.text("email").is_empty() {
            return Err(AuthError::NoEmail);
        }
        let known: Option<Account> = read(&self.store, Table::Account, account_key(employee)).await?;
        let hash = known.filter(|account| !account.disabled).and_then(|account| account.hash);
        let token = Token::draw();
        let expires = clock::now() + LINK_LIFE;
        let mut also = durable();
        self.end_links(&mut also, employee).await?;
        put(&mut also, Table::Account, account_key(employee), &Account { employee, hash, disabled: false });
        put(&mut also, Table::Account, link_key(&token.digest()), &Link { employee, expires });
        put(&mut also, Table::Account, owned_key(employee, "link", &token.digest()), &());
        self.set_active(admin, &record, true, also).await?;
        Ok((token, expires))
    }

    /// Takes access away: nobody signs in as this person, and their devices wipe at next contact.
    pub async fn take_away(&self, admin: &Person, employee: RecordId) -> Result<(), AuthError> {
        let record = self.may_change(admin, employee).await?;
        if admin.id == employee {
            return Err(AuthError::OwnAccess);
        }
        let mut also = durable();
        self.end_links(&mut also, employee).await?;
        put(
            &mut also,
            Table::Account,
            account_key(employee),
            &Account { employee, hash: None, disabled: true },
        );
        for digest in owned(&self.store, employee, "session").await? {
            let ended = Session { employee, seen: clock::now(), disabled: true };
            put(&mut also, Table::Account, session_key(&digest), &ended);
        }
        self.set_active(admin, &record, false, also).await?;
        self.changed.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Whose link it is, while it can be used.
    pub async fn invited(&self, link: &Token) -> Result<Person, AuthError> {
        let found: Option<Link> = read(&self.store, Table::Account, link_key(&link.digest())).await?;
        let Some(link) = found.filter(|link| link.expires > clock::now()) else {
            return Err(AuthError::LinkGone);
        };
        let record = self.employee(link.employee).await?.filter(|record| is_active(record));
        match record {
            Some(record) => self.describe(&record).await,
            None => Err(AuthError::LinkGone),
        }
    }

    /// Sets the password of whoever the link is for, and signs them in. The link is used up, and
    /// devices that were signed in as them sign in anew.
    pub async fn join(&self, link: &Token, password: String) -> Result<Token, AuthError> {
        let person = self.invited(link).await?;
        password::check(&password)?;
        let hash = password::hash(password).await;
        let at = link_key(&link.digest());
        let mut batch = durable();
        // Used up by whoever comes first.
        let row = self.store.get(&[(Table::Account, at.clone())]).await?.into_iter().next().flatten();
        if row.is_none() {
            return Err(AuthError::LinkGone);
        }
        batch.expect(Table::Account, at, row);
        self.end_links(&mut batch, person.id).await?;
        for digest in owned(&self.store, person.id, "session").await? {
            batch.delete(Table::Account, session_key(&digest));
            batch.delete(Table::Account, owned_key(person.id, "session", &digest));
        }
        let account = Account { employee: person.id, hash: Some(hash), disabled: false };
        put(&mut batch, Table::Account, account_key(person.id), &account);
        match self.store.commit(batch).await {
            Ok(()) => {}
            Err(outrider_app::store::StoreError::Conflict) => return Err(AuthError::LinkGone),
            Err(error) => return Err(error.into()),
        }
        self.changed.send_modify(|count| *count += 1);
        self.open_session(person.id).await
    }

    async fn may_change(&self, admin: &Person, employee: RecordId) -> Result<Arc<Record>, AuthError> {
        if admin.role != Role::Admin {
            return Err(AuthError::NotAdmin);
        }
        self.employee(employee).await?.ok_or(AuthError::NoSuchPerson)
    }

    async fn end_links(&self, batch: &mut Batch, employee: RecordId) -> Result<(), AuthError> {
        for digest in owned(&self.store, employee, "link").await? {
            batch.delete(Table::Account, link_key(&digest));
            batch.delete(Table::Account, owned_key(employee, "link", &digest));
        }
        Ok(())
    }

    /// Writes the account's rows with the record's `active`, which decides what the person sees.
    async fn set_active(
        &self,
        admin: &Person,
        record: &Record,
        active: bool,
        also: Batch,
    ) -> Result<(), AuthError> {
        let change = work::set("active", Value::Bool(active));
        let item = Item {
            n: 1,
            entity: Employee::ENTITY.to_owned(),
            record: record.id,
            at: clock::now(),
            changes: vec![change],
        };
        let items = if is_active(record) == active { Vec::new() } else { vec![item] };
        match work::submit(&self.engine, admin.id, work::push("access", items), also).await? {
            Ok(_) => Ok(()),
            Err(reason) => Err(AuthError::Refused(reason)),
        }
    }
}
