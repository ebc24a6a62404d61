//! Everything a device holds, in memory: whatever is loaded and asked, a book that was changed step
//! by step answers like one made anew from what it holds.

use super::draw::{Draw, some_id};
use super::records;
use outrider_app::book::{Book, Direction, Filter, Query, TITLE, TOUCHED, Test};
use outrider_app::id::RecordId;
use outrider_app::pack::{Detail, decode_chunk, encode_chunk};
use outrider_app::record::Record;
use outrider_app::registry::Registry;
use std::collections::BTreeMap;

/// What the book should hold.
#[derive(Default)]
struct Model {
    base: BTreeMap<RecordId, Record>,
    over: BTreeMap<RecordId, Record>,
    labels: BTreeMap<RecordId, String>,
}

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let (mut book, mut model) = (Book::new(Registry::standard().clone()), Model::default());
    let mut asked = Vec::new();
    while !draw.is_empty() && asked.len() < 40 {
        step(&mut draw, &mut book, &mut model);
        // Asking builds columns and indexes that the next step must keep up to date.
        let question = question(&mut draw);
        answer(&mut book, &question);
        asked.push(question);
    }
    let mut fresh = model.fresh();
    for question in &asked {
        assert_eq!(answer(&mut book, question), answer(&mut fresh, question), "{question:?}");
    }
    for n in 0..12 {
        let id = some_id(n);
        assert_eq!(book.get(id), fresh.get(id));
        assert_eq!((book.title(id), book.resolve(id)), (fresh.title(id), fresh.resolve(id)));
        assert_eq!(book.referencing(id), fresh.referencing(id));
    }
}

fn step(draw: &mut Draw, book: &mut Book, model: &mut Model) {
    match draw.below(8) {
        0 | 1 => {
            let record = records::lean(&records::any(draw));
            book.put(&record);
            model.base.insert(record.id, record);
        }
        2 => {
            let count = draw.below(5);
            let drawn: Vec<Record> = (0..count).map(|_| records::any(draw)).collect();
            load(book, model, encode_chunk(&drawn, Detail::Lean));
        }
        3 => {
            let len = usize::from(draw.byte());
            let bytes = draw.take(len).to_vec();
            load(book, model, bytes);
        }
        4 => {
            let id = draw.id();
            book.remove(id);
            model.base.remove(&id);
        }
        5 => {
            let record = records::lean(&records::any(draw));
            book.set_overlay(record.id, Some(&record));
            model.over.insert(record.id, record);
        }
        6 => {
            let id = draw.id();
            book.set_overlay(id, None);
            model.over.remove(&id);
        }
        _ => {
            let (id, label) = (draw.id(), draw.text());
            book.set_labels([(id, label.clone())]);
            model.labels.insert(id, label);
        }
    }
    if draw.flag() {
        book.index_step(draw.below(30));
    }
}

fn load(book: &mut Book, model: &mut Model, bytes: Vec<u8>) {
    let version = book.version();
    match decode_chunk(&bytes) {
        Ok(read) => {
            let mut taken = 0;
            for record in read {
                if model.base.get(&record.id).is_none_or(|held| held.seq <= record.seq) {
                    model.base.insert(record.id, record);
                    taken += 1;
                }
            }
            assert_eq!(book.load_chunk(bytes), Ok(taken));
        }
        Err(error) => {
            assert_eq!(book.load_chunk(bytes), Err(error));
            assert_eq!(book.version(), version, "damaged bytes change nothing");
        }
    }
}

impl Model {
    fn fresh(&self) -> Book {
        let mut book = Book::new(Registry::standard().clone());
        for record in self.base.values() {
            book.put(record);
        }
        for record in self.over.values() {
            book.set_overlay(record.id, Some(record));
        }
        book.set_labels(self.labels.clone());
        while !book.index_step(7) {}
        book
    }
}

fn question(draw: &mut Draw) -> Query {
    // A saved view is a text that anybody may have written.
    if draw.below(4) == 0 {
        let len = usize::from(draw.byte());
        if let Ok(query) = serde_json::from_slice(draw.take(len)) {
            return query;
        }
    }
    let def = draw.def();
    let field = |draw: &mut Draw| match draw.below(8) {
        0 => TITLE.to_owned(),
        1 => TOUCHED.to_owned(),
        2 => draw.text(),
        _ => def.fields[draw.below(def.fields.len())].id.to_string(),
    };
    let mut query = Query { entity: def.id.to_string(), ..Query::default() };
    for _ in 0..draw.below(3) {
        query.filters.push(Filter::Field { field: field(draw), test: test(draw) });
    }
    for _ in 0..draw.below(3) {
        query.sort.push((field(draw), draw.pick(&[Direction::Asc, Direction::Desc])));
    }
    query.search = draw.flag().then(|| draw.text());
    query.limit = draw.flag().then(|| draw.below(9));
    query
}

fn test(draw: &mut Draw) -> Test {
    match draw.below(5) {
        0 => Test::Is(draw.value()),
        1 => Test::IsNot(draw.value()),
        2 => Test::AnyOf(vec![draw.value(), draw.value()]),
        3 => Test::Contains(draw.text()),
        _ => Test::Empty,
    }
}

/// All that can be said to a question.
fn answer(book: &mut Book, query: &Query) -> String {
    let rows = book.query(query);
    assert!(rows.len() <= query.limit.unwrap_or(usize::MAX));
    assert!(rows.len() <= book.count(&query.entity));
    let count = book.count_matching(query);
    let groups = book.groups(query, "stage", Some("amount"));
    let hits = query.search.as_ref().map(|text| book.search(text, None, 50));
    for hit in hits.iter().flatten() {
        assert_eq!(book.entity_of(hit.id), Some(&*hit.entity));
    }
    format!("{rows:?} {count} {groups:?} {hits:?}")
}
