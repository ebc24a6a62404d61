//! Lists: filters, order, groups, references and redirects.

use super::*;
use crate::value::{Currency, Money};
use jiff::civil::date;
use std::collections::BTreeSet;

fn ids(numbers: &[u32]) -> Vec<RecordId> {
    numbers.iter().map(|n| id(*n)).collect()
}

fn eur(minor: i64) -> Value {
    Value::Money(Money::new(minor, Currency::EUR))
}

fn set(items: &[&str]) -> Value {
    Value::Set(items.iter().map(|item| item.to_string()).collect::<BTreeSet<_>>())
}

/// Deals 1 to 5: amounts, dates, a customer each but the last.
fn deals() -> Book {
    let deal = |n: u32, name: &str| {
        let mut record = Record::new(id(n), "deal").with("name", Value::text(name));
        (record.seq, record.at) = (u64::from(n), 1000 * i64::from(n));
        record
    };
    book(&[
        company(101, "Zeta"),
        company(102, "Älpha GmbH"),
        contact(103, "Mia", "Beta"),
        deal(1, "one").with("amount", eur(90_000)).with("customer", Value::Ref(id(101))),
        deal(2, "Two")
            .with("amount", eur(1_000_000))
            .with("customer", Value::Ref(id(102)))
            .with("expected_close", Value::Date(date(2026, 3, 1)))
            .with("competitors", set(&["SAP", "Oracle"])),
        deal(3, "three")
            .with("amount", Value::Money(Money::new(95_000, Currency::USD)))
            .with("customer", Value::Ref(id(103)))
            .with("expected_close", Value::Date(date(2025, 12, 31)))
            .with("lost_reason", Value::text("timing")),
        deal(4, "Four")
            .with("amount", eur(-5))
            .with("customer", Value::Ref(id(102)))
            .with("probability", Value::Number("9.5".parse().unwrap()))
            .with("lost_reason", Value::text("price")),
        deal(5, "Émile").with("probability", Value::Number("50".parse().unwrap())),
    ])
}

#[test]
fn columns_sort_by_kind_with_the_empty_last_either_way() {
    let mut book = deals();
    let mut by = |field: &str, direction| book.query(&Query::all("deal").sort(field, direction));
    assert_eq!(by("name", Direction::Asc), ids(&[5, 4, 1, 3, 2]));
    assert_eq!(by("amount", Direction::Asc), ids(&[4, 1, 3, 2, 5]));
    assert_eq!(by("amount", Direction::Desc), ids(&[2, 3, 1, 4, 5]));
    assert_eq!(by("expected_close", Direction::Asc)[..2], ids(&[3, 2]));
    assert_eq!(by("probability", Direction::Desc)[..2], ids(&[5, 4]));
    // By the customer's name: Älpha, Mia Beta, Zeta.
    let customers = by("customer", Direction::Asc);
    assert_eq!(customers[..2].iter().collect::<BTreeSet<_>>(), ids(&[2, 4]).iter().collect());
    assert_eq!(customers[2..], ids(&[3, 1, 5]));
    // Choices as they are declared: price before timing.
    assert_eq!(by("lost_reason", Direction::Asc)[..2], ids(&[4, 3]));
    assert_eq!(by(TOUCHED, Direction::Desc), ids(&[5, 4, 3, 2, 1]));
}

#[test]
fn a_second_column_decides_where_the_first_is_equal() {
    let mut book = deals();
    let query = Query::all("deal").sort("customer", Direction::Desc).sort("amount", Direction::Desc);
    assert_eq!(book.query(&query), ids(&[1, 3, 2, 4, 5]));
    let query = Query::all("deal").sort("customer", Direction::Asc).sort("amount", Direction::Asc).limit(2);
    assert_eq!(book.query(&query), ids(&[4, 2]));
}

