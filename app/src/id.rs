//! Identities. A record's id is unique across entities and never reused; a client's id is born and
//! dies with the database it numbers its changes in.

use serde::{Deserialize, Serialize};
use std::fmt;
use uuid::Uuid;

macro_rules! uuid_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The id whose sixteen bytes these are.
            pub const fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(Uuid::from_bytes(bytes))
            }

            /// A random (version 4) id made of sixteen bytes the caller drew.
            pub const fn random(bytes: [u8; 16]) -> Self {
                Self(uuid::Builder::from_random_bytes(bytes).into_uuid())
            }

            /// Reads the hyphenated form; `None` where it is not one.
            pub fn parse(text: &str) -> Option<Self> {
                Uuid::try_parse(text).ok().map(Self)
            }

            /// True for the all-zero id, which names nothing.
            pub fn is_nil(&self) -> bool {
                self.0.is_nil()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

uuid_id! {
    /// Names one record of any entity. A person who signs in is named by their employee record.
    RecordId
}
uuid_id! {
    /// Names one device database.
    ClientId
}
uuid_id! {
    /// Names one unit of work.
    UnitId
}

/// The namespace of ids derived from what a record is about.
const DERIVED: Uuid = Uuid::from_bytes(*b"outrider.derived");

impl RecordId {
    /// The id every device gives to the same made-once record: UUIDv5 of the parts, in order.
    /// Used for imported rows (`entity, source, external key`) and generated work (`rule, record, term`).
    pub fn derived(parts: &[&str]) -> Self {
        Self(Uuid::new_v5(&DERIVED, parts.join("\u{1f}").as_bytes()))
    }
}

/// A place in the workspace's one dense order of accepted items; 0 stands before the first.
pub type Seq = u64;

/// Beyond every place in the order: the greatest number that JSON and keys hold exactly.
pub const SEQ_END: Seq = u64::MAX >> 11;

/// Milliseconds since 1970-01-01 UTC.
pub type Millis = i64;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_ids_are_equal_for_equal_parts_only() {
        let a = RecordId::derived(&["company", "crm", "17"]);
        assert_eq!(a, RecordId::derived(&["company", "crm", "17"]));
        assert_ne!(a, RecordId::derived(&["company", "crm1", "7"]));
    }
}
