//! Which records are likely one.

use super::*;
use crate::device::FieldEdit;
use std::collections::BTreeSet;

/// Contacts that are one person, each pair with what alone tells so; and their companies.
fn planted() -> Vec<Record> {
    let at = |company: u32| ("company", Value::Ref(id(company)));
    let set = |item: &str| Value::Set([item.to_owned()].into());
    vec![
        firm(900, "Nordwind GmbH", "Kiel"),
        firm(901, "Südstern AG", "Ulm"),
        // The same address, once among the further ones.
        person(1, "Anna", "Meier", &[at(900), ("email", text("Anna.Meier@nordwind.example"))]),
        person(2, "A.", "Meier", &[("more_emails", set("anna.meier@nordwind.example"))]),
        // One number in two notations, one name in two orders.
        person(3, "Jörg", "Groß", &[at(900), ("phone", text("+49 (0)30 901820"))]),
        person(4, "Gross", "Jorg", &[("more_phones", set("030/90 18 20"))]),
        // A letter left out, in one company.
        person(5, "Katharina", "Lindqvist", &[at(901)]),
        person(6, "Katarina", "Lindqvist", &[at(901)]),
        // Another script, and a middle name.
        person(7, "प्रिया", "शर्मा", &[at(901)]),
        person(8, "शर्मा", "प्रिया", &[at(901)]),
        person(9, "João", "Silva", &[at(901)]),
        person(10, "Joao Pedro", "Silva", &[at(901)]),
        // A name by itself, where nothing speaks against it.
        person(11, "Ottilie", "Quandt", &[]),
        person(12, "Ottilie", "Quandt", &[]),
    ]
}

#[test]
fn each_planted_pair_is_found_and_nothing_else_the_surest_first() {
    let book = book(&planted());
    let found = pairs(&book, "contact");
    let told: BTreeSet<(RecordId, RecordId)> = found.iter().map(|pair| (pair.one, pair.other)).collect();
    let planted = [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10), (11, 12)].map(|(a, b)| (id(a), id(b)));
    assert_eq!(told, planted.into());
    assert!(found.is_sorted_by_key(|pair| std::cmp::Reverse(pair.score)));
    let why = |n: u32| found.iter().find(|pair| pair.one == id(n)).unwrap().why.clone();
    assert_eq!(why(1), [Why::NameAlike, Why::Email]);
    assert_eq!(why(3), [Why::Name, Why::Phone]);
    assert_eq!(why(5), [Why::NameAlike, Why::Belongs]);
    assert_eq!(why(11), [Why::Name]);
}

#[test]
fn what_the_whole_book_shows_the_record_shows_too() {
    let mut book = book(&planted());
    for pair in pairs(&book, "contact") {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            let record = book.get(one).unwrap();
            let found = like(&mut book, def("contact"), &record, 5);
            let found: Vec<(RecordId, u8)> = found.into_iter().map(|like| (like.id, like.score)).collect();
            assert_eq!(found, [(other, pair.score)], "{}", book.title(one).unwrap());
        }
    }
}

#[test]
fn people_of_one_name_in_two_companies_and_colleagues_on_one_switchboard_are_two() {
    let phone = ("phone", text("+49 30 901820"));
    let at = |company: u32| ("company", Value::Ref(id(company)));
    let born = |day: i8| ("birthday", Value::Date(jiff::civil::date(1980, 1, day)));
    let book = book(&[
        firm(900, "Nordwind GmbH", "Kiel"),
        firm(901, "Südstern AG", "Ulm"),
        person(1, "Anna", "Meier", &[at(900), phone.clone()]),
        person(2, "Anna", "Meier", &[at(901)]),
        person(3, "Bert", "Wolff", &[at(900), phone]),
        person(4, "Carla", "Anton", &[born(1)]),
        person(5, "Carla", "Anton", &[born(2)]),
    ]);
    assert_eq!(pairs(&book, "contact"), []);
}

#[test]
fn firms_are_one_without_their_legal_form_and_two_in_two_towns() {
    let book = book(&[
        firm(1, "Acme GmbH & Co. KG", "Kiel"),
        firm(2, "ACME", ""),
        firm(3, "Wellenreiter Logistik GmbH", "Ulm"),
        firm(4, "Wellenreiter Logistk", "Ulm"),
        firm(5, "Sparkasse", "Kiel"),
        firm(6, "Sparkasse", "Ulm"),
    ]);
    let found: Vec<(RecordId, RecordId)> =
        pairs(&book, "company").into_iter().map(|pair| (pair.one, pair.other)).collect();
    assert_eq!(found, [(id(1), id(2)), (id(3), id(4))]);
}

#[test]
fn while_one_types_a_name_or_a_number_is_enough() {
    let mut book = book(&planted());
    let mut typed = |fields: &[(&str, Value)]| {
        let draft = record("contact", 0, fields);
        let draft = Record { id: RecordId::default(), ..draft };
        let found = like(&mut book, def("contact"), &draft, 3);
        found.into_iter().map(|like| like.id).collect::<Vec<_>>()
    };
    assert_eq!(typed(&[("given_name", text("Anna")), ("family_name", text("Meyer"))])[0], id(1));
    assert_eq!(typed(&[("phone", text("+49 30 90 18 20"))]), [id(3), id(4)].map(|id| id));
    assert_eq!(typed(&[("family_name", text("Zimmermann"))]), []);
    assert_eq!(typed(&[]), []);
}

#[test]
fn a_pair_that_is_none_stays_away_also_when_one_of_it_is_merged_on() {
    let mut book = book(&planted());
    let draft = not_the_same(&book, id(11), id(12), |_| true).unwrap();
    let FieldEdit::Add(field, apart) = &draft.edits[0] else { panic!("{draft:?}") };
    let mut told = book.get(draft.record).unwrap().with(field, Value::Set([apart.clone()].into()));
    told.seq = 1;
    book.put(&told);
    let about = |book: &Book| pairs(book, "contact").iter().filter(|pair| pair.one == id(11)).count();
    assert_eq!(about(&book), 0);
    // Whoever bore the word is merged into a third of that name.
    book.put(&person(13, "Ottilie", "Quandt", &[]));
    let into = told.with("merged_into", Value::Ref(id(13)));
    book.put(&into);
    let rest = if into.id == id(11) { id(12) } else { id(11) };
    assert!(pairs(&book, "contact").iter().all(|pair| pair.one != rest && pair.other != rest));
    // Nobody who may write it: it cannot be said.
    assert_eq!(not_the_same(&book, id(1), id(2), |_| false), None);
}

#[test]
fn a_search_in_slices_finds_the_same() {
    let book = book(&planted());
    let mut search = Search::new(&book, def("contact"));
    let mut steps = 0;
    let found = loop {
        steps += 1;
        if let Some(found) = search.step(&book, 2) {
            break found;
        }
    };
    assert!(steps > 6, "{steps}");
    assert_eq!(found, pairs(&book, "contact"));
}
