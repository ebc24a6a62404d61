//! Files into records, entirely on the device: `read` turns bytes into sheets, [`mapping`] says
//! what their columns mean, [`plan`] what would be created and changed and what is doubtful. Nothing
//! is written here: the sync layer turns the plan's drafts into units.
//!
//! All of it follows the registry; what it knows beyond that are words, in `hints`.

pub mod cell;
mod hints;
pub mod lookup;
pub mod mapping;
pub mod plan;
pub mod read;
pub mod similar;

pub use lookup::{Book, Lookup};
pub use mapping::{ColumnMap, Correction, Guesser, Issue, Mapping, Target, Usual, remembered};
pub use plan::{Decision, Doubt, Draft, Emit, Options, Plan, Planner, Progress, Why};
pub use read::{Here, ReadError, ReadOptions, Sheet, read, read_all};
