//! Everything from one line: records as one types, places to go, things to do. A dialog on any
//! page (Ctrl/Cmd-K), and the search page.

mod acts;
mod dialog;
mod hit;
mod search;

pub use dialog::Palette;
pub use search::Search;
