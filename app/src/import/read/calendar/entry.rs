//! One event, journal or to-do into the cells of a row.

use super::super::Trouble;
use super::super::named::{Cells, Table};
use super::zone::{When, date_time};
use super::{Calendar, Part};
use crate::export::{list, own_column};
use jiff::{Span, Timestamp};

/// What has a column, or says how the entry was made.
const KNOWN: &[&str] = &[
    "UID",
    "SUMMARY",
    "DTSTART",
    "DTEND",
    "DUE",
    "DURATION",
    "LOCATION",
    "DESCRIPTION",
    "STATUS",
    "COMPLETED",
    "PERCENT-COMPLETE",
    "PRIORITY",
    "ATTENDEE",
    "ORGANIZER",
    "RECURRENCE-ID",
    "DTSTAMP",
    "CREATED",
    "LAST-MODIFIED",
    "SEQUENCE",
    "TRANSP",
    "CLASS",
    "ATTACH",
];

/// Puts an entry among the rows.
pub(super) fn row(part: &Part, calendar: &mut Calendar) {
    let is_task = part.name == "VTODO";
    let mut making = Making { part, calendar, cells: Cells::default(), unknown_zone: None };
    making.own(is_task);
    making.key();
    match is_task {
        true => making.task(),
        false => making.activity(),
    }
    making.rest(if is_task {
        &["DTSTART", "ATTENDEE", "ORGANIZER"]
    } else {
        &["PERCENT-COMPLETE", "PRIORITY", "COMPLETED"]
    });
    let Making { cells, unknown_zone, .. } = making;
    let unreadable = part.lines.iter().filter(|line| line.name.is_empty()).count();
    let trouble = match unknown_zone {
        _ if !part.ended => Some(Trouble::NoEnd),
        Some(zone) => Some(Trouble::UnknownZone { zone }),
        None if repeats(part) => Some(Trouble::Repeats),
        None if unreadable > 0 => {
            Some(Trouble::UnreadableLines { lines: unreadable.try_into().unwrap_or(u32::MAX) })
        }
        None => None,
    };
    table(calendar, is_task).push(part.line, cells, trouble);
}

fn table(calendar: &mut Calendar, is_task: bool) -> &mut Table {
    if is_task { &mut calendar.tasks } else { &mut calendar.activities }
}

fn repeats(part: &Part) -> bool {
    ["RRULE", "RDATE"].iter().any(|name| part.get(name).is_some())
}

struct Making<'a> {
    part: &'a Part,
    calendar: &'a mut Calendar,
    cells: Cells,
    unknown_zone: Option<String>,
}

