//! Two people write at once.

use crate::{company, text};
use outrider_app::change::{Effect, Verdict};
use outrider_app::device::{FieldEdit, NoticeKind};
use outrider_app::entities::Activity;
use outrider_app::id::RecordId;
use outrider_app::passages::{Keep, passages, settle};
use outrider_app::registry::{LONG_TEXT_MAX, Registry};
use outrider_app::sync;
use outrider_app::value::Value;
use outrider_tests::simulation::create;
use outrider_tests::simulation::desk::{Desk, edit, set};

#[test]
fn different_fields_both_stand() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    desk.act(1, &[set("company", id, &[("phone", text("+49 30 901820"))])]);
    desk.sync_all();
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "industry"), text("Steel"));
        assert_eq!(desk.value(phone, id, "phone"), text("+49 30 901820"));
        assert!(desk.phones[phone].device.notices.is_empty());
    }
}

#[test]
fn of_the_same_field_the_later_stands_the_other_is_kept_both_are_told_and_it_can_be_restored() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("earlier"))])]);
    desk.act(1, &[set("company", id, &[("industry", text("later"))])]);
    // The later edit arrives first: time decides, not arrival.
    desk.sync(1);
    assert_eq!(desk.verdicts(0), [Verdict::Superseded(vec!["industry".into()])]);
    desk.sync_all();
    for (phone, kind) in [(0, NoticeKind::Superseded), (1, NoticeKind::Prevailed)] {
        assert_eq!(desk.value(phone, id, "industry"), text("later"));
        let notices: Vec<_> = desk.phones[phone].device.notices.values().collect();
        assert_eq!((notices[0].kind, &notices[0].value), (kind, &text("earlier")));
    }
    let history = desk.server.run(false, |view| sync::history(view, id));
    let lost = |effect: &Effect| matches!(effect, Effect::Lost { value, .. } if *value == text("earlier"));
    assert!(history.iter().flat_map(|entry| &entry.effects).any(lost));
    desk.act(0, &[set("company", id, &[("industry", text("earlier"))])]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("earlier"));
}

#[test]
fn the_one_whose_value_gave_way_on_arrival_of_a_later_edit_is_told() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("earlier"))])]);
    desk.act(1, &[set("company", id, &[("industry", text("later"))])]);
    desk.sync(0);
    assert_eq!(desk.verdicts(1), [Verdict::Accepted]);
    desk.sync_all();
    let kinds = |phone: usize| desk.phones[phone].device.notices.values().map(|n| n.kind).collect::<Vec<_>>();
    assert_eq!(kinds(0), [NoticeKind::Superseded]);
    assert_eq!(kinds(1), [NoticeKind::Prevailed]);
}

#[test]
fn two_offline_edits_of_a_field_are_no_conflict_with_oneself() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    for value in ["one", "two", "three"] {
        desk.act(0, &[set("company", id, &[("industry", text(value))])]);
    }
    assert_eq!(desk.verdicts(0), [Verdict::Accepted, Verdict::Accepted, Verdict::Accepted]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("three"));
    assert!(desk.phones[0].device.notices.is_empty());
}

#[test]
fn an_own_edit_that_lost_does_not_count_as_having_seen_the_winner() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("mine one"))])]);
    desk.act(0, &[set("company", id, &[("industry", text("mine two"))])]);
    desk.act(1, &[set("company", id, &[("industry", text("theirs, later"))])]);
    desk.sync(1);
    desk.sync(0);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "industry"), text("theirs, later"));
    assert_eq!(desk.phones[0].device.notices.len(), 2);
}

#[test]
fn an_addition_wins_over_a_removal_that_had_not_seen_it() {
    let mut desk = Desk::new(&[2, 3]);
    let id = desk.id();
    desk.act(0, &[create("contact", id, &[("family_name", text("Roy"))])]);
    let (add, remove) = (FieldEdit::Add, FieldEdit::Remove);
    let phone = |n: &str| ("more_phones".to_owned(), n.to_owned());
    let (field, number) = phone("+49 30 1");
    desk.act(0, &[edit("contact", id, add(field.clone(), "+49 30 100".into()))]);
    desk.sync_all();
    // One takes it out, the other takes it out and puts it back: the addition was not seen.
    desk.act(0, &[edit("contact", id, remove(field.clone(), "+49 30 100".into()))]);
    desk.act(1, &[edit("contact", id, remove(field.clone(), "+49 30 100".into()))]);
    desk.act(1, &[edit("contact", id, add(field.clone(), "+49 30 100".into()))]);
    desk.sync(1);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "more_phones"), Value::Set(["+49 30 100".to_owned()].into()));
    // Whoever saw it may take it out.
    desk.act(0, &[edit("contact", id, remove(field, "+49 30 100".into()))]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "more_phones"), Value::Set(Default::default()));
    let _ = number;
}

