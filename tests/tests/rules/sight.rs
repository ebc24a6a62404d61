//! Who sees what, and what happens when that changes.

use crate::{company, text};
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::pack::decode_chunk;
use outrider_app::protocol::{Cursor, Frame};
use outrider_app::sync::{self, PullError};
use outrider_app::value::Value;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::{People, create};

fn narrow(desk: &mut Desk, admin: usize, entity: &str, reach: &str) {
    narrow_by(desk, admin, 0, entity, reach);
}

fn narrow_by(desk: &mut Desk, admin: usize, rule: usize, entity: &str, reach: &str) {
    let fields = [("entity", text(entity)), ("role", text("rep")), ("reach", text(reach))];
    desk.act(admin, &[create("read_rule", People::rule(rule), &fields)]);
    desk.sync_all();
}

#[test]
fn narrowed_reading_takes_records_off_the_device_with_their_history_and_widening_brings_them_whole() {
    let mut desk = Desk::new(&[4, 2, 0]);
    let id = company(&mut desk, 1);
    let call = desk.id();
    desk.act(1, &[create("activity", call, &[("kind", text("call")), ("customer", Value::Ref(id))])]);
    desk.sync_all();
    assert!(desk.shown(0, id).is_some() && desk.shown(0, call).is_some());
    narrow(&mut desk, 2, "company", "team");
    assert!(desk.shown(0, id).is_none(), "it left");
    assert!(desk.shown(0, call).is_none(), "with what hangs on it");
    assert!(desk.shown(1, id).is_some(), "its team keeps it");
    desk.act(2, &[set("read_rule", People::rule(0), &[("reach", text("all"))])]);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "name"), text("Acme"));
    assert!(desk.shown(0, call).is_some());
}

#[test]
fn a_record_handed_to_another_team_leaves_and_enters_with_what_hangs_on_it() {
    let mut desk = Desk::new(&[2, 4, 0]);
    narrow(&mut desk, 2, "company", "team");
    let id = company(&mut desk, 0);
    let call = desk.id();
    desk.act(0, &[create("activity", call, &[("kind", text("call")), ("customer", Value::Ref(id))])]);
    desk.sync_all();
    assert!(desk.shown(1, id).is_none() && desk.shown(1, call).is_none());
    let owner = [("owner", Value::Ref(People::person(4))), ("team", Value::Ref(People::team(2)))];
    desk.act(2, &[set("company", id, &owner)]);
    desk.sync_all();
    assert!(desk.shown(0, id).is_none() && desk.shown(0, call).is_none());
    assert!(desk.shown(1, id).is_some() && desk.shown(1, call).is_some());
}

#[test]
fn what_was_unsent_when_a_record_left_is_judged_by_the_rights_of_now_and_stays_in_the_tray() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "contact", "team");
    let id = desk.id();
    desk.act(0, &[create("company", id, &[("name", text("Acme"))])]);
    desk.sync_all();
    narrow(&mut desk, 2, "company", "own");
    desk.act(0, &[set("company", id, &[("industry", text("typed in the basement"))])]);
    let owner = [("owner", Value::Ref(People::person(2))), ("team", Value::Ref(People::team(1)))];
    desk.act(2, &[set("company", id, &owner)]);
    desk.sync(2);
    desk.sync_all();
    assert_eq!(desk.phones[0].base.0.get(&id), None);
    let row = desk.phones[0].device.tray.values().next().unwrap();
    assert_eq!(row.label, "Acme");
    assert_eq!(row.item.changes[0].value, text("typed in the basement"));
}

#[test]
fn a_reference_to_a_record_out_of_sight_shows_its_name_only() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "own");
    let (firm, person) = (desk.id(), desk.id());
    let contact = [("family_name", text("Roy")), ("company", Value::Ref(firm))];
    desk.act(1, &[create("company", firm, &[("name", text("Acme"))]), create("contact", person, &contact)]);
    desk.sync_all();
    assert!(desk.shown(0, person).is_some() && desk.shown(0, firm).is_none());
    assert_eq!(desk.phones[0].device.labels.get(&firm).map(String::as_str), Some("Acme"));
}

#[test]
fn who_lost_access_gets_and_gives_nothing() {
    let mut desk = Desk::new(&[4, 0]);
    desk.act(1, &[set("employee", People::person(4), &[("active", Value::Bool(false))])]);
    desk.sync(1);
    assert_eq!(desk.pull(0), Err(PullError::Disabled));
    let id = desk.id();
    desk.act(0, &[create("company", id, &[("name", text("Acme"))])]);
    let verdicts = desk.verdicts(0);
    assert!(matches!(verdicts[0], outrider_app::change::Verdict::Rejected(_)));
    assert_eq!(desk.phones[0].device.tray.len(), 1, "kept for its owner");
}

