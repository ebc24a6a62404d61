//! The one HTTP error. What a person can act on goes out as a [`Refusal`]; what only we can mend
//! is logged once, here, and never sent.

use crate::auth::AuthError;
use crate::auth::password::Weakness;
use crate::engine::EngineError;
use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use outrider_app::protocol::{PROTOCOL, PROTOCOL_OLDEST, PUSH_MAX, Refusal};
use outrider_app::store::StoreError;
use outrider_app::sync::PullError;

/// An answer that is not the one asked for.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    #[error(transparent)]
    Auth(#[from] AuthError),
    #[error(transparent)]
    Pull(#[from] PullError),
    #[error("the request is not well formed: {0}")]
    Malformed(String),
    #[error("the body is larger than {} MiB", PUSH_MAX / 1024 / 1024)]
    TooLarge,
    #[error("a push holds at most {0} items")]
    TooMany(usize),
    #[error(
        "this server speaks the protocol versions {PROTOCOL_OLDEST} to {PROTOCOL}; the request is of version {0}"
    )]
    Protocol(String),
    #[error("the request comes from another site")]
    Origin,
    #[error("there is nothing at {0}")]
    NotFound(String),
    #[error("somebody else has signed in in this browser: nothing was taken under their name")]
    OtherPerson,
    #[error("this address does not take that method")]
    Method,
    #[error("something is wrong on the server; it was logged there")]
    Internal(String),
    #[error("the server cannot reach its store just now; try again")]
    Busy(String),
    #[error("the server's disk is full: nothing was saved there; what you wrote stays on your device")]
    Full,
}

impl From<StoreError> for Fault {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Full => Self::Full,
            StoreError::Damaged(_) => Self::Internal(error.to_string()),
            error => Self::Busy(error.to_string()),
        }
    }
}

impl From<EngineError> for Fault {
    fn from(error: EngineError) -> Self {
        match error {
            EngineError::Store(error) => error.into(),
            EngineError::Panicked => Self::Internal(error.to_string()),
            error => Self::Busy(error.to_string()),
        }
    }
}

impl Fault {
    /// The status and the stable tag (a key of the words: `refusal-<tag>`).
    fn kind(&self) -> (StatusCode, &'static str) {
        use StatusCode as S;
        match self {
            Self::Auth(error) => match error {
                AuthError::SignedOut => (S::UNAUTHORIZED, "signed-out"),
                AuthError::Disabled => (S::UNAUTHORIZED, "disabled"),
                AuthError::Credentials => (S::UNAUTHORIZED, "credentials"),
                AuthError::NotSetUp => (S::UNAUTHORIZED, "setup"),
                AuthError::TooMany(_) => (S::TOO_MANY_REQUESTS, "too-many"),
                AuthError::Weak(Weakness::Short) => (S::UNPROCESSABLE_ENTITY, "password-short"),
                AuthError::Weak(Weakness::Long) => (S::UNPROCESSABLE_ENTITY, "password-long"),
                AuthError::SetUp => (S::CONFLICT, "set-up"),
                AuthError::NotAdmin => (S::FORBIDDEN, "forbidden"),
                AuthError::NoSuchPerson => (S::NOT_FOUND, "not-found"),
                AuthError::NoEmail => (S::UNPROCESSABLE_ENTITY, "email-missing"),
                AuthError::OwnAccess => (S::CONFLICT, "own-access"),
                AuthError::LinkGone => (S::GONE, "link-gone"),
                AuthError::Refused(_) => (S::UNPROCESSABLE_ENTITY, "invalid"),
                AuthError::Store(StoreError::Full)
                | AuthError::Engine(EngineError::Store(StoreError::Full)) => {
                    (S::INSUFFICIENT_STORAGE, "full")
                }
                AuthError::Store(_) | AuthError::Engine(_) => (S::SERVICE_UNAVAILABLE, "busy"),
            },
            Self::Pull(PullError::Disabled) => (S::UNAUTHORIZED, "disabled"),
            Self::Pull(PullError::Future) => (S::CONFLICT, "cursor"),
            Self::Malformed(_) => (S::BAD_REQUEST, "malformed"),
            Self::TooLarge | Self::TooMany(_) => (S::PAYLOAD_TOO_LARGE, "too-large"),
            Self::Protocol(_) => (S::UPGRADE_REQUIRED, "protocol"),
            Self::Origin => (S::FORBIDDEN, "origin"),
            Self::OtherPerson => (S::UNAUTHORIZED, "other-person"),
            Self::NotFound(_) => (S::NOT_FOUND, "not-found"),
            Self::Method => (S::METHOD_NOT_ALLOWED, "method"),
            Self::Internal(_) => (S::INTERNAL_SERVER_ERROR, "internal"),
            Self::Busy(_) => (S::SERVICE_UNAVAILABLE, "busy"),
            Self::Full => (S::INSUFFICIENT_STORAGE, "full"),
        }
    }

    /// What is said, without what only we may know.
    fn message(&self) -> String {
        match self {
            Self::Auth(
                AuthError::Store(StoreError::Full) | AuthError::Engine(EngineError::Store(StoreError::Full)),
            ) => Self::Full.to_string(),
            Self::Auth(AuthError::Store(_) | AuthError::Engine(_)) => Self::Busy(String::new()).to_string(),
            fault => fault.to_string(),
        }
    }

    fn log(&self) {
        match self {
            Self::Internal(why) | Self::Busy(why) => tracing::error!(why, "request failed"),
            Self::Auth(error @ (AuthError::Store(_) | AuthError::Engine(_))) => {
                tracing::error!(why = %error, "request failed");
            }
            Self::Full => tracing::error!("the disk is full"),
            _ => {}
        }
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        self.log();
        let (status, tag) = self.kind();
        let mut response =
            (status, Json(Refusal { error: tag.to_owned(), message: self.message() })).into_response();
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        let wait = match &self {
            Self::Auth(AuthError::TooMany(wait)) => Some(wait.as_secs().max(1)),
            _ if status == StatusCode::SERVICE_UNAVAILABLE => Some(2),
            _ => None,
        };
        if let Some(wait) = wait {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait));
        }
        response
    }
}