#[test]
fn long_texts_are_woven_and_of_the_same_words_both_stand_until_one_settles_it() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("remarks", text("Open on Monday. Ask for Ms Roy."))])]);
    desk.sync_all();
    desk.act(0, &[set("company", id, &[("remarks", text("Open on Tuesday. Ask for Ms Roy."))])]);
    desk.act(1, &[set("company", id, &[("remarks", text("Open on Monday. Ask for Ms Roy, gate 4."))])]);
    desk.sync(0);
    assert_eq!(desk.verdicts(1), [Verdict::Merged(vec!["remarks".into()])]);
    desk.sync_all();
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "remarks"), text("Open on Tuesday. Ask for Ms Roy, gate 4."));
    }
    desk.act(0, &[set("company", id, &[("remarks", text("Open on Wednesday. Ask for Ms Roy, gate 4."))])]);
    desk.act(1, &[set("company", id, &[("remarks", text("Open on Friday. Ask for Ms Roy, gate 5."))])]);
    // The later edit arrives first: nothing depends on it.
    desk.sync(1);
    assert_eq!(desk.verdicts(0), [Verdict::Merged(vec!["remarks".into()])]);
    desk.sync_all();
    let remarks = desk.value(0, id, "remarks");
    let marked = remarks.as_text().unwrap();
    let said: Vec<_> = passages(marked).into_iter().map(|passage| (passage.by, passage.lines)).collect();
    let [one, two] = [0, 1].map(|phone: usize| desk.phones[phone].user);
    let line = |day: &str| vec![format!("Open on {day}. Ask for Ms Roy, gate 5.")];
    assert_eq!(said, [(one, line("Wednesday")), (two, line("Friday"))]);
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "remarks"), remarks);
        let kinds: Vec<_> = desk.phones[phone].device.notices.values().map(|notice| notice.kind).collect();
        assert_eq!(kinds, [NoticeKind::Both]);
    }
    // One settles it, for both.
    desk.act(1, &[set("company", id, &[("remarks", text(&settle(marked, 0, Keep::One(0))))])]);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "remarks"), text("Open on Wednesday. Ask for Ms Roy, gate 5."));
}

#[test]
fn an_edit_after_ones_own_woven_one_takes_nothing_of_the_others_away() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("remarks", text("Open on Monday. Ask for Ms Roy."))])]);
    desk.sync_all();
    // Three edits of one's own, none of which saw the other's.
    for words in [
        "Open on Tuesday. Ask for Ms Roy.",
        "Open on Tuesday at 9. Ask for Ms Roy.",
        "Open on Tuesday at 10. Ask for Ms Roy.",
    ] {
        desk.act(0, &[set("company", id, &[("remarks", text(words))])]);
    }
    desk.act(1, &[set("company", id, &[("remarks", text("Open on Monday. Ask for Ms Roy, gate 4."))])]);
    desk.sync(1);
    desk.sync_all();
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "remarks"), text("Open on Tuesday at 10. Ask for Ms Roy, gate 4."));
    }
    // Who has seen it all may take it all away.
    desk.act(0, &[set("company", id, &[("remarks", text("Closed."))])]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "remarks"), text("Closed."));
}

#[test]
fn a_passage_is_under_the_name_of_who_wrote_it_though_another_wrote_elsewhere_later() {
    let mut desk = Desk::new(&[2, 3, 1]);
    let id = company(&mut desk, 0);
    let put = |desk: &mut Desk, phone: usize, words: &str| {
        desk.act(phone, &[set("company", id, &[("remarks", text(words))])]);
    };
    put(&mut desk, 0, "Open on Monday.\nAsk for Ms Roy.");
    desk.sync_all();
    put(&mut desk, 2, "Open on Sunday.\nAsk for Ms Roy.");
    put(&mut desk, 0, "Open on Friday.\nAsk for Ms Roy.");
    desk.sync(0);
    desk.sync(1);
    put(&mut desk, 1, "Open on Friday.\nAsk for Mr Ray.");
    desk.sync(1);
    desk.sync_all();
    let remarks = desk.value(1, id, "remarks");
    let said: Vec<_> =
        passages(remarks.as_text().unwrap()).into_iter().map(|one| (one.by, one.lines)).collect();
    let user = |phone: usize| desk.phones[phone].user;
    let line = |words: &str| vec![words.to_owned()];
    assert_eq!(said, [(user(2), line("Open on Sunday.")), (user(0), line("Open on Friday."))]);
    assert!(remarks.as_text().unwrap().ends_with("\nAsk for Mr Ray."));
}

