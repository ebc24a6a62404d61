//! Who may ask at all: the site's own pages, in a protocol we speak, with a session where one is
//! needed.

use super::fault::Fault;
use crate::auth::sessions::Token;
use crate::auth::{AuthError, Person};
use crate::state::App;
use axum::body::Body;
use axum::extract::{ConnectInfo, FromRequestParts, OriginalUri, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse as _, Response};
use outrider_app::id::RecordId;
use outrider_app::protocol::{PERSON_HEADER, PROTOCOL, PROTOCOL_HEADER, PROTOCOL_OLDEST};
use std::any::Any;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The session's cookie.
pub const COOKIE: &str = "outrider_session";

/// Refuses what another site's page sends. Browsers say where a request comes from on all but
/// plain GETs; programs that say nothing hold no cookie that a page could misuse.
pub async fn origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let safe = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || comes_from_us(&app, request.headers()) {
        next.run(request).await
    } else {
        Fault::Origin.into_response()
    }
}

fn comes_from_us(app: &App, headers: &HeaderMap) -> bool {
    let text = |name: header::HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    match text(header::ORIGIN) {
        Some(origin) => {
            let host = origin.split_once("://").map(|(_, host)| host);
            let public = app.settings.public_url.as_deref().map(|url| url.trim_end_matches('/'));
            public == Some(origin) || (host.is_some() && host == text(header::HOST))
        }
        None if headers.contains_key(header::ORIGIN) => false,
        None => headers
            .get("sec-fetch-site")
            .is_none_or(|site| site.as_bytes() == b"same-origin" || site.as_bytes() == b"none"),
    }
}

/// Refuses a protocol that this server does not speak. Nothing said means the current one.
pub async fn protocol(request: Request, next: Next) -> Response {
    let said =
        request.headers().get(PROTOCOL_HEADER).map(|value| value.to_str().unwrap_or("unreadable").to_owned());
    let spoken = |said: &String| {
        said.parse::<u32>().is_ok_and(|version| (PROTOCOL_OLDEST..=PROTOCOL).contains(&version))
    };
    match said.filter(|said| !spoken(said)) {
        Some(said) => Fault::Protocol(said.chars().take(20).collect()).into_response(),
        None => next.run(request).await,
    }
}

/// What an address of the API that does not exist answers.
pub async fn nothing_here(OriginalUri(uri): OriginalUri) -> Fault {
    Fault::NotFound(uri.path().chars().take(200).collect())
}

/// What a handler that panicked answers. The panic's own message is in the log.
pub fn panicked(panic: Box<dyn Any + Send>) -> Response<Body> {
    let why = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given");
    Fault::Internal(format!("a handler panicked: {why}")).into_response()
}

/// The session's token, if the request brings one.
pub fn token_of(headers: &HeaderMap) -> Option<Token> {
    let cookies = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let pairs = cookies.flat_map(|cookies| cookies.split(';')).filter_map(|pair| pair.trim().split_once('='));
    pairs.filter(|(name, _)| *name == COOKIE).map(|(_, token)| Token::of(token)).next()
}

/// A signed-in request: whose it is. One that names another person than its session is refused.
pub struct User {
    pub id: RecordId,
    pub token: Token,
}

impl FromRequestParts<App> for User {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let token = token_of(&parts.headers).ok_or(AuthError::SignedOut)?;
        let id = app.auth.who(&token).await?;
        match parts.headers.get(PERSON_HEADER) {
            Some(named) if named.as_bytes() != id.to_string().as_bytes() => Err(Fault::OtherPerson),
            _ => Ok(Self { id, token }),
        }
    }
}

/// A [`User`], with who it is in full.
pub struct Known(pub Person);

impl FromRequestParts<App> for Known {
    type Rejection = Fault;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Fault> {
        let user = User::from_request_parts(parts, app).await?;
        Ok(Self(app.auth.person(&user.token).await?))
    }
}

/// Where a request comes from: the peer, or whom our own proxy names.
pub struct Address(pub IpAddr);

impl FromRequestParts<App> for Address {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|peer| peer.0.ip());
        let forwarded = parts.headers.get("x-forwarded-for").and_then(|value| value.to_str().ok());
        // The last entry is the one that the proxy next to us wrote.
        let named = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
        let named = named.filter(|_| app.settings.public_url.is_some());
        Ok(Self(named.or(peer).unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED))))
    }
}
