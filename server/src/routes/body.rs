//! Reading a JSON body, with an answer in our own form where it cannot be read.

use super::fault::Fault;
use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, Request};
use serde::de::DeserializeOwned;
use std::time::Duration;
use tokio::time::timeout;

/// How long a body may take to arrive: a full push over a poor line.
const PATIENCE: Duration = Duration::from_secs(120);

/// A JSON body. Its content type is not asked for: the Origin check guards against other sites.
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for JsonBody<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, state: &S) -> Result<Self, Fault> {
        let read = timeout(PATIENCE, Bytes::from_request(request, state)).await;
        let bytes = read.map_err(|_| not_whole())?.map_err(unread)?;
        parse(&bytes).map(Self)
    }
}

fn unread(rejection: BytesRejection) -> Fault {
    match rejection.status() {
        axum::http::StatusCode::PAYLOAD_TOO_LARGE => Fault::TooLarge,
        _ => not_whole(),
    }
}

fn not_whole() -> Fault {
    Fault::Malformed("the body did not arrive whole".to_owned())
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Fault> {
    serde_json::from_slice(bytes).map_err(|error| {
        let what = match error.classify() {
            serde_json::error::Category::Eof => "the JSON ends too early",
            serde_json::error::Category::Syntax => "it is not JSON",
            _ => "the JSON does not have the expected form",
        };
        // Without the value itself: it may be a password.
        Fault::Malformed(format!("{what}, at line {} column {}", error.line(), error.column()))
    })
}
