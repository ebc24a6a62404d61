//! What the day's sections ask of the book.

use crate::state::App;
use crate::ui::value::start_of_day;
use jiff::civil::Date;
use outrider_app::book::{Direction, Query, Test};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// Days ahead that the visits' plan looks.
const AHEAD: i8 = 7;
/// Lines of a section at most.
pub const LINES: usize = 100;
/// Deals that nobody moves, at most.
const STUCK: usize = 8;

fn me(app: App) -> RecordId {
    app.me().map(|me| me.user).unwrap_or_default()
}

fn mine(app: App, entity: &str) -> Query {
    Query::all(entity).filter("owner", Test::Is(Value::Ref(me(app))))
}

pub fn days_on(day: Date, days: i8) -> Date {
    let mut day = day;
    for _ in 0..days {
        day = day.tomorrow().unwrap_or(day);
    }
    day
}

/// Own tasks that are due today or were before, not done.
pub fn due(app: App) -> Query {
    let tomorrow = days_on(app.today(), 1);
    mine(app, "task")
        .filter("done", Test::Is(Value::Bool(false)))
        .filter("due_on", Test::Before(Value::Date(tomorrow)))
        .sort("due_on", Direction::Asc)
        .limit(LINES)
}

/// Own calls, visits and meetings planned for today, in order of time.
pub fn planned(app: App) -> Query {
    between(app, app.today(), days_on(app.today(), 1))
}

/// Own visits of the days to come, today among them.
pub fn visits(app: App) -> Query {
    between(app, app.today(), days_on(app.today(), AHEAD)).filter("kind", Test::Is(Value::text("visit")))
}

/// Planned, from the first day on and before the second.
fn between(app: App, from: Date, to: Date) -> Query {
    let (from, to) = (start_of_day(from), start_of_day(to) - 1);
    mine(app, "activity")
        .filter("done", Test::Is(Value::Bool(false)))
        .filter("starts_at", Test::Between(Value::Time(from), Value::Time(to)))
        .sort("starts_at", Direction::Asc)
        .limit(LINES)
}

/// Own open deals that say no next step, the next to close first.
pub fn stuck(app: App) -> Query {
    let stages = app.list(&Query::all("stage"));
    let open =
        stages.iter().filter(|id| app.record(**id).is_some_and(|stage| is_open(stage.text("outcome"))));
    mine(app, "deal")
        .filter("next_step", Test::Empty)
        .filter("stage", Test::HasAny(open.map(ToString::to_string).collect()))
        .sort("expected_close", Direction::Asc)
        .limit(STUCK)
}

fn is_open(outcome: &str) -> bool {
    outcome.is_empty() || outcome == "open"
}
