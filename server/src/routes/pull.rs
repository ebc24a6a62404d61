//! `GET /api/v1/pull`: what a device is missing, one frame a line.

use super::fault::Fault;
use super::guard::User;
use crate::state::App;
use axum::body::{Body, Bytes};
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use futures::stream;
use outrider_app::protocol::{Cursor, Frame};
use outrider_app::registry::Registry;
use outrider_app::sync;
use serde::Deserialize;

/// Entries looked at, where the device does not say.
const LIMIT: u64 = 1_000;
const LIMIT_MAX: u64 = 5_000;
/// Bytes written at a time.
const PIECE: usize = 64 * 1024;

/// Where the device stands.
#[derive(Debug, Deserialize)]
pub struct From {
    #[serde(default)]
    seq: u64,
    #[serde(default)]
    scope: u64,
    #[serde(default)]
    mark: u32,
    limit: Option<u64>,
}

/// Lines of JSON; the last one is the new cursor.
pub async fn pull(
    State(app): State<App>,
    user: User,
    query: Result<Query<From>, axum::extract::rejection::QueryRejection>,
) -> Result<Response, Fault> {
    let Query(from) = query.map_err(|error| Fault::Malformed(error.body_text()))?;
    let cursor = Cursor { seq: from.seq, scope: from.scope, mark: from.mark };
    let limit = from.limit.unwrap_or(LIMIT).clamp(1, LIMIT_MAX);
    let page = |view: &mut _| sync::page(Registry::standard(), view, user.id, cursor, limit);
    let frames = app.engine.read(page).await??;
    Ok(([(header::CONTENT_TYPE, "application/x-ndjson")], lines(frames)).into_response())
}

/// Coded as they are sent, a piece at a time.
fn lines(frames: Vec<Frame>) -> Body {
    let mut frames = frames.into_iter();
    Body::from_stream(stream::iter(std::iter::from_fn(move || {
        let mut piece = Vec::new();
        while piece.len() < PIECE {
            let Some(frame) = frames.next() else { break };
            if let Err(error) = serde_json::to_writer(&mut piece, &frame) {
                // The page ends without a cursor, so the device does not take it.
                return Some(Err(std::io::Error::other(error)));
            }
            piece.push(b'\n');
        }
        (!piece.is_empty()).then(|| Ok(Bytes::from(piece)))
    })))
}
