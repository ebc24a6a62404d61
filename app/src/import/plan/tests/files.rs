//! A small company's files, made up for these tests.

use super::support::*;
use crate::id::RecordId;
use crate::import::plan::{Action, Decision, Fate, Suggestion, Why};
use crate::import::{Book, Sheet, Target};
use crate::record::Record;
use crate::value::Value;

const ACCOUNTS: &str = "account,sector,office_location,subsidiary_of\n\
    Acme,technolgy,Germany,\nBolt,retail,Germany,Acme\nCrane,retail,Germny,\n";
const DEALS: &str = "opportunity_id,sales_agent,account,product,deal_stage,engage_date,close_value\n\
    A1,Ana Lima,Acme,Drill Pro,Won,10/20/2020,100\n\
    A2,Ana Lima,acme ,DrillPro,Engaging,10/21/2020,\n\
    A3,Ana Lima,Nobody Ltd,Drill Pro,Lost,32/32/2020,7\n\
    A4,Ana Lima,,Drill Pro,Angebot,,\n";
const PRODUCTS: &str = "product,sales_price\nDrill Pro,99.90\nSaw,12\n";
const TEAM: &str = "sales_agent,manager,regional_office\nAna Lima,Bo Berg,East\n";

fn set() -> Vec<(&'static str, &'static str)> {
    vec![
        ("sales_pipeline.csv", DEALS),
        ("accounts.csv", ACCOUNTS),
        ("products.csv", PRODUCTS),
        ("sales_teams.csv", TEAM),
    ]
}

#[test]
fn sheets_are_planned_in_order_of_dependence_and_linked_by_name() {
    let book = Book::default();
    let plan = plan(&book, &set());
    let drafts = plan.drafts();
    let mut written: Vec<RecordId> = Vec::new();
    for draft in &drafts {
        let def = registry().entity(&draft.entity).unwrap();
        for (field, value) in &draft.fields {
            if def.field(field).unwrap().required {
                assert!(
                    value.refs().iter().all(|id| written.contains(id)),
                    "{field} of {draft:?} comes too early"
                );
            }
        }
        written.push(draft.record);
    }
    let after = write(&book, &drafts);
    let acme = named(&after, "company", "Acme");
    assert_eq!(named(&after, "company", "Bolt").reference("parent"), Some(acme.id));
    let deal = named(&after, "deal", "Acme – Drill Pro");
    assert_eq!(deal.reference("customer"), Some(acme.id));
    assert_eq!(deal.reference("owner"), Some(named(&after, "employee", "Ana Lima").id));
    assert_eq!(deal.reference("team"), Some(named(&after, "team", "East").id));
    assert_eq!(named(&after, "stage", "Angebot").text("outcome"), "open");
}

#[test]
fn a_second_import_of_the_same_files_plans_nothing_and_a_changed_cell_one_field() {
    let book = Book::default();
    let after = write(&book, &plan(&book, &set()).drafts());
    let mut files = set();
    assert_eq!(plan(&after, &files).drafts(), []);
    let changed = DEALS
        .replace("A1,Ana Lima,Acme,Drill Pro,Won,10/20/2020,100", "A1,Ana Lima,Acme,Saw,Won,10/20/2020,100");
    files[0].1 = &changed;
    let drafts = plan(&after, &files).drafts();
    let saw = named(&after, "product", "Saw").id;
    assert_eq!(drafts.len(), 1, "{drafts:?}");
    assert!(!drafts[0].create);
    assert_eq!(drafts[0].fields, [("product".to_owned(), Value::Ref(saw))]);
}

#[test]
fn two_people_importing_one_file_make_the_same_records() {
    let ids = |book: &Book| -> Vec<RecordId> {
        plan(book, &set()).drafts().iter().map(|draft| draft.record).collect()
    };
    let mut other = Book::default();
    other.put(registry(), person(1, "Someone Else"));
    assert_eq!(ids(&Book::default()), ids(&other));
}

