//! The server's clock and its randomness: what pure functions take as arguments.

use outrider_app::id::Millis;
use std::time::{SystemTime, UNIX_EPOCH};

/// A day, in milliseconds.
pub const DAY: Millis = 24 * 60 * 60 * 1000;

/// Milliseconds since 1970 UTC.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX)
}

/// Random bytes from the operating system's source.
pub fn random<const N: usize>() -> [u8; N] {
    use rand::RngCore as _;
    let mut bytes = [0; N];
    rand::rng().fill_bytes(&mut bytes);
    bytes
}
