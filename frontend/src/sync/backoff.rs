//! How long to wait after a failure. Pure: the caller draws the jitter.

use outrider_app::id::Millis;

const FIRST: Millis = 1_000;
/// The longest wait where the server answered, and could do no better.
pub const BUSY: Millis = 60_000;
/// The longest wait where nothing answered: a server that is back is noticed within this, also
/// where no event tells of it, and a request that reaches nobody costs nobody.
pub const SILENT: Millis = 10_000;

/// The wait after so many failures in a row: doubling from a second to `longest`, spread by
/// `jitter` (0 to 1) over half to all of it, so that devices do not return all at once.
pub fn wait(failures: u32, longest: Millis, jitter: f64) -> Millis {
    let full = FIRST << failures.saturating_sub(1).min(10);
    let full = full.min(longest);
    full / 2 + (full as f64 / 2.0 * jitter.clamp(0.0, 1.0)) as Millis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_the_longest_and_is_spread() {
        assert_eq!(wait(1, BUSY, 1.0), 1_000);
        assert_eq!(wait(3, BUSY, 1.0), 4_000);
        assert_eq!(wait(3, BUSY, 0.0), 2_000);
        assert_eq!(wait(u32::MAX, BUSY, 1.0), BUSY);
        assert_eq!(wait(u32::MAX, SILENT, 0.0), SILENT / 2);
    }
}
