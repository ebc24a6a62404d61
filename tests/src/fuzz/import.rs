//! A whole import of any files: every value that would be written fits its field, planning in slices
//! plans the same, and importing the same files once more makes nothing twice.

use super::csv::{options, whole};
use super::draw::{Draw, some_id};
use outrider_app::id::RecordId;
use outrider_app::import::cell::{DateOrder, Decimals};
use outrider_app::import::plan::{Decision, Draft, Options, Plan, Planner, World};
use outrider_app::import::read::Sheet;
use outrider_app::import::{Book, Guesser, Mapping, Usual, read};
use outrider_app::record::Record;
use outrider_app::registry::{Registry, validate};
use outrider_app::value::{Currency, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Files beyond this are the reader's matter alone: planning them tells nothing new.
const LARGE: usize = 6_000;

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let ways: [u8; 4] = std::array::from_fn(|_| draw.byte());
    let (options, files) = options(draw.rest());
    if files.len() > LARGE {
        return;
    }
    // A form feed stands between files.
    let files = files.split(|byte| *byte == 0xc).take(3);
    let sheets: Vec<Sheet> = files.filter_map(|file| read("file.csv", file, &options).ok()).collect();
    sheets.iter().for_each(whole);
    let registry = Registry::standard();
    let book = Book::of(registry, known());
    let usual = usual(ways[0]);
    let mappings = Guesser { registry, book: &book, usual }.guess_all(&sheets);
    for (mapping, sheet) in mappings.iter().zip(&sheets) {
        assert!(mapping.fits(sheet));
        let kept = serde_json::to_string(mapping).expect("can be kept");
        assert_eq!(serde_json::from_str::<Mapping>(&kept).ok().as_ref(), Some(mapping));
    }
    let chosen = Options {
        owner: Some(some_id(0)),
        mark: (ways[1] & 1 == 1).then(|| "check".to_owned()),
        usual: Some(usual),
        ..Options::default()
    };
    let world = World { registry, book: &book };
    let mut plan = Plan::of(&world, sheets.clone(), mappings.clone(), chosen.clone());
    let slow = in_slices(&world, &sheets, &mappings, &chosen, usize::from(ways[2] % 7));
    assert_eq!(slow.drafts(), plan.drafts(), "planned in slices it is another plan");
    assert_eq!(slow.doubts, plan.doubts);
    decide(&mut plan, ways[3]);
    let drafts = plan.drafts();
    fit(registry, &book, &drafts);
    // The same files again, by somebody who has what the first import made.
    let after = Book::of(registry, written(&book, &drafts));
    let world = World { registry, book: &after };
    let again = Plan::of(&world, sheets, plan.mappings(), chosen);
    let twice: Vec<Draft> = again.drafts().into_iter().filter(|draft| draft.create).collect();
    let made: BTreeSet<RecordId> = drafts.iter().map(|draft| draft.record).collect();
    for draft in &twice {
        assert!(!made.contains(&draft.record), "made twice: {draft:?}");
    }
    let _ = (plan.counts(), again.counts());
}

fn usual(way: u8) -> Usual {
    Usual {
        currency: if way & 1 == 0 { Currency::EUR } else { Currency::USD },
        dates: if way & 2 == 0 { DateOrder::DayFirst } else { DateOrder::MonthFirst },
        decimals: if way & 4 == 0 { Decimals::Point } else { Decimals::Comma },
        zone_minutes: i32::from(way) - 128,
    }
}

/// What is there before: a little of everything that rows may name.
fn known() -> Vec<Record> {
    let text = |text: &str| Value::text(text);
    let record = |n: u8, entity: &str| Record::new(some_id(n), entity);
    vec![
        record(0, "employee").with("name", text("Ada")).with("email", text("ada@x.example")),
        record(1, "company").with("name", text("Acme")),
        record(2, "company").with("name", text("Acme")).with("remarks", text("a second one")),
        record(3, "contact")
            .with("given_name", text("Anna"))
            .with("family_name", text("Schmidt"))
            .with("email", text("anna@acme.example"))
            .with("company", Value::Ref(some_id(1))),
        record(4, "pipeline").with("name", text("Sales")),
        record(5, "stage").with("name", text("Lead")).with("pipeline", Value::Ref(some_id(4))),
        record(6, "product").with("name", text("Rope")),
        record(7, "tag").with("name", text("vip")),
    ]
}

fn in_slices(
    world: &World<'_>,
    sheets: &[Sheet],
    mappings: &[Mapping],
    options: &Options,
    budget: usize,
) -> Plan {
    let mut planner = Planner::new(world, sheets.to_vec(), mappings.to_vec(), options.clone());
    while !planner.step(world, budget).finished() {}
    planner.finish(world)
}

/// Decides a doubt in some way, or all alike.
fn decide(plan: &mut Plan, way: u8) {
    let decision = match way & 3 {
        0 => return,
        1 => Decision::Accept,
        2 => Decision::Create,
        _ => Decision::Skip,
    };
    plan.decide_all(&decision, |doubt| way & 4 == 0 || doubt.id % 2 == 0);
}

fn fit(registry: &Registry, book: &Book, drafts: &[Draft]) {
    let mut made = BTreeSet::new();
    for draft in drafts {
        let def = registry.entity(&draft.entity).expect("a known entity");
        let there = book.records().any(|record| record.id == draft.record);
        assert_eq!(draft.create, !there, "{draft:?}");
        assert!(!draft.create || made.insert(draft.record), "two records of one id: {draft:?}");
        let mut fields = BTreeSet::new();
        for (field, value) in &draft.fields {
            let known = def.field(field).expect("a known field");
            assert_eq!(validate(known, value), Ok(()), "{field} {value:?}");
            assert!(fields.insert(field), "{field} is set twice: {draft:?}");
        }
    }
}

/// What stands once these drafts were taken.
fn written(book: &Book, drafts: &[Draft]) -> Vec<Record> {
    let mut records: BTreeMap<RecordId, Record> =
        book.records().map(|record| (record.id, record.clone())).collect();
    for draft in drafts {
        let record =
            records.entry(draft.record).or_insert_with(|| Record::new(draft.record, draft.entity.clone()));
        for (field, value) in &draft.fields {
            record.fields.entry(field.clone()).or_default().value = value.clone();
        }
    }
    records.into_values().collect()
}
