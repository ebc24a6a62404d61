use crate::import::read::{Here, Note, ReadError, ReadOptions, Sheet, Trouble, read_all};

fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    read_all("cards.vcf", bytes, &ReadOptions::default(), Here::default()).unwrap()
}

fn cell<'a>(sheet: &'a Sheet, row: usize, column: &str) -> &'a str {
    let at = sheet.columns.iter().position(|name| name == column);
    at.map_or("", |at| sheet.rows[row].cells[at].as_str())
}

fn card(lines: &str) -> Sheet {
    let text = format!("BEGIN:VCARD\r\nVERSION:3.0\r\n{lines}\r\nEND:VCARD\r\n");
    sheets(text.as_bytes()).remove(0)
}

#[test]
fn a_card_with_groups_folds_and_escapes_is_a_contact() {
    let sheet = card(
        "N:Doe;John;Richter\\, James;Mr.;Sr.\r\nFN:Mr. John Richter, James Doe Sr.\r\nNICKNAME:Johny\r\n\
         ORG:IBM;Accounting\r\nTITLE:Money\r\n  Counter\r\nitem1.EMAIL;type=INTERNET:john@home.example\r\n\
         item1.X-ABLabel:_$!<HomePage>!$_\r\nEMAIL;type=pref:john@work.example\r\nTEL;TYPE=CELL:905-555-1234\r\n\
         TEL;type=WORK;type=FAX:905-999-1234\r\nTEL;TYPE=HOME,VOICE:905-666-1234\r\n\
         item3.ADR;type=HOME;type=pref:;;Silicon Alley 5,;New York;NY;12345;United States\r\n\
         ADR;type=WORK:;;Street4\\nBuilding 6;Boston;;1;USA\r\nURL:http\\://x.example\r\n\
         BDAY;value=date:2012-06-06\r\nNOTE:a\\nb\\; c\\, d\r\nX-SKYPE:john.d\r\nCATEGORIES:vip,fair",
    );
    let expected = [
        ("given_name", "John Richter, James"),
        ("family_name", "Doe"),
        ("salutation", "Mr."),
        ("company", "IBM"),
        ("job_title", "Money Counter"),
        ("email", "john@work.example"),
        ("more_emails", "john@home.example"),
        ("phone", "905-555-1234"),
        ("more_phones", "905-666-1234"),
        ("address_street", "Silicon Alley 5"),
        ("address_city", "New York"),
        ("address_region", "NY"),
        ("address_postcode", "12345"),
        ("address_country", "United States"),
        ("birthday", "2012-06-06"),
        ("messaging", "skype: john.d"),
        ("tags", "vip; fair"),
    ];
    for (column, text) in expected {
        assert_eq!(cell(&sheet, 0, column), text, "{column}");
    }
    assert_eq!(
        cell(&sheet, 0, "remarks"),
        "a\nb; c, d\n[N: Sr.]\n[NICKNAME: Johny]\n[ORG: Accounting]\n[TEL work fax: 905-999-1234]\n\
         [URL: http://x.example]\n[ADR work: Street4, Building 6, Boston, 1, USA]"
    );
    assert_eq!(sheet.rows[0].trouble, None);
    assert_eq!(sheet.rows_are.as_ref().unwrap().entity, "contact");
}

