//! The addresses the server answers, one file an idea. Nothing here decides anything: routes
//! read a request, ask a service, and answer.

mod access;
mod body;
mod events;
pub mod fault;
mod guard;
mod headers;
mod health;
mod history;
mod join;
mod part;
mod pull;
mod push;
mod session;
mod setup;
mod snapshot;

use crate::shell;
use crate::state::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{any, delete, get, post};
use fault::Fault;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{NotForContentType, Predicate as _, SizeAbove};

/// The largest body of a request about accounts, in bytes: those who are not signed in may send it.
const ACCOUNT_MAX: usize = 16 * 1024;

/// All of them, with what holds everywhere: the checks of where a request comes from, security
/// headers, and an answer even where a handler panics.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/health", get(health::health))
        .route("/join/{token}", get(join::page).post(join::join))
        .fallback(shell::page_or_file);
    Router::new()
        .nest("/api", api(&app))
        .route("/api/", any(guard::nothing_here))
        .merge(pages)
        .method_not_allowed_fallback(async || Fault::Method)
        .layer(from_fn_with_state(app.clone(), guard::origin))
        .layer(CatchPanicLayer::custom(guard::panicked))
        .layer(from_fn_with_state(app.clone(), headers::secure))
        .with_state(app)
}

fn api(app: &App) -> Router<App> {
    let seen = from_fn(guard::protocol);
    // Streams of events are small lines that must not wait in a compressor; segments are packed.
    let worth_it = SizeAbove::new(512)
        .and(NotForContentType::SSE)
        .and(NotForContentType::const_new(snapshot::SEGMENT_TYPE));
    let compression = CompressionLayer::new().compress_when(worth_it);
    let account = Router::new()
        .route("/v1/session", get(session::who).post(session::sign_in).delete(session::sign_out))
        .route("/v1/setup", post(setup::set_up))
        .route("/v1/access", post(access::give))
        .route("/v1/access/{employee}", delete(access::take_away))
        .layer(DefaultBodyLimit::max(ACCOUNT_MAX));
    Router::new()
        .route("/v1/push", post(push::push).layer(DefaultBodyLimit::max(outrider_app::protocol::PUSH_MAX)))
        .route("/v1/pull", get(pull::pull))
        .route("/v1/snapshot", get(snapshot::snapshot))
        .route("/v1/segments/{name}", get(snapshot::segment))
        .route("/v1/history/{record}", get(history::history))
        .route("/v1/events", get(events::events))
        .merge(account)
        .fallback(any(guard::nothing_here))
        .layer(seen)
        .layer(compression)
        .layer(from_fn(headers::never_stored))
        .with_state(app.clone())
}
