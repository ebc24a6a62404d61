//! What the server refuses, and how it waits in the tray.

use crate::{company, text};
use futures::executor::block_on;
use outrider_app::change::{Flaw, Reason, Verdict};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::key;
use outrider_app::registry::SET_MAX;
use outrider_app::store::view::{View, run};
use outrider_app::store::{Batch, StoreError, Table};
use outrider_app::sync::{self, Submission};
use outrider_app::value::Value;
use outrider_tests::simulation::desk::{Desk, edit, set};
use outrider_tests::simulation::{People, create};

fn rejected(reason: Reason) -> Verdict {
    Verdict::Rejected(reason)
}

#[test]
fn a_retry_is_harmless_and_a_reused_number_is_refused() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    desk.act(0, &[set("company", id, &[("industry", text("Steel"))])]);
    let push = desk.phones[0].device.push(desk.now, 10).unwrap();
    let first = desk.push(0, &push);
    assert_eq!(desk.push(0, &push).outcomes, first.outcomes);
    assert_eq!(desk.push(0, &push).head, first.head);
    let mut other = push.clone();
    other.units[0].items[0].changes[0].value = text("Tin");
    assert_eq!(desk.push(0, &other).outcomes[0].result, rejected(Reason::NumberReused));
    // Another person learns nothing under this client's numbers.
    assert_eq!(desk.push(1, &push).outcomes[0].result, rejected(Reason::Forbidden));
}

#[test]
fn a_refused_item_waits_with_what_needs_it_while_its_neighbours_arrive() {
    let mut desk = Desk::new(&[2, 0]);
    desk.act(1, &[set("stage", People::stage(0), &[("archived", Value::Bool(true))])]);
    let [firm, person, deal, line] = [(); 4].map(|()| desk.id());
    desk.act(
        0,
        &[
            create("company", firm, &[("name", text("Acme"))]),
            create("contact", person, &[("family_name", text("Roy")), ("company", Value::Ref(firm))]),
            create(
                "deal",
                deal,
                &[
                    ("name", text("Forklifts")),
                    ("customer", Value::Ref(firm)),
                    ("stage", Value::Ref(People::stage(0))),
                ],
            ),
            create("deal_line", line, &[("deal", Value::Ref(deal)), ("note", text("4 pieces"))]),
        ],
    );
    desk.sync(1);
    desk.sync_all();
    let tray = &desk.phones[0].device.tray;
    let reasons: Vec<_> =
        tray.values().map(|row| (row.reason.clone(), row.waits_for, row.label.clone())).collect();
    let archived = Reason::Archived { field: "stage".into(), record: People::stage(0) };
    assert_eq!(reasons[0], (archived, None, "Forklifts".into()));
    assert_eq!(reasons[1].1, Some(deal));
    assert!(desk.shown(1, person).is_some() && desk.shown(1, firm).is_some());
    assert!(desk.shown(1, deal).is_none());
    // It stays in one's own lists, and later edits belong to it.
    assert_eq!(desk.value(0, deal, "name"), text("Forklifts"));
    desk.act(0, &[set("deal", deal, &[("next_step", text("Call"))])]);
    desk.sync_all();
    assert_eq!(desk.phones[0].device.tray.len(), 2);
    // Mended, it goes, and what waited for it goes by itself.
    let n = *desk.phones[0].device.tray.keys().next().unwrap();
    desk.retry(0, n, &[("stage", Value::Ref(People::stage(1)))]);
    desk.sync_all();
    assert!(desk.phones[0].device.tray.is_empty(), "{:?}", desk.phones[0].device.tray);
    assert_eq!(desk.value(1, deal, "next_step"), text("Call"));
    assert_eq!(desk.value(1, line, "note"), text("4 pieces"));
}

#[test]
fn a_unit_declared_so_fails_whole() {
    let mut desk = Desk::new(&[2]);
    let (good, bad) = (desk.id(), desk.id());
    let drafts = [
        create("company", good, &[("name", text("Acme"))]),
        create("deal", bad, &[("name", text("D")), ("stage", Value::Ref(good))]),
    ];
    desk.act_as(0, &drafts, true);
    let target = Reason::Invalid { field: "stage".into(), detail: Flaw::Target };
    // The stage's record is none: it was never kept.
    let verdicts = desk.verdicts(0);
    assert_eq!(verdicts[0], rejected(Reason::Together));
    assert!(matches!(&verdicts[1], Verdict::Rejected(reason) if *reason == target), "{verdicts:?}");
    desk.sync_all();
    assert_eq!(desk.server.run(false, |view| outrider_app::sync::load_record(view, good)), None);
}

