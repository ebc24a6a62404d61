//! A cursor is a claim: whatever past it tells of, nothing is learned that its person never saw.

use crate::{company, text};
use outrider_app::id::RecordId;
use outrider_app::protocol::{Cursor, Frame};
use outrider_app::value::Value;
use outrider_tests::simulation::desk::{Desk, set};
use outrider_tests::simulation::{People, create};

/// The records that some pull of a first or second scope speaks of, wherever it claims to be.
fn spoken_of(desk: &Desk, phone: usize) -> Vec<RecordId> {
    let head = desk.server.read(outrider_app::sync::head);
    let mut ids = Vec::new();
    for seq in 0..=head {
        for scope in 1..=2 {
            let cursor = Cursor { seq, scope, mark: 0 };
            for frame in desk.server.pull(desk.phones[phone].user, cursor).unwrap_or_default() {
                match frame {
                    Frame::Leave(id) => ids.push(id),
                    Frame::Enter(record) => ids.push(record.id),
                    Frame::Entry(entry) => ids.push(entry.record),
                    _ => {}
                }
            }
        }
    }
    ids
}

#[test]
fn a_scope_that_ended_tells_nothing_of_what_came_after_it() {
    let mut desk = Desk::new(&[4, 2, 0]);
    let before = company(&mut desk, 1);
    let fields = [("entity", text("company")), ("role", text("rep")), ("reach", text("own"))];
    desk.act(2, &[create("read_rule", People::rule(0), &fields)]);
    desk.sync_all();
    let after = company(&mut desk, 1);
    // What hangs on one that was seen came later too.
    let call = desk.id();
    desk.act(1, &[create("activity", call, &[("kind", text("call")), ("customer", Value::Ref(before))])]);
    desk.act(1, &[set("company", before, &[("industry", text("Steel"))])]);
    desk.sync_all();
    let told = spoken_of(&desk, 0);
    assert!(told.contains(&before), "a device of then is told to let it go");
    assert!(!told.contains(&after) && !told.contains(&call));
}
