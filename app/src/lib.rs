//! Outrider's shared domain: entities, fields, changes, merge, permissions and the protocol.
//!
//! Pure: no I/O, no clock, no randomness, no async runtime. Time, ids and randomness are arguments,
//! so the same functions run on the server, on the device and in the simulation.

pub mod book;
pub mod calendar;
pub mod change;
pub mod demo;
pub mod device;
pub mod digest;
pub mod duplicates;
pub mod entities;
pub mod export;
pub mod id;
pub mod import;
pub mod mention;
pub mod pack;
pub mod passages;
pub mod protocol;
pub mod record;
pub mod registry;
pub mod since;
pub mod store;
pub mod sync;
mod tagged;
pub mod value;
pub mod when;
pub mod words;
