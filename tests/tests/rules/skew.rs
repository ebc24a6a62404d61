//! Devices and servers of different versions.

use crate::{company, text};
use outrider_app::change::{Effect, Reason, Verdict};
use outrider_app::device::FieldEdit;
use outrider_app::protocol::Frame;
use outrider_app::registry::{Registry, to};
use outrider_app::value::Value;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::{NEWER, create};

#[test]
fn a_field_and_an_entity_of_a_newer_version_are_kept_by_an_older_device() {
    let mut desk = Desk::with_registry(&[2, 3], &NEWER);
    let (firm, case) = (company(&mut desk, 0), desk.id());
    desk.act(0, &[set("company", firm, &[("mood", text("sunny"))])]);
    desk.act(0, &[create("case", case, &[("name", text("Leak"))])]);
    desk.sync_all();
    // The older device's registry is not asked when it takes things in.
    let Some(record) = desk.shown(1, firm) else { panic!("held") };
    assert!(Registry::standard().field("company", "mood").is_none());
    assert_eq!(record.value("mood"), &text("sunny"));
    assert_eq!(desk.value(1, case, "name"), text("Leak"));
}

#[test]
fn an_older_server_refuses_what_it_does_not_know_by_name_and_the_rest_goes_through() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("mood", text("sunny"))])]);
    desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    let verdicts = desk.verdicts(0);
    assert_eq!(verdicts[0], Verdict::Rejected(Reason::UnknownField { field: "mood".into() }));
    assert_eq!(verdicts[1], Verdict::Accepted);
    let case = desk.id();
    desk.act(0, &[create("case", case, &[("name", text("Leak"))])]);
    assert_eq!(desk.verdicts(0), [Verdict::Rejected(Reason::UnknownEntity { entity: "case".into() })]);
    // After the server's upgrade it goes.
    desk.server.registry = &NEWER;
    let waiting: Vec<u64> = desk.phones[0].device.tray.keys().copied().collect();
    waiting.into_iter().for_each(|n| desk.retry(0, n, &[]));
    assert!(desk.verdicts(0).iter().all(|verdict| *verdict == Verdict::Accepted));
}

#[test]
fn frames_effects_and_reasons_of_a_newer_server_are_skipped_not_choked_on() {
    let frame: Frame = serde_json::from_str(r#"{"fanfare":{"loud":true}}"#).unwrap();
    assert!(matches!(frame, Frame::Opaque(_)));
    let effect: Effect = serde_json::from_str(r#"{"archived":{"why":"old"}}"#).unwrap();
    assert!(matches!(effect, Effect::Opaque(_)));
    let reason: Reason = serde_json::from_str(r#"{"why":"moon_phase","phase":3}"#).unwrap();
    assert_eq!(reason, Reason::Unknown);
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let phone = &desk.phones[0];
    let step = phone.device.apply(&phone.base, phone.device.cursor, &[frame]);
    assert!(step.batch().is_empty());
    assert!(desk.shown(0, id).is_some());
}

#[test]
fn an_append_only_field_takes_additions_from_everyone_and_gives_nothing_back() {
    let mut desk = Desk::with_registry(&[2, 3], &NEWER);
    let id = company(&mut desk, 0);
    let line = |line: &str| edit("company", id, FieldEdit::Add("log".into(), line.into()));
    desk.act(0, &[line("one")]);
    desk.act(1, &[line("two")]);
    desk.sync_all();
    assert_eq!(desk.value(0, id, "log"), Value::Set(["one".to_owned(), "two".to_owned()].into()));
    desk.act(0, &[edit("company", id, FieldEdit::Remove("log".into(), "two".into()))]);
    assert!(matches!(desk.verdicts(0)[0], Verdict::Rejected(Reason::Invalid { .. })));
}

#[test]
fn a_reference_may_point_to_either_kind_of_customer() {
    let registry = Registry::standard();
    let customer = registry.field("deal", "customer").unwrap();
    assert_eq!(customer.kind, to(&["company", "contact"]));
}
