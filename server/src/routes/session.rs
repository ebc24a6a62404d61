//! `/api/v1/session`: signing in and out, and who is signed in.

use super::body::JsonBody;
use super::fault::Fault;
use super::guard::{Address, COOKIE, Known, User, token_of};
use crate::auth::sessions::{SESSION_LIFE, Token};
use crate::auth::{AuthError, Person};
use crate::state::App;
use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderName, StatusCode, header};
use serde::Deserialize;

type WithCookie<T> = ([(HeaderName, String); 1], T);

/// What a person types.
#[derive(Deserialize)]
pub struct Credentials {
    email: String,
    password: String,
}

/// `POST`: opens a session.
pub async fn sign_in(
    State(app): State<App>,
    Address(address): Address,
    JsonBody(credentials): JsonBody<Credentials>,
) -> Result<WithCookie<Json<Person>>, Fault> {
    let (token, person) = app.auth.sign_in(address, &credentials.email, credentials.password).await?;
    Ok(([(header::SET_COOKIE, cookie(&app, &token))], Json(person)))
}

/// `GET`: who is signed in. On a server without any account the refusal's tag is `setup`.
pub async fn who(State(app): State<App>, known: Result<Known, Fault>) -> Result<Json<Person>, Fault> {
    match known {
        Ok(Known(person)) => Ok(Json(person)),
        Err(Fault::Auth(AuthError::SignedOut)) if !app.auth.is_set_up().await? => {
            Err(AuthError::NotSetUp.into())
        }
        Err(fault) => Err(fault),
    }
}

/// `DELETE`: ends the session, but not another person's than is named. Done twice it is no error.
pub async fn sign_out(
    State(app): State<App>,
    user: Result<User, Fault>,
    headers: HeaderMap,
) -> Result<WithCookie<StatusCode>, Fault> {
    if let Err(fault @ Fault::OtherPerson) = user {
        return Err(fault);
    }
    if let Some(token) = token_of(&headers) {
        app.auth.close_session(&token).await?;
    }
    Ok((
        [(header::SET_COOKIE, format!("{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"))],
        StatusCode::NO_CONTENT,
    ))
}

/// The cookie that carries a session.
pub fn cookie(app: &App, token: &Token) -> String {
    let secure = if app.settings.https() { "; Secure" } else { "" };
    let life = SESSION_LIFE / 1000;
    format!("{COOKIE}={}; Path=/; Max-Age={life}; HttpOnly; SameSite=Lax{secure}", token.secret())
}
