//! The part of an address that differs: an id, a name, a link's secret.

use super::fault::Fault;
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use std::convert::Infallible;

/// As it stands in the path; still in its code where it is no text, so that it names nothing.
pub struct Part(pub String);

impl<S: Send + Sync> FromRequestParts<S> for Part {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Infallible> {
        let path: Result<Path<String>, _> = Path::from_request_parts(parts, state).await;
        let coded = || parts.uri.path().rsplit('/').next().unwrap_or_default().to_owned();
        Ok(Self(path.map_or_else(|_| coded(), |Path(part)| part)))
    }
}

impl Part {
    /// What it names; what does not parse names nothing.
    pub fn parse<T>(&self, parse: impl FnOnce(&str) -> Option<T>) -> Result<T, Fault> {
        parse(&self.0).ok_or_else(|| Fault::NotFound(self.0.chars().take(100).collect()))
    }
}
