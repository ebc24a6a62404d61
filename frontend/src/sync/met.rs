//! When the server was last met, by this device's clock and by the server's.
//!
//! A clock that was wrong then, or was set since, must lock nobody out of their own device: of the
//! two the shorter time counts.

use super::replica::{met_key, met_there_key};
use crate::platform::clock;
use outrider_app::id::Millis;
use outrider_app::store::{Batch, Table};

/// 0 for never.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Met {
    /// By this device's clock.
    pub here: Millis,
    /// By the server's.
    pub there: Millis,
}

impl Met {
    /// An answer of the server has just come.
    pub fn now() -> Self {
        let here = clock::now();
        Self { here, there: here + clock::server_ahead().unwrap_or_default() as Millis }
    }

    /// How far the server's clock was ahead of this device's; `None` where nobody heard.
    pub fn ahead(self) -> Option<f64> {
        (self.there > 0).then(|| (self.there - self.here) as f64)
    }

    /// How long ago that was, as far as anybody knows. A clock by which it is yet to come was set back.
    pub fn ago(self, now: Millis) -> Millis {
        [self.here, self.there]
            .into_iter()
            .map(|met| now - met)
            .filter(|ago| *ago >= 0)
            .min()
            .unwrap_or_default()
    }

    /// Notes it in a batch.
    pub fn note(self, batch: &mut Batch) {
        for (key, at) in [(met_key(), self.here), (met_there_key(), self.there)] {
            batch.put(Table::Meta, key, at.to_string().into_bytes());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: Millis = 365 * 24 * 3_600_000;

    #[test]
    fn a_clock_that_was_wrong_and_was_set_right_makes_no_absence() {
        let behind = Met { here: 10 * YEAR, there: 15 * YEAR };
        assert_eq!(behind.ago(15 * YEAR + 7), 7);
        let ahead = Met { here: 17 * YEAR, there: 15 * YEAR };
        assert_eq!(ahead.ago(17 * YEAR + 7), 7);
        assert_eq!(ahead.ago(15 * YEAR + 9), 9);
        assert_eq!(ahead.ago(YEAR), 0);
    }

    #[test]
    fn a_device_that_was_away_was_away() {
        let met = Met { here: 15 * YEAR, there: 15 * YEAR - 400 };
        assert_eq!(met.ago(16 * YEAR), YEAR);
        let of_an_older_app = Met { here: 15 * YEAR, there: 0 };
        assert_eq!(of_an_older_app.ago(16 * YEAR), YEAR);
    }
}