#[test]
fn a_unique_value_on_a_record_out_of_sight_is_refused_and_freed_by_deleting() {
    let mut desk = Desk::new(&[2, 4, 0]);
    let rule = [("entity", text("contact")), ("role", text("rep")), ("reach", text("own"))];
    desk.act(2, &[create("read_rule", People::rule(0), &rule)]);
    let (mine, theirs) = (desk.id(), desk.id());
    desk.act(
        1,
        &[create("contact", theirs, &[("family_name", text("Roy")), ("email", text("Roy@acme.example"))])],
    );
    desk.sync_all();
    assert_eq!(desk.shown(0, theirs), None);
    desk.act(
        0,
        &[create("contact", mine, &[("family_name", text("Roy")), ("email", text("roy@ACME.example"))])],
    );
    assert_eq!(desk.verdicts(0), [rejected(Reason::Taken { field: "email".into() })]);
    desk.act(1, &[edit("contact", theirs, FieldEdit::Delete)]);
    desk.sync_all();
    let n = *desk.phones[0].device.tray.keys().next().unwrap();
    desk.retry(0, n, &[]);
    assert_eq!(desk.verdicts(0), [Verdict::Accepted]);
    desk.act(1, &[edit("contact", theirs, FieldEdit::Restore)]);
    assert_eq!(desk.verdicts(1), [rejected(Reason::Taken { field: "email".into() })]);
}

#[test]
fn a_set_on_a_missing_record_creates_none_and_a_create_on_a_living_one_merges() {
    let mut desk = Desk::new(&[2, 3]);
    let id = company(&mut desk, 0);
    let missing = desk.id();
    desk.act(0, &[set("company", missing, &[("name", text("Ghost"))])]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::NoSuchRecord)]);
    desk.act(1, &[create("company", id, &[("industry", text("Steel"))])]);
    assert_eq!(desk.verdicts(1), [Verdict::Accepted]);
    desk.sync_all();
    assert_eq!((desk.value(0, id, "name"), desk.value(0, id, "industry")), (text("Acme"), text("Steel")));
}

#[test]
fn an_optional_reference_arrives_pending_and_a_wrong_one_is_refused() {
    let mut desk = Desk::new(&[2, 3]);
    let (ghost, id) = (desk.id(), desk.id());
    desk.act(0, &[create("contact", id, &[("family_name", text("Roy")), ("company", Value::Ref(ghost))])]);
    assert_eq!(desk.verdicts(0), [Verdict::Accepted]);
    desk.act(0, &[set("contact", id, &[("company", Value::Ref(People::stage(0)))])]);
    let target = Reason::Invalid { field: "company".into(), detail: Flaw::Target };
    assert_eq!(desk.verdicts(0), [rejected(target)]);
}

#[test]
fn of_a_record_out_of_sight_a_reference_tells_the_name_and_no_more() {
    let mut desk = Desk::new(&[2, 4, 0]);
    let rule = [("entity", text("contact")), ("role", text("rep")), ("reach", text("own"))];
    desk.act(2, &[create("read_rule", People::rule(0), &rule)]);
    let (mine, theirs, nobody) = (company(&mut desk, 0), desk.id(), desk.id());
    desk.act(1, &[create("contact", theirs, &[("family_name", text("Roy"))])]);
    desk.sync_all();
    let mut says = |phone: usize, entity: &str, field: &str, target: RecordId| {
        let id = desk.id();
        desk.act(phone, &[create(entity, id, &[("name", text("X")), (field, Value::Ref(target))])]);
        desk.verdicts(phone).remove(0)
    };
    // A company's parent is a company, a deal's stage a stage; who sees that this is neither is told.
    let wrong = |field: &str| rejected(Reason::Invalid { field: field.into(), detail: Flaw::Target });
    for (entity, field) in [("company", "parent"), ("deal", "stage")] {
        assert_eq!(says(1, entity, field, theirs), wrong(field));
        assert_eq!(says(2, entity, field, theirs), wrong(field));
    }
    assert_eq!(
        [theirs, nobody].map(|id| says(0, "company", "parent", id)),
        [(); 2].map(|()| Verdict::Accepted)
    );
    let needs = |record| rejected(Reason::Needs { field: "stage".into(), record });
    assert_eq!([theirs, nobody].map(|id| says(0, "deal", "stage", id)), [theirs, nobody].map(needs));
    desk.act(0, &[set("company", mine, &[("parent", Value::Ref(theirs))])]);
    desk.sync(0);
    assert_eq!(desk.phones[0].device.labels.get(&theirs).map(String::as_str), Some("Roy"));
    assert_eq!(desk.shown(0, theirs), None);
}

