#![allow(clippy::unwrap_used)]

mod finding;
mod merging;

use super::*;
use crate::book::Book;
use crate::id::RecordId;
use crate::record::Record;
use crate::registry::{EntityDef, Registry};
use crate::value::{Address, Value};

fn id(n: u32) -> RecordId {
    RecordId::derived(&["duplicates", &n.to_string()])
}

fn def(entity: &str) -> &'static EntityDef {
    Registry::standard().entity(entity).unwrap()
}

/// A record of these fields, younger than those of smaller numbers.
fn record(entity: &str, n: u32, fields: &[(&str, Value)]) -> Record {
    let record = Record::new(id(n), entity).with("created_at", Value::Time(i64::from(n)));
    fields.iter().fold(record, |record, (field, value)| record.with(field, value.clone()))
}

fn text(text: &str) -> Value {
    Value::text(text)
}

fn person(n: u32, given: &str, family: &str, more: &[(&str, Value)]) -> Record {
    let mut fields = vec![("given_name", text(given)), ("family_name", text(family))];
    fields.extend(more.iter().cloned());
    record("contact", n, &fields)
}

fn firm(n: u32, name: &str, town: &str) -> Record {
    let address = Value::Address(Address { city: town.into(), ..Address::default() });
    let address = if town.is_empty() { Value::None } else { address };
    record("company", n, &[("name", text(name)), ("address", address)])
}

fn book(records: &[Record]) -> Book {
    let mut book = Book::new(Registry::standard().clone());
    records.iter().for_each(|record| book.put(record));
    book
}

fn pairs(book: &Book, entity: &str) -> Vec<Pair> {
    let mut search = Search::new(book, def(entity));
    loop {
        if let Some(pairs) = search.step(book, usize::MAX / 4) {
            return pairs;
        }
    }
}
