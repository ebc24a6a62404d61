//! Search: what is typed, and what is found first.

use super::*;
use crate::value::Address;

fn people() -> Book {
    let text = Value::text;
    book(&[
        company(1, "Acme"),
        company(2, "Acme Holding"),
        company(3, "Müller & Söhne").with("email", text("info@mueller-soehne.example")),
        company(4, "Straßenbau Ost"),
        company(5, "शर्मा ट्रेडर्स"),
        company(6, "東京商事"),
        contact(11, "Anna", "Schmidt")
            .with("company", Value::Ref(id(1)))
            .with("phone", text("+49 (0)30 1234567")),
        contact(12, "Annabell", "Schmitt").with("phone", text("040/99 88 77")),
        contact(13, "Jürgen", "Ångström").with("email", text("j.angstrom@mail.acme.example")),
        contact(14, "प्रिया", "शर्मा").with("phone", text("+९१ ९८७६५ ४३२१०")),
        contact(15, "John", "Smith").with("remarks", text("met Anna at the fair, wants annual report")),
        contact(16, "Kathrin", "Wiśniewska")
            .with("more_emails", Value::Set(["kw@beta.example".to_owned()].into())),
        contact(17, "Søren", "Łukasik").with(
            "address",
            Value::Address(Address { city: "Århus".into(), postcode: "10115".into(), ..Address::default() }),
        ),
        contact(18, "Anna", "Zimmermann"),
    ])
}

#[test]
fn what_is_typed_finds_this_first() {
    let mut book = people();
    let cases = [
        ("acme", 1),
        ("acme hold", 2),
        ("ACME", 1),
        ("muller", 3),
        ("Müller", 3),
        ("soh", 3),
        ("strassenbau", 4),
        ("शर्मा ट्रे", 5),
        ("प्रि", 14),
        ("प्रिया शर्मा", 14),
        ("商", 6),
        ("anna schmidt", 11),
        ("schmidt anna", 11),
        ("annab", 12),
        ("anna acme", 11),
        ("angstrom", 13),
        ("jurgen", 13),
        ("@acme", 13),
        ("@mail.acme", 13),
        ("j.angstrom@mail.acme.example", 13),
        ("@beta", 16),
        ("info@mueller", 3),
        ("1234567", 11),
        ("567", 11),
        ("+49 30 1234567", 11),
        ("030 1234", 11),
        ("998877", 12),
        ("040 99", 12),
        ("9876543210", 14),
        ("smith", 15),
        ("annual", 15),
        ("jhon", 15),
        ("smiht", 15),
        ("zimerman", 18),
        ("kathrni", 16),
        ("cathrin", 16),
        ("wisniewska", 16),
        ("soren", 17),
        ("lukasik", 17),
        ("10115", 17),
        ("arhus", 17),
    ];
    for (typed, expected) in cases {
        let hits = book.search(typed, None, 5);
        assert_eq!(hits.first().map(|hit| hit.id), Some(id(expected)), "{typed}: {hits:?}");
    }
    for nothing in ["", "  ", "@", "-", "xylophone", "anna ångström", "99"] {
        assert_eq!(book.search(nothing, None, 5), [], "{nothing}");
    }
}

#[test]
fn exact_comes_before_prefix_and_title_before_the_rest_and_recent_first() {
    let mut book = people();
    let found: Vec<RecordId> = book.search("anna", None, 9).into_iter().map(|hit| hit.id).collect();
    // Both Annas (the later first), the Anna in the remarks, then Annabell.
    assert_eq!(found, [id(18), id(11), id(15), id(12)]);
}

#[test]
fn a_search_is_of_the_entities_asked_for() {
    let mut book = people();
    let hits = book.search("acme", Some(&["contact"]), 9);
    assert_eq!(hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), [id(13), id(11)]);
    assert!(hits.iter().all(|hit| hit.entity == "contact"));
    let query = Query::all("contact").search("acme");
    assert_eq!(book.query(&query), [id(13), id(11)]);
    assert_eq!(book.query(&query.sort("given_name", Direction::Asc)), [id(11), id(13)]);
}

#[test]
fn what_changed_is_found_as_it_stands() {
    let mut book = people();
    assert_eq!(book.search("smith", None, 1).len(), 1);
    book.put(&contact(15, "John", "Baker"));
    assert_eq!(book.search("smithson", None, 1), []);
    assert_eq!(book.search("baker", None, 1)[0].id, id(15));
    book.set_overlay(id(15), Some(&contact(15, "John", "Cook")));
    assert_eq!(book.search("baker", None, 1), []);
    assert_eq!(book.search("cook", None, 1)[0].id, id(15));
    book.set_overlay(id(15), None);
    book.remove(id(15));
    assert_eq!(book.search("baker", None, 1), []);
}

#[test]
fn the_index_is_made_in_slices_and_edits_meanwhile_count() {
    let mut book = book(&[]);
    (0..5000).for_each(|n| book.put(&contact(n, "Anna", &format!("Nr{n}"))));
    assert_eq!(book.search("anna", None, 10), []);
    assert!(!book.index_step(100));
    assert_eq!(book.indexed().1, 5000);
    book.put(&contact(7, "Bert", "Nr7"));
    assert_eq!(book.search("bert", None, 10)[0].id, id(7));
    let mut steps = 0;
    while !book.index_step(100) {
        steps += 1;
    }
    assert!((45..=70).contains(&steps), "{steps}");
    assert_eq!(book.search("nr7", None, 10)[0].id, id(7));
    assert_eq!(book.search("bert nr7", None, 10).len(), 1);
    assert_eq!(book.search("anna nr7", None, 10).iter().filter(|hit| hit.id == id(7)).count(), 0);
    assert_eq!(book.search("anna", None, 9999).len(), 4999);
}