#[test]
fn cards_of_2_1_are_read_in_the_charset_each_line_names() {
    let text = b"BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg\r\n\
        ORG;CHARSET=windows-1252:B\xe4cker\r\nTITLE;ENCODING=QUOTED-PRINTABLE:Gesch=E4ftsf=\r\n=FChrer\r\n\
        TEL;CELL;VOICE:+49 170 1\r\nTEL;PREF;WORK:+49 30 22222\r\nADR;HOME:;;C:\\new 1;Ulm;;89073;\r\n\
        PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQ\r\n SkZJ\r\n\r\nEMAIL;INTERNET:j@x.example\r\nEND:VCARD\r\n";
    let sheet = sheets(text).remove(0);
    let read = ["family_name", "given_name", "company", "job_title", "phone", "more_phones", "email"];
    assert_eq!(
        read.map(|column| cell(&sheet, 0, column)),
        ["Müller", "Jörg", "Bäcker", "Geschäftsführer", "+49 30 22222", "+49 170 1", "j@x.example"]
    );
    assert_eq!(cell(&sheet, 0, "address_street"), "C:\\new 1", "2.1 knows no line break in a backslash");
    assert!(sheet.notes.contains(&Note::PhotosLeftOut { count: 1 }), "{:?}", sheet.notes);
}

#[test]
fn cards_of_4_0_say_what_they_prefer() {
    let text = "BEGIN:VCARD\nVERSION:4.0\nFN:Simon Perreault\nBDAY:--0203\nGENDER:M\nLANG;PREF=2:fr\nLANG;PREF=1:en-CA\n\
        ORG;TYPE=work:Viagenie\nADR;TYPE=work:;Suite D2-630;2875 Laurier;\n Quebec;QC;G1V 2M2;Canada\n\
        TEL;VALUE=uri;TYPE=\"work,voice\";PREF=1:tel:+1-418-656-9254;ext=102\nTEL;VALUE=uri:tel:+1-418-262-6501\n\
        UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\nEND:VCARD\n";
    let sheet = sheets(text.as_bytes()).remove(0);
    for (column, text) in [
        ("given_name", "Simon"),
        ("family_name", "Perreault"),
        ("phone", "+1-418-656-9254 ext 102"),
        ("more_phones", "+1-418-262-6501"),
        ("gender", "male"),
        ("language", "en"),
        ("address_street", "2875 Laurier, Suite D2-630"),
        ("address_city", "Quebec"),
        ("birthday", "--0203"),
        ("uid", "4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"),
        ("remarks", "[LANG: fr]"),
    ] {
        assert_eq!(cell(&sheet, 0, column), text, "{column}");
    }
}

#[test]
fn organisations_become_companies_beside_the_people() {
    let text = "BEGIN:VCARD\nVERSION:3.0\nN:;;;;\nFN:Acme\nORG:Acme\nX-ABShowAs:COMPANY\nURL:acme.example\n\
        TEL:1234\nTEL:5678\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Friends\nEND:VCARD\n\
        BEGIN:VCARD\nVERSION:4.0\nFN:Lima\\, Ana\nORG:Acme\nEND:VCARD\n";
    let sheets = sheets(text.as_bytes());
    let entities: Vec<&str> =
        sheets.iter().map(|sheet| sheet.rows_are.as_ref().unwrap().entity.as_str()).collect();
    assert_eq!(entities, ["contact", "company"]);
    assert_eq!([cell(&sheets[0], 0, "given_name"), cell(&sheets[0], 0, "family_name")], ["Ana", "Lima"]);
    assert_eq!(
        ["name", "website", "phone"].map(|column| cell(&sheets[1], 0, column)),
        ["Acme", "acme.example", "1234"]
    );
    assert_eq!(cell(&sheets[1], 0, "remarks"), "[TEL: 5678]");
    assert_eq!(sheets[0].notes, [Note::PartsLeftOut { name: "KIND:group".into(), count: 1 }]);
}