#[test]
fn what_only_the_server_writes_is_refused_and_drawn_numbers_have_no_gaps() {
    let mut desk = Desk::new(&[2, 3]);
    let mut deals = Vec::new();
    for phone in [0, 1, 0] {
        let id = desk.id();
        let fields = [("name", text("D")), ("stage", Value::Ref(People::stage(0)))];
        desk.act(phone, &[create("deal", id, &fields)]);
        assert_eq!(desk.value(phone, id, "number"), Value::None, "pending until the server drew it");
        desk.sync(phone);
        deals.push(id);
    }
    desk.sync_all();
    let numbers: Vec<Value> = deals.iter().map(|id| desk.value(0, *id, "number")).collect();
    assert_eq!(numbers, [1, 2, 3].map(|n: i32| Value::Number(n.into())));
    desk.act(0, &[set("deal", deals[0], &[("number", Value::Number(99.into()))])]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::ForbiddenField { field: "number".into() })]);
}

#[test]
fn people_write_their_own_and_their_teams_records_only() {
    let mut desk = Desk::new(&[2, 3, 4, 1]);
    let id = company(&mut desk, 0);
    let verdict = |desk: &mut Desk, phone: usize, value: &str| {
        desk.act(phone, &[set("company", id, &[("industry", text(value))])]);
        desk.verdicts(phone)[0].clone()
    };
    assert_eq!(verdict(&mut desk, 1, "of the team"), Verdict::Accepted);
    assert_eq!(verdict(&mut desk, 2, "of another team"), rejected(Reason::Forbidden));
    assert_eq!(verdict(&mut desk, 3, "the manager above"), Verdict::Accepted);
    desk.act(0, &[set("employee", People::person(2), &[("role", text("admin"))])]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::Forbidden)]);
}

#[test]
fn a_row_that_cannot_be_read_stops_the_work_instead_of_passing_for_no_row() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let mut batch = Batch::default();
    batch.put(Table::Record, key![id], b"torn".to_vec());
    desk.server.store.commit_now(batch).unwrap();
    desk.act(0, &[set("company", id, &[("name", text("Other"))])]);
    let push = desk.phones[0].device.push(desk.now, 100).unwrap();
    let submission =
        Submission { user: desk.phones[0].device.user, system: false, push: &push, now: desk.now };
    let mut view = View::default();
    let accept = |view: &mut View| sync::accept(desk.server.registry, view, &submission);
    let done = block_on(run(&*desk.server.store, &mut view, accept));
    assert!(matches!(done, Err(StoreError::Damaged(_))), "{done:?}");
    assert!(view.batch(&[]).writes.is_empty());
}

#[test]
fn a_part_cannot_be_moved_onto_a_record_one_may_not_write() {
    let mut desk = Desk::new(&[2, 4]);
    let (own, strange, line) = (desk.id(), desk.id(), desk.id());
    let stage = ("stage", Value::Ref(People::stage(0)));
    desk.act(0, &[create("deal", own, &[("name", text("Own")), stage.clone()])]);
    desk.act(1, &[create("deal", strange, &[("name", text("Strange")), stage])]);
    desk.sync_all();
    let product = desk.id();
    desk.server.system(&[create("product", product, &[("name", text("Pump"))])], desk.now);
    let fields = [("deal", Value::Ref(own)), ("product", Value::Ref(product))];
    desk.act(0, &[create("deal_line", line, &fields)]);
    assert_eq!(desk.verdicts(0), [Verdict::Accepted]);
    desk.act(0, &[set("deal_line", line, &[("deal", Value::Ref(strange))])]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::Forbidden)]);
}

#[test]
fn a_value_that_must_be_unique_is_so_also_where_a_record_comes_back_with_it() {
    let mut desk = Desk::new(&[2, 3]);
    let contact = |desk: &mut Desk, phone: usize, email: &str| {
        let id = desk.id();
        desk.act(phone, &[create("contact", id, &[("family_name", text("Roy")), ("email", text(email))])]);
        desk.sync_all();
        id
    };
    let gone = contact(&mut desk, 0, "a@acme.example");
    desk.act(0, &[edit("contact", gone, FieldEdit::Delete)]);
    desk.sync_all();
    contact(&mut desk, 1, "b@acme.example");
    let mut back = set("contact", gone, &[("email", text("b@acme.example"))]);
    back.edits.insert(0, FieldEdit::Restore);
    desk.act(0, &[back]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::Taken { field: "email".into() })]);
}

