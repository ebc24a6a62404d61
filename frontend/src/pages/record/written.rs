//! What was written, as drafts: an activity or a task, and the task that follows from it.

use super::attach::attach_edits;
use super::shown::Shown;
use crate::ui::value::{choice_name, from_local};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::mention;
use outrider_app::record::Record;
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// A subject is at most so long; the rest is text.
const SUBJECT: usize = 80;

/// What stands in the composer.
pub struct Written {
    pub kind: &'static str,
    pub text: String,
    pub outcome: String,
    pub when: Option<DateTime>,
    pub due: Option<Date>,
    /// When a task is called to mind.
    pub remind: Option<DateTime>,
    /// Days until one follows up; 0 for not.
    pub follow: i64,
    /// People of the team it names.
    pub mentions: BTreeSet<RecordId>,
}

impl Written {
    /// One act: what was written and, where one follows, its task.
    pub fn drafts(&self, shown: Shown, about: &Record) -> (Vec<Draft>, String) {
        let app = shown.app;
        let me = app.me().map(|me| me.user);
        let draft = |entity: &str, edits: Vec<FieldEdit>| {
            let mut all = attach_edits(entity, about);
            all.extend(me.map(|me| set("owner", Value::Ref(me))));
            all.extend(edits);
            Draft { entity: entity.to_owned(), record: app.new_id(), create: true, edits: all }
        };
        let (subject, rest) = split(&self.text);
        let mentions = (!self.mentions.is_empty()).then(|| {
            let ids = self.mentions.iter().map(ToString::to_string).collect();
            set(mention::FIELD, Value::Set(ids))
        });
        let task = |title: String, due: Option<Date>, text: String| {
            let mut edits = vec![set("title", Value::Text(title)), set("done", Value::Bool(false))];
            edits.extend(due.map(|due| set("due_on", Value::Date(due))));
            if !text.is_empty() {
                edits.push(set("text", Value::Text(text)));
            }
            draft("task", edits)
        };
        if self.kind == "task" {
            let mut task = task(subject.clone(), self.due, rest);
            task.edits.extend(self.remind.map(|at| set("remind_at", Value::Time(from_local(at)))));
            task.edits.extend(mentions);
            return (vec![task], subject);
        }
        let kind = choice_name("activity", "kind", self.kind);
        let now = app.now();
        let at = self.when.map_or(now, from_local);
        let mut edits = vec![
            set("kind", Value::text(self.kind)),
            set("starts_at", Value::Time(at)),
            // What is still ahead is planned.
            set("done", Value::Bool(at <= now)),
        ];
        let name = if subject.is_empty() { format!("{kind}: {}", shown.title()) } else { subject };
        edits.push(set("subject", Value::Text(name.clone())));
        if !rest.is_empty() {
            edits.push(set("text", Value::Text(rest)));
        }
        if self.kind == "call" {
            edits.push(set("direction", Value::text("out")));
            if !self.outcome.is_empty() {
                edits.push(set("outcome", Value::text(&self.outcome)));
            }
        }
        edits.extend(mentions);
        let mut drafts = vec![draft("activity", edits)];
        if self.follow > 0 {
            let due = app.today().checked_add(self.follow.days()).ok();
            let title = crate::words::t_with("follow-title", &[("name", shown.title().into())]);
            drafts.push(task(title, due, String::new()));
        }
        (drafts, name)
    }
}

fn set(field: &str, value: Value) -> FieldEdit {
    FieldEdit::Set(field.to_owned(), value)
}

/// The first line names it; what is longer, or goes on, is its text, whole.
fn split(text: &str) -> (String, String) {
    let line = text.lines().next().unwrap_or_default().trim();
    if line.chars().count() <= SUBJECT {
        let rest = text.lines().skip(1).collect::<Vec<_>>().join("\n");
        return (line.to_owned(), rest.trim().to_owned());
    }
    let mut subject = String::new();
    for word in line.split_whitespace() {
        if subject.chars().count() + word.chars().count() >= SUBJECT {
            break;
        }
        if !subject.is_empty() {
            subject.push(' ');
        }
        subject.push_str(word);
    }
    if subject.is_empty() {
        subject = line.chars().take(SUBJECT).collect();
    }
    (format!("{subject} …"), text.to_owned())
}