impl Making<'_> {
    /// What only our own files say; it counts before everything.
    fn own(&mut self, is_task: bool) {
        for line in &self.part.lines {
            let room = |column: &String| table(self.calendar, is_task).has_room(column);
            if let Some(column) = own_column(&line.name).filter(room) {
                self.cells.set(&column, line.text());
            }
        }
    }

    /// One of many times is told apart by which one it is.
    fn key(&mut self) {
        let (uid, which) = (self.part.text("UID"), self.part.text("RECURRENCE-ID"));
        let key = if which.is_empty() || uid.is_empty() { uid } else { format!("{uid} {which}") };
        self.cells.set("uid", key.trim_start_matches("urn:uuid:"));
    }

    fn activity(&mut self) {
        let part = self.part;
        self.cells.set("subject", part.text("SUMMARY"));
        self.cells.set("kind", if part.name == "VJOURNAL" { "note" } else { "meeting" });
        self.cells.set("place", part.text("LOCATION"));
        self.cells.set("text", part.text("DESCRIPTION"));
        if part.text("STATUS").eq_ignore_ascii_case("CANCELLED") {
            self.cells.set("outcome", "cancelled");
        }
        let start = part.get("DTSTART").and_then(When::read);
        let end = part.get("DTEND").and_then(When::read).or_else(|| {
            let span: Option<Span> = part.get("DURATION").and_then(|line| line.raw().parse().ok());
            let whole_day = start.as_ref().is_some_and(|start| start.day).then(|| Span::new().days(1));
            start.as_ref()?.plus(span.or(whole_day)?)
        });
        let starts_at = self.time("starts_at", start.as_ref());
        let ends_at = self.time("ends_at", end.as_ref());
        let over = ends_at.or(starts_at).is_some_and(|end| end.as_millisecond() < self.calendar.here.now);
        if over && part.name == "VEVENT" {
            self.cells.set("done", "true");
        }
        let people = part.lines.iter().filter(|line| ["ATTENDEE", "ORGANIZER"].contains(&line.name.as_str()));
        let mut named: Vec<String> = Vec::new();
        for line in people {
            let text = line.text();
            let address = text.trim().split_once(':').map_or(text.trim(), |(_, address)| address);
            let called = if address.contains('@') { address } else { line.param("CN").unwrap_or(address) };
            if !named.iter().any(|known| known.eq_ignore_ascii_case(called)) {
                named.push(called.trim_matches('"').to_owned());
            }
        }
        self.cells.set("participants", list(&named));
    }

    fn task(&mut self) {
        let part = self.part;
        self.cells.set("title", part.text("SUMMARY"));
        self.cells.set("text", part.text("DESCRIPTION"));
        self.place_in_text();
        let due = part.get("DUE").or_else(|| part.get("DTSTART")).and_then(When::read);
        if let Some(due) = &due {
            self.cells.set("due_on", due.local.date().to_string());
        }
        let status = part.text("STATUS").to_uppercase();
        let progress = part.text("PERCENT-COMPLETE");
        if status == "COMPLETED" || part.get("COMPLETED").is_some() || progress == "100" {
            self.cells.set("done", "true");
        }
        self.cells.set("progress", progress);
        let priority: u8 = part.text("PRIORITY").parse().unwrap_or(0);
        self.cells.set(
            "priority",
            match priority {
                1..=4 => "high",
                5 => "normal",
                6..=9 => "low",
                _ => "",
            },
        );
        let alarm = part.inside.iter().find_map(|inside| inside.get("TRIGGER"));
        if let Some(line) = alarm {
            let absolute = date_time(line.raw().trim_end_matches('Z')).and_then(|_| When::read(line));
            let span: Option<Span> = line.raw().parse().ok();
            let start = part.get("DTSTART").and_then(When::read).or(due.clone());
            let from = if line.param("RELATED") == Some("END") { due } else { start };
            let relative = || from?.plus(span?);
            self.time("remind_at", absolute.or_else(relative).as_ref());
        }
    }

    /// A to-do's place has no column.
    fn place_in_text(&mut self) {
        let place = self.part.text("LOCATION");
        if !place.is_empty() {
            self.cells.append("text", &[format!("[LOCATION: {place}]")]);
        }
    }

    /// Sets a time, and answers with it.
    fn time(&mut self, column: &str, when: Option<&When>) -> Option<Timestamp> {
        let (instant, unknown) = self.calendar.zones.instant(when?, &self.calendar.here)?;
        self.unknown_zone = self.unknown_zone.take().or(unknown);
        self.cells.set(column, instant.to_string());
        Some(instant)
    }

    /// What has no column. `also` has one only in the other kind of entry.
    fn rest(&mut self, also: &[&str]) {
        let mut rest = Vec::new();
        for line in &self.part.lines {
            let name = line.name.as_str();
            if name == "ATTACH" && (line.is_binary() || line.param("VALUE") == Some("BINARY")) {
                self.calendar.files += 1;
                continue;
            }
            // Alarms of one program, colours of another: nothing of what happens.
            let says_how = name.starts_with("X-") && !name.contains("URL") && !name.contains("CONFERENCE");
            let told = KNOWN.contains(&name) && !also.contains(&name) && name != "ATTACH";
            let is_due = name == "DTSTART" && self.part.get("DUE").is_none();
            if told || is_due || says_how || line.raw().is_empty() {
                continue;
            }
            match name {
                "" => rest.push(format!("[{}]", line.raw())),
                name => rest.push(format!("[{name}: {}]", line.text().trim().replace('\n', ", "))),
            }
        }
        self.cells.append("text", &rest);
    }
}