#[test]
fn the_last_admin_stays_one() {
    let mut desk = Desk::new(&[0]);
    desk.act(0, &[set("employee", People::person(0), &[("role", text("rep"))])]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::LastAdmin)]);
    desk.act(0, &[edit("employee", People::person(0), FieldEdit::Delete)]);
    assert_eq!(desk.verdicts(0), [rejected(Reason::LastAdmin)]);
    desk.act(0, &[set("employee", People::person(3), &[("role", text("admin"))])]);
    desk.act(0, &[set("employee", People::person(0), &[("role", text("rep"))])]);
    assert!(desk.verdicts(0).iter().all(|verdict| *verdict == Verdict::Accepted));
}

#[test]
fn what_is_there_already_may_be_made_again_by_those_who_may_not_change_it() {
    let mut desk = Desk::new(&[2, 4]);
    let id = company(&mut desk, 0);
    desk.phones[1].base = Default::default();
    desk.act(1, &[create("company", id, &[("name", text("Acme"))])]);
    assert_eq!(desk.verdicts(1), [Verdict::Accepted], "the same import, made twice");
    desk.phones[1].base = Default::default();
    desk.act(1, &[create("company", id, &[("name", text("Other"))])]);
    assert_eq!(desk.verdicts(1), [rejected(Reason::Forbidden)]);
}

#[test]
fn judging_takes_few_rounds_however_much_a_push_holds() {
    let mut desk = Desk::new(&[2]);
    let ids: Vec<RecordId> = (0..200).map(|_| desk.id()).collect();
    let made: Vec<_> = ids.iter().map(|id| create("company", *id, &[("name", text("Acme"))])).collect();
    let n = desk.act(0, &made);
    desk.send(0);
    desk.undo(0, n);
    let push = desk.phones[0].device.push(desk.now, 1_000).unwrap();
    let submission =
        Submission { user: desk.phones[0].device.user, system: false, push: &push, now: desk.now };
    let mut rounds = 0;
    desk.server.run(false, |view| {
        rounds += 1;
        sync::accept(desk.server.registry, view, &submission)
    });
    assert!(rounds <= 8, "{rounds} rounds");
}

#[test]
fn every_value_of_edits_that_joined_a_refused_creation_has_its_place_in_the_history() {
    let mut desk = Desk::new(&[2]);
    let (holder, person) = (desk.id(), desk.id());
    let email = |id| create("contact", id, &[("family_name", text("Roy")), ("email", text("a@b.example"))]);
    desk.act(0, &[email(holder)]);
    desk.act(0, &[email(person)]);
    desk.act(0, &[set("contact", person, &[("job_title", text("Buyer"))])]);
    desk.act(0, &[set("contact", person, &[("job_title", text("Head of buying"))])]);
    desk.sync(0);
    let n = *desk.phones[0].device.tray.keys().next().unwrap();
    desk.retry(0, n, &[("email", text("c@b.example"))]);
    desk.sync(0);
    let history = desk.server.read(|view| sync::history(view, person));
    let told = format!("{history:?}");
    assert!(told.contains("\"Buyer\"") && told.contains("Head of buying"), "{told}");
}

#[test]
fn a_set_has_an_end_and_an_item_tells_of_it_once() {
    let mut desk = Desk::new(&[2]);
    let id = company(&mut desk, 0);
    let tags = |from: usize| {
        (from..from + 700).map(move |i| FieldEdit::Add("tags".into(), People::rule(i).to_string()))
    };
    desk.act(0, &[Draft { edits: tags(0).collect(), ..set("company", id, &[]) }]);
    desk.sync(0);
    let told = desk.server.run(false, |view| sync::history(view, id)).last().unwrap().effects.len();
    assert_eq!(told, 1);
    desk.act(0, &[Draft { edits: tags(700).collect(), ..set("company", id, &[]) }]);
    assert!(matches!(desk.verdicts(0)[0], Verdict::Superseded(_)));
    let record = desk.server.run(false, |view| sync::load_record(view, id)).unwrap();
    assert_eq!(record.value("tags").as_set().unwrap().len(), SET_MAX);
}
