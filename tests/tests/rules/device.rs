//! What a device does with its own work: brings back, mends, tells, forgets.

use crate::{company, text};
use futures::executor::block_on;
use outrider_app::change::{Reason, Verdict};
use outrider_app::device::{Device, FieldEdit, NoticeKind};
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::store::{Batch, Table};
use outrider_tests::simulation::create;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::device::Phone;

const DAY: i64 = 24 * 3_600_000;

#[test]
fn a_record_that_comes_back_with_new_values_has_them_and_leaves_again_when_that_is_undone() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(1, &[edit("company", id, FieldEdit::Delete)]);
    desk.sync_all();
    let mut back = set("company", id, &[("industry", text("Steel"))]);
    back.edits.push(FieldEdit::Restore);
    let n = desk.act(0, &[back]);
    assert_eq!(desk.verdicts(0), [Verdict::Accepted]);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("Steel"));
    let again = desk.undo(0, n);
    desk.sync_all();
    assert_eq!(desk.shown(1, id), None);
    desk.undo(0, again);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("Steel"));
    assert!(desk.phones[0].device.notices.is_empty());
}

#[test]
fn what_is_chosen_in_mending_was_chosen_then_and_the_rest_keeps_its_time() {
    let mut desk = Desk::new(&[2, 3]);
    let (id, other) = (desk.id(), desk.id());
    let mail = |name: &str| text(&format!("{name}@acme.example"));
    let person = |id, name| create("contact", id, &[("family_name", text("Roy")), ("email", mail(name))]);
    desk.act(0, &[person(id, "one"), person(other, "two")]);
    desk.sync_all();
    desk.act(0, &[set("contact", id, &[("email", mail("two")), ("job_title", text("typed first"))])]);
    let n = *desk.phones[0].device.outbox.keys().next().unwrap();
    assert_eq!(desk.verdicts(0), [Verdict::Rejected(Reason::Taken { field: "email".into() })]);
    desk.act(1, &[set("contact", id, &[("email", mail("three")), ("job_title", text("typed later"))])]);
    desk.sync(1);
    // Mended without a network: what the colleague wrote is not known here.
    desk.retry(0, n, &[("email", mail("four")), ("job_title", text("typed first"))]);
    desk.sync_all();
    for phone in [0, 1] {
        assert_eq!(desk.value(phone, id, "email"), mail("four"));
        assert_eq!(desk.value(phone, id, "job_title"), text("typed later"));
    }
    assert!(desk.phones[0].device.tray.is_empty());
}

/// A company whose industry phone 0 wrote and phone 1 wrote later, and sent first.
fn contested(desk: &mut Desk) -> RecordId {
    let id = company(desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("earlier"))])]);
    desk.act(1, &[set("company", id, &[("industry", text("later"))])]);
    desk.sync(1);
    id
}

/// What phone 0 would pull is purged: a manifest stands in its place.
fn purged(desk: &mut Desk) {
    let gone = desk.id();
    desk.act(1, &[create("company", gone, &[("name", text("Gone"))])]);
    desk.act(1, &[edit("company", gone, FieldEdit::Delete)]);
    let after = desk.id();
    desk.act(1, &[create("company", after, &[("name", text("After"))])]);
    desk.sync(1);
    desk.server.purge(0);
}

#[test]
fn a_value_that_gave_way_is_told_once_also_where_a_manifest_stands_for_the_entry() {
    for lost in [false, true] {
        let mut desk = Desk::new(&[2, 3]);
        let id = contested(&mut desk);
        let before = desk.phones[0].device.clone();
        assert_eq!(desk.verdicts(0), [Verdict::Superseded(vec!["industry".into()])]);
        if lost {
            // The answer did not arrive: it is told when the work is sent again, after the manifest.
            desk.phones[0].device = before;
        }
        purged(&mut desk);
        let frames = desk.pull(0).unwrap();
        let phone = &mut desk.phones[0];
        let step = phone.device.apply(&phone.base, phone.device.cursor, &frames);
        assert!(step.history.is_empty(), "this is no manifest");
        phone.commit(&step);
        desk.sync_all();
        let notices: Vec<_> = desk.phones[0].device.notices.values().collect();
        assert_eq!(notices.len(), 1, "lost: {lost}");
        let told = (notices[0].kind, notices[0].record, &notices[0].value);
        assert_eq!(told, (NoticeKind::Superseded, id, &text("earlier")));
        assert!(desk.phones[0].device.outbox.is_empty());
    }
}

#[test]
fn what_can_be_undone_is_bounded_and_what_is_unsent_always_can() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let kept = |desk: &Desk| desk.phones[0].device.undo.len();
    let write =
        |desk: &mut Desk, i: usize| desk.act(0, &[set("company", id, &[("industry", text(&i.to_string()))])]);
    let first = write(&mut desk, 0);
    for i in 1..150 {
        write(&mut desk, i);
    }
    desk.sync(0);
    assert_eq!(kept(&desk), 151, "all of a month can be undone");
    desk.now += 31 * DAY;
    write(&mut desk, 150);
    assert_eq!(kept(&desk), 100);
    assert!(!desk.phones[0].device.undo.contains_key(&first));
    // None of these were sent.
    for i in 151..250 {
        write(&mut desk, i);
    }
    desk.now += 31 * DAY;
    for i in 250..260 {
        write(&mut desk, i);
    }
    assert_eq!(kept(&desk), 110);
}

#[test]
fn another_tab_reads_what_came_and_sees_that_the_file_was_taken_off() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let n = desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    let mut tab = desk.phones[0].device.clone();
    let look = |tab: &mut Device, phone: &Phone| {
        block_on(tab.load_own(&*phone.store)).unwrap();
        block_on(tab.load_notices(&*phone.store)).unwrap();
    };
    desk.undo(0, n);
    desk.sync_all();
    look(&mut tab, &desk.phones[0]);
    assert_eq!(tab, desk.phones[0].device);
    let mut batch = Batch::default();
    batch.delete(Table::Meta, key!["cursor"]);
    desk.phones[0].store.commit_now(batch).unwrap();
    look(&mut tab, &desk.phones[0]);
    assert_eq!(tab.cursor, None);
}

#[test]
fn what_the_server_cannot_take_is_set_aside_with_what_hangs_on_it_and_the_rest_goes_out() {
    let mut desk = Desk::new(&[2, 3]);
    let (firm, fine) = (desk.id(), company(&mut desk, 0));
    desk.act(0, &[create("company", firm, &[("name", text("Too much"))])]);
    desk.act(0, &[set("company", firm, &[("industry", text("Steel"))])]);
    desk.act(0, &[set("company", fine, &[("industry", text("Tin"))])]);
    let phone = &mut desk.phones[0];
    let push = phone.device.push(desk.now, 1).unwrap();
    let step = phone.device.set_aside(&push, &Reason::Failing);
    phone.commit(&step);
    desk.sync_all();
    assert_eq!(desk.value(1, fine, "industry"), text("Tin"));
    let tray: Vec<_> = desk.phones[0].device.tray.values().cloned().collect();
    assert_eq!((tray.len(), tray[0].item.record, &tray[0].reason), (1, firm, &Reason::Failing));
    assert_eq!(desk.value(0, firm, "industry"), text("Steel"), "it is still shown");
    let n = tray[0].item.n;
    desk.retry(0, n, &[]);
    desk.sync_all();
    assert_eq!(desk.value(1, firm, "industry"), text("Steel"));
    assert!(desk.phones[0].device.tray.is_empty());
}