#[test]
fn what_a_card_lacks_or_breaks_is_said_and_kept() {
    let text = "stray\nBEGIN:VCARD\nVERSION:3.0\nN:One;;;;\nno line of a card\nBEGIN:VCARD\nN:Two;;;;\nEND:VCARD\n\
        BEGIN:VCARD\nN:Three;;;;\n";
    let sheet = sheets(&text.as_bytes()[6..]).remove(0);
    let troubles: Vec<_> = sheet.rows.iter().map(|row| row.trouble.clone()).collect();
    assert_eq!(troubles, [Some(Trouble::NoEnd), None, Some(Trouble::NoEnd)]);
    assert_eq!((cell(&sheet, 0, "remarks"), sheet.rows[1].line), ("[no line of a card]", 5));
    let outside = sheets(b"BEGIN:VCARD\nN:A\nEND:VCARD\nstray\n").remove(0);
    assert_eq!(outside.notes, [Note::LinesLeftOut { count: 1 }]);
    let empty = read_all("x.vcf", b"BEGIN:VCARD\nEND:VCARD\n", &ReadOptions::default(), Here::default());
    assert_eq!(empty, Err(ReadError::Empty));
}

#[test]
fn a_text_of_ten_megabytes_refuses_its_card_only() {
    let long = "x".repeat(60).repeat(170_000);
    let folded = format!(
        "NOTE:{}",
        long.as_bytes().chunks(70).map(|c| std::str::from_utf8(c).unwrap()).collect::<Vec<_>>().join("\r\n ")
    );
    let text = format!("BEGIN:VCARD\nN:One\n{folded}\nEND:VCARD\nBEGIN:VCARD\nN:Two\nEND:VCARD\n");
    let sheet = sheets(text.as_bytes()).remove(0);
    assert!(
        matches!(sheet.rows[0].trouble, Some(Trouble::CellTooLong { bytes: 10_200_000, .. })),
        "{:?}",
        sheet.rows[0].trouble
    );
    assert_eq!((cell(&sheet, 1, "family_name"), &sheet.rows[1].trouble), ("Two", &None));
}

#[test]
fn lines_may_end_in_any_way_programs_end_them() {
    let text = "BEGIN:VCARD\nN:Doe\nNOTE:fol\n ded\nPHOTO;ENCODING=b:AAAA\n BBBB\nEND:VCARD\n";
    for ending in ["\n", "\r\n", "\r", "\r\r\n"] {
        let sheet = sheets(text.replace('\n', ending).as_bytes()).remove(0);
        assert_eq!((cell(&sheet, 0, "remarks"), &sheet.rows[0].trouble), ("folded", &None), "{ending:?}");
        assert_eq!(sheet.notes, [Note::PhotosLeftOut { count: 1 }]);
    }
}

#[test]
fn a_wrong_charset_is_noted_and_can_be_told() {
    let utf16: Vec<u8> =
        "\u{feff}BEGIN:VCARD\nN:Müller\nEND:VCARD\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(cell(&sheets(&utf16)[0], 0, "family_name"), "Müller");
    let latin = b"BEGIN:VCARD\nVERSION:3.0\nN:M\xfcller;J\xf6rg\nEND:VCARD\n";
    assert_eq!(cell(&sheets(latin)[0], 0, "family_name"), "Müller");
    let told = ReadOptions { encoding: Some("utf-8".into()), ..ReadOptions::default() };
    let wrong = read_all("x.vcf", latin, &told, Here::default()).unwrap().remove(0);
    assert!(matches!(wrong.notes[..], [Note::UnreadableBytes { .. }]), "{:?}", wrong.notes);
}

#[test]
fn thousands_of_cards_are_read_in_turns_as_at_once() {
    let text: String = (0..3_000).map(|n| format!("BEGIN:VCARD\nN:Name{n}\nUID:{n}\nEND:VCARD\n")).collect();
    let mut reading = crate::import::read::Reading::begin(
        "c.vcf",
        text.as_bytes(),
        &ReadOptions::default(),
        Here::default(),
    )
    .unwrap();
    let mut turns = 0;
    while reading.step(500).unwrap() {
        turns += 1;
    }
    assert_eq!(
        (turns, reading.finish().unwrap()),
        (
            6,
            sheets(text.as_bytes())
                .into_iter()
                .map(|mut sheet| {
                    sheet.name = "c".into();
                    sheet
                })
                .collect()
        )
    );
}
