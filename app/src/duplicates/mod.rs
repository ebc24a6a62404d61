//! Records that are likely one and the same: found over the whole book ([`Search`]) and for one record
//! or one that is being typed ([`like()`]), each pair with its reasons and how sure it is; and what
//! merging a pair changes ([`Merge`]).
//!
//! All of it follows the registry: an entity that says [`doubles`](crate::registry::EntityDef) is
//! compared by what names it, its e-mails, phones and links, where it is, what it belongs to and its
//! dates. A pair that a person said is none is kept in the set field `distinct_from` of one of both, so
//! that it syncs like everything else; redirects are followed in it.

mod compare;
mod facts;
mod like;
mod merge;
mod normal;
mod search;
#[cfg(test)]
mod tests;

pub use compare::{LIKELY, Likeness, SURE, Why};
pub use like::{Like, are_apart, like};
pub use merge::{Choice, Merge, Part, left_behind, not_the_same};
pub use search::{Pair, Search};
