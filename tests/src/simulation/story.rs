//! A schedule in words.

use super::people::{called, said};
use outrider_app::device::{Draft, FieldEdit};

/// What did not hold, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Broken {
    /// The rule, in a few words: a failing schedule is made short for as long as it breaks this one.
    pub rule: &'static str,
    pub says: String,
}

impl Broken {
    pub fn new(rule: &'static str, says: impl Into<String>) -> Self {
        Self { rule, says: says.into() }
    }
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.rule, self.says)
    }
}

/// The sentences so far, where anybody listens.
#[derive(Default)]
pub struct Story(Option<Vec<String>>);

impl Story {
    pub fn told() -> Self {
        Self(Some(Vec::new()))
    }

    pub fn tell(&mut self, sentence: impl FnOnce() -> String) {
        if let Some(sentences) = &mut self.0 {
            sentences.push(sentence());
        }
    }

    pub fn sentences(self) -> Vec<String> {
        self.0.unwrap_or_default()
    }
}

/// What these drafts do.
pub fn deeds(drafts: &[Draft]) -> String {
    drafts.iter().map(deed).collect::<Vec<_>>().join(", ")
}

fn deed(draft: &Draft) -> String {
    let record = called(&draft.entity, draft.record);
    let edits = draft.edits.iter().map(|edit| match edit {
        FieldEdit::Set(field, value) if draft.create => format!("{field} {}", said(value)),
        FieldEdit::Set(field, value) => format!("sets {field} of {record} to {}", said(value)),
        FieldEdit::Add(field, element) => format!("adds {element:?} to {field} of {record}"),
        FieldEdit::Remove(field, element) => format!("takes {element:?} from {field} of {record}"),
        FieldEdit::Delete => format!("deletes {record}"),
        FieldEdit::Restore => format!("restores {record}"),
    });
    let edits = edits.collect::<Vec<_>>().join(", ");
    if draft.create { format!("creates {record} ({edits})") } else { edits }
}
