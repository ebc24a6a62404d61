//! The real files of `shared/data/maven-crm`, where they are present.

use super::support::*;
use crate::import::plan::{Decision, Plan, Planner, Suggestion, World};
use crate::import::{Book, Mapping, Options, ReadOptions, Sheet, read};
use crate::value::Value;
use std::path::Path;
use std::time::Instant;

const FILES: [&str; 4] = ["sales_pipeline.csv", "accounts.csv", "products.csv", "sales_teams.csv"];

fn sheets() -> Option<Vec<Sheet>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data/maven-crm");
    if !folder.exists() {
        println!("skipped: {} is not there", folder.display());
        return None;
    }
    let one = |name: &&str| {
        read(name, &std::fs::read(folder.join(name)).unwrap(), &ReadOptions::default()).unwrap()
    };
    Some(FILES.iter().map(one).collect())
}

fn uses(mapping: &Mapping) -> Vec<String> {
    mapping.columns.iter().map(|column| format!("{} {:?}", column.header, column.target)).collect()
}

#[test]
fn every_file_is_known_for_what_it_is() {
    let Some(sheets) = sheets() else { return };
    let mappings = guess(&Book::default(), &sheets);
    let entities: Vec<&str> = mappings.iter().map(|mapping| mapping.entity.as_deref().unwrap()).collect();
    assert_eq!(entities, ["deal", "company", "product", "employee"], "{mappings:#?}");
    assert_eq!(
        uses(&mappings[0]),
        [
            "opportunity_id Key",
            r#"sales_agent Field("owner")"#,
            r#"product Field("product")"#,
            r#"account Field("customer")"#,
            r#"deal_stage Field("stage")"#,
            r#"engage_date Field("opened_on")"#,
            r#"close_date Field("closed_on")"#,
            r#"close_value Field("amount")"#,
        ]
    );
    assert_eq!(
        uses(&mappings[1]),
        [
            r#"account Field("name")"#,
            r#"sector Field("industry")"#,
            r#"year_established Field("founded")"#,
            r#"revenue Field("revenue")"#,
            r#"employees Field("employees")"#,
            r#"office_location Part("address", 4)"#,
            r#"subsidiary_of Field("parent")"#,
        ]
    );
    assert_eq!(
        uses(&mappings[2]),
        [r#"product Field("name")"#, r#"series Field("category")"#, r#"sales_price Field("price")"#]
    );
    assert_eq!(
        uses(&mappings[3]),
        [r#"sales_agent Field("name")"#, r#"manager Field("manager")"#, r#"regional_office Field("team")"#]
    );
    for (sheet, mapping) in sheets.iter().zip(&mappings) {
        assert_eq!(mapping.issues(sheet, registry()), [], "{}", mapping.name);
    }
}

fn planned(book: &Book, sheets: Vec<Sheet>, mappings: Vec<Mapping>) -> Plan {
    let options = Options { usual: Some(USUAL), mark: Some("To check".into()), ..Options::default() };
    let world = World { registry: registry(), book };
    let mut planner = Planner::new(&world, sheets, mappings, options);
    while !planner.step(&world, 500).finished() {}
    planner.finish(&world)
}

#[test]
fn the_whole_set_becomes_companies_products_people_teams_and_deals_once() {
    let Some(sheets) = sheets() else { return };
    let book = Book::default();
    let start = Instant::now();
    let mappings = guess(&book, &sheets);
    let guessed = start.elapsed();
    let mut plan = planned(&book, sheets.clone(), mappings);
    let planned_in = start.elapsed();
    println!("guessed in {guessed:?}, planned in {:?}", planned_in - guessed);
    println!("{:?}\n{:#?}", plan.counts(), doubts(&plan));

    let typo = doubt(&plan, "typo", "technolgy");
    assert_eq!(typo.suggestion, Some(Suggestion::Value(Value::text("technology"))));
    assert_eq!(typo.rows.len(), 12);
    let typo = doubt(&plan, "typo", "GTXPro");
    assert!(
        matches!(&typo.suggestion, Some(Suggestion::Record { name, .. }) if name == "GTX Pro"),
        "{typo:?}"
    );
    assert_eq!(typo.rows.len(), 1480);
    let mut found = doubts(&plan);
    found.sort_unstable();
    assert_eq!(
        found,
        [
            ("missing", "", 500),
            ("missing", "", 1425),
            ("missing", "", 2089),
            ("typo", "GTXPro", 1480),
            ("typo", "Philipines", 1),
            ("typo", "technolgy", 12),
        ]
    );

    plan.decide_all(&Decision::Accept, |doubt| doubt.suggestion.is_some());
    let drafts = plan.drafts();
    let after = write(&book, &drafts);
    let count = |entity: &str| all(&after, entity).len();
    assert_eq!(
        ["company", "product", "employee", "team", "stage", "pipeline", "deal", "tag"].map(count),
        [85, 7, 41, 3, 4, 1, 8800, 1]
    );

    let kept = plan.mappings();
    let again = planned(&after, sheets.clone(), kept);
    assert_eq!(again.drafts(), [], "a second import of the same files changes nothing");
    let unaware = planned(&after, sheets.clone(), guess(&after, &sheets));
    assert_eq!(unaware.drafts(), [], "nor does one by someone who did not decide about the doubts");
    assert_eq!(unaware.counts().unchanged, 8927);
}

#[test]
fn deals_stand_on_their_stage_with_amount_dates_owner_company_and_product() {
    let Some(sheets) = sheets() else { return };
    let book = Book::default();
    let mut plan = planned(&book, sheets.clone(), guess(&book, &sheets));
    plan.decide_all(&Decision::Accept, |doubt| doubt.suggestion.is_some());
    let after = write(&book, &plan.drafts());
    let title = |id| {
        let record = after.records().find(|record| record.id == id).unwrap();
        registry().entity(&record.entity).unwrap().title_of(record)
    };
    let deal = after.records().find(|record| record.text("external_key") == "Z063OYW0").unwrap();
    assert_eq!(deal.text("name"), "Isdom – GTX Pro");
    let refs = ["owner", "team", "product", "customer", "stage", "pipeline"];
    assert_eq!(
        refs.map(|field| title(deal.reference(field).unwrap())),
        ["Darcel Schlecht", "Central", "GTX Pro", "Isdom", "Won", "sales pipeline"]
    );
    assert_eq!(deal.get::<jiff::civil::Date>("opened_on"), Some(jiff::civil::date(2016, 10, 25)));
    assert_eq!(deal.get::<crate::value::Money>("amount").unwrap().minor, 451_400);
    let mut stages = all(&after, "stage");
    stages.sort_by_key(|stage| stage.get::<rust_decimal::Decimal>("position"));
    let stages: Vec<(&str, &str)> = stages.iter().map(|s| (s.text("name"), s.text("outcome"))).collect();
    assert_eq!(stages, [("Prospecting", "open"), ("Engaging", "open"), ("Won", "won"), ("Lost", "lost")]);
    let manager = named(&after, "employee", "Melvin Marxen");
    assert_eq!(
        (manager.text("role"), title(manager.reference("team").unwrap())),
        ("manager", "Central".into())
    );
    let company = named(&after, "company", "Bluth Company");
    assert_eq!(title(company.reference("parent").unwrap()), "Acme Corporation");
    assert_eq!(company.text("industry"), "technology");
}

#[test]
fn a_person_without_the_right_gets_doubts_instead_of_stages_and_staff() {
    let Some(sheets) = sheets() else { return };
    let mut book = Book::default();
    book.forbidden = ["stage", "pipeline", "employee", "team", "product"].map(str::to_owned).to_vec();
    let plan = planned(&book, sheets.clone(), guess(&book, &sheets));
    assert!(plan.drafts().iter().all(|draft| ["company", "deal", "tag"].contains(&draft.entity.as_str())));
    assert_eq!(plan.counts().by_entity.get("deal"), Some(&8800));
    assert_eq!(doubt(&plan, "may_not_create", "Won").rows.len(), 4238);
}

/// Run with `--release -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn a_hundred_thousand_rows() {
    let mut text = String::from("id,name,email,phone,company,sector,date,amount,city,remarks\n");
    for n in 0..100_000 {
        text.push_str(&format!(
            "K{n},Deal {n},p{n}@x{}.example,+49 30 {n},Company {},retail,{}/{}/2020,{}.50,Berlin,none\n",
            n % 500,
            n % 5000,
            n % 12 + 1,
            n % 28 + 1,
            n
        ));
    }
    let start = Instant::now();
    let sheets = vec![sheet("deals.csv", &text)];
    println!("read {:?}", start.elapsed());
    let book = Book::default();
    let mappings = guess(&book, &sheets);
    println!("guessed {:?} {:?}", start.elapsed(), uses(&mappings[0]));
    let plan = planned(&book, sheets, mappings);
    println!("planned {:?} {} doubts", start.elapsed(), plan.doubts.len());
    println!("{} drafts {:?}", plan.drafts().len(), start.elapsed());
}
