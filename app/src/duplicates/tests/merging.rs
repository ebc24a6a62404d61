//! What a merge changes.

use super::*;
use crate::device::FieldEdit;
use std::collections::BTreeMap;

fn set(items: &[&str]) -> Value {
    Value::Set(items.iter().map(|item| (*item).to_owned()).collect())
}

fn two() -> (Record, Record) {
    let keep = person(
        1,
        "Anna",
        "Meier",
        &[
            ("email", text("anna@a.example")),
            ("phone", text("+49 30 1000001")),
            ("remarks", text("Likes tea.")),
            ("messaging", set(&["skype:anna"])),
            ("lifecycle", text("lead")),
        ],
    );
    let other = person(
        2,
        "Anna",
        "Meyer",
        &[
            ("email", text("meier@b.example")),
            ("phone", text("030/1000001")),
            ("job_title", text("Buyer")),
            ("remarks", text("Call after ten.")),
            ("messaging", set(&["signal:anna"])),
            ("external_key", text("17")),
        ],
    );
    (keep, other)
}

/// The survivor as the drafts leave it.
fn merged(merge: &Merge, chosen: &[(&str, Choice)]) -> Record {
    let chosen: BTreeMap<String, Choice> =
        chosen.iter().map(|(field, choice)| ((*field).to_owned(), *choice)).collect();
    let drafts = merge.drafts(def("contact"), &chosen);
    assert_eq!(drafts[0].record, merge.other.id, "the redirect is first");
    assert_eq!(drafts[0].edits, [FieldEdit::Set("merged_into".into(), Value::Ref(merge.keep.id))]);
    let mut record = merge.keep.clone();
    for edit in drafts.get(1).map(|draft| draft.edits.clone()).unwrap_or_default() {
        let (field, value) = match edit {
            FieldEdit::Set(field, value) => (field, value),
            FieldEdit::Add(field, item) => {
                let mut items = record.value(&field).as_set().cloned().unwrap_or_default();
                items.insert(item);
                (field, Value::Set(items))
            }
            FieldEdit::Remove(field, item) => {
                let mut items = record.value(&field).as_set().cloned().unwrap_or_default();
                items.remove(&item);
                (field, Value::Set(items))
            }
            other => panic!("{other:?}"),
        };
        record = record.with(&field, value);
    }
    record
}

#[test]
fn left_to_itself_a_merge_loses_nothing_that_can_be_kept() {
    let (keep, other) = two();
    let record = merged(&Merge::new(def("contact"), keep, other), &[]);
    assert_eq!(record.text("family_name"), "Meier");
    assert_eq!(record.text("email"), "anna@a.example");
    assert_eq!(record.value("more_emails"), &set(&["meier@b.example"]));
    assert_eq!(record.value("more_phones"), &Value::None, "it is the same number");
    assert_eq!(record.text("job_title"), "Buyer");
    assert_eq!(record.text("remarks"), "Likes tea.\n\nCall after ten.");
    assert_eq!(record.value("messaging"), &set(&["signal:anna", "skype:anna"]));
    assert_eq!(record.text("external_key"), "", "the import's key stays with its record");
}

#[test]
fn what_a_person_chooses_stands() {
    let (keep, other) = two();
    let merge = Merge::new(def("contact"), keep, other);
    let chosen = [
        ("email", Choice::Take),
        ("remarks", Choice::Take),
        ("messaging", Choice::Take),
        ("job_title", Choice::Keep),
        ("family_name", Choice::Take),
    ];
    let record = merged(&merge, &chosen);
    assert_eq!(record.text("email"), "meier@b.example");
    assert_eq!(record.value("more_emails"), &set(&["anna@a.example"]));
    assert_eq!(record.text("remarks"), "Call after ten.");
    assert_eq!(record.value("messaging"), &set(&["signal:anna"]));
    assert_eq!(record.text("job_title"), "");
    assert_eq!(record.text("family_name"), "Meyer");
}

#[test]
fn what_the_survivor_did_not_take_over_is_told_and_nothing_else() {
    let (keep, other) = two();
    let merge = Merge::new(def("contact"), keep, other.clone());
    let record = merged(&merge, &[]);
    // The other's e-mail is among the further ones, its remarks were joined.
    assert_eq!(left_behind(def("contact"), &record, &other), [("family_name".to_owned(), text("Meyer"))]);
    // Someone who had not heard of the merge wrote on.
    let other = other.with("job_title", text("Head of buying"));
    let left = left_behind(def("contact"), &record, &other);
    assert!(left.contains(&("job_title".to_owned(), text("Head of buying"))), "{left:?}");
}

#[test]
fn equal_records_leave_nothing_to_choose_and_one_is_never_above_itself() {
    let keep = firm(1, "Acme", "Kiel").with("parent", Value::Ref(id(2)));
    let other = firm(2, "Acme", "Kiel");
    let merge = Merge::new(def("company"), keep, other);
    assert_eq!(merge.parts, []);
    let drafts = merge.drafts(def("company"), &BTreeMap::new());
    assert_eq!(drafts[1].edits, [FieldEdit::Set("parent".into(), Value::None)]);
    let alone = Merge::new(def("company"), firm(1, "Acme", ""), firm(2, "Acme", ""));
    assert_eq!(alone.drafts(def("company"), &BTreeMap::new()).len(), 1, "the redirect alone");
}
