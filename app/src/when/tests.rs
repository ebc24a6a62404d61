#![allow(clippy::unwrap_used)]

use super::*;
use crate::words::Language::{De, En, Hi, PtBr};
use jiff::civil::datetime;

/// A Wednesday.
fn read_now(language: Language, text: &str) -> Result<String, Unread> {
    let now = datetime(2026, 3, 4, 9, 30, 12, 0);
    read(text, language, now).map(|when| match when.time {
        Some(_) => when.at(0).strftime("%Y-%m-%d %H:%M").to_string(),
        None => when.date.to_string(),
    })
}

fn all(language: Language, table: &[(&str, &str)]) {
    for (text, wanted) in table {
        assert_eq!(read_now(language, text).as_deref(), Ok(*wanted), "{text}");
        assert_eq!(read_now(language, &text.to_uppercase()).as_deref(), Ok(*wanted), "{text} in capitals");
    }
}

#[test]
fn english() {
    all(
        En,
        &[
            ("today", "2026-03-04"),
            ("tomorrow 8:15", "2026-03-05 08:15"),
            ("the day after tomorrow", "2026-03-06"),
            ("yesterday 17:00", "2026-03-03 17:00"),
            ("fri", "2026-03-06"),
            ("wed", "2026-03-11"),
            ("Tue 10", "2026-03-10 10:00"),
            ("next tue 10", "2026-03-10 10:00"),
            ("next fri", "2026-03-13"),
            ("on Monday at 9.30 am", "2026-03-09 09:30"),
            ("mon 2 pm", "2026-03-09 14:00"),
            ("mon 12am", "2026-03-09 00:00"),
            ("noon", "2026-03-04 12:00"),
            ("fri evening", "2026-03-06 18:00"),
            ("fri 6 in the evening", "2026-03-06 18:00"),
            ("in 2 weeks", "2026-03-18"),
            ("in a month", "2026-04-04"),
            ("3 days ago", "2026-03-01"),
            ("in 90 minutes", "2026-03-04 11:00"),
            ("next week", "2026-03-11"),
            ("3 dec", "2026-12-03"),
            ("Dec 3rd, 2027, 10 o'clock", "2027-12-03 10:00"),
            ("1 March", "2027-03-01"),
            ("29 Feb", "2028-02-29"),
            ("25/4", "2026-04-25"),
            ("4/25/2026", "2026-04-25"),
            ("2026-12-03T14:30", "2026-12-03 14:30"),
            ("14:30", "2026-03-04 14:30"),
            ("fri 24:00", "2026-03-07 00:00"),
        ],
    );
}

#[test]
fn german() {
    all(
        De,
        &[
            ("heute", "2026-03-04"),
            ("morgen 14:30", "2026-03-05 14:30"),
            ("übermorgen um 9 Uhr", "2026-03-06 09:00"),
            ("morgen früh", "2026-03-05 08:00"),
            ("Fr", "2026-03-06"),
            ("nächsten Dienstag 10", "2026-03-10 10:00"),
            ("am Fr. um halb drei nachmittags", "2026-03-06 14:30"),
            ("in zwei Wochen", "2026-03-18"),
            ("vor 3 Tagen", "2026-03-01"),
            ("nächste Woche", "2026-03-11"),
            ("3.12.", "2026-12-03"),
            ("3.12.26 14.30 Uhr", "2026-12-03 14:30"),
            ("3. Dezember, 10 Uhr", "2026-12-03 10:00"),
            ("1. März 2027", "2027-03-01"),
            ("Mo 7 Uhr abends", "2026-03-09 19:00"),
        ],
    );
}

#[test]
fn portuguese() {
    all(
        PtBr,
        &[
            ("hoje", "2026-03-04"),
            ("amanhã 9h", "2026-03-05 09:00"),
            ("amanha às 9 horas", "2026-03-05 09:00"),
            ("depois de amanhã", "2026-03-06"),
            ("terça-feira 14h30", "2026-03-10 14:30"),
            ("próxima sexta", "2026-03-13"),
            ("sexta que vem às 10", "2026-03-13 10:00"),
            ("em 2 semanas", "2026-03-18"),
            ("daqui a um mês", "2026-04-04"),
            ("há 2 dias", "2026-03-02"),
            ("3/12", "2026-12-03"),
            ("15 de janeiro de 2027", "2027-01-15"),
            ("seg 3 da tarde", "2026-03-09 15:00"),
            ("semana que vem", "2026-03-11"),
        ],
    );
}

