//! Before the app: signing in, the first admin, the first sync, and a device that is locked.

mod again;
mod first_sync;
mod form;
mod locked;
mod page;
mod set_up;
mod sheet;

pub use again::SignInAgain;
pub use first_sync::FirstSync;
pub use form::account_words;
pub use locked::Locked;
pub use page::SignInPage;
pub use set_up::SetUpPage;
