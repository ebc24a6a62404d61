//! The pages, one a folder.

pub mod board;
pub mod calendar;
pub mod duplicates;
pub mod import;
pub mod list;
pub mod news;
pub mod record;
pub mod search;
pub mod settings;
pub mod sign_in;
pub mod sync;
pub mod team;
pub mod today;