#[test]
fn hindi() {
    all(
        Hi,
        &[
            ("आज", "2026-03-04"),
            ("कल 10 बजे", "2026-03-05 10:00"),
            ("कल १० बजे", "2026-03-05 10:00"),
            ("कल शाम 5 बजे", "2026-03-05 17:00"),
            ("कल रात 9 बजे", "2026-03-05 21:00"),
            ("कल रात 12 बजे", "2026-03-06 00:00"),
            ("आज रात 1 बजे", "2026-03-05 01:00"),
            ("कल दोपहर 12 बजे", "2026-03-05 12:00"),
            ("परसों", "2026-03-06"),
            ("बीते कल", "2026-03-03"),
            ("अगले मंगलवार 10 बजे", "2026-03-10 10:00"),
            ("शुक्रवार को", "2026-03-06"),
            ("2 हफ्ते में", "2026-03-18"),
            ("दो दिन बाद", "2026-03-06"),
            ("3 दिन पहले", "2026-03-01"),
            ("3 दिसंबर", "2026-12-03"),
            ("३/१२", "2026-12-03"),
            ("कल 14:30", "2026-03-05 14:30"),
        ],
    );
}

#[test]
fn words_of_another_language_are_read_where_ones_own_has_none_of_them() {
    assert_eq!(read_now(Hi, "next tue 10").as_deref(), Ok("2026-03-10 10:00"));
    assert_eq!(read_now(En, "morgen 14:30").as_deref(), Ok("2026-03-05 14:30"));
    // A word that is in both means what it means at home.
    assert_eq!(read_now(De, "mar 3"), Ok("2027-03-03".to_owned()));
}

#[test]
fn what_is_ambiguous_or_no_date_says_so() {
    let ambiguous = |text: &str| Err(Unread::Ambiguous(text.to_owned()));
    let word = |text: &str| Err(Unread::Word(text.to_owned()));
    let no_such = |text: &str| Err(Unread::NoSuch(text.to_owned()));
    let table = [
        (En, "", Err(Unread::Empty)),
        (En, " , ", Err(Unread::Empty)),
        (En, "10", ambiguous("10")),
        (En, "3/4", ambiguous("3/4")),
        (En, "2 weeks", ambiguous("2")),
        (En, "soonish", word("soonish")),
        (En, "fri soonish", word("soonish")),
        (En, "fri sat", Err(Unread::Twice)),
        (En, "today tomorrow", Err(Unread::Twice)),
        (En, "fri 9:00 10:00", Err(Unread::Twice)),
        (En, "next", Err(Unread::NoDay)),
        (En, "december", Err(Unread::NoDay)),
        (En, "31 june", no_such("31.6.")),
        (En, "2026-02-30", no_such("2026-02-30")),
        (En, "fri 25:00", no_such("25:00")),
        (En, "fri 13 pm", no_such("13:00")),
        (En, "fri 3 dec", no_such("fri 3 dec")),
        (De, "3.13.", no_such("3.13.")),
        (De, "demnächst", word("demnachst")),
        (Hi, "जल्दी", word("जल्दी")),
        (En, "in 99999999999 weeks", no_such("4294967295")),
    ];
    for (language, text, wanted) in table {
        assert_eq!(read_now(language, text), wanted, "{text}");
    }
}

#[test]
fn every_phrase_of_every_table_is_read_as_itself() {
    for language in Language::ALL {
        for (phrase, mean) in tables::table(language).words {
            let same = tables::table(language)
                .words
                .iter()
                .filter(|(other, _)| token::tokens(other) == token::tokens(phrase));
            let meanings: Vec<_> = same.map(|(_, mean)| mean).collect();
            assert!(meanings.iter().all(|other| *other == mean), "{phrase} means {meanings:?}");
        }
    }
}

#[test]
fn no_text_breaks_it() {
    let mut draw = fastrand::Rng::with_seed(3);
    let parts = [
        "next",
        "tue",
        "10",
        ":",
        "30",
        ".",
        "/",
        "-",
        "in",
        "weeks",
        "ago",
        "pm",
        "h",
        "2026",
        "99",
        "कल",
        "बजे",
        "dez",
        "é",
        "\u{200d}",
        "00",
        "evening",
        "half",
        "halb",
        "t",
        "…",
    ];
    for _ in 0..2_000 {
        let text: Vec<_> = (0..draw.usize(0..9)).map(|_| parts[draw.usize(0..parts.len())]).collect();
        for language in Language::ALL {
            let _ = read_now(language, &text.join(if draw.bool() { " " } else { "" }));
        }
    }
}
