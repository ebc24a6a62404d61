//! Two records made one: by several people at once, in either direction, and taken back.

use crate::text;
use outrider_app::book::{Book, Query};
use outrider_app::change::{Effect, Flaw, Reason, Verdict};
use outrider_app::device::FieldEdit;
use outrider_app::duplicates::{Choice, Merge};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, Registry};
use outrider_app::sync;
use outrider_app::value::Value;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::device::Held;
use outrider_tests::simulation::{People, create};
use std::collections::BTreeMap;

fn contact() -> &'static EntityDef {
    Registry::standard().entity("contact").unwrap()
}

/// Two contacts that everyone holds: each has values that the other lacks, and some that differ.
fn two(desk: &mut Desk) -> (RecordId, RecordId) {
    let (a, b) = (desk.id(), desk.id());
    let fields = |email: &str, phone: &str, remarks: &str| {
        let name = ("family_name", text("Meier"));
        vec![name, ("email", text(email)), ("phone", text(phone)), ("remarks", text(remarks))]
    };
    let mut one = fields("a@acme.example", "+49 30 1000001", "Likes tea.");
    one.push(("job_title", text("Buyer")));
    let mut other = fields("b@acme.example", "+49 30 2000002", "Call after ten.");
    other.push(("salutation", text("Dr")));
    desk.act(0, &[create("contact", a, &one)]);
    desk.act(0, &[create("contact", b, &other)]);
    desk.sync_all();
    (a, b)
}

const VALUES: [(&str, &str); 8] = [
    ("email", "a@acme.example"),
    ("email", "b@acme.example"),
    ("phone", "+49 30 1000001"),
    ("phone", "+49 30 2000002"),
    ("remarks", "Likes tea."),
    ("remarks", "Call after ten."),
    ("job_title", "Buyer"),
    ("salutation", "Dr"),
];

fn merge(desk: &mut Desk, phone: usize, keep: RecordId, other: RecordId, chosen: &[(&str, Choice)]) -> u64 {
    let (keep, other) = (desk.shown(phone, keep).unwrap(), desk.shown(phone, other).unwrap());
    let chosen: BTreeMap<String, Choice> =
        chosen.iter().map(|(field, choice)| ((*field).to_owned(), *choice)).collect();
    let drafts = Merge::new(contact(), keep, other).drafts(contact(), &chosen);
    desk.act_as(phone, &drafts, true)
}

/// What a device reads.
fn book(desk: &Desk, phone: usize) -> Book {
    let Held(held) = &desk.phones[phone].base;
    let mut book = Book::new(Registry::standard().clone());
    held.values().for_each(|record| book.put(record));
    book
}

/// The one contact that lists show, on every device the same.
fn survivor(desk: &Desk) -> RecordId {
    let lists: Vec<Vec<RecordId>> =
        (0..desk.phones.len()).map(|phone| book(desk, phone).query(&Query::all("contact"))).collect();
    assert!(lists.iter().all(|list| list.len() == 1 && *list == lists[0]), "{lists:?}");
    lists[0][0]
}

/// Every value of both stands on the survivor, or in the history of what it stands for.
fn nothing_is_lost(desk: &mut Desk, survivor: RecordId) {
    let aliases = book(desk, 0).aliases(survivor);
    assert_eq!(aliases.len(), 2);
    let record = desk.shown(0, survivor).unwrap();
    let mut past: Vec<(String, Value)> = Vec::new();
    for id in aliases {
        for entry in desk.server.run(false, |view| sync::history(view, id)) {
            past.extend(entry.effects.into_iter().filter_map(|effect| match effect {
                Effect::Set { field, value, .. } | Effect::Lost { field, value, .. } => Some((field, value)),
                _ => None,
            }));
        }
    }
    for (field, value) in VALUES {
        let stands = record.text(field).contains(value)
            || record.value(&format!("more_{field}s")).as_set().is_some_and(|set| set.contains(value));
        assert!(stands || past.contains(&(field.to_owned(), text(value))), "{field} {value}");
    }
}

