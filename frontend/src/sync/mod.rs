//! The sync client: what this tab holds of the database it shares with the others ([`Replica`]),
//! and the loop of the one tab that leads: it pushes, pulls, and folds.
//!
//! Any tab writes the person's own work by itself ([`Replica::act`]). One leads by a Web Lock and
//! an epoch in the store; the epoch stands in each of its commits, so that a leader that was
//! replaced while it hung can do no harm. Knows nothing of screens: it tells an [`Ear`].

mod absorb;
pub mod api;
mod backoff;
mod bell;
mod commit;
pub mod debug;
mod drafts;
mod elect;
mod first;
mod fold;
mod lead;
mod load;
mod look;
mod met;
mod plan;
mod push;
pub mod remembered;
mod reopen;
mod replica;
mod silence;
mod status;
mod stumble;
pub mod tabs;
mod vain;
mod wipe;
mod word;

pub use commit::{CommitError, Hand};
pub use load::LoadError;
pub use replica::{Ear, Replica, Told};
pub use status::{Progress, Status, Trouble};
pub use wipe::LeaveError;
