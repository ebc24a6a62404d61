use crate::import::read::{Here, Note, ReadOptions, Sheet, Trouble, read_all};

/// Berlin's rule, as every calendar program writes it.
const BERLIN: &str = "BEGIN:VTIMEZONE\r\nTZID:Berlin\r\nBEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n\
    DTSTART:19700329T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nBEGIN:STANDARD\r\n\
    TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19701025T030000\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\n";

/// A machine in India that knows Tokyo; it is 2026-06-01.
fn here() -> Here {
    Here {
        now: 1_780_272_000_000,
        offset: |zone, _| match zone {
            "" => Some(330),
            "Asia/Tokyo" => Some(540),
            _ => None,
        },
    }
}

fn sheets(inside: &str) -> Vec<Sheet> {
    let text = format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{inside}END:VCALENDAR\r\n");
    read_all("work.ics", text.as_bytes(), &ReadOptions::default(), here()).unwrap()
}

fn event(lines: &str) -> Sheet {
    sheets(&format!("{BERLIN}BEGIN:VEVENT\r\nUID:1@x\r\n{lines}\r\nEND:VEVENT\r\n")).remove(0)
}

fn cell<'a>(sheet: &'a Sheet, row: usize, column: &str) -> &'a str {
    let at = sheet.columns.iter().position(|name| name == column);
    at.map_or("", |at| sheet.rows[row].cells[at].as_str())
}

#[test]
fn times_are_points_in_time_by_the_zone_of_their_place() {
    for (start, expected) in [
        ("DTSTART:20260701T100000Z", "2026-07-01T10:00:00Z"),
        ("DTSTART;TZID=Berlin:20260701T100000", "2026-07-01T08:00:00Z"),
        ("DTSTART;TZID=Berlin:20260101T100000", "2026-01-01T09:00:00Z"),
        ("DTSTART;TZID=Berlin:20260329T015959", "2026-03-29T00:59:59Z"),
        ("DTSTART;TZID=Berlin:20260329T030000", "2026-03-29T01:00:00Z"),
        ("DTSTART;TZID=Berlin:20261025T030000", "2026-10-25T02:00:00Z"),
        ("DTSTART;TZID=Berlin:19600101T100000", "1960-01-01T08:00:00Z"),
        ("DTSTART;TZID=\"/vendor.example/Asia/Tokyo\":20260701T100000", "2026-07-01T01:00:00Z"),
        ("DTSTART:20260701T100000", "2026-07-01T04:30:00Z"),
        ("DTSTART;VALUE=DATE:20260701", "2026-06-30T18:30:00Z"),
    ] {
        let sheet = event(start);
        assert_eq!((cell(&sheet, 0, "starts_at"), &sheet.rows[0].trouble), (expected, &None), "{start}");
    }
    let unknown = event("DTSTART;TZID=Mars/Olympus:20260701T100000");
    assert_eq!(cell(&unknown, 0, "starts_at"), "2026-07-01T04:30:00Z");
    assert_eq!(unknown.rows[0].trouble, Some(Trouble::UnknownZone { zone: "Mars/Olympus".into() }));
}

#[test]
fn an_event_is_an_activity_with_all_that_it_says() {
    let sheet = event(
        "SUMMARY:Visit\\, Acme\r\nDTSTART;TZID=Berlin:20260601T100000\r\nDURATION:PT1H30M\r\nLOCATION:Ulm\r\n\
         DESCRIPTION:Bring\\nthe rope\r\nATTENDEE;CN=Ana:mailto:ana@x.example\r\nORGANIZER:mailto:ANA@x.example\r\n\
         ATTENDEE;CN=\"Bo Berg\":invalid:nomail\r\nSTATUS:CANCELLED\r\nURL:https://x.example\r\nATTACH;VALUE=BINARY;ENCODING=BASE64:AAAA",
    );
    for (column, text) in [
        ("uid", "1@x"),
        ("subject", "Visit, Acme"),
        ("kind", "meeting"),
        ("starts_at", "2026-06-01T08:00:00Z"),
        ("ends_at", "2026-06-01T09:30:00Z"),
        ("done", ""),
        ("outcome", "cancelled"),
        ("place", "Ulm"),
        ("participants", "ana@x.example; Bo Berg"),
        ("text", "Bring\nthe rope\n[URL: https://x.example]"),
    ] {
        assert_eq!(cell(&sheet, 0, column), text, "{column}");
    }
    assert_eq!(sheet.notes, [Note::FilesLeftOut { count: 1 }]);
    assert_eq!(cell(&event("DTSTART:20200101T100000Z"), 0, "done"), "true", "it is over");
}

