//! A row's bytes, shared, with what they were read as.

use std::any::Any;
use std::ops::Deref;
use std::sync::{Arc, OnceLock};

/// A row's bytes. Clones share them, and what they decode to: a row is decoded once however often
/// it is asked for.
#[derive(Clone, Default)]
pub struct Bytes(Arc<Inner>);

#[derive(Default)]
struct Inner {
    bytes: Box<[u8]>,
    decoded: OnceLock<Arc<dyn Any + Send + Sync>>,
}

impl Bytes {
    /// The bytes as a `T`; `None` where `decode` cannot read them.
    pub fn decoded<T: Any + Send + Sync>(&self, decode: impl FnOnce(&[u8]) -> Option<T>) -> Option<Arc<T>> {
        let known = self.0.decoded.get().and_then(|known| known.clone().downcast::<T>().ok());
        known.or_else(|| {
            let row = Arc::new(decode(self)?);
            // Read as two types it keeps the first.
            let _ = self.0.decoded.set(row.clone());
            Some(row)
        })
    }
}

impl Deref for Bytes {
    type Target = [u8];
    fn deref(&self) -> &[u8] {
        &self.0.bytes
    }
}

impl<T: Into<Box<[u8]>>> From<T> for Bytes {
    fn from(bytes: T) -> Self {
        Self(Arc::new(Inner { bytes: bytes.into(), decoded: OnceLock::new() }))
    }
}

impl PartialEq for Bytes {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl std::fmt::Debug for Bytes {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.len())
    }
}
