//! The server's half of sync, as pure functions over a [`View`](crate::store::view::View):
//! taking pushes into the order ([`accept()`]), deciding what stands (`judge`, `merge`), who sees
//! what ([`scope`]), answering pulls ([`page()`]) and first syncs ([`Seal`]).

mod accept;
mod fields;
mod judge;
mod merge;
mod page;
mod past;
mod purge;
mod rows;
pub mod scope;
mod seal;
mod sight;

pub use accept::{Submission, accept};
pub use merge::{Side, weave};
pub use page::{PullError, page};
pub use purge::{AT_ONCE as PURGE_AT_ONCE, purge};
pub use rows::{
    LogRow, SEQ_KEY, ScopeRow, decode_record, head, history, load_record, logged, place, scope_of,
};
pub use scope::{Place, Reach, Role, Scope};
pub use seal::{Cut, Followed, Part, Seal, follow, serves, stands};
