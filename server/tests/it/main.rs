//! The server from outside: a real server on a port of its own, asked over HTTP.

#![allow(clippy::unwrap_used)]

mod hostile;
mod http;
mod pages;
mod process;
mod refusals;
mod sessions;
mod site;
mod sync;
mod world;
