//! The wall clock, which may jump, and the monotonic one, which does not.

use outrider_app::id::Millis;

/// Milliseconds since 1970, by the device.
pub fn now() -> Millis {
    js_sys::Date::now() as Millis
}

/// Milliseconds since the page began.
pub fn mono() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or_else(js_sys::Date::now, |clock| clock.now())
}

/// More than this between two looks, and the wall clock was set. Where a browser's monotonic clock
/// stops while the machine sleeps, waking counts as a jump too: the arrival time then counts for
/// what was written before, which harms nobody.
const JUMP: f64 = 5_000.0;

/// Wall and monotonic clock as they were last compared.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    apart: Option<f64>,
}

impl Watch {
    /// True where the wall clock was moved since the last look.
    pub fn jumped(&mut self, wall: Millis, mono: f64) -> bool {
        let apart = wall as f64 - mono;
        let before = self.apart.replace(apart);
        before.is_some_and(|before| (apart - before).abs() > JUMP)
    }

    /// [`Watch::jumped`], now.
    pub fn look(&mut self) -> bool {
        self.jumped(now(), mono())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_is_set_is_noticed_once() {
        let mut watch = Watch::default();
        assert!(!watch.jumped(1_000_000, 0.0));
        assert!(!watch.jumped(1_060_500, 60_000.0));
        assert!(watch.jumped(99_000_000, 61_000.0));
        assert!(!watch.jumped(99_001_000, 62_000.0));
    }
}
