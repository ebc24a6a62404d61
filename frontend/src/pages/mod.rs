//! The pages, one a folder.

pub mod board;
pub mod duplicates;
pub mod import;
pub mod list;
pub mod record;
pub mod search;
pub mod settings;
pub mod sign_in;
pub mod sync;
pub mod team;
pub mod today;
