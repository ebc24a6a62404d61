//! `GET /health`: is the server up, and which one is it?

use axum::Json;
use outrider_app::protocol::PROTOCOL;
use serde_json::{Value, json};

/// `{"status":"ok","version":"0.1.0","protocol":1}`.
pub async fn health() -> Json<Value> {
    Json(json!({ "status": "ok", "version": env!("CARGO_PKG_VERSION"), "protocol": PROTOCOL }))
}
