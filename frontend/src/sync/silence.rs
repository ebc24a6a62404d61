//! When a tab takes the lead from one that holds it and says nothing. Pure.

use outrider_app::id::Millis;

/// How often the leader says that it works.
pub const BEAT: Millis = 1_000;
/// A tab that someone looks at waits this long.
const SEEN: Millis = 5_000;
/// Browsers let hidden tabs wake once a minute only: among themselves they are patient.
const HIDDEN: Millis = 150_000;
/// A leader's loop that did not move for this long is taken for hung, and says nothing more.
const STUCK: Millis = 45_000;

/// Should a tab that heard nothing for `silence` take the lead by force?
pub fn takes_over(silence: Millis, visible: bool) -> bool {
    silence >= if visible { SEEN } else { HIDDEN }
}

/// Does a leader whose loop last moved `since` ago still say that it works?
pub fn beats(since: Millis) -> bool {
    since < STUCK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tab_that_is_seen_takes_over_soon_and_a_hidden_one_is_patient() {
        assert!(!takes_over(4_999, true));
        assert!(takes_over(5_000, true));
        assert!(!takes_over(61_000, false));
        assert!(takes_over(150_000, false));
        assert!(beats(44_999) && !beats(45_000));
    }
}