#[test]
fn every_doubt_names_its_cell_its_rows_and_what_would_settle_it() {
    let plan = plan(&Book::default(), &set());
    let column =
        |doubt: &crate::import::Doubt| plan.sheets[doubt.sheet].columns[doubt.column.unwrap()].clone();
    let typo = doubt(&plan, "typo", "technolgy");
    assert_eq!((column(typo).as_str(), typo.rows.as_slice()), ("sector", &[0][..]));
    assert_eq!(typo.suggestion, Some(Suggestion::Value(Value::text("technology"))));
    let country = doubt(&plan, "typo", "Germny");
    assert_eq!(country.suggestion, Some(Suggestion::Value(Value::text("Germany"))));
    let product = doubt(&plan, "typo", "DrillPro");
    assert!(matches!(&product.suggestion, Some(Suggestion::Record { name, .. }) if name == "Drill Pro"));
    let unknown = doubt(&plan, "unknown_reference", "Nobody Ltd");
    assert_eq!(unknown.why, Why::UnknownReference { entity: "company".into(), may_create: true });
    assert!(unknown.can_create());
    let date = doubt(&plan, "unreadable", "32/32/2020");
    assert_eq!((column(date).as_str(), date.rows.as_slice()), ("engage_date", &[2][..]));
    let json = serde_json::to_value(&plan.doubts).unwrap();
    assert_eq!(json[typo.id]["why"]["why"], "typo");
}

#[test]
fn doubtful_rows_come_in_with_the_bad_cell_kept_in_their_remarks() {
    let book = Book::default();
    let after = write(&book, &plan(&book, &set()).drafts());
    let deal = named(&after, "deal", "Nobody Ltd – Drill Pro");
    assert_eq!((deal.reference("customer"), deal.value("opened_on")), (None, &Value::None));
    assert_eq!(deal.text("remarks"), "[account: Nobody Ltd]\n[engage_date: 32/32/2020]");
    assert_eq!(named(&after, "company", "Acme").text("industry"), "technolgy");
}

#[test]
fn decisions_count_at_once_for_all_their_rows() {
    let book = Book::default();
    let mut plan = plan(&book, &set());
    let id = |tag: &str, value: &str| doubt(&plan, tag, value).id;
    let (typo, product, unknown, date, country) = (
        id("typo", "technolgy"),
        id("typo", "DrillPro"),
        id("unknown_reference", "Nobody Ltd"),
        id("unreadable", "32/32/2020"),
        id("typo", "Germny"),
    );
    plan.decide(typo, Decision::Accept);
    plan.decide(product, Decision::Accept);
    plan.decide(country, Decision::Accept);
    plan.decide(unknown, Decision::Create);
    let after = write(&book, &plan.drafts());
    assert_eq!(named(&after, "company", "Acme").text("industry"), "technology");
    let address: crate::value::Address = named(&after, "company", "Crane").get("address").unwrap();
    assert_eq!(address.country, "Germany");
    let deal = named(&after, "deal", "acme – Drill Pro");
    assert_eq!(deal.reference("product"), Some(named(&after, "product", "Drill Pro").id));
    assert_eq!(deal.value("remarks"), &Value::None);
    let made = named(&after, "company", "Nobody Ltd");
    assert_eq!(named(&after, "deal", "Nobody Ltd – Drill Pro").reference("customer"), Some(made.id));

    plan.decide(date, Decision::Skip);
    let row = plan.rows.iter().find(|row| row.doubts().any(|doubt| doubt == date)).unwrap();
    assert_eq!(plan.fate(row), Fate::Out);
    assert_eq!(plan.counts().out, 1);
    plan.undecide(date);
    assert_eq!(plan.counts().out, 0);
}

#[test]
fn decisions_are_remembered_with_the_mapping() {
    let book = Book::default();
    let mut first = plan(&book, &set());
    first.decide_all(&Decision::Accept, |doubt| doubt.suggestion.is_some());
    let json = serde_json::to_string(&first.mappings()).unwrap();
    let again = plan_with(&book, first.sheets.clone(), serde_json::from_str(&json).unwrap());
    assert_eq!(again.drafts(), first.drafts());
}