#[test]
fn two_who_merge_a_pair_offline_end_with_one_record_that_holds_every_value() {
    for crossed in [true, false] {
        for first in [0, 1] {
            let mut desk = Desk::new(&[2, 3]);
            let (a, b) = two(&mut desk);
            merge(&mut desk, 0, b, a, &[]);
            let (keep, other) = if crossed { (a, b) } else { (b, a) };
            let chosen = [("phone", Choice::Take), ("remarks", Choice::Keep)];
            merge(&mut desk, 1, keep, other, &chosen);
            // The first to arrive picks the survivor.
            desk.sync(first);
            desk.sync_all();
            let expected = if first == 0 { b } else { keep };
            assert_eq!(survivor(&desk), expected, "crossed: {crossed}, first: {first}");
            assert!(desk.phones.iter().all(|phone| phone.device.tray.is_empty()));
            nothing_is_lost(&mut desk, expected);
        }
    }
}

#[test]
fn the_survivor_takes_over_a_unique_value_and_undo_gives_it_back() {
    for sent in [false, true] {
        let mut desk = Desk::new(&[2, 3]);
        let (a, b) = two(&mut desk);
        let before = [a, b].map(|id| desk.shown(0, id).unwrap());
        let n = merge(&mut desk, 0, b, a, &[("email", Choice::Take)]);
        if sent {
            assert_eq!(desk.verdicts(0), [Verdict::Accepted, Verdict::Accepted]);
            desk.sync_all();
            assert_eq!(survivor(&desk), b);
        }
        assert_eq!(desk.value(0, b, "email"), text("a@acme.example"));
        let again = desk.undo(0, n);
        desk.sync_all();
        for (id, before) in [a, b].into_iter().zip(&before) {
            let after = desk.shown(1, id).unwrap();
            for field in &contact().fields {
                assert!(
                    after.value(&field.id) == before.value(&field.id)
                        || (after.value(&field.id).is_empty() && before.value(&field.id).is_empty()),
                    "{} of {id}, sent: {sent}",
                    field.id
                );
            }
        }
        assert!(desk.phones[0].device.tray.is_empty() && desk.phones[0].device.notices.is_empty());
        // And done again.
        desk.undo(0, again);
        desk.sync_all();
        assert_eq!(survivor(&desk), b);
        assert_eq!(desk.value(1, b, "email"), text("a@acme.example"));
    }
}

#[test]
fn undo_leaves_what_another_wrote_on_the_survivor_meanwhile() {
    let mut desk = Desk::new(&[2, 3]);
    let (a, b) = two(&mut desk);
    let n = merge(&mut desk, 0, b, a, &[]);
    desk.sync_all();
    desk.act(1, &[set("contact", b, &[("job_title", text("Head of buying"))])]);
    desk.sync_all();
    desk.undo(0, n);
    desk.sync_all();
    assert_eq!(desk.value(1, b, "job_title"), text("Head of buying"));
    assert_eq!(desk.value(1, b, "remarks"), text("Call after ten."));
    assert_eq!(book(&desk, 1).query(&Query::all("contact")).len(), 2);
}

#[test]
fn chains_are_followed_and_no_circle_is_ever_stored() {
    let mut desk = Desk::new(&[2, 3]);
    let ids = [(); 4].map(|()| desk.id());
    desk.act(0, &ids.map(|id| create("contact", id, &[("family_name", text("Meier"))])));
    desk.sync_all();
    let into = |from: usize, to: usize| set("contact", ids[from], &[("merged_into", Value::Ref(ids[to]))]);
    desk.act(0, &[into(0, 1)]);
    desk.act(0, &[into(1, 2)]);
    desk.sync_all();
    assert_eq!(book(&desk, 1).resolve(ids[0]), ids[2]);
    // The end pointed back to the beginning, a record to itself, and a circle within one unit.
    desk.act(1, &[into(2, 0)]);
    assert_eq!(desk.verdicts(1), [Verdict::Superseded(vec!["merged_into".into()])]);
    desk.act(1, &[into(3, 3)]);
    let target = Reason::Invalid { field: "merged_into".into(), detail: Flaw::Target };
    assert_eq!(desk.verdicts(1), [Verdict::Rejected(target)]);
    desk.act(1, &[into(2, 3), into(3, 0)]);
    desk.sync_all();
    for phone in [0, 1] {
        let book = book(&desk, phone);
        assert_eq!(ids.map(|id| book.resolve(id)), [ids[3]; 4]);
    }
}

