//! Signing in with e-mail and password.

use super::rows::{Account, account_key, read};
use super::sessions::{Token, is_active};
use super::{Auth, AuthError, Person, password};
use outrider_app::entities::Employee;
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::registry::unique_key;
use outrider_app::store::{Store as _, Table};
use outrider_app::value::Value;
use std::net::IpAddr;
use std::time::Instant;

impl Auth {
    /// Opens a session where e-mail and password fit. Takes as long for an unknown e-mail.
    pub async fn sign_in(
        &self,
        address: IpAddr,
        email: &str,
        password: String,
    ) -> Result<(Token, Person), AuthError> {
        let folded = unique_key(&Value::text(email)).unwrap_or_default();
        self.limiter.take(address, &folded, Instant::now()).map_err(AuthError::TooMany)?;
        let account = match self.employee_of(&folded).await? {
            Some(id) => read::<_, Account>(&self.store, Table::Account, account_key(id)).await?,
            None => None,
        };
        let hash = account.as_ref().and_then(|account| account.hash.clone());
        let fits = password::verify(password, hash).await;
        let Some(account) = account.filter(|_| fits) else { return Err(AuthError::Credentials) };
        self.limiter.forgive(address, &folded);
        let record = self.employee(account.employee).await?;
        let Some(record) = record.filter(|record| !account.disabled && is_active(record)) else {
            return Err(AuthError::Disabled);
        };
        let token = self.open_session(record.id).await?;
        Ok((token, self.describe(&record).await?))
    }

    /// The employee record that holds an e-mail address, by the order's index of unique values.
    async fn employee_of(&self, folded: &str) -> Result<Option<RecordId>, AuthError> {
        if folded.is_empty() {
            return Ok(None);
        }
        let holder =
            self.store.get(&[(Table::Unique, key![Employee::ENTITY, "email", folded.to_owned()])]).await?;
        let holder = holder.into_iter().next().flatten();
        Ok(holder.and_then(|bytes| RecordId::parse(str::from_utf8(&bytes).ok()?)))
    }
}
