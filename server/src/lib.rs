//! Outrider's server: sign-in, sync and public pages over one ordered log.
//!
//! `routes -> services (engine, auth, segments) -> a store`; only [`storage`] names SurrealDB.

#![recursion_limit = "256"]

pub mod auth;
pub mod cli;
pub mod clock;
pub mod demo;
pub mod engine;
pub mod jobs;
pub mod routes;
pub mod segments;
pub mod server;
pub mod settings;
pub mod shell;
pub mod site;
pub mod state;
pub mod storage;
pub mod words;
mod work;
