//! The server's addresses, typed. An answer is what was asked for, or a [`Failure`].

use super::frames::{self, Page};
use crate::platform::http::{self, HttpError};
use outrider_app::change::Entry;
use outrider_app::id::RecordId;
use outrider_app::protocol::{Cursor, Pushed, Refusal, Snapshot};
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
}

impl From<HttpError> for Failure {
    fn from(error: HttpError) -> Self {
        match error {
            HttpError::Malformed => Failure::Malformed,
            HttpError::Unauthorized(tag) => refused(401, tag, String::new(), None),
            HttpError::TooOld => refused(426, String::new(), String::new(), None),
            HttpError::Refused { status, refusal, wait } => {
                refused(status, refusal.error, refusal.message, wait)
            }
            HttpError::Server { status, wait } => refused(status, String::new(), String::new(), wait),
            HttpError::Offline | HttpError::Timeout => Failure::Offline,
        }
    }
}

fn refused(status: u16, tag: String, message: String, wait: Option<u32>) -> Failure {
    Failure::Refused { status, tag, message, wait }
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
    json(&call("GET", "session", None).await?)
}

pub async fn sign_in(email: &str, password: &str) -> Result<Person, Failure> {
    let body = serde_json::json!({ "email": email, "password": password }).to_string();
    json(&call("POST", "session", Some(body)).await?)
}

pub async fn sign_out() -> Result<(), Failure> {
    call("DELETE", "session", None).await.map(|_| ())
}

pub async fn set_up(form: &impl Serialize) -> Result<Person, Failure> {
    json(&call("POST", "setup", Some(body(form)?)).await?)
}

/// Answers the link's path.
pub async fn give_access(employee: RecordId) -> Result<String, Failure> {
    #[derive(Deserialize)]
    struct Given {
        link: String,
    }
    let body = serde_json::json!({ "employee": employee }).to_string();
    let given: Given = json(&call("POST", "access", Some(body)).await?)?;
    Ok(given.link)
}

pub async fn take_access(employee: RecordId) -> Result<(), Failure> {
    call("DELETE", &format!("access/{employee}"), None).await.map(|_| ())
}

pub async fn history(record: RecordId) -> Result<Vec<Entry>, Failure> {
    json(&call("GET", &format!("history/{record}"), None).await?)
}

/// Sends a push's JSON.
pub async fn push(body: String) -> Result<Pushed, Failure> {
    json(&call("POST", "push", Some(body)).await?)
}

pub async fn pull(cursor: Cursor) -> Result<Page, Failure> {
    let path = format!("pull?seq={}&scope={}&limit={PAGE}", cursor.seq, cursor.scope);
    let bytes = call("GET", &path, None).await?;
    let text = str::from_utf8(&bytes).map_err(|_| Failure::Malformed)?;
    let page = frames::page(text).ok_or(Failure::Malformed)?;
    let moves_on = page.cursor.seq >= cursor.seq && page.head >= page.cursor.seq;
    if moves_on { Ok(page) } else { Err(Failure::Malformed) }
}

pub async fn snapshot() -> Result<Snapshot, Failure> {
    json(&call("GET", "snapshot", None).await?)
}

/// A segment's bytes; `progress` hears how many came so far. Its name is made of hexadecimal digits.
pub async fn segment(name: &str, progress: impl Fn(u64)) -> Result<Vec<u8>, Failure> {
    if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(Failure::Malformed);
    }
    call_with("GET", &format!("segments/{name}"), None, progress).await
}

pub fn body(value: &impl Serialize) -> Result<String, Failure> {
    serde_json::to_string(value).map_err(|_| Failure::Malformed)
}

fn json<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    serde_json::from_slice(bytes).map_err(|_| Failure::Malformed)
}

async fn call(method: &str, path: &str, body: Option<String>) -> Result<Vec<u8>, Failure> {
    call_with(method, path, body, |_| {}).await
}

async fn call_with(
    method: &str,
    path: &str,
    body: Option<String>,
    progress: impl Fn(u64),
) -> Result<Vec<u8>, Failure> {
    let answer = http::fetch_with(method, &format!("/api/v1/{path}"), body, progress).await?;
    if (200..300).contains(&answer.status) {
        return Ok(answer.body);
    }
    // A proxy in between answers in its own form: then only the status counts.
    let refusal: Option<Refusal> = serde_json::from_slice(&answer.body).ok();
    let (tag, message) = refusal.map(|refusal| (refusal.error, refusal.message)).unwrap_or_default();
    Err(refused(answer.status, tag, message, answer.wait))
}