#[test]
fn texts_that_together_are_too_long_leave_the_later_and_keep_the_other() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    let long = |word: &str| text(&format!("{word} {}", "x".repeat(LONG_TEXT_MAX - 20)));
    desk.act(0, &[set("company", id, &[("remarks", long("earlier"))])]);
    desk.act(1, &[set("company", id, &[("remarks", long("later"))])]);
    desk.sync_all();
    for (phone, kind) in [(0, NoticeKind::Superseded), (1, NoticeKind::Prevailed)] {
        assert_eq!(desk.value(phone, id, "remarks"), long("later"));
        let notices: Vec<_> = desk.phones[phone].device.notices.values().collect();
        assert_eq!((notices[0].kind, &notices[0].value), (kind, &long("earlier")));
    }
}

#[test]
fn fields_that_make_sense_only_together_merge_as_one_and_a_broken_rule_is_flagged_not_refused() {
    let mut desk = Desk::new(&[2, 3]);
    let id = desk.id();
    let hour = |h: i64| Value::Time(1_780_000_000_000 + h * 3_600_000);
    let fields = [("kind", text("call")), ("starts_at", hour(9)), ("ends_at", hour(10))];
    desk.act(0, &[create("activity", id, &fields)]);
    desk.sync_all();
    // One moves it to the afternoon, the other makes it longer: never half of each.
    desk.act(0, &[set("activity", id, &[("starts_at", hour(14)), ("ends_at", hour(15))])]);
    desk.act(1, &[set("activity", id, &[("ends_at", hour(12))])]);
    desk.sync_all();
    let shown = Activity::of(&desk.shown(0, id).unwrap());
    assert_eq!(
        (Value::Time(shown.starts_at.unwrap()), Value::Time(shown.ends_at.unwrap())),
        (hour(9), hour(12))
    );
    // A record that breaks a rule across fields is kept and flagged.
    desk.act(0, &[set("activity", id, &[("ends_at", hour(8))])]);
    assert_eq!(desk.verdicts(0), [Verdict::Accepted]);
    desk.sync_all();
    let record = desk.shown(1, id).unwrap();
    let flags = (Registry::standard().entity("activity").unwrap().rules)(&record);
    assert_eq!(flags[0].rule, "activity-ends-before-start");
}

#[test]
fn a_wrong_clock_harms_nobody() {
    const YEARS: i64 = 50 * 365 * 24 * 3_600_000;
    for skew in [YEARS, -YEARS] {
        let mut desk = Desk::new(&[2, 3]);
        let id = company(&mut desk, 0);
        desk.skew.insert(0, skew);
        desk.act(0, &[set("company", id, &[("industry", text("earlier, odd clock"))])]);
        desk.act(1, &[set("company", id, &[("industry", text("later, right clock"))])]);
        desk.sync(1);
        desk.sync_all();
        assert_eq!(desk.value(0, id, "industry"), text("later, right clock"), "{skew}");
        let record: outrider_app::record::Record =
            (*desk.server.run(false, |view| sync::load_record(view, id)).unwrap()).clone();
        assert!(record.fields.values().all(|cell| cell.at <= desk.now), "nothing stands in the future");
    }
}

#[test]
fn where_the_clock_jumped_the_arrival_counts() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("typed first"))])]);
    desk.act(1, &[set("company", id, &[("industry", text("typed second"))])]);
    desk.sync(1);
    desk.now += 60_000;
    let step = desk.phones[0].device.clock_jumped();
    desk.phones[0].commit(&step);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("typed first"));
}

#[test]
fn deleting_wins_over_editing_and_the_edit_is_in_the_history() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(1, &[set("company", id, &[("industry", text("Steel"))])]);
    desk.act(0, &[edit("company", id, FieldEdit::Delete)]);
    desk.sync(0);
    assert_eq!(desk.verdicts(1), [Verdict::Superseded(vec!["industry".into()])]);
    desk.sync_all();
    assert_eq!(desk.shown(1, id), None);
    assert_eq!(desk.phones[1].device.notices.values().next().unwrap().value, text("Steel"));
    desk.act(1, &[edit("company", id, FieldEdit::Restore)]);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "name"), text("Acme"));
}

#[test]
fn work_generated_on_two_devices_is_made_once_and_its_tombstone_holds() {
    let mut desk = Desk::new(&[2, 3]);
    let id = RecordId::derived(&["follow-up", "2026-11"]);
    let task = |title: &str| create("task", id, &[("title", text(title))]);
    desk.act(0, &[task("Follow up")]);
    desk.act(1, &[task("Follow up")]);
    desk.sync_all();
    let history = desk.server.run(false, |view| sync::history(view, id));
    let made = |entry: &&outrider_app::change::Entry| entry.effects.contains(&Effect::Created);
    assert_eq!(history.iter().filter(made).count(), 1);
    desk.act(0, &[edit("task", id, FieldEdit::Delete)]);
    desk.sync_all();
    desk.act(1, &[task("Follow up")]);
    desk.sync_all();
    assert_eq!(desk.shown(0, id), None);
}
