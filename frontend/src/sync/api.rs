//! The server's addresses, typed. An answer is what was asked for, or a [`Failure`].

use crate::platform::digest;
use crate::platform::http::{self, Asked, HttpError};
use outrider_app::change::Entry;
use outrider_app::id::RecordId;
use outrider_app::protocol::{Cursor, PERSON_HEADER, Page, Pushed, Refusal, Snapshot};
use outrider_app::sync::Role;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Entries of the order a page covers.
const PAGE: u64 = 2_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// No network, no server, or it fell silent.
    Offline,
    /// The server says no. `wait`: seconds after which it is worth another try.
    Refused { status: u16, tag: String, message: String, wait: Option<u32> },
    /// The answer makes no sense.
    Malformed,
    /// A segment came twice, and neither time as its name says.
    Damaged,
}

impl From<HttpError> for Failure {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::Malformed => Failure::Malformed,
            HttpError::Offline | HttpError::Timeout => Failure::Offline,
        }
    }
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Person {
    pub id: RecordId,
    pub name: String,
    #[serde(default)]
    pub email: String,
    #[serde(default)]
    pub role: Role,
    #[serde(default)]
    pub workspace: String,
}

pub async fn who() -> Result<Person, Failure> {
    json(&call(None, "GET", "session", None, |_| {}).await?)
}

pub async fn sign_in(email: &str, password: &str) -> Result<Person, Failure> {
    let body = serde_json::json!({ "email": email, "password": password }).to_string();
    json(&call(None, "POST", "session", Some(body), |_| {}).await?)
}

pub async fn set_up(form: &impl Serialize) -> Result<Person, Failure> {
    json(&call(None, "POST", "setup", Some(body(form)?), |_| {}).await?)
}

/// The server, asked in a person's name. Tabs share one session: should somebody else have signed
/// in beside this tab, the server refuses, and nothing of one person goes out as another's.
#[derive(Clone, Copy, Debug)]
pub struct InName(pub RecordId);

impl InName {
    pub async fn sign_out(self) -> Result<(), Failure> {
        self.call("DELETE", "session", None).await.map(|_| ())
    }

    /// Answers the link's path.
    pub async fn give_access(self, employee: RecordId) -> Result<String, Failure> {
        #[derive(Deserialize)]
        struct Given {
            link: String,
        }
        let body = serde_json::json!({ "employee": employee }).to_string();
        let given: Given = json(&self.call("POST", "access", Some(body)).await?)?;
        Ok(given.link)
    }

    pub async fn take_access(self, employee: RecordId) -> Result<(), Failure> {
        self.call("DELETE", &format!("access/{employee}"), None).await.map(|_| ())
    }

    pub async fn history(self, record: RecordId) -> Result<Vec<Entry>, Failure> {
        json(&self.call("GET", &format!("history/{record}"), None).await?)
    }

    /// Sends a push's JSON.
    pub async fn push(self, body: String) -> Result<Pushed, Failure> {
        json(&self.call("POST", "push", Some(body)).await?)
    }

    pub async fn pull(self, cursor: Cursor) -> Result<Page, Failure> {
        let Cursor { seq, scope, mark } = cursor;
        let path = format!("pull?seq={seq}&scope={scope}&mark={mark}&limit={PAGE}");
        let bytes = self.call("GET", &path, None).await?;
        let text = str::from_utf8(&bytes).map_err(|_| Failure::Malformed)?;
        let page = Page::read(text).ok_or(Failure::Malformed)?;
        let moves_on = page.cursor.seq >= cursor.seq && page.head >= page.cursor.seq;
        if moves_on { Ok(page) } else { Err(Failure::Malformed) }
    }

    pub async fn snapshot(self) -> Result<Snapshot, Failure> {
        json(&self.call("GET", "snapshot", None).await?)
    }

    /// A segment's bytes, which are those its name was made of; what came damaged is fetched once
    /// more. `progress` hears how many bytes came so far.
    pub async fn segment(self, name: &str, progress: impl Fn(u64)) -> Result<Vec<u8>, Failure> {
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Failure::Malformed);
        }
        for _ in 0..2 {
            let bytes = call(Some(self.0), "GET", &format!("segments/{name}"), None, &progress).await?;
            // Without TLS there is no digest; then its length and its records must do.
            if digest::sha256(&bytes).await.is_none_or(|found| found == name) {
                return Ok(bytes);
            }
        }
        Err(Failure::Damaged)
    }

    async fn call(self, method: &str, path: &str, body: Option<String>) -> Result<Vec<u8>, Failure> {
        call(Some(self.0), method, path, body, |_| {}).await
    }
}

pub fn body(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::Malformed)
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|_| Failure::Malformed)
}

async fn call(
    person: Option<RecordId>,
    method: &str,
    path: &str,
    body: Option<String>,
    progress: impl Fn(u64),
) -> Result<Vec<u8>, Failure> {
    let url = format!("/api/v1/{path}");
    let headers: Vec<_> = person.map(|person| (PERSON_HEADER, person.to_string())).into_iter().collect();
    let answer = http::fetch(Asked { method, url: &url, body, headers: &headers }, progress).await?;
    if (200..300).contains(&answer.status) {
        return Ok(answer.body);
    }
    // A proxy in between answers in its own form: then only the status counts.
    let refusal: Option<Refusal> = serde_json::from_slice(&answer.body).ok();
    let (tag, message) = refusal.map(|refusal| (refusal.error, refusal.message)).unwrap_or_default();
    Err(Failure::Refused { status: answer.status, tag, message, wait: answer.wait })
}
