//! Activities as events, without a time as journals; tasks as to-dos.

use super::card::uid;
use super::cell::Cell;
use super::content::{own_property, raw, text};
use super::{Heading, plain_heading};
use crate::entities::{Activity, Task};
use crate::id::Millis;
use crate::record::Record;
use crate::registry::EntityDef;
use jiff::Timestamp;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

pub(super) struct Calendar<'a> {
    def: &'a EntityDef,
    now: Millis,
    out: String,
}

impl<'a> Calendar<'a> {
    pub fn begin(def: &'a EntityDef, now: Millis) -> Self {
        let out =
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Outrider//Outrider//EN\r\nCALSCALE:GREGORIAN\r\n";
        Self { def, now, out: out.to_owned() }
    }

    pub fn entry(&mut self, record: &Record, cells: Vec<(&Heading<'_>, Cell)>) {
        let is_task = self.def.id == "task";
        let starts = record.get::<Millis>("starts_at").is_some();
        let kind = if is_task {
            "VTODO"
        } else if starts {
            "VEVENT"
        } else {
            "VJOURNAL"
        };
        raw(&mut self.out, "BEGIN", kind);
        raw(&mut self.out, "UID", &uid(record, "icalendar"));
        raw(&mut self.out, "DTSTAMP", &stamp(self.now));
        let held =
            if is_task { self.task(&Task::of(record)) } else { self.activity(&Activity::of(record), starts) };
        for (heading, cell) in cells {
            let (column, cell) = (plain_heading(heading), cell.bare());
            match column.as_str() {
                _ if cell.is_empty() || held.contains(&column.as_str()) => {}
                "subject" | "title" => text(&mut self.out, "SUMMARY", &cell),
                "text" => text(&mut self.out, "DESCRIPTION", &cell),
                "place" => text(&mut self.out, "LOCATION", &cell),
                column => text(&mut self.out, &own_property(column), &cell),
            }
        }
        raw(&mut self.out, "END", kind);
    }

    /// Writes what an event says in its own way; answers with the columns that it holds to the last bit.
    fn activity(&mut self, activity: &Activity, starts: bool) -> Vec<&'static str> {
        let mut held = Vec::new();
        if activity.outcome.as_deref() == Some("cancelled") {
            raw(&mut self.out, "STATUS", "CANCELLED");
        }
        held.extend(self.time("DTSTART", "starts_at", activity.starts_at));
        let ends = activity.ends_at.filter(|end| starts && Some(*end) >= activity.starts_at);
        held.extend(self.time("DTEND", "ends_at", ends));
        held
    }

    fn task(&mut self, task: &Task) -> Vec<&'static str> {
        let mut held = vec!["due_on", "priority", "done"];
        if let Some(due) = task.due_on {
            raw(&mut self.out, "DUE;VALUE=DATE", &due.strftime("%Y%m%d").to_string());
        }
        match task.done {
            Some(true) => raw(&mut self.out, "STATUS", "COMPLETED"),
            Some(false) => raw(&mut self.out, "STATUS", "NEEDS-ACTION"),
            None => {}
        }
        match task.priority.as_deref() {
            Some("high") => raw(&mut self.out, "PRIORITY", "1"),
            Some("normal") => raw(&mut self.out, "PRIORITY", "5"),
            Some("low") => raw(&mut self.out, "PRIORITY", "9"),
            _ => held.retain(|column| *column != "priority"),
        }
        let whole = task.progress.filter(Decimal::is_integer).and_then(|progress| progress.to_u8());
        if let Some(percent) = whole.filter(|percent| *percent <= 100) {
            raw(&mut self.out, "PERCENT-COMPLETE", &percent.to_string());
            held.push("progress");
        }
        if task.remind_at.is_some() {
            self.out.push_str("BEGIN:VALARM\r\nACTION:DISPLAY\r\n");
            text(&mut self.out, "DESCRIPTION", task.title.as_deref().unwrap_or_default());
            held.extend(self.time("TRIGGER;VALUE=DATE-TIME", "remind_at", task.remind_at));
            self.out.push_str("END:VALARM\r\n");
        }
        held
    }

    /// Writes a point in time; answers with its column where nothing of it is lost.
    fn time(&mut self, name: &str, column: &'static str, time: Option<Millis>) -> Option<&'static str> {
        let time = time?;
        raw(&mut self.out, name, &stamp(time));
        (time % 1_000 == 0).then_some(column)
    }

    pub fn finish(mut self) -> Vec<u8> {
        self.out.push_str("END:VCALENDAR\r\n");
        self.out.into_bytes()
    }
}

/// A point in time in UTC, to the second.
fn stamp(time: Millis) -> String {
    let time = Timestamp::from_millisecond(time).unwrap_or_default();
    time.strftime("%Y%m%dT%H%M%SZ").to_string()
}
