//! The app as the screens see it: one handle, [`App`], that reads at once from memory and acts
//! durably on the device. Nothing here waits for the network but what says so (accounts, the
//! server's part of a history).
//!
//! Every reading function tracks: inside a Leptos effect, memo or view it runs again when what is
//! shown may have changed.

mod account;
mod act;
mod core;
mod drafts;
mod duplicates;
mod error;
mod history;
mod index;
mod read;
mod rights;
mod start;
mod syncing;
mod who;

pub use crate::sync::{Progress, Trouble};
pub use account::{FirstPipeline, FirstStage, SetUp, Unsent};
pub use act::{Saved, Undoable};
pub use drafts::Unfinished;
pub use error::{AccountError, SaveError};
pub use start::provide_app;
pub use syncing::{Mark, StorageState, SyncState};
pub use who::{Me, Phase, Why};

use self::core::Core;
use leptos::prelude::use_context;
use outrider_app::id::Millis;

/// The handle. Cheap to copy into any closure; all copies are the same app.
#[derive(Clone, Copy, Debug)]
pub struct App(());

/// The app of this page: what [`provide_app`] gave the context.
pub fn use_app() -> App {
    use_context::<App>().unwrap_or(App(()))
}

/// The device's wall clock.
fn now() -> Millis {
    crate::platform::clock::now()
}

impl App {
    /// The device's wall clock.
    pub fn now(self) -> Millis {
        now()
    }

    /// The day it is where the device is.
    pub fn today(self) -> jiff::civil::Date {
        let date = js_sys::Date::new_0();
        let (month, day) = (date.get_month() + 1, date.get_date());
        jiff::civil::Date::new(date.get_full_year() as i16, month as i8, day as i8).unwrap_or_default()
    }
}