#[test]
fn hand_typed_records_are_matched_by_unique_value_or_name_and_claimed() {
    let acme = Record::new(RecordId::from_bytes([7; 16]), "company").with("name", Value::text("ACME"));
    let ana = Record::new(RecordId::from_bytes([8; 16]), "contact")
        .with("family_name", Value::text("Lima"))
        .with("email", Value::text("ANA@x.example"));
    let book = Book::of(registry(), [acme.clone(), ana.clone()]);
    let files = [
        ("accounts.csv", "account,sector\nAcme,retail\n"),
        ("contacts.csv", "Last name,First name,E-mail\nLima,Ana,ana@x.example\nLima,Bo,bo@x.example\n"),
    ];
    let planned = plan(&book, &files);
    assert_eq!((planned.counts().creates, planned.counts().updates), (1, 2), "{:?}", planned.drafts());
    let after = write(&book, &planned.drafts());
    let found = named(&after, "contact", "Ana Lima");
    assert_eq!((found.id, found.text("external_key")), (ana.id, "ana@x.example"));
    assert_eq!(plan(&after, &files).drafts(), []);
}

#[test]
fn records_that_people_changed_keep_what_the_file_does_not_say() {
    let book = Book::default();
    let after = write(&book, &plan(&book, &set()).drafts());
    let records = after.records().cloned().map(|record| match record.text("external_key") {
        "A1" => record.with("remarks", Value::text("Important")).with("name", Value::text("My deal")),
        _ => record,
    });
    let changed = Book::of(registry(), records.collect::<Vec<_>>());
    assert_eq!(plan(&changed, &set()).drafts(), []);
}

#[test]
fn a_deleted_record_stays_deleted_until_someone_brings_it_back() {
    let book = Book::default();
    let after = write(&book, &plan(&book, &set()[1..2]).drafts());
    let deleted = after.records().cloned().map(|mut record| {
        record.deleted = Some(9);
        record
    });
    let undone = Book::of(registry(), deleted.collect::<Vec<_>>());
    let mut again = plan(&undone, &set()[1..2]);
    assert!(again.rows.iter().all(|row| row.action == Action::Restore));
    assert_eq!(again.drafts(), []);
    again.decide_all(&Decision::Accept, |doubt| doubt.why == Why::Deleted);
    assert_eq!(again.counts().restores, 3);
    assert_eq!(named(&write(&undone, &again.drafts()), "company", "Acme").deleted, None);
}

#[test]
fn repeated_rows_are_told_apart() {
    let text = "Deal ID,Name\n1,A\n1,A\n1,B\n";
    let book = Book::default();
    let planned = plan(&book, &[("deals.csv", text)]);
    let found: Vec<&Why> = planned.doubts.iter().map(|doubt| &doubt.why).collect();
    assert_eq!(found, [&Why::SameRow { line: 2 }, &Why::SameKey { line: 2 }]);
    let after = write(&book, &planned.drafts());
    assert_eq!(all(&after, "deal").len(), 2, "the same row once, the other under its own key");
    assert_eq!(plan(&after, &[("deals.csv", text)]).drafts(), []);
}

#[test]
fn a_unique_value_that_another_holds_is_left_out() {
    let files = [("contacts.csv", "id,Last name,E-mail\n1,Lima,a@x.example\n2,Berg,A@x.example\n")];
    let planned = plan(&Book::default(), &files);
    assert_eq!(doubts(&planned), [("taken", "A@x.example", 1)]);
    let after = write(&Book::default(), &planned.drafts());
    assert_eq!(named(&after, "contact", "Berg").text("email"), "");
}

#[test]
fn what_was_odd_in_the_file_marks_its_rows() {
    let text = "account,sector\nAcme,retail,extra\nBolt\nCrane,\"open\nDome,retail\n";
    let planned = plan(&Book::default(), &[("accounts.csv", text)]);
    let tags: Vec<&str> = planned.doubts.iter().map(|doubt| doubt.why.tag()).collect();
    assert_eq!(tags, ["too_many_cells", "too_few_cells", "after_unclosed_quote"]);
    let after = write(&Book::default(), &planned.drafts());
    assert_eq!(all(&after, "company").len(), 2, "what follows an unclosed quote waits for a word");
    assert_eq!(named(&after, "company", "Acme").text("remarks"), "[extra]");
    let mut planned = planned;
    planned.decide_all(&Decision::Accept, |doubt| doubt.suggestion == Some(Suggestion::BringIn));
    assert_eq!(planned.counts().creates, 4);
}

