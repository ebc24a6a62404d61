//! What stands around every page: the root that follows the app's phase, the rail and the bottom
//! bar, the sign of sync, banners, search from anywhere, and the keys.

mod banners;
mod bars;
mod creating;
mod focus;
mod frame;
mod install;
mod keys;
mod news;
mod palette;
mod places;
mod rail;
mod reminders;
mod root;
mod sign;
mod state;
mod title;

pub use install::{can_install, install};
pub use keys::KeysList;
pub use news::{News, read_all as news_read};
pub use palette::Search;
pub use root::Root;
pub use sign::{SyncSign, sync_words};
pub use state::{Shell, use_shell};
