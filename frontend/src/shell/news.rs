//! What asks for the person, in one number: refused work, values that gave way, what was given to them,
//! where they were mentioned, and what is due. The bell and the installed app's icon show it.

use crate::platform::{notify, settings};
use crate::state::{App, Me, use_app};
use leptos::prelude::*;
use outrider_app::book::{Direction, Filter, Query, Span, TOUCHED, Test};
use outrider_app::calendar::{dated, days_after};
use outrider_app::id::{RecordId, Seq};
use outrider_app::mention;
use outrider_app::record::Record;
use outrider_app::registry::{FieldDef, Kind, fold};
use outrider_app::value::Value;
use std::time::Duration;

/// Changes within this long are looked through as one.
const REST: Duration = Duration::from_millis(400);
/// Of each entity so many of the latest records are looked through.
const LATEST: usize = 200;
const ENTITIES: [&str; 5] = ["task", "activity", "deal", "company", "contact"];

/// What is new for the person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct News {
    /// Items that wait in the tray, and values that gave way.
    pub refused: usize,
    pub gave_way: usize,
    /// Made theirs by someone else since they last looked, the latest first.
    pub assigned: Vec<RecordId>,
    /// Where they are mentioned, likewise.
    pub mentioned: Vec<RecordId>,
    /// Own tasks of today and before that are not done.
    pub due: Vec<RecordId>,
}

impl News {
    pub fn count(&self) -> usize {
        self.refused + self.gave_way + self.assigned.len() + self.mentioned.len() + self.due.len()
    }
}

/// Keeps the news current while it is mounted, and the number on the app's icon with it.
pub fn follow(news: RwSignal<News>) {
    let app = use_app();
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        app.head();
        if waiting.get_value().is_none() {
            let look = move || {
                waiting.set_value(None);
                let now = untrack(|| gather(app));
                if news.try_with_untracked(|before| *before != now) == Some(true) {
                    notify::badge(now.count());
                    news.set(now);
                }
            };
            waiting.set_value(set_timeout_with_handle(look, REST).ok());
        }
    });
    on_cleanup(move || {
        waiting.try_update_value(Option::take).flatten().into_iter().for_each(|timer| timer.clear())
    });
}

/// All that was assigned and mentioned so far has been looked at, on this device.
pub fn read_all(app: App, news: RwSignal<News>) {
    if let Some(me) = untrack(|| app.me()) {
        settings::set(&seen_key(me.user), &app.head().to_string());
    }
    let now = untrack(|| gather(app));
    notify::badge(now.count());
    news.set(now);
}

fn seen_key(user: RecordId) -> String {
    format!("outrider.news.{user}")
}

fn gather(app: App) -> News {
    let Some(me) = app.me() else { return News::default() };
    let key = seen_key(me.user);
    // What was there before this device first looked is no news.
    let seen: Seq = settings::get(&key).and_then(|seen| seen.parse().ok()).unwrap_or_else(|| {
        let head = app.head();
        settings::set(&key, &head.to_string());
        head
    });
    let latest: Vec<Record> = ENTITIES
        .iter()
        .flat_map(|entity| {
            app.list(&Query::all(*entity).sort(TOUCHED, Direction::Desc).limit(LATEST)).as_ref().clone()
        })
        .filter_map(|id| app.record(id))
        .filter(|record| record.seq > seen && record.by != me.user)
        .collect();
    let ids = |test: &dyn Fn(&Record) -> bool| {
        let mut found: Vec<&Record> = latest.iter().filter(|record| test(record)).collect();
        found.sort_by_key(|record| std::cmp::Reverse(record.seq));
        found.into_iter().map(|record| record.id).collect()
    };
    let assigned = |record: &Record| {
        record.reference("owner") == Some(me.user)
            && record.version("owner") > seen
            && !made_by(record, me.user)
    };
    let names = called(&me);
    News {
        refused: app.tray().len(),
        gave_way: app.notices().into_iter().filter(|(_, notice)| !notice.read).count(),
        assigned: ids(&assigned),
        mentioned: ids(&|record| mentions(app, record, seen, &names)),
        due: due(app, me.user),
    }
}

/// It is theirs because they made it.
fn made_by(record: &Record, user: RecordId) -> bool {
    record.reference("created_by") == Some(user) && record.version("owner") <= record.version("created_at")
}

/// How a person is called in a text: by their whole name, or the first of it.
fn called(me: &Me) -> Vec<(RecordId, String)> {
    let whole = fold(&me.name);
    let first = whole.split(' ').next().unwrap_or_default().to_owned();
    [whole, first].into_iter().filter(|name| !name.is_empty()).map(|name| (me.user, name)).collect()
}

/// Does something written since name them: chosen while it was written, or by an @ in a text?
fn mentions(app: App, record: &Record, seen: Seq, names: &[(RecordId, String)]) -> bool {
    let Some(def) = app.registry().entity(&record.entity) else { return false };
    let new = |field: &&FieldDef| record.version(&field.id) > seen;
    def.fields.iter().filter(new).any(|field| match (&field.kind, record.value(&field.id)) {
        (_, Value::Set(ids)) if field.id == mention::FIELD => {
            names.iter().any(|(me, _)| ids.contains(&me.to_string()))
        }
        (Kind::Text | Kind::LongText, Value::Text(text)) => names_in(text, names),
        _ => false,
    })
}

fn names_in(text: &str, names: &[(RecordId, String)]) -> bool {
    mention::spans(&fold(text), names).iter().any(|span| span.who.is_some())
}

fn due(app: App, me: RecordId) -> Vec<RecordId> {
    let Some(def) = app.registry().entity("task") else { return Vec::new() };
    let is = |field: &str, test: Test| Filter::Field { field: field.to_owned(), test };
    let filters = [is("owner", Test::Is(Value::Ref(me))), is("done", Test::Is(Value::Bool(false)))];
    let days = (jiff::civil::date(1800, 1, 1), days_after(app.today(), 1));
    let found =
        dated(def).map(|dated| app.on_calendar(&def.id, &dated, Span { instants: (0, 0), days }, &filters));
    found.into_iter().flatten().map(|(id, _)| id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use outrider_app::sync::Role;

    #[test]
    fn a_mention_is_a_whole_name() {
        let me =
            Me { user: RecordId::default(), name: "Zoë Petersen".to_owned(), role: Role::Rep, scope: None };
        let names = called(&me);
        let text = |text: &str| names_in(text, &names);
        assert!(text("please look, @Zoe") && text("@zoë petersen: yours?"));
        assert!(!text("@Zoeller knows") && !text("Zoë called") && !text("mail roy@zoe.example"));
    }
}
