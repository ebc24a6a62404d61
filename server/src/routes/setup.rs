//! `POST /api/v1/setup`: the first admin, on a server that has no account.

use super::body::JsonBody;
use super::fault::Fault;
use super::session::cookie;
use crate::auth::setup::Setup;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

/// Makes them and signs them in.
pub async fn set_up(
    State(app): State<App>,
    JsonBody(setup): JsonBody<Setup>,
) -> Result<impl IntoResponse, Fault> {
    let (token, person) = app.auth.set_up(setup).await?;
    Ok((StatusCode::CREATED, [(header::SET_COOKIE, cookie(&app, &token))], Json(person)))
}
