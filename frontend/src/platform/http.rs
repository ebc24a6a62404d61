//! Requests to our own server, and why there may be no answer.

use super::clock;
use super::stream::{Body, Step};
use gloo_timers::callback::Timeout;
use outrider_app::protocol::{PROTOCOL, PROTOCOL_HEADER};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, Request, RequestCache, RequestCredentials, RequestInit, Response};

/// A server that says nothing for this long says nothing more, in milliseconds.
const PATIENCE: u32 = 40_000;

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HttpError {
    #[error("the server cannot be reached")]
    Offline,
    #[error("the server fell silent")]
    Timeout,
    #[error("this is no request")]
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

/// A request, with headers beside those that all have.
#[derive(Clone, Debug, Default)]
pub struct Asked<'a> {
    pub method: &'a str,
    pub url: &'a str,
    pub body: Option<String>,
    pub headers: &'a [(&'a str, String)],
}

/// Sends a request and waits for the whole answer; `progress` hears how many bytes have come so far.
pub async fn fetch(asked: Asked<'_>, progress: impl Fn(u64)) -> Result<Answer, HttpError> {
    let mut open = Open::new(asked).await?;
    let mut bytes = Vec::new();
    while let Some(piece) = open.next().await? {
        bytes.extend(piece);
        progress(bytes.len() as u64);
    }
    Ok(Answer { status: open.status, body: bytes, wait: open.wait })
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
    async fn new(asked: Asked<'_>) -> Result<Self, HttpError> {
        let abort = AbortController::new().map_err(|_| HttpError::Offline)?;
        let late = Rc::new(Cell::new(false));
        let request = request(asked, &abort).map_err(|_| HttpError::Malformed)?;
        let window = web_sys::window().ok_or(HttpError::Offline)?;
        let patience = patience(&abort, &late);
        let response = JsFuture::from(window.fetch_with_request(&request)).await;
        drop(patience);
        let response: Response = response.map_err(|_| ended(&late))?.unchecked_into();
        let header = |name: &str| response.headers().get(name).ok().flatten();
        if let Some(date) = header("date") {
            clock::hear_server(&date);
        }
        let wait = header("retry-after");
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

fn request(asked: Asked<'_>, abort: &AbortController) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(asked.method);
    init.set_cache(RequestCache::NoStore);
    init.set_credentials(RequestCredentials::SameOrigin);
    init.set_signal(Some(&abort.signal()));
    if let Some(body) = &asked.body {
        init.set_body(&JsValue::from_str(body));
    }
    let request = Request::new_with_str_and_init(asked.url, &init)?;
    request.headers().set(PROTOCOL_HEADER, &PROTOCOL.to_string())?;
    for (name, value) in asked.headers {
        request.headers().set(name, value)?;
    }
    if asked.body.is_some() {
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
