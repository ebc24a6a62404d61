//! The part of an address that differs: an id, a name, a link's secret.

use super::fault::Fault;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use std::convert::Infallible;

/// As it stands in the path; empty where it is no text, so that it names nothing.
pub struct Part(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Part {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path: Result<Path<String>, _> = Path::from_request_parts(parts, state).await;
        Ok(Self(path.map(|Path(part)| part).unwrap_or_default()))
    }
}

impl Part {
    /// What it names; what does not parse names nothing.
    pub fn parse<T>(&self, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        parse(&self.0).ok_or_else(|| Fault::NotFound(self.0.chars().take(100).collect()))
    }
}