#[test]
fn a_cursor_older_than_the_horizon_reconciles_by_manifest() {
    let mut desk = Desk::new(&[2, 3]);
    let (kept, gone) = (company(&mut desk, 0), company(&mut desk, 0));
    desk.act(0, &[edit("company", gone, FieldEdit::Delete)]);
    desk.act(0, &[set("company", kept, &[("industry", text("Steel"))])]);
    let fresh = desk.id();
    desk.act(0, &[create("company", fresh, &[("name", text("New"))])]);
    desk.sync(0);
    desk.server.purge(0);
    assert!(desk.phones[1].base.0.contains_key(&gone));
    let frames = desk.pull(1).unwrap();
    assert!(frames.iter().any(|frame| matches!(frame, Frame::Manifest(_))));
    desk.sync(1);
    assert!(!desk.phones[1].base.0.contains_key(&gone));
    assert_eq!(desk.value(1, kept, "industry"), text("Steel"));
    assert!(desk.shown(1, fresh).is_some());
}

#[test]
fn a_cursor_from_the_future_is_refused() {
    let desk = Desk::new(&[2]);
    let cursor = Cursor { seq: 1_000_000, scope: 1, mark: 0 };
    assert_eq!(desk.server.pull(People::person(2), cursor), Err(PullError::Future));
}

#[test]
fn a_saved_view_is_its_owners_alone_unless_a_team_is_set() {
    let mut desk = Desk::new(&[2, 3, 4]);
    let id = desk.id();
    let fields = [("name", text("Mine")), ("entity", text("deal")), ("team", Value::None)];
    desk.act(0, &[create("view", id, &fields)]);
    desk.act(0, &[set("view", id, &[("team", Value::Ref(People::team(1)))])]);
    desk.sync_all();
    assert!(desk.shown(1, id).is_some() && desk.shown(2, id).is_none());
}

#[test]
fn an_answer_that_was_overtaken_brings_nothing_back() {
    let mut desk = Desk::new(&[4, 2, 0]);
    let id = desk.id();
    desk.act(1, &[create("company", id, &[("name", text("Acme"))])]);
    desk.send(1);
    let (asked, late) = (desk.phones[0].device.cursor, desk.pull(0).unwrap());
    narrow(&mut desk, 2, "company", "own");
    assert!(desk.shown(0, id).is_none());
    let phone = &desk.phones[0];
    assert!(phone.device.apply(&phone.base, asked, &late).batch().is_empty());
}

/// A company of phone 1's with a contact of phone 0's at it, both seen by both.
fn contact_at_a_colleagues_company(desk: &mut Desk) -> (RecordId, RecordId) {
    let (firm, person) = (company(desk, 1), desk.id());
    desk.act(0, &[create("contact", person, &[("family_name", text("Roy")), ("company", Value::Ref(firm))])]);
    desk.sync_all();
    (firm, person)
}

#[test]
fn a_record_that_leaves_stays_known_by_name_where_one_in_sight_points_to_it() {
    let mut desk = Desk::new(&[4, 2, 0]);
    let (firm, person) = contact_at_a_colleagues_company(&mut desk);
    let alone = company(&mut desk, 1);
    narrow(&mut desk, 2, "company", "own");
    assert!(desk.shown(0, firm).is_none() && desk.shown(0, person).is_some());
    let label = |desk: &Desk, id| desk.phones[0].device.labels.get(&id).cloned();
    assert_eq!(label(&desk, firm).as_deref(), Some("Acme"));
    assert_eq!(label(&desk, alone), None, "what nothing points to is not told");
    desk.act(1, &[set("company", firm, &[("name", text("Acme & Sons"))])]);
    desk.sync_all();
    assert_eq!(label(&desk, firm).as_deref(), Some("Acme & Sons"), "nor does it keep an old name");
}

#[test]
fn across_the_horizon_what_came_into_sight_by_what_it_hangs_on_is_sent_whole() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "own");
    let firm = company(&mut desk, 1);
    let call = desk.id();
    desk.act(1, &[create("activity", call, &[("kind", text("call")), ("customer", Value::Ref(firm))])]);
    desk.sync_all();
    assert!(desk.shown(0, call).is_none());
    desk.act(2, &[set("company", firm, &[("owner", Value::Ref(People::person(4)))])]);
    let gone = desk.id();
    desk.act(2, &[create("company", gone, &[("name", text("Gone"))])]);
    desk.act(2, &[edit("company", gone, FieldEdit::Delete)]);
    desk.sync(2);
    desk.server.purge(0);
    desk.sync(0);
    assert!(desk.shown(0, firm).is_some() && desk.shown(0, call).is_some());
}

