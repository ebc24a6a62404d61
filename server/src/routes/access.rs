//! `/api/v1/access`: an admin gives access, and takes it away.

use super::body::JsonBody;
use super::fault::Fault;
use super::guard::Known;
use super::part::Part;
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use outrider_app::id::{Millis, RecordId};
use serde::{Deserialize, Serialize};

/// Who is given access.
#[derive(Deserialize)]
pub struct Give {
    employee: RecordId,
}

/// The link to hand over; it is shown once.
#[derive(Serialize)]
pub struct Given {
    link: String,
    expires: Millis,
}

/// `POST {employee}` answers `{link: "/join/...", expires}`.
pub async fn give(
    State(app): State<App>,
    Known(admin): Known,
    JsonBody(give): JsonBody<Give>,
) -> Result<(StatusCode, Json<Given>), Fault> {
    let (token, expires) = app.auth.give(&admin, give.employee).await?;
    Ok((StatusCode::CREATED, Json(Given { link: format!("/join/{}", token.secret()), expires })))
}

/// `DELETE /{employee}`.
pub async fn take_away(
    State(app): State<App>,
    Known(admin): Known,
    employee: Part,
) -> Result<StatusCode, Fault> {
    app.auth.take_away(&admin, employee.parse(RecordId::parse)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
