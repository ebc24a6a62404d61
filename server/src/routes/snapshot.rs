//! `GET /api/v1/snapshot` and `GET /api/v1/segments/{name}`: first sync.

use super::fault::Fault;
use super::guard::User;
use super::part::Part;
use crate::segments::SegmentError;
use crate::site::{takes_brotli, unpack};
use crate::state::App;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::{IntoResponse, Response};

/// Packed records.
pub const SEGMENT_TYPE: &str = "application/vnd.outrider.segment";

impl From<SegmentError> for Fault {
    fn from(error: SegmentError) -> Self {
        match error {
            SegmentError::Pull(error) => error.into(),
            SegmentError::Store(error) => error.into(),
            SegmentError::Io(error) if error.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            SegmentError::Io(error) => Self::Internal(error.to_string()),
            SegmentError::NotFound => Self::NotFound("that name".to_owned()),
        }
    }
}

/// The names of the segments, as of a cursor.
pub async fn snapshot(State(app): State<App>, user: User) -> Result<Response, Fault> {
    let mut snapshot = (*app.segments.snapshot(user.id).await?).clone();
    snapshot.head = snapshot.cursor.seq.max(*app.engine.head().borrow());
    Ok(axum::Json(&snapshot).into_response())
}

/// A segment: its content never changes, but another person on this device may not have it.
pub async fn segment(
    State(app): State<App>,
    user: User,
    Part(name): Part,
    headers: HeaderMap,
) -> Result<Response, Fault> {
    let mut sealed = app.segments.segment(user.id, &name).await?;
    if sealed.packed && !takes_brotli(&headers) {
        sealed.bytes = unpack(&sealed.bytes).map_err(|error| Fault::Internal(error.to_string()))?;
        sealed.packed = false;
    }
    let mut response = ([(header::CONTENT_TYPE, SEGMENT_TYPE)], sealed.bytes).into_response();
    let headers = response.headers_mut();
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if sealed.packed {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    Ok(response)
}