#[test]
fn a_renamed_company_moves_the_deals_sorted_by_it() {
    let mut book = deals();
    let query = Query::all("deal").sort("customer", Direction::Asc);
    book.query(&query);
    book.put(&company(101, "Aachen"));
    assert_eq!(book.query(&query)[0], id(1));
    book.set_overlay(id(101), Some(&company(101, "Zwickau")));
    assert_eq!(book.query(&query)[3], id(1));
    book.set_overlay(id(101), None);
    assert_eq!(book.query(&query)[0], id(1));
}

#[test]
fn every_test_keeps_what_it_says() {
    let mut book = deals();
    let number = |text: &str| Value::Number(text.parse().unwrap());
    let day = |y, m, d| Value::Date(date(y, m, d));
    let text = |text: &str| text.to_owned();
    let cases: Vec<(&str, Test, &[u32])> = vec![
        ("name", Test::Is(Value::text("EMILE")), &[5]),
        ("name", Test::IsNot(Value::text("one")), &[2, 3, 4, 5]),
        ("name", Test::Contains(text("O")), &[1, 2, 4]),
        ("name", Test::Starts(text("t")), &[2, 3]),
        ("customer", Test::Is(Value::Ref(id(102))), &[2, 4]),
        ("customer", Test::AnyOf(vec![Value::Ref(id(101)), Value::Ref(id(103))]), &[1, 3]),
        ("customer", Test::Contains(text("alpha")), &[2, 4]),
        ("customer", Test::Empty, &[5]),
        ("amount", Test::NotEmpty, &[1, 2, 3, 4]),
        ("amount", Test::After(eur(0)), &[1, 2]),
        ("amount", Test::After(number("900")), &[2, 3]),
        ("amount", Test::Between(eur(-5), eur(90_000)), &[1, 4]),
        ("amount", Test::Is(eur(90_000)), &[1]),
        ("probability", Test::Is(number("50.00")), &[5]),
        ("probability", Test::Before(number("10")), &[4]),
        ("expected_close", Test::Before(day(2026, 3, 1)), &[3]),
        ("expected_close", Test::Between(day(2025, 12, 31), day(2026, 3, 1)), &[2, 3]),
        ("competitors", Test::HasAny(vec![text("sap"), text("x")]), &[2]),
        ("competitors", Test::HasAll(vec![text("sap"), text("x")]), &[]),
        ("competitors", Test::HasAll(vec![text("SAP"), text("Oracle")]), &[2]),
        ("competitors", Test::Is(set(&["Oracle", "SAP"])), &[2]),
        ("no_such_field", Test::Empty, &[1, 2, 3, 4, 5]),
        ("name", Test::Opaque(serde_json::json!({"sounds_like": "wan"})), &[1, 2, 3, 4, 5]),
    ];
    for (field, test, expected) in cases {
        let query = Query::all("deal").filter(field, test).sort(TOUCHED, Direction::Asc);
        assert_eq!(book.query(&query), ids(expected), "{query:?}");
        assert_eq!(book.count_matching(&query), expected.len());
    }
}

#[test]
fn yes_and_no_count_what_was_never_entered_as_no() {
    let task = |n: u32| Record::new(id(n), "task");
    let mut book =
        book(&[task(1), task(2).with("done", Value::Bool(false)), task(3).with("done", Value::Bool(true))]);
    let mut count = |test| book.count_matching(&Query::all("task").filter("done", test));
    assert_eq!((count(Test::True), count(Test::Is(Value::Bool(false)))), (1, 2));
}

#[test]
fn a_saved_query_reads_back_and_groups_nest() {
    let json = serde_json::json!({
        "entity": "deal",
        "filters": [
            {"or": [
                {"and": [{"field": "name", "test": {"starts": "t"}}, {"field": "lost_reason", "test": "empty"}]},
                {"field": "amount", "test": {"before": {"money": {"minor": 0, "currency": "EUR"}}}}
            ]},
            {"near": "Berlin"}
        ],
        "sort": [["name", "desc"]]
    });
    let query: Query = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&query).unwrap(), json);
    assert!(matches!(query.filters[1], Filter::Opaque(_)));
    assert_eq!(deals().query(&query), ids(&[2, 4]));
}