#[test]
fn what_hangs_on_a_deleted_record_stands_by_its_own_place_before_and_after_the_purge() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "own");
    narrow_by(&mut desk, 2, 1, "activity", "own");
    let firm = company(&mut desk, 0);
    let call = desk.id();
    let owner = ("owner", Value::Ref(People::person(2)));
    let fields = [("kind", text("call")), ("customer", Value::Ref(firm)), owner];
    desk.act(2, &[create("activity", call, &fields)]);
    desk.sync_all();
    assert!(desk.shown(0, call).is_some() && desk.shown(1, call).is_none());
    desk.act(0, &[edit("company", firm, FieldEdit::Delete)]);
    desk.sync_all();
    let sees = |desk: &Desk| [0, 1].map(|phone| desk.phones[phone].base.0.contains_key(&call));
    assert_eq!(sees(&desk), [false, true]);
    desk.server.purge(0);
    desk.sync_all();
    assert_eq!(sees(&desk), [false, true]);
}

#[test]
fn what_was_deleted_and_forgotten_lives_again_where_its_tombstone_is_held_once_it_is_made_anew() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    desk.act(0, &[edit("company", id, FieldEdit::Delete)]);
    desk.sync_all();
    company(&mut desk, 0);
    desk.server.purge(0);
    desk.act(0, &[create("company", id, &[("name", text("Acme again"))])]);
    desk.sync_all();
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "name"), text("Acme again"));
        assert_eq!(desk.value(phone, id, "industry"), Value::None);
    }
}

#[test]
fn first_sync_is_cut_anew_once_a_record_may_have_left_someones_sight() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "own");
    let firm = company(&mut desk, 0);
    let cut = |desk: &mut Desk| {
        let (_, cut, chunks) = desk.server.cut(People::person(4)).unwrap();
        let records = chunks.iter().flat_map(|chunk| decode_chunk(chunk).unwrap());
        (cut.cursor.seq, records.map(|record| record.id).collect::<Vec<_>>())
    };
    desk.sync_all();
    let (before, records) = cut(&mut desk);
    assert!(records.contains(&firm));
    desk.act(0, &[set("company", firm, &[("industry", text("Steel"))])]);
    desk.sync_all();
    assert_eq!(cut(&mut desk), (before, records), "an edit takes nothing out of sight: it is pulled");
    desk.act(2, &[set("company", firm, &[("owner", Value::Ref(People::person(2)))])]);
    desk.sync_all();
    let (after, records) = cut(&mut desk);
    assert!(after > before && !records.contains(&firm));
}

#[test]
fn what_was_deleted_and_forgotten_since_the_last_first_sync_is_in_no_later_one() {
    let mut desk = Desk::new(&[2, 0]);
    narrow(&mut desk, 1, "company", "own");
    let firm = company(&mut desk, 0);
    let cut = |desk: &mut Desk| {
        let (_, _, chunks) = desk.server.cut(People::person(2)).unwrap();
        chunks.iter().flat_map(|chunk| decode_chunk(chunk).unwrap()).any(|record| record.id == firm)
    };
    assert!(cut(&mut desk));
    desk.act(0, &[edit("company", firm, FieldEdit::Delete)]);
    desk.sync_all();
    company(&mut desk, 0);
    desk.server.purge(0);
    assert!(!cut(&mut desk));
}

#[test]
fn a_server_that_was_set_back_and_went_on_is_told_from_the_one_a_device_knew() {
    let mut desk = Desk::new(&[2, 3]);
    let backup = desk.server.clone();
    company(&mut desk, 0);
    desk.server = backup;
    for _ in 0..9 {
        let id = desk.id();
        desk.act(1, &[create("company", id, &[("name", text("Later"))])]);
    }
    desk.send(1);
    assert_eq!(desk.pull(0), Err(PullError::Future));
}

#[test]
fn what_hangs_on_a_record_that_was_not_there_leaves_with_it_once_that_is_made_out_of_sight() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "team");
    let (firm, call) = (desk.id(), desk.id());
    // Refused for now, the firm waits in a tray; what hangs on it went through.
    desk.act(1, &[create("activity", call, &[("kind", text("call")), ("customer", Value::Ref(firm))])]);
    desk.sync_all();
    let sees = |desk: &Desk| desk.phones[0].base.0.contains_key(&call);
    assert!(sees(&desk), "it stands by its own place");
    let made = || create("company", firm, &[("name", text("Acme"))]);
    desk.act(1, &[made()]);
    desk.sync_all();
    assert!(!sees(&desk));
    // So it does where the firm was forgotten in between.
    desk.act(1, &[edit("company", firm, FieldEdit::Delete)]);
    company(&mut desk, 1);
    desk.server.purge(0);
    assert!(desk.server.read(|view| sync::load_record(view, firm)).is_none());
    desk.sync_all();
    assert!(sees(&desk));
    desk.act(1, &[made()]);
    desk.sync_all();
    assert!(!sees(&desk));
}