#[test]
fn of_what_repeats_the_first_comes_in_and_changed_times_are_rows_of_their_own() {
    let text = "BEGIN:VEVENT\r\nUID:w\r\nSUMMARY:Weekly\r\nDTSTART:20270104T090000Z\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\nEND:VEVENT\r\n\
        BEGIN:VEVENT\r\nUID:w\r\nRECURRENCE-ID:20270111T090000Z\r\nSUMMARY:Weekly\\, later\r\nDTSTART:20270111T110000Z\r\nEND:VEVENT\r\n";
    let sheet = sheets(text).remove(0);
    assert_eq!([cell(&sheet, 0, "uid"), cell(&sheet, 1, "uid")], ["w", "w 20270111T090000Z"]);
    assert_eq!(sheet.rows[0].trouble, Some(Trouble::Repeats));
    assert_eq!((cell(&sheet, 0, "text"), &sheet.rows[1].trouble), ("[RRULE: FREQ=WEEKLY;BYDAY=MO]", &None));
}

#[test]
fn a_to_do_is_a_task() {
    let text = format!(
        "{BERLIN}BEGIN:VTODO\r\nUID:t\r\nSUMMARY:Call\r\nDUE;TZID=Berlin:20270105T093000\r\nSTATUS:IN-PROCESS\r\n\
         PERCENT-COMPLETE:40\r\nPRIORITY:1\r\nATTENDEE:mailto:ana@x.example\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER;RELATED=END:-PT30M\r\nEND:VALARM\r\n\
         END:VTODO\r\nBEGIN:VTODO\r\nUID:u\r\nSUMMARY:Done\r\nCOMPLETED:20250101T000000Z\r\nEND:VTODO\r\n\
         BEGIN:VFREEBUSY\r\nEND:VFREEBUSY\r\n"
    );
    let sheet = sheets(&text).remove(0);
    assert_eq!(sheet.rows_are.as_ref().unwrap().entity, "task");
    for (column, text) in [
        ("title", "Call"),
        ("due_on", "2027-01-05"),
        ("progress", "40"),
        ("priority", "high"),
        ("remind_at", "2027-01-05T08:00:00Z"),
        ("text", "[ATTENDEE: mailto:ana@x.example]"),
        ("done", ""),
    ] {
        assert_eq!(cell(&sheet, 0, column), text, "{column}");
    }
    assert_eq!(cell(&sheet, 1, "done"), "true");
    assert_eq!(sheet.notes, [Note::PartsLeftOut { name: "VFREEBUSY".into(), count: 1 }]);
}

#[test]
fn what_never_ends_is_marked_and_nothing_behind_it_is_lost() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nno line\nBEGIN:VEVENT\nSUMMARY:Two\nEND:VEVENT\nBEGIN:VTODO\nSUMMARY:Three\n";
    let sheets = read_all("x.ics", text.as_bytes(), &ReadOptions::default(), here()).unwrap();
    let rows = |sheet: &Sheet, column: &str| {
        (0..sheet.rows.len())
            .map(|row| (cell(sheet, row, column).to_owned(), sheet.rows[row].trouble.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(rows(&sheets[0], "subject"), [("One".into(), Some(Trouble::NoEnd)), ("Two".into(), None)]);
    assert_eq!(cell(&sheets[0], 0, "text"), "[no line]");
    assert_eq!(rows(&sheets[1], "title"), [("Three".into(), Some(Trouble::NoEnd))]);
}
