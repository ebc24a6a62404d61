use super::*;

fn sheet(text: impl AsRef<[u8]>) -> Sheet {
    read("data.csv", text.as_ref(), &ReadOptions::default()).unwrap()
}

fn cells(sheet: &Sheet) -> Vec<Vec<&str>> {
    sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

#[test]
fn the_delimiter_is_the_one_that_divides_evenly() {
    for (delimiter, text) in [
        (';', "name;amount\nAcme, Inc.;1,5\nBolt;2,5\n"),
        ('\t', "name\tnote\nAcme\ta, b; c\nBolt\td, e\n"),
        ('|', "name|note\nAcme|a, b\nBolt|c\n"),
        (',', "name,note\nAcme,\"a;b;c\"\nBolt,x\n"),
        (';', "sep=;\nname;x\nAcme;1\n"),
    ] {
        let sheet = sheet(text);
        assert_eq!(sheet.delimiter, delimiter, "{text}");
        assert_eq!((sheet.columns.len(), !sheet.rows.is_empty()), (2, true), "{text}");
        assert!(sheet.rows.iter().all(|row| row.trouble.is_none()), "{text}");
    }
}

#[test]
fn encodings_are_told_by_mark_by_zeros_or_by_guess() {
    let text = "Name;Stadt\r\nMüller;Köln\r\nGrößer;Düsseldorf\r\n";
    let utf16 = |big: bool, mark: bool| -> Vec<u8> {
        let units = mark.then_some(0xfeff).into_iter().chain(text.encode_utf16());
        units.flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    };
    let latin = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let with_mark = format!("\u{feff}{text}").into_bytes();
    for (bytes, encoding) in [
        (text.as_bytes().to_vec(), "UTF-8"),
        (with_mark, "UTF-8"),
        (utf16(false, true), "UTF-16LE"),
        (utf16(true, true), "UTF-16BE"),
        (utf16(false, false), "UTF-16LE"),
        (utf16(true, false), "UTF-16BE"),
        (latin, "windows-1252"),
    ] {
        let sheet = sheet(&bytes);
        assert_eq!(sheet.encoding, encoding);
        assert_eq!(sheet.columns, ["Name", "Stadt"]);
        assert_eq!(cells(&sheet), [["Müller", "Köln"], ["Größer", "Düsseldorf"]]);
    }
}

#[test]
fn a_person_overrides_the_detection() {
    let bytes = encoding_rs::WINDOWS_1251.encode("Имя,1\nАня,2\n").0.into_owned();
    let options =
        ReadOptions { encoding: Some("windows-1251".into()), header: Some(false), ..Default::default() };
    let sheet = read("x.csv", &bytes, &options).unwrap();
    assert_eq!(sheet.columns, ["#1", "#2"]);
    assert_eq!(cells(&sheet), [["Имя", "1"], ["Аня", "2"]]);
}

#[test]
fn quotes_line_ends_and_blank_lines_are_read_as_meant() {
    let sheet = sheet("a,b\r\n\"x \"\"y\"\"\nz\",1\r\n\n , \rplain \"q\", \"2\" \n\"3\"x,4");
    assert_eq!(cells(&sheet), [["x \"y\"\nz", "1"], ["plain \"q\"", "2"], ["3x", "4"]]);
    assert_eq!(sheet.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [2, 6, 7]);
}

#[test]
fn an_unclosed_quote_is_found_with_its_line_and_costs_no_row() {
    for text in ["a,b\n1,x\n2,\"open\n3,y\n4,z\n", "a,b\n1,x\n2,\"open\n3,y\n4,\"z\"\n"] {
        let sheet = sheet(text);
        assert!(sheet.notes.contains(&Note::UnclosedQuote { line: 3 }), "{text} {:?}", sheet.notes);
        assert_eq!(cells(&sheet), [["1", "x"], ["2", "\"open"], ["3", "y"], ["4", "z"]], "{text}");
        let doubtful: Vec<bool> = sheet.rows.iter().map(|row| row.trouble.is_some()).collect();
        assert_eq!(doubtful, [false, true, true, true]);
    }
}

#[test]
fn ragged_rows_come_in_and_say_what_they_lack_or_have_too_much() {
    let sheet = sheet("a,b,c\n1,2\n1,2,3,4,\n1,2,3,,\n");
    assert_eq!(cells(&sheet), [["1", "2", ""], ["1", "2", "3"], ["1", "2", "3"]]);
    assert_eq!(sheet.rows[0].trouble, Some(Trouble::TooFewCells { cells: 2 }));
    let surplus = vec!["4".to_owned(), String::new()];
    assert_eq!(sheet.rows[1].trouble, Some(Trouble::TooManyCells { cells: 5, surplus }));
    assert_eq!(sheet.rows[2].trouble, None);
}

#[test]
fn headers_are_told_from_data_and_made_unique() {
    assert_eq!(sheet("name,name,,Name\nx,y,z,w\n").columns, ["name", "name (2)", "#3", "Name (3)"]);
    for headless in
        ["ana@x.example,Ana\nbo@x.example,Bo\n", "Ana,12\nBo,13\n", "Ana,Berlin\nBo,Berlin\nAna,Berlin\n"]
    {
        let sheet = sheet(headless);
        assert!(!sheet.has_header, "{headless}");
        assert_eq!(sheet.columns, ["#1", "#2"]);
    }
}

#[test]
fn an_oversized_cell_refuses_its_row_only() {
    let text = format!("a,b\n1,{}\n2,\"{}\"\n3,x\n", "y".repeat(MAX_CELL + 1), "z".repeat(10 << 20));
    let sheet = sheet(&text);
    let refused = |row: &Row| matches!(row.trouble, Some(Trouble::CellTooLong { column: 1, .. }));
    assert_eq!(sheet.rows.iter().map(refused).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn two_hundred_columns_are_read_and_too_many_refused() {
    let header: Vec<String> = (0..250).map(|n| format!("field {n}")).collect();
    let sheet = sheet(format!("{}\n{}\n", header.join(","), vec!["x"; 250].join(",")));
    assert_eq!((sheet.columns.len(), sheet.rows[0].cells.len()), (250, 250));
    let wide = ",".repeat(MAX_COLUMNS + 5);
    let refused = read("x.csv", wide.as_bytes(), &ReadOptions::default());
    assert!(matches!(refused, Err(ReadError::TooManyColumns { .. })));
}

#[test]
fn what_is_no_text_is_refused_by_its_kind() {
    let refused = |bytes: &[u8]| read("x.csv", bytes, &ReadOptions::default()).unwrap_err();
    assert_eq!(refused(b"%PDF-1.7"), ReadError::NotText { kind: "pdf".into() });
    assert_eq!(refused(b"PK\x03\x04rest"), ReadError::BrokenWorkbook);
    assert_eq!(refused(b"\xd0\xcf\x11\xe0\xa1\xb1"), ReadError::BrokenWorkbook);
    assert_eq!(refused(b""), ReadError::Empty);
    assert_eq!(refused(b"\n\n \n"), ReadError::Empty);
}

#[test]
fn zeros_in_the_text_are_removed_and_told() {
    let sheet = sheet(b"name,x\nAc\0me company of old,1\nBolt and nuts,2\n");
    assert_eq!(sheet.rows[0].cells[0], "Acme company of old");
    assert!(sheet.notes.contains(&Note::NulBytesRemoved { count: 1 }));
}

#[test]
fn a_sheet_of_more_cells_than_can_be_held_is_refused() {
    let header: Vec<String> = (0..MAX_COLUMNS).map(|n| format!("f{n}")).collect();
    let text = format!("{}\n{}", header.join(","), "x\n".repeat(MAX_CELLS / MAX_COLUMNS + 1));
    let refused = read("x.csv", text.as_bytes(), &ReadOptions::default());
    assert!(matches!(refused, Err(ReadError::TooManyCells { columns: 4_000, .. })), "{refused:?}");
}

#[test]
fn hostile_bytes_never_panic_and_keep_every_row_as_wide_as_the_sheet() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state
    };
    let spice: &[&[u8]] = &[
        b"BEGIN:VCARD\n",
        b"BEGIN:VCALENDAR\n",
        b"BEGIN:VEVENT\n",
        b"END:VCARD\n",
        b"END:VEVENT\n",
        b"a.N;TYPE=b:",
        b"DTSTART;TZID=x:99999999T999999",
        b"RRULE:FREQ=YEARLY;BYDAY=-9SU",
        b"TEL;ENCODING=QUOTED-PRINTABLE:=",
        b"\n ",
        b"\\",
        b"\"",
        b"\"\"",
        b",",
        b";",
        b"\n",
        b"\r\n",
        b"\0",
        b"\xff\xfe",
        b"\xe2\x82",
        b"=1+1",
        b"a",
        "ü".as_bytes(),
    ];
    for round in 0..3_000 {
        let length = (next() % 200) as usize;
        let mut bytes = Vec::new();
        for _ in 0..length {
            match round % 3 {
                0 => bytes.push(next() as u8),
                1 if bytes.is_empty() => bytes.extend_from_slice(spice[(next() % 2) as usize]),
                _ => bytes.extend_from_slice(spice[(next() % spice.len() as u64) as usize]),
            }
        }
        if let Ok(sheet) = read("x.csv", &bytes, &ReadOptions::default()) {
            assert!(sheet.rows.iter().all(|row| row.cells.len() == sheet.columns.len()), "{bytes:?}");
            let names: std::collections::BTreeSet<_> = sheet.columns.iter().collect();
            assert_eq!(names.len(), sheet.columns.len());
        }
    }
}
