//! How long to wait after a failure. Pure: the caller draws the jitter.

use outrider_app::id::Millis;

const FIRST: Millis = 1_000;
/// A server that is back is noticed within this, also where no event tells of it. A request costs
/// little; what would cost a server that returns is that all come at once.
const LONGEST: Millis = 10_000;

/// The wait after so many failures in a row: doubling from a second to ten, spread by
/// `jitter` (0 to 1) over half to all of it, so that devices do not return all at once.
pub fn wait(failures: u32, jitter: f64) -> Millis {
    let full = FIRST << failures.saturating_sub(1).min(10);
    let full = full.min(LONGEST);
    full / 2 + (full as f64 / 2.0 * jitter.clamp(0.0, 1.0)) as Millis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_doubles_up_to_ten_seconds_and_is_spread() {
        assert_eq!(wait(1, 1.0), 1_000);
        assert_eq!(wait(3, 1.0), 4_000);
        assert_eq!(wait(3, 0.0), 2_000);
        assert_eq!(wait(u32::MAX, 1.0), LONGEST);
    }
}
