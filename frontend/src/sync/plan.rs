//! What the leader does next. Pure, so that the order of things is one table.

use outrider_app::id::{Millis, Seq};
use outrider_app::protocol::Cursor;

/// How often the server is asked where its event stream does not work.
pub const POLL: Millis = 30_000;
/// How often it is asked all the same.
pub const POLL_ANYWAY: Millis = 300_000;
/// Rows beside the chunks from which on they are rewritten.
const FOLD_ROWS: usize = 5_000;
/// What a row beside the chunks weighs. One that says that its record left is reason enough to
/// fold: what the record held still stands in a chunk.
pub fn weight(left: bool) -> usize {
    if left { FOLD_ROWS + 1 } else { 1 }
}

/// Nothing happened for this long: there is time to fold.
const IDLE: Millis = 3_000;

/// What the leader sees.
#[derive(Clone, Copy, Debug)]
pub struct Situation {
    pub now: Millis,
    /// Before this nothing is asked of the server.
    pub wait_until: Millis,
    /// `None`: nothing was synced yet.
    pub cursor: Option<Cursor>,
    /// The base cannot be read, or is of another past: begin again from a snapshot.
    pub damaged: bool,
    pub unsent: bool,
    /// Before this nothing is sent: the server answers, and fails at what is sent.
    pub push_after: Millis,
    /// Where the order stands, as far as is known.
    pub head: Seq,
    /// When the server was last asked.
    pub asked: Millis,
    /// The event stream is open.
    pub live: bool,
    /// The last request was not answered well: it is due again as soon as the wait is over.
    pub failed: bool,
    /// When something last happened here.
    pub busy: Millis,
    /// The weight of the rows beside the chunks.
    pub to_fold: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Todo {
    /// Fetch the whole permitted file.
    First,
    Push,
    Pull,
    Fold,
    Wait,
}

/// Own work goes out before anything comes in, but for the file without which nothing can; what
/// cannot go out keeps nothing from coming in.
pub fn next(at: &Situation) -> Todo {
    let idle = at.now - at.busy >= IDLE;
    let fold = at.to_fold > FOLD_ROWS && idle && at.cursor.is_some() && !at.damaged;
    if at.now < at.wait_until {
        return if fold { Todo::Fold } else { Todo::Wait };
    }
    let Some(cursor) = at.cursor.filter(|_| !at.damaged) else { return Todo::First };
    let poll = if at.live { POLL_ANYWAY } else { POLL };
    if at.unsent && at.now >= at.push_after {
        Todo::Push
    } else if at.failed || at.head > cursor.seq || at.now - at.asked >= poll {
        Todo::Pull
    } else if fold {
        Todo::Fold
    } else {
        Todo::Wait
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calm() -> Situation {
        Situation {
            now: 100_000,
            wait_until: 0,
            cursor: Some(Cursor { seq: 7, scope: 1, mark: 0 }),
            damaged: false,
            unsent: false,
            push_after: 0,
            head: 7,
            asked: 99_000,
            live: true,
            failed: false,
            busy: 0,
            to_fold: 0,
        }
    }

    #[test]
    fn each_situation_has_its_act() {
        let cases = [
            (calm(), Todo::Wait),
            (Situation { head: 8, ..calm() }, Todo::Pull),
            (Situation { head: 8, unsent: true, ..calm() }, Todo::Push),
            (Situation { head: 8, unsent: true, wait_until: 100_001, ..calm() }, Todo::Wait),
            (Situation { unsent: true, push_after: 100_001, ..calm() }, Todo::Wait),
            (Situation { head: 8, unsent: true, push_after: 100_001, ..calm() }, Todo::Pull),
            (Situation { cursor: None, unsent: true, ..calm() }, Todo::First),
            (Situation { damaged: true, ..calm() }, Todo::First),
            (Situation { live: false, asked: 70_000, ..calm() }, Todo::Pull),
            (Situation { live: true, asked: 70_000, ..calm() }, Todo::Wait),
            (Situation { failed: true, ..calm() }, Todo::Pull),
            (Situation { failed: true, wait_until: 100_001, ..calm() }, Todo::Wait),
            (Situation { to_fold: 5_001, ..calm() }, Todo::Fold),
            (Situation { to_fold: weight(false), ..calm() }, Todo::Wait),
            (Situation { to_fold: weight(true), ..calm() }, Todo::Fold),
            (Situation { to_fold: 5_001, busy: 99_000, ..calm() }, Todo::Wait),
            (Situation { to_fold: 5_001, wait_until: 100_001, ..calm() }, Todo::Fold),
        ];
        for (at, todo) in cases {
            assert_eq!(next(&at), todo, "{at:?}");
        }
    }
}