#[test]
fn groups_count_and_sum_by_currency() {
    let mut book = deals();
    let groups = book.groups(&Query::all("deal"), "customer", Some("amount"));
    assert_eq!(groups.len(), 4);
    assert_eq!((&groups[0].value, groups[0].count), (&Value::Ref(id(102)), 2));
    assert_eq!(groups[0].sums, [Money::new(999_995, Currency::EUR)]);
    assert!(groups.iter().any(|group| group.value == Value::None && group.sums.is_empty()));
}

#[test]
fn deleted_and_merged_records_leave_lists_and_references_follow_the_redirect() {
    let mut book = deals();
    let query = Query::all("company");
    assert_eq!(book.query(&query), ids(&[102, 101]));
    book.put(&company(101, "Zeta").with("merged_into", Value::Ref(id(102))));
    assert_eq!(book.query(&query), ids(&[102]));
    assert_eq!((book.resolve(id(101)), book.count("company")), (id(102), 1));
    assert_eq!(book.title(id(101)).as_deref(), Some("Älpha GmbH"));
    let found: Vec<RecordId> =
        book.search("zeta", Some(&["company"]), 5).into_iter().map(|hit| hit.id).collect();
    assert_eq!(found, ids(&[102]), "under the name of what was merged into it");
    let mut pointing: Vec<RecordId> = book.referencing(id(102)).into_iter().map(|(id, _)| id).collect();
    assert_eq!(pointing, ids(&[4, 2, 1]));
    assert_eq!(book.query(&Query::all("deal").filter("customer", Test::Is(Value::Ref(id(102))))).len(), 3);
    // Two merges that crossed keep one of both.
    book.put(&company(102, "Älpha GmbH").with("merged_into", Value::Ref(id(101))));
    assert_eq!(book.count("company"), 1);
    // Undone, all is as before; a deleted deal points to nothing.
    book.put(&company(101, "Zeta"));
    book.put(&company(102, "Älpha GmbH"));
    let mut deal = book.get(id(4)).unwrap();
    deal.deleted = Some(99);
    book.set_overlay(id(4), Some(&deal));
    pointing = book.referencing(id(102)).into_iter().map(|(id, _)| id).collect();
    assert_eq!(pointing, ids(&[2]));
    assert!(book.get(id(4)).unwrap().deleted.is_some() && book.confirmed(id(4)).unwrap().deleted.is_none());
}

#[test]
fn a_record_out_of_sight_goes_by_its_label() {
    let mut book = deals();
    book.query(&Query::all("deal").sort("customer", Direction::Asc));
    book.remove(id(101));
    assert_eq!((book.get(id(101)), book.entity_of(id(101)), book.title(id(101))), (None, None, None));
    book.set_labels([(id(101), "Aaa".to_owned())]);
    assert_eq!(book.query(&Query::all("deal").sort("customer", Direction::Asc))[0], id(1));
    assert_eq!(book.title(id(101)).as_deref(), Some("Aaa"));
}

#[test]
fn groups_follow_the_fields_order_with_those_without_a_value_last() {
    let mut book = deals();
    let grouped = |book: &mut Book, query: &Query, field: &str| book.grouped(query, field);
    let by_reason = grouped(&mut book, &Query::all("deal").sort("amount", Direction::Desc), "lost_reason");
    let shown: Vec<_> = by_reason.iter().map(|(value, ids)| (value.as_text(), ids.clone())).collect();
    assert_eq!(shown, [(Some("price"), ids(&[4])), (Some("timing"), ids(&[3])), (None, ids(&[2, 1, 5]))]);
    let by_customer = grouped(&mut book, &Query::all("deal"), "customer");
    let sizes: Vec<_> = by_customer.iter().map(|(value, ids)| (value.as_ref_id(), ids.len())).collect();
    assert_eq!(sizes, [(Some(id(102)), 2), (Some(id(103)), 1), (Some(id(101)), 1), (None, 1)]);
}
