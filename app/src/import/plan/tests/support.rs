//! What the tests share: a person's habits, planning a set of files, writing drafts into a book.

use crate::import::cell::{DateOrder, Decimals};
use crate::import::plan::{Doubt, Draft, Options, Plan, World};
use crate::import::{Book, Guesser, Mapping, ReadOptions, Sheet, Usual, read};
use crate::record::{EntityId, Record};
use crate::registry::Registry;
use crate::value::{Currency, Value};

pub const USUAL: Usual = Usual {
    currency: Currency::USD,
    dates: DateOrder::MonthFirst,
    decimals: Decimals::Point,
    zone_minutes: 0,
};

pub fn registry() -> &'static Registry {
    Registry::standard()
}

pub fn sheet(name: &str, text: &str) -> Sheet {
    read(name, text.as_bytes(), &ReadOptions::default()).unwrap()
}

pub fn guess(book: &Book, sheets: &[Sheet]) -> Vec<Mapping> {
    Guesser { registry: registry(), book, usual: USUAL }.guess_all(sheets)
}

pub fn plan_with(book: &Book, sheets: Vec<Sheet>, mappings: Vec<Mapping>) -> Plan {
    let options = Options { usual: Some(USUAL), ..Options::default() };
    Plan::of(&World { registry: registry(), book }, sheets, mappings, options)
}

pub fn plan(book: &Book, files: &[(&str, &str)]) -> Plan {
    let sheets: Vec<Sheet> = files.iter().map(|(name, text)| sheet(name, text)).collect();
    let mappings = guess(book, &sheets);
    plan_with(book, sheets, mappings)
}

/// The book after the drafts were written.
pub fn write(book: &Book, drafts: &[Draft]) -> Book {
    let mut records: Vec<Record> = book.records().cloned().collect();
    for draft in drafts {
        let at = records.iter().position(|record| record.id == draft.record).unwrap_or_else(|| {
            assert!(draft.create, "{draft:?} changes a record that is not there");
            records.push(Record::new(draft.record, draft.entity.as_str()));
            records.len() - 1
        });
        let mut record = std::mem::take(&mut records[at]);
        if draft.restore {
            record.deleted = None;
        }
        for (field, value) in &draft.fields {
            let def =
                registry().field(&draft.entity, field).unwrap_or_else(|| panic!("{field} of {draft:?}"));
            crate::registry::validate(def, value).unwrap_or_else(|flaw| panic!("{field} {value:?}: {flaw}"));
            record = record.with(field, value.clone());
        }
        records[at] = record;
    }
    let mut after = Book::of(registry(), records);
    after.forbidden.clone_from(&book.forbidden);
    after
}

pub fn all<'a>(book: &'a Book, entity: &str) -> Vec<&'a Record> {
    book.records().filter(|record| record.entity == entity).collect()
}

pub fn named<'a>(book: &'a Book, entity: &str, name: &str) -> &'a Record {
    let def = registry().entity(entity).unwrap();
    let found = book.records().find(|record| record.entity == entity && def.title_of(record) == name);
    found.unwrap_or_else(|| panic!("no {entity} {name}"))
}

/// The doubts as (tag, value, rows), for reading at a glance.
pub fn doubts(plan: &Plan) -> Vec<(&'static str, &str, usize)> {
    plan.doubts.iter().map(|doubt| (doubt.why.tag(), doubt.value.as_str(), doubt.rows.len())).collect()
}

pub fn doubt<'a>(plan: &'a Plan, tag: &str, value: &str) -> &'a Doubt {
    let found = plan.doubts.iter().find(|doubt| doubt.why.tag() == tag && doubt.value == value);
    found.unwrap_or_else(|| panic!("no {tag} {value:?} among {:?}", doubts(plan)))
}

pub fn person(n: u8, name: &str) -> Record {
    let id = crate::id::RecordId::from_bytes([n; 16]);
    Record::new(id, EntityId::from("employee")).with("name", Value::text(name))
}
