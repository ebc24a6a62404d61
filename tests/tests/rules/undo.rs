//! Taking back.

use crate::{company, text};
use futures::executor::block_on;
use outrider_app::change::Verdict;
use outrider_app::device::{Device, FieldEdit, Step};
use outrider_app::sync;
use outrider_app::value::Value;
use outrider_tests::simulation::create;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::device::Phone;

#[test]
fn an_edit_is_taken_back_before_and_after_it_was_sent_and_done_again() {
    for sent in [false, true] {
        let mut desk = Desk::new(&[2, 3]);
        let id = company(&mut desk, 0);
        let n = desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
        if sent {
            desk.sync_all();
        }
        let again = desk.undo(0, n);
        assert_eq!(desk.value(0, id, "industry"), Value::None, "at once");
        desk.sync_all();
        assert_eq!(desk.value(1, id, "industry"), Value::None);
        desk.undo(0, again);
        desk.sync_all();
        assert_eq!(desk.value(1, id, "industry"), text("Steel"));
    }
}

#[test]
fn a_tab_that_slept_through_an_undo_and_its_redo_holds_what_can_be_undone_now() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let n = desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    let mut tab = desk.phones[0].device.clone();
    let again = desk.undo(0, n);
    let look = |desk: &Desk, tab: &mut Device| {
        block_on(tab.load_own(&*desk.phones[0].store)).unwrap();
        assert_eq!(tab.undo, desk.phones[0].device.undo);
    };
    let mut awake = tab.clone();
    look(&desk, &mut awake);
    desk.undo(0, again);
    look(&desk, &mut awake);
    look(&desk, &mut tab);
}

#[test]
fn an_act_that_leaves_nothing_to_take_back_is_not_taken_back_and_every_number_is_drawn_once() {
    let mut desk = Desk::new(&[2]);
    let (id, other) = (desk.id(), desk.id());
    let made = |id| create("company", id, &[("name", text("Acme"))]);
    let first = desk.act(0, &[made(id)]);
    // Someone's import of the same file again: the record stands already.
    desk.act(0, &[made(id)]);
    assert_eq!(desk.phones[0].device.latest_undo().map(|(n, _)| n), Some(first));
    // What an earlier version kept to take back nothing.
    let mut step = Step::default();
    let mut row = desk.phones[0].device.undo[&first].clone();
    row.items.iter_mut().for_each(|kept| kept.back.clear());
    step.undo.insert(first + 2, Some(row));
    desk.phones[0].commit(&step);
    desk.undo(0, first + 2);
    desk.act(0, &[made(other)]);
    let verdicts = desk.verdicts(0);
    assert!(verdicts.iter().all(|verdict| *verdict == Verdict::Accepted), "{verdicts:?}");
    assert!(desk.server.read(|view| sync::load_record(view, other)).is_some(), "nothing was lost");
}

#[test]
fn what_another_changed_since_is_left_as_it_is() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    let n =
        desk.act(0, &[set("company", id, &[("industry", text("Steel")), ("phone", text("+49 30 1000"))])]);
    desk.sync_all();
    desk.act(1, &[set("company", id, &[("industry", text("Tin"))])]);
    desk.sync_all();
    desk.undo(0, n);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "industry"), text("Tin"));
    assert_eq!(desk.value(1, id, "phone"), Value::None);
}

#[test]
fn undoing_an_import_leaves_and_lists_what_others_changed_or_used_and_redo_brings_the_rest_back() {
    let mut desk = Desk::new(&[2, 3]);
    let ids = [(); 3].map(|()| desk.id());
    let drafts = ids.map(|id| create("company", id, &[("name", text("Imported"))]));
    let n = desk.act(0, &drafts);
    desk.sync_all();
    desk.act(1, &[set("company", ids[0], &[("industry", text("Steel"))])]);
    let contact = desk.id();
    desk.act(
        1,
        &[create("contact", contact, &[("family_name", text("Roy")), ("company", Value::Ref(ids[1]))])],
    );
    desk.sync_all();
    let redo = desk.undo(0, n);
    desk.sync_all();
    let there = |desk: &Desk| ids.map(|id| desk.shown(1, id).is_some());
    assert_eq!(there(&desk), [true, true, false]);
    let kept: Vec<_> = desk.phones[0].device.notices.values().map(|notice| notice.record).collect();
    assert_eq!(kept.len(), 2, "listed: {kept:?}");
    desk.undo(0, redo);
    desk.sync_all();
    assert_eq!(there(&desk), [true, true, true]);
}

#[test]
fn a_deletion_is_taken_back() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    let n = desk.act(0, &[edit("company", id, FieldEdit::Delete)]);
    desk.sync_all();
    assert_eq!(desk.shown(1, id), None);
    desk.undo(0, n);
    desk.sync_all();
    assert_eq!(desk.value(1, id, "name"), text("Acme"));
}

#[test]
fn what_points_to_another_of_the_same_import_goes_first_wherever_it_stood_in_the_file() {
    let mut desk = Desk::new(&[2, 3]);
    let [child, parent, grandchild] = [(); 3].map(|()| desk.id());
    let named = |id, parent: Option<_>| {
        let mut fields = vec![("name", text("Imported"))];
        fields.extend(parent.map(|parent| ("parent", Value::Ref(parent))));
        create("company", id, &fields)
    };
    let drafts = [named(child, Some(parent)), named(parent, None), named(grandchild, Some(child))];
    let n = desk.act(0, &drafts);
    desk.sync_all();
    let there = |desk: &Desk| [child, parent, grandchild].map(|id| desk.shown(1, id).is_some());
    assert_eq!(there(&desk), [true; 3]);
    let redo = desk.undo(0, n);
    desk.sync_all();
    assert_eq!(there(&desk), [false; 3]);
    desk.undo(0, redo);
    desk.sync_all();
    assert_eq!(there(&desk), [true; 3]);
    assert_eq!(desk.value(1, child, "parent"), Value::Ref(parent));
}

#[test]
fn a_long_act_is_done_in_parts_and_taken_back_as_one_whatever_part_points_where() {
    let mut desk = Desk::new(&[2, 3]);
    let ids = [(); 4].map(|()| desk.id());
    // The first points to the last, which comes in another part.
    let named = |at: usize| {
        let mut fields = vec![("name", text("Imported"))];
        fields.extend((at == 0).then_some(("parent", Value::Ref(ids[3]))));
        create("company", ids[at], &fields)
    };
    let first = desk.act(0, &[named(0), named(1)]);
    desk.act_part(0, &[named(2)], first);
    desk.act_part(0, &[named(3)], first);
    desk.sync_all();
    let there = |desk: &Desk| ids.map(|id| desk.shown(1, id).is_some());
    assert_eq!(there(&desk), [true; 4]);
    assert_eq!(desk.phones[0].device.latest_undo().map(|(n, _)| n), Some(first));

    let order = desk.phones[0].device.undo_order(first);
    let (begun, rest) = order.split_at(2);
    let back = desk.undo_part(0, first, begun, None);
    desk.phones[0] = Phone::open(desk.phones[0].store.clone());
    // A try that did not end is begun again.
    desk.undo_part(0, first, begun, Some(back));
    desk.undo_part(0, first, rest, Some(back));
    desk.sync_all();
    assert_eq!(there(&desk), [false; 4]);
    assert_eq!(desk.phones[0].device.latest_undo().map(|(n, _)| n), Some(back));
    desk.undo(0, back);
    desk.sync_all();
    assert_eq!(there(&desk), [true; 4]);
}
