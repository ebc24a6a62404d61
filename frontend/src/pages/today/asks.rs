//! What the day's sections ask of the book.

use crate::state::App;
use crate::ui::value::start_of_day;
use jiff::civil::Date;
use outrider_app::book::{Direction, Query, Test};
use outrider_app::calendar::{anniversary, days_after};
use outrider_app::id::RecordId;
use outrider_app::value::Value;

/// Days ahead that the visits' plan looks.
const AHEAD: i8 = 7;
/// Lines of a section at most.
pub const LINES: usize = 100;
/// Leads of so many days are new; so many at most.
const LATELY: i32 = 14;
const LEADS: usize = 8;
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

/// Own leads that came in lately, the latest first.
pub fn leads(app: App) -> Vec<RecordId> {
    let since = start_of_day(days_after(app.today(), -LATELY));
    let of = |entity: &str| {
        let query = mine(app, entity)
            .filter("lifecycle", Test::Is(Value::text("lead")))
            .filter("created_at", Test::After(Value::Time(since)))
            .sort("created_at", Direction::Desc)
            .limit(LEADS);
        app.list(&query).as_ref().clone()
    };
    let mut found = [of("contact"), of("company")].concat();
    let made = |id: &RecordId| app.record(*id).and_then(|record| record.get::<i64>("created_at"));
    found.sort_by_cached_key(|id| std::cmp::Reverse(made(id)));
    found.truncate(LEADS);
    found
}

/// Own contacts whose birthday is today or in the days to come, the next first.
pub fn birthdays(app: App) -> Vec<RecordId> {
    let (from, to) = (app.today(), days_on(app.today(), AHEAD));
    let query = mine(app, "contact").filter("birthday", Test::Anniversary(from, to)).limit(LINES);
    let mut found = app.list(&query).as_ref().clone();
    found.sort_by_cached_key(|id| next_birthday(app, *id));
    found
}

/// The day of a contact's next birthday, and the age they reach.
pub fn next_birthday(app: App, id: RecordId) -> Option<(Date, i16)> {
    let born: Date = app.record(id)?.get("birthday")?;
    let day = anniversary(born, app.today(), days_on(app.today(), AHEAD))?;
    Some((day, day.year() - born.year()))
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
