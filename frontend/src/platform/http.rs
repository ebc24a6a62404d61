//! Requests to our own server, and why there may be no answer.

use super::stream::{Body, Step};
use gloo_timers::callback::Timeout;
use outrider_app::protocol::{PROTOCOL, PROTOCOL_HEADER, Refusal};
use serde::de::DeserializeOwned;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCache, RequestCredentials, RequestInit, Response};

/// A server that says nothing for this long says nothing more, in milliseconds.
const PATIENCE: u32 = 40_000;

/// Why there is no answer to work with. `wait`: seconds after which it is worth another try.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    #[error("the server cannot be reached")]
    Offline,
    #[error("the server fell silent")]
    Timeout,
    /// Nobody is signed in, or not so any more; the refusal's tag says which.
    #[error("not signed in: {0}")]
    Unauthorized(String),
    /// This version of the app speaks a protocol that the server does not speak any more.
    #[error("this version of the app is too old for the server")]
    TooOld,
    #[error("refused: {}", refusal.message)]
    Refused { status: u16, refusal: Refusal, wait: Option<u32> },
    #[error("the server answered {status}")]
    Server { status: u16, wait: Option<u32> },
    #[error("the server's answer makes no sense")]
    Malformed,
}

/// A whole answer, whatever its status.
#[derive(Clone, Debug)]
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
    /// `Retry-After`, in seconds.
    pub wait: Option<u32>,
}

impl Answer {
    /// The body of a good answer; what stands against any other.
    pub fn good(self) -> Result<Vec<u8>, HttpError> {
        let Self { status, body, wait } = self;
        let refusal = || serde_json::from_slice::<Refusal>(&body).ok();
        match status {
            200..300 => Ok(body),
            426 => Err(HttpError::TooOld),
            401 => Err(HttpError::Unauthorized(refusal().map(|refusal| refusal.error).unwrap_or_default())),
            _ => Err(match refusal() {
                Some(refusal) if status < 500 => HttpError::Refused { status, refusal, wait },
                _ => HttpError::Server { status, wait },
            }),
        }
    }
}

/// Sends a request and waits for the whole answer.
pub async fn fetch(method: &str, url: &str, body: Option<String>) -> Result<Answer, HttpError> {
    fetch_with(method, url, body, |_| {}).await
}

/// [`fetch`], telling how many bytes have come so far.
pub async fn fetch_with(
    method: &str,
    url: &str,
    body: Option<String>,
    progress: impl Fn(u64),
) -> Result<Answer, HttpError> {
    let mut open = Open::new(method, url, body).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = open.next().await? {
        bytes.extend(piece);
        progress(bytes.len() as u64);
    }
    Ok(Answer { status: open.status, body: bytes, wait: open.wait })
}

/// A request whose good answer is JSON.
pub async fn json<T: DeserializeOwned>(
    method: &str,
    url: &str,
    body: Option<String>,
) -> Result<T, HttpError> {
    let body = fetch(method, url, body).await?.good()?;
    serde_json::from_slice(&body).map_err(|_| HttpError::Malformed)
}

/// Reads an answer of one JSON object a line as it comes; `line` gets each line that is not empty
/// and may end the reading with an error. `progress` hears the bytes so far.
pub async fn lines(
    url: &str,
    mut line: impl FnMut(&[u8]) -> Result<(), HttpError>,
    progress: impl Fn(u64),
) -> Result<(), HttpError> {
    let mut open = Open::new("GET", url, None).await?;
    let (mut rest, mut read) = (Vec::new(), 0);
    while let Some(piece) = open.next().await? {
        read += piece.len() as u64;
        rest.extend(piece);
        if (200..300).contains(&open.status) {
            let end = rest.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let tail = rest.split_off(end);
            rest.split(|byte| *byte == b'\n').filter(|text| !text.is_empty()).try_for_each(&mut line)?;
            rest = tail;
        }
        progress(read);
    }
    let rest = Answer { status: open.status, body: rest, wait: open.wait }.good()?;
    if rest.is_empty() { Ok(()) } else { line(&rest) }
}

/// An answer whose head is there. Dropping it calls the rest off.
struct Open {
    status: u16,
    wait: Option<u32>,
    body: Body,
    abort: AbortController,
    late: Rc<Cell<bool>>,
}

impl Drop for Open {
    fn drop(&mut self) {
        self.abort.abort();
    }
}

impl Open {
    async fn new(method: &str, url: &str, body: Option<String>) -> Result<Self, HttpError> {
        let abort = AbortController::new().map_err(|_| HttpError::Offline)?;
        let late = Rc::new(Cell::new(false));
        let request = request(method, url, body, &abort).map_err(|_| HttpError::Malformed)?;
        let window = web_sys::window().ok_or(HttpError::Offline)?;
        let patience = patience(&abort, &late);
        let response = JsFuture::from(window.fetch_with_request(&request)).await;
        drop(patience);
        let response: Response = response.map_err(|_| ended(&late))?.unchecked_into();
        let wait = response.headers().get("retry-after").ok().flatten();
        Ok(Self {
            status: response.status(),
            wait: wait.and_then(|wait| wait.parse().ok()),
            body: Body::of(&response),
            abort,
            late,
        })
    }

    /// The next piece of the body; `None` at its end.
    async fn next(&mut self) -> Result<Option<Vec<u8>>, HttpError> {
        let _patience = patience(&self.abort, &self.late);
        match self.body.next().await {
            Step::Piece(bytes) => Ok(Some(bytes)),
            Step::End => Ok(None),
            Step::Broken => Err(ended(&self.late)),
        }
    }
}

fn request(
    method: &str,
    url: &str,
    body: Option<String>,
    abort: &AbortController,
) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_signal(Some(&abort.signal()));
    if let Some(body) = &body {
        init.set_body(&JsValue::from_str(body));
    }
    let request = Request::new_with_str_and_init(url, &init)?;
    request.headers().set(PROTOCOL_HEADER, &PROTOCOL.to_string())?;
    if body.is_some() {
        request.headers().set("content-type", "application/json")?;
    }
    Ok(request)
}

/// Calls the request off after [`PATIENCE`], unless dropped before.
fn patience(abort: &AbortController, late: &Rc<Cell<bool>>) -> Timeout {
    let (abort, late) = (abort.clone(), late.clone());
    Timeout::new(PATIENCE, move || {
        late.set(true);
        abort.abort();
    })
}

fn ended(late: &Cell<bool>) -> HttpError {
    if late.get() { HttpError::Timeout } else { HttpError::Offline }
}
