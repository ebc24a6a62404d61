//! The wall clock, which may jump, the monotonic one, which may stand still while the machine sleeps,
//! and the server's, by which the two are told apart.

use outrider_app::id::Millis;
use std::cell::Cell;

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

thread_local! {
    static AHEAD: Cell<Option<f64>> = const { Cell::new(None) };
}

/// Notes what the server's clock says, of an answer that has just come.
pub fn hear_server(date: &str) {
    let server = js_sys::Date::parse(date);
    if server.is_finite() {
        AHEAD.set(Some(server - js_sys::Date::now()));
    }
}

/// How far the server's clock is ahead of this device's, as it last answered.
pub fn server_ahead() -> Option<f64> {
    AHEAD.get()
}

/// More than this between two looks, and the wall clock went its own way. The server tells its time
/// to the second.
const JUMP: f64 = 5_000.0;

/// What the wall clock did since the last look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drift {
    None,
    /// It was set.
    Set,
    /// It went on while the monotonic one stood: the machine slept, or it was set forward. Only the
    /// server's clock tells: ask it, then [`Watch::was_set`].
    Unclear,
}

/// Wall and monotonic clock as they were last compared, and the server's.
#[derive(Clone, Copy, Debug, Default)]
pub struct Watch {
    apart: Option<f64>,
    ahead: Option<f64>,
    unclear: bool,
}

impl Watch {
    /// Goes on where an earlier page ended, which heard the server's clock so far ahead: what was
    /// done to this device's meanwhile, nobody saw.
    pub fn resumed(ahead: Option<f64>) -> Self {
        Self { apart: None, ahead, unclear: ahead.is_some() }
    }

    /// Compares this device's two clocks; `ahead` is how far the server's was ahead when last heard.
    pub fn compare(&mut self, wall: Millis, mono: f64, ahead: Option<f64>) -> Drift {
        let apart = wall as f64 - mono;
        let drift = apart - self.apart.replace(apart).unwrap_or(apart);
        if drift < -JUMP {
            (self.ahead, self.unclear) = (None, false);
            return Drift::Set;
        }
        if drift > JUMP {
            self.unclear = true;
            return Drift::Unclear;
        }
        if !self.unclear {
            self.ahead = ahead;
        }
        Drift::None
    }

    /// Was what was unclear a clock that was set? Asked once, after the server was heard anew. Where
    /// it was not heard before either, it was sleep: machines sleep every day.
    pub fn was_set(&mut self, ahead: Option<f64>) -> bool {
        let before = std::mem::replace(&mut self.ahead, ahead);
        let moved = before.zip(ahead).is_some_and(|(before, ahead)| (ahead - before).abs() > JUMP);
        std::mem::take(&mut self.unclear) && moved
    }

    /// [`Watch::compare`], now.
    pub fn look(&mut self) -> Drift {
        self.compare(now(), mono(), server_ahead())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: Millis = 24 * 3_600_000;

    /// A minute by both clocks, the server half a second ahead.
    fn awake() -> Watch {
        let mut watch = Watch::default();
        assert_eq!(watch.compare(1_000_000, 0.0, Some(500.0)), Drift::None);
        assert_eq!(watch.compare(1_060_500, 60_000.0, Some(500.0)), Drift::None);
        watch
    }

    #[test]
    fn a_clock_that_is_set_back_is_noticed_once() {
        let mut watch = awake();
        assert_eq!(watch.compare(1_000, 61_000.0, Some(500.0)), Drift::Set);
        assert_eq!(watch.compare(2_000, 62_000.0, Some(500.0)), Drift::None);
    }

    #[test]
    fn two_days_of_sleep_are_no_jump() {
        let mut watch = awake();
        assert_eq!(watch.compare(1_061_500 + 2 * DAY, 61_000.0, Some(500.0)), Drift::Unclear);
        assert!(!watch.was_set(Some(-200.0)));
        assert_eq!(watch.compare(1_062_500 + 2 * DAY, 62_000.0, Some(-200.0)), Drift::None);
    }

    #[test]
    fn a_clock_that_was_set_while_no_page_was_open_is_noticed_once_the_server_is_heard() {
        let mut watch = Watch::resumed(Some(5.0 * DAY as f64));
        assert_eq!(watch.compare(1_000_000, 0.0, Some(0.0)), Drift::None);
        assert!(watch.was_set(Some(0.0)));
        assert!(!watch.was_set(Some(0.0)));
        assert!(!Watch::resumed(Some(400.0)).was_set(Some(-300.0)));
        assert!(!Watch::resumed(None).was_set(Some(9.0 * DAY as f64)));
    }

    #[test]
    fn a_clock_that_is_set_forward_is_noticed_once_the_server_is_heard() {
        let mut watch = awake();
        assert_eq!(watch.compare(1_061_500 + DAY, 61_000.0, Some(500.0)), Drift::Unclear);
        // Looked at again before any answer.
        assert_eq!(watch.compare(1_062_500 + DAY, 62_000.0, Some(500.0)), Drift::None);
        assert!(watch.was_set(Some(500.0 - DAY as f64)));
        assert!(!watch.was_set(Some(500.0 - DAY as f64)));
    }
}
