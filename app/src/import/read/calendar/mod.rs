//! Calendars (iCalendar): events and journals become activities, to-dos become tasks.
//!
//! Times come out as points in time, by the zone the file describes, else by what the machine knows.
//! Of what repeats the first time is brought in, and said; a changed single time of it is a row of its
//! own. What has no column stands in the text, under its own name.

mod entry;
mod zone;

use super::content::{Line, Lines};
use super::named::Table;
use super::{Here, Note, ReadError, Sheet};
use crate::export::FileFormat;
use zone::Zones;

const ACTIVITY: &[&str] = &[
    "outrider_id",
    "uid",
    "subject",
    "kind",
    "starts_at",
    "ends_at",
    "done",
    "outcome",
    "place",
    "participants",
    "text",
];
const TASK: &[&str] =
    &["outrider_id", "uid", "title", "due_on", "done", "progress", "priority", "remind_at", "text"];

/// One part of a calendar, with what stands inside it.
#[derive(Debug, Default)]
struct Part {
    /// In capitals: `VEVENT`.
    name: String,
    line: u32,
    lines: Vec<Line>,
    inside: Vec<Part>,
    ended: bool,
}

impl Part {
    fn get(&self, name: &str) -> Option<&Line> {
        self.lines.iter().find(|line| line.name == name && !line.raw().is_empty())
    }

    fn text(&self, name: &str) -> String {
        self.get(name).map(|line| line.text().trim().to_owned()).unwrap_or_default()
    }
}

pub(super) struct Calendar {
    here: Here,
    lines: Lines,
    /// The parts that are open, the innermost last.
    open: Vec<Part>,
    zones: Zones,
    /// Entries that wait until every zone is known, the last first.
    entries: Vec<Part>,
    all_read: bool,
    activities: Table,
    tasks: Table,
    files: u32,
    outside: u32,
    busy: u32,
}

/// Lines that a person would not take for one step.
const LINES: usize = 30;
/// How deep parts may stand in each other; what is deeper is of the last that is known.
const DEPTH: usize = 8;

impl Calendar {
    pub fn begin(bytes: &[u8], label: Option<&str>, here: Here) -> Self {
        Self {
            here,
            lines: Lines::of(bytes, label),
            open: Vec::new(),
            zones: Zones::default(),
            entries: Vec::new(),
            all_read: false,
            activities: Table::new(ACTIVITY),
            tasks: Table::new(TASK),
            files: 0,
            outside: 0,
            busy: 0,
        }
    }

    /// Reads about so many more entries; false once there are none left.
    pub fn step(&mut self, entries: usize) -> bool {
        if !self.all_read {
            for _ in 0..entries.saturating_mul(LINES) {
                match self.lines.next() {
                    Some(line) => self.line(line),
                    None => {
                        while let Some(part) = self.open.pop() {
                            self.close(part);
                        }
                        self.all_read = true;
                        self.entries.reverse();
                        break;
                    }
                }
            }
            return true;
        }
        for _ in 0..entries {
            let Some(part) = self.entries.pop() else { return false };
            entry::row(&part, self);
        }
        !self.entries.is_empty()
    }

    fn line(&mut self, line: Line) {
        let value = line.raw().to_uppercase();
        match line.name.as_str() {
            "BEGIN" if self.open.len() < DEPTH => {
                // Entries do not stand in each other: the one that is open never ended.
                if ENTRIES.contains(&value.as_str()) {
                    while let Some(part) = self.open.pop_if(|part| part.name != "VCALENDAR") {
                        self.close(part);
                    }
                }
                self.open.push(Part { name: value, line: line.number, ..Part::default() });
            }
            "END" => {
                let Some(at) = self.open.iter().rposition(|part| part.name == value) else { return };
                while self.open.len() > at {
                    let Some(mut part) = self.open.pop() else { break };
                    part.ended = self.open.len() == at;
                    self.close(part);
                }
            }
            _ => match self.open.last_mut() {
                Some(part) => part.lines.push(line),
                None => self.outside += 1,
            },
        }
    }

    fn close(&mut self, part: Part) {
        match part.name.as_str() {
            "VTIMEZONE" => self.zones.learn(&part),
            "VFREEBUSY" => self.busy += 1,
            "VCALENDAR" => {}
            name if ENTRIES.contains(&name) => self.entries.push(part),
            _ => match self.open.last_mut() {
                Some(around) => around.inside.push(part),
                None => self.outside += 1,
            },
        }
    }

    pub fn finish(self, name: &str) -> Result<Vec<Sheet>, ReadError> {
        let Self { lines, activities, tasks, files, outside, busy, .. } = self;
        let (encoding, mut notes) = lines.told();
        notes.extend((files > 0).then_some(Note::FilesLeftOut { count: files }));
        notes.extend((busy > 0).then(|| Note::PartsLeftOut { name: "VFREEBUSY".to_owned(), count: busy }));
        notes.extend((outside > 0).then_some(Note::LinesLeftOut { count: outside }));
        let mut told = (encoding, notes);
        let activities = activities.sheet(name, "activity", FileFormat::Icalendar, &told)?;
        if activities.is_some() {
            // What was noted is of the file: it is said once.
            told.1.clear();
        }
        let tasks = tasks.sheet(name, "task", FileFormat::Icalendar, &told)?;
        Ok(activities.into_iter().chain(tasks).collect())
    }
}

const ENTRIES: [&str; 3] = ["VEVENT", "VTODO", "VJOURNAL"];

#[cfg(test)]
mod tests;