#[test]
fn what_was_deleted_when_a_device_began_comes_whole_when_it_is_restored() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[edit("company", id, FieldEdit::Delete)]);
    desk.sync_all();
    let (_, cut, _) = desk.server.cut(People::person(3)).unwrap();
    desk.phones[1].base.0.clear();
    desk.phones[1].device.cursor = Some(cut.cursor);
    desk.act(0, &[edit("company", id, FieldEdit::Restore)]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "name"), text("Acme"));
}

#[test]
fn what_came_into_sight_behind_a_pages_end_and_left_before_the_next_leaves_the_device() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "own");
    let (firm, other) = (company(&mut desk, 1), company(&mut desk, 1));
    let hand_to = |desk: &mut Desk, person: usize| {
        desk.act(2, &[set("company", firm, &[("owner", Value::Ref(People::person(person)))])]);
        desk.sync(2);
    };
    desk.act(1, &[set("company", firm, &[("industry", text("Steel"))])]);
    for n in 0..20 {
        desk.act(1, &[set("company", other, &[("industry", text(&n.to_string()))])]);
    }
    desk.sync(1);
    hand_to(&mut desk, 4);
    let (asked, frames) = (desk.phones[0].device.cursor, desk.pull(0).unwrap());
    let phone = &mut desk.phones[0];
    let step = phone.device.apply(&phone.base, asked, &frames);
    phone.commit(&step);
    assert!(phone.base.0.contains_key(&firm), "a page gives it as it stands now");
    hand_to(&mut desk, 2);
    desk.sync(0);
    assert!(!desk.phones[0].base.0.contains_key(&firm));
}

#[test]
fn what_a_changed_scope_brought_leaves_again_when_the_scope_changes_back_at_the_same_cursor() {
    let mut desk = Desk::new(&[2, 0]);
    let id = company(&mut desk, 0);
    let mut late = outrider_tests::simulation::device::Phone::new(9, People::person(4));
    late.device.cursor = Some(Cursor { seq: 0, scope: 1, mark: 0 });
    desk.phones.push(late);
    narrow_by(&mut desk, 1, 1, "deal", "own");
    let phone = desk.phones.len() - 1;
    desk.phones[phone].device.cursor = Some(Cursor { seq: 0, scope: 1, mark: 0 });
    desk.phones[phone].base.0.clear();
    let take = |desk: &mut Desk| {
        let (asked, frames) = (desk.phones[phone].device.cursor, desk.pull(phone).unwrap());
        let phone = &mut desk.phones[phone];
        let step = phone.device.apply(&phone.base, asked, &frames);
        phone.commit(&step);
    };
    take(&mut desk);
    assert!(desk.phones[phone].base.0.contains_key(&id), "the scope's change brings it");
    let fields = [("entity", text("company")), ("role", text("rep")), ("reach", text("own"))];
    desk.act(1, &[create("read_rule", People::rule(0), &fields)]);
    desk.sync(1);
    desk.sync(phone);
    assert!(!desk.phones[phone].base.0.contains_key(&id));
}

#[test]
fn answering_takes_few_rounds_however_much_happened() {
    let mut desk = Desk::new(&[4, 2, 0]);
    narrow(&mut desk, 2, "company", "team");
    let (asked, user) = (desk.phones[0].device.cursor.unwrap(), desk.phones[0].device.user);
    let firms: Vec<RecordId> = (0..100).map(|_| desk.id()).collect();
    let calls: Vec<RecordId> = (0..100).map(|_| desk.id()).collect();
    for (firm, call) in firms.iter().zip(&calls) {
        let fields = [("kind", text("call")), ("customer", Value::Ref(*firm))];
        desk.act(
            1,
            &[create("company", *firm, &[("name", text("Acme"))]), create("activity", *call, &fields)],
        );
    }
    desk.sync(1);
    desk.sync(2);
    let owner = [("owner", Value::Ref(People::person(4))), ("team", Value::Ref(People::team(2)))];
    let handed: Vec<_> = firms.iter().map(|firm| set("company", *firm, &owner)).collect();
    desk.act(2, &handed);
    desk.sync(2);
    let mut rounds = 0;
    let frames = desk.server.run(false, |view| {
        rounds += 1;
        sync::page(desk.server.registry, view, user, asked, 1_000)
    });
    assert_eq!(frames.unwrap().iter().filter(|frame| matches!(frame, Frame::Entry(_))).count(), 300);
    assert!(rounds <= 16, "{rounds} rounds");
}