#[test]
fn ambiguous_dates_are_read_as_usual_and_turned_by_one_click() {
    let files = [("deals.csv", "id,name,open date\n1,A,3/4/2020\n2,B,5/6/2020\n3,C,7/7/2020\n")];
    let mut planned = plan(&Book::default(), &files);
    assert_eq!(doubts(&planned), [("ambiguous_date", "3/4/2020", 2)]);
    let opened = |plan: &crate::import::Plan| {
        let after = write(&Book::default(), &plan.drafts());
        named(&after, "deal", "A").get::<jiff::civil::Date>("opened_on").unwrap().to_string()
    };
    assert_eq!(opened(&planned), "2020-03-04");
    planned.decide(0, Decision::Accept);
    assert_eq!(opened(&planned), "2020-04-03");
    let again = plan_with(&Book::default(), planned.sheets.clone(), planned.mappings());
    assert_eq!((again.doubts.len(), opened(&again)), (0, "2020-04-03".to_owned()));
}

#[test]
fn new_stages_stand_between_the_open_ones_and_the_end_of_the_pipeline() {
    let first = RecordId::from_bytes([1; 16]);
    let stage = |n: u8, name: &str, outcome: &str| {
        Record::new(RecordId::from_bytes([n; 16]), "stage")
            .with("name", Value::text(name))
            .with("pipeline", Value::Ref(first))
            .with("position", Value::Number(n.into()))
            .with("outcome", Value::text(outcome))
    };
    let pipeline = Record::new(first, "pipeline").with("name", Value::text("Sales"));
    let records = [pipeline, stage(2, "New", "open"), stage(3, "Won", "won"), stage(4, "Lost", "lost")];
    let book = Book::of(registry(), records);
    let after = write(&book, &plan(&book, &set()).drafts());
    let mut stages = all(&after, "stage");
    stages.sort_by_key(|stage| stage.get::<rust_decimal::Decimal>("position"));
    let names: Vec<&str> = stages.iter().map(|stage| stage.text("name")).collect();
    assert_eq!(names, ["New", "Engaging", "Angebot", "Won", "Lost"]);
    assert!(stages.iter().all(|stage| stage.reference("pipeline") == Some(first)));
    assert!(all(&after, "deal").iter().all(|deal| deal.reference("pipeline") == Some(first)));
}

#[test]
fn open_doubts_mark_new_records_with_the_chosen_tag() {
    let book = Book::default();
    let sheets: Vec<Sheet> = set().iter().map(|(name, text)| sheet(name, text)).collect();
    let mappings = guess(&book, &sheets);
    let world = crate::import::plan::World { registry: registry(), book: &book };
    let options =
        crate::import::Options { usual: Some(USUAL), mark: Some("To check".into()), ..Default::default() };
    let after = write(&book, &crate::import::Plan::of(&world, sheets, mappings, options).drafts());
    let tag = Value::Set([named(&after, "tag", "To check").id.to_string()].into());
    assert_eq!(named(&after, "deal", "Nobody Ltd – Drill Pro").value("tags"), &tag);
    assert_eq!(named(&after, "deal", "Acme – Drill Pro").value("tags"), &Value::None);
}

#[test]
fn the_mapping_can_be_changed_by_hand() {
    let book = Book::default();
    let sheets = vec![sheet("accounts.csv", ACCOUNTS)];
    let mut mappings = guess(&book, &sheets);
    let sector = mappings[0].column_of_field("industry").unwrap();
    mappings[0].columns[sector].target = Target::Field("remarks".into());
    mappings[0].columns[0].target = Target::Ignore;
    mappings[0].name_from = vec![sector];
    let after = write(&book, &plan_with(&book, sheets, mappings).drafts());
    assert_eq!(named(&after, "company", "technolgy").text("remarks"), "technolgy");
}
