//! The plan under the decisions taken so far: which rows come in, and with what.

use super::Plan;
use super::build::set_part;
use super::compare::{same, union};
use super::doubt::Decision;
use super::made::Made;
use super::row::{Action, Pending, PlannedRow};
use crate::record::FieldId;
use crate::value::Value;

/// What a row comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Create,
    Update,
    Restore,
    /// The record says all of it already.
    Unchanged,
    /// Left out: by decision, or because it cannot come in.
    Out,
}

impl Plan {
    /// What becomes of a row, and what is set.
    pub(super) fn settle(&self, row: &PlannedRow) -> (Fate, Vec<(FieldId, Value)>) {
        let out =
            row.action == Action::Refused || row.doubts().any(|doubt| self.decision(doubt) == Decision::Skip);
        if out {
            return (Fate::Out, Vec::new());
        }
        let mut fields = row.fields.clone();
        let mut notes: Vec<&str> = row.notes.iter().map(String::as_str).collect();
        let mut bad = Vec::new();
        for pending in &row.pending {
            let value = self.value_of(pending);
            if value.is_empty() {
                bad.push(pending);
            } else {
                place(&mut fields, pending, value);
            }
        }
        let fate = match row.action {
            Action::Restore => Fate::Restore,
            Action::Update if fields.is_empty() => Fate::Unchanged,
            Action::Update => Fate::Update,
            _ => Fate::Create,
        };
        if fate == Fate::Create {
            let notes_of_cells: Vec<String> = bad.iter().map(|pending| self.note(row, pending)).collect();
            notes.extend(notes_of_cells.iter().map(String::as_str));
            self.name(row, &mut fields);
            self.remark(row, &mut fields, &notes);
            self.tag(row, &mut fields);
        }
        (fate, fields)
    }

    fn decision(&self, doubt: usize) -> Decision {
        self.doubts.get(doubt).map_or(Decision::Keep, super::Doubt::effective)
    }

    fn value_of(&self, pending: &Pending) -> Value {
        let untouched = self.doubts.get(pending.doubt).is_some_and(|doubt| doubt.decision.is_none());
        if untouched && same(&pending.before, &pending.accept) && !pending.accept.is_empty() {
            return Value::None;
        }
        let value = match self.decision(pending.doubt) {
            Decision::Accept => pending.accept.clone(),
            Decision::Create => {
                let made = self.doubts.get(pending.doubt).and_then(|doubt| doubt.made);
                made.and_then(|at| self.made.get(at)).map_or(Value::None, |made| Value::Ref(made.record))
            }
            Decision::Link(id) => Value::Ref(id),
            Decision::Text(text) => Value::Text(text),
            Decision::Keep | Decision::Skip => pending.keep.clone(),
        };
        if pending.part.is_none() && same(&pending.before, &value) { Value::None } else { value }
    }

    /// The original text of a cell that could not be used.
    fn note(&self, row: &PlannedRow, pending: &Pending) -> String {
        let column = self.doubts.get(pending.doubt).and_then(|doubt| doubt.column);
        let header = column.and_then(|at| self.sheets.get(row.sheet)?.columns.get(at));
        format!("{}: {}", header.map_or(pending.field.as_str(), String::as_str), pending.original)
    }

    fn name(&self, row: &PlannedRow, fields: &mut Vec<(FieldId, Value)>) {
        let Some(job) = self.jobs.get(row.job) else { return };
        let Some(title) = job.def.title.last() else { return };
        if row.name.is_empty() || fields.iter().any(|(field, _)| field == title) {
            return;
        }
        let parts: Vec<&str> = row
            .name
            .iter()
            .map(|(text, doubt)| {
                let accepted = doubt
                    .and_then(|doubt| self.doubts.get(doubt))
                    .filter(|doubt| doubt.decision == Some(Decision::Accept));
                match accepted.and_then(|doubt| doubt.suggestion.as_ref()) {
                    Some(super::Suggestion::Record { name, .. }) => name.as_str(),
                    _ => text.as_str(),
                }
            })
            .collect();
        fields.push((title.to_string(), Value::Text(parts.join(" – "))));
    }

    /// Puts what fits nowhere into the record's remarks.
    fn remark(&self, row: &PlannedRow, fields: &mut Vec<(FieldId, Value)>, notes: &[&str]) {
        let def = self.jobs.get(row.job).map(|job| &job.def);
        let Some(field) = def.and_then(|def| def.field("remarks").or_else(|| def.field("text"))) else {
            return;
        };
        if notes.is_empty() {
            return;
        }
        let lines: Vec<String> = notes.iter().map(|note| format!("[{note}]")).collect();
        match fields.iter_mut().find(|(known, _)| field.id == *known) {
            Some((_, Value::Text(text))) => {
                text.push('\n');
                text.push_str(&lines.join("\n"));
            }
            _ => fields.push((field.id.to_string(), Value::Text(lines.join("\n")))),
        }
    }

    /// Marks a doubtful row's record with the tag the person chose.
    fn tag(&self, row: &PlannedRow, fields: &mut Vec<(FieldId, Value)>) {
        let Some(tag) = self.mark.and_then(|at| self.made.get(at)) else { return };
        let takes = self.jobs.get(row.job).and_then(|job| job.def.field("tags"));
        let takes = takes.is_some_and(|field| field.many && field.targets().contains(&"tag".into()));
        if takes && row.doubts().any(|doubt| self.doubts.get(doubt).is_some_and(super::Doubt::is_open)) {
            let value = Value::Set([tag.record.to_string()].into());
            match fields.iter_mut().find(|(field, _)| field == "tags") {
                Some((_, tags)) => *tags = union(std::mem::take(tags), value),
                None => fields.push(("tags".to_owned(), value)),
            }
        }
    }

    pub(super) fn rank(&self, entity: &str) -> usize {
        self.ranks.get(entity).copied().unwrap_or(usize::MAX)
    }

    /// Whether a named record is made: in any case, by decision, or because a made one needs it.
    pub(super) fn wanted(&self, made: &Made) -> bool {
        let asked = |made: &Made| {
            made.certain || made.doubts.iter().any(|doubt| self.decision(*doubt) == Decision::Create)
        };
        asked(made)
            || self.made.iter().any(|other| {
                asked(other)
                    && other
                        .needs
                        .and_then(|at| self.made.get(at))
                        .is_some_and(|need| need.record == made.record)
            })
    }
}

/// Sets a decided value among a row's fields.
fn place(fields: &mut Vec<(FieldId, Value)>, pending: &Pending, value: Value) {
    let found = fields.iter_mut().find(|(field, _)| *field == pending.field);
    match (found, pending.part, value) {
        (Some((_, Value::Address(address))), Some(part), Value::Text(text)) => set_part(address, part, &text),
        (_, Some(_), _) => {}
        (Some((_, Value::Set(set))), _, Value::Ref(id)) => {
            set.insert(id.to_string());
        }
        (None, _, Value::Ref(id)) if matches!(pending.before, Value::Set(_)) => {
            let value = union(pending.before.clone(), Value::Set([id.to_string()].into()));
            fields.push((pending.field.clone(), value));
        }
        (Some((_, held)), _, value) => *held = value,
        (None, _, value) => fields.push((pending.field.clone(), value)),
    }
}
