//! The store on SurrealDB: the only module that names it.
//!
//! One SurrealDB table for each of our tables; a row's id is the array of its key's parts and its
//! payload is bytes in the field `v`. SurrealDB orders such ids as we order keys: numbers before
//! texts, a shorter key before its extensions.

mod connect;
mod connection;
mod error;
mod keys;
mod migrations;
mod statements;
mod store;
#[cfg(test)]
mod tests;

pub use connect::{OpenError, url_of};
pub use store::SurrealStore;

/// The database the server runs on.
pub type Database = SurrealStore;