#[test]
fn a_merge_fails_whole_where_its_author_may_not_write_the_survivor() {
    let mut desk = Desk::new(&[2, 4]);
    let (a, b) = (desk.id(), desk.id());
    let named = |title: &str| vec![("family_name", text("Meier")), ("job_title", text(title))];
    desk.act(0, &[create("contact", a, &named("Buyer"))]);
    desk.act(1, &[create("contact", b, &named("Seller"))]);
    desk.sync_all();
    merge(&mut desk, 0, b, a, &[("job_title", Choice::Take)]);
    assert_eq!(desk.verdicts(0), [Verdict::Rejected(Reason::Together), Verdict::Rejected(Reason::Forbidden)]);
    desk.sync_all();
    assert_eq!(desk.value(1, a, "merged_into"), Value::None);
    assert_eq!(desk.value(1, b, "job_title"), text("Seller"));
}

#[test]
fn what_one_who_had_not_heard_of_the_merge_wrote_is_kept_with_the_merged_record() {
    let mut desk = Desk::new(&[2, 3]);
    let (a, b) = two(&mut desk);
    merge(&mut desk, 0, b, a, &[]);
    desk.act(1, &[set("contact", a, &[("job_title", text("Head of buying"))])]);
    desk.sync_all();
    assert_eq!(survivor(&desk), b);
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, a, "job_title"), text("Head of buying"));
        assert!(book(&desk, phone).aliases(b).contains(&a));
    }
}

#[test]
fn whoever_sees_only_the_merged_record_learns_what_stands_for_it_is_called() {
    let mut desk = Desk::new(&[4, 2, 0]);
    let (a, b) = (desk.id(), desk.id());
    desk.act(0, &[create("contact", a, &[("family_name", text("Meyer"))])]);
    desk.act(1, &[create("contact", b, &[("family_name", text("Meier"))])]);
    desk.sync_all();
    let fields = [("entity", text("contact")), ("role", text("rep")), ("reach", text("team"))];
    desk.act(2, &[create("read_rule", People::rule(0), &fields)]);
    desk.sync_all();
    assert!(desk.shown(0, a).is_some() && desk.shown(0, b).is_none());
    desk.act(2, &[set("contact", a, &[("merged_into", Value::Ref(b))])]);
    desk.sync_all();
    assert_eq!(desk.phones[0].device.labels.get(&b).map(String::as_str), Some("Meier"));
}

#[test]
fn taking_back_the_creation_of_a_survivor_leaves_it_since_another_stands_on_it() {
    let mut desk = Desk::new(&[2, 3]);
    let (a, b) = (desk.id(), desk.id());
    desk.act(0, &[create("contact", a, &[("family_name", text("Meier"))])]);
    let n = desk.act(0, &[create("contact", b, &[("family_name", text("Meier"))])]);
    desk.sync_all();
    desk.act(1, &[set("contact", a, &[("merged_into", Value::Ref(b))])]);
    desk.sync_all();
    desk.undo(0, n);
    desk.sync_all();
    assert_eq!(survivor(&desk), b);
}

#[test]
fn a_pair_that_two_people_said_is_none_holds_both_words() {
    let mut desk = Desk::new(&[2, 3]);
    let [a, b, c] = [(); 3].map(|()| desk.id());
    desk.act(0, &[a, b, c].map(|id| create("contact", id, &[("family_name", text("Meier"))])));
    desk.sync_all();
    for (phone, apart) in [(0, b), (1, c)] {
        desk.act(phone, &[edit("contact", a, FieldEdit::Add("distinct_from".into(), apart.to_string()))]);
    }
    desk.sync_all();
    let both = Value::Set([b.to_string(), c.to_string()].into());
    assert_eq!(desk.value(0, a, "distinct_from"), both);
    assert_eq!(desk.value(1, a, "distinct_from"), both);
}
