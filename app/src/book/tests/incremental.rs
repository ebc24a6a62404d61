//! A book changed step by step answers like one made anew.

use super::*;
use crate::calendar::dated;
use crate::pack::{Detail, encode_chunk};
use crate::value::{Currency, Money};
use jiff::civil::date;
use std::collections::BTreeMap;

#[derive(Default)]
struct Model {
    base: BTreeMap<RecordId, Record>,
    over: BTreeMap<RecordId, Record>,
}

impl Model {
    fn fresh(&self) -> Book {
        let mut book = book(&[]);
        let base: Vec<&Record> = self.base.values().collect();
        for part in base.chunks(50) {
            book.load_chunk(encode_chunk(part.iter().copied(), Detail::Lean)).unwrap();
        }
        for record in self.over.values() {
            book.set_overlay(record.id, Some(record));
        }
        while !book.index_step(37) {}
        book
    }
}

const GIVEN: &[&str] = &["Anna", "Änne", "Jürgen", "John", "प्रिया", "", "Ben"];
const FAMILY: &[&str] = &["Schmidt", "Schmitt", "Smith", "शर्मा", "Müller", "Muller"];

fn random(dice: &mut Dice, n: u32, seq: u64) -> Record {
    let target = id(dice.below(60) as u32);
    let mut record = match n % 3 {
        0 => Record::new(id(n), "company")
            .with("name", Value::text(format!("{} {}", dice.pick(FAMILY), dice.below(4))))
            .with("revenue", Value::Money(Money::new(dice.below(9) as i64, Currency::EUR))),
        1 => Record::new(id(n), "contact")
            .with("given_name", Value::text(dice.pick(GIVEN)))
            .with("family_name", Value::text(dice.pick(FAMILY)))
            .with("company", Value::Ref(target))
            .with("lifecycle", Value::text(dice.pick(&["lead", "former", "customer"])))
            .with("phone", Value::text(format!("+49 30 {}", dice.below(9999)))),
        _ => Record::new(id(n), "deal")
            .with("name", Value::text(dice.pick(GIVEN)))
            .with("customer", if dice.below(3) == 0 { Value::None } else { Value::Ref(target) })
            .with("amount", Value::Money(Money::new(dice.below(500) as i64 - 99, Currency::USD)))
            .with("expected_close", Value::Date(date(2026, 3, dice.below(28) as i8 + 1)))
            .with("tags", Value::Set([target.to_string()].into())),
    };
    (record.seq, record.at) = (seq, dice.below(40) as i64 * 1000);
    match dice.below(12) {
        0 => record.deleted = Some(seq),
        1 => record = record.with("merged_into", Value::Ref(id(dice.below(60) as u32 / 3 * 3 + n % 3))),
        _ => {}
    }
    record
}

fn answers(book: &mut Book) -> Vec<String> {
    let mut all = Vec::new();
    for entity in ["company", "contact", "deal", "nothing"] {
        all.push(format!("{entity} {}", book.count(entity)));
        let fields = ["name", "company", "customer", "amount", "lifecycle", "tags", TITLE, TOUCHED];
        for field in fields {
            for direction in [Direction::Asc, Direction::Desc] {
                let one = Query::all(entity).sort(field, direction);
                all.push(format!("{entity} {field} {:?}", book.query(&one)));
                let two = one.sort("family_name", Direction::Desc);
                all.push(format!("{entity} {field} and {:?}", book.query(&two)));
            }
        }
        let filtered = Query::all(entity).filter("customer", Test::Is(Value::Ref(id(3)))).search("schm");
        all.push(format!("{entity} filtered {:?}", book.query(&filtered)));
        all.push(format!(
            "{entity} groups {:?}",
            book.groups(&Query::all(entity), "customer", Some("amount"))
        ));
    }
    let deal = dated(Registry::standard().entity("deal").unwrap()).unwrap();
    for day in 1..25 {
        let days = (date(2026, 3, day), date(2026, 3, day + 3));
        let found = book.on_calendar("deal", &deal, Span { instants: (0, 0), days }, &[]);
        all.push(format!("from {day} {found:?}"));
    }
    for text in ["anna", "a", "muller", "schmid", "johm", "प्रि", "30 12", "smith 1", "mueller ben"] {
        all.push(format!("{text} {:?}", book.search(text, None, 1000)));
    }
    for n in 0..60 {
        all.push(format!("{n} {:?} {:?}", book.referencing(id(n)), book.title(id(n))));
        all.push(format!("{:?} {:?} {:?}", book.get(id(n)), book.confirmed(id(n)), book.resolve(id(n))));
    }
    all
}

#[test]
fn a_book_changed_step_by_step_answers_like_one_made_anew() {
    for seed in 1..=12 {
        let mut dice = Dice(seed * 0x9e37_79b9);
        let (mut model, mut book) = (Model::default(), book(&[]));
        for seq in 1..=400 {
            let n = dice.below(60) as u32;
            let record = random(&mut dice, n, seq);
            let version = book.version();
            match dice.below(10) {
                0..5 => {
                    book.put(&record);
                    model.base.insert(record.id, record);
                }
                5 => {
                    book.remove(record.id);
                    model.base.remove(&record.id);
                }
                6 | 7 => {
                    book.set_overlay(record.id, Some(&record));
                    model.over.insert(record.id, record);
                }
                8 => {
                    book.set_overlay(record.id, None);
                    model.over.remove(&record.id);
                }
                _ => {
                    let more: Vec<Record> = (0..20)
                        .map(|_| {
                            let n = dice.below(60) as u32;
                            random(&mut dice, n, seq)
                        })
                        .collect();
                    book.load_chunk(encode_chunk(&more, Detail::Lean)).unwrap();
                    for record in more {
                        if model.base.get(&record.id).is_none_or(|held| held.seq <= record.seq) {
                            model.base.insert(record.id, record);
                        }
                    }
                }
            }
            if !matches!(dice.below(4), 0) {
                book.index_step(dice.below(30) as usize);
            }
            assert!(book.version() >= version);
            if seq % 23 == 0 {
                assert_same(&mut book, &mut model.fresh(), seed, seq);
            }
        }
        assert_same(&mut book, &mut model.fresh(), seed, 400);
    }
}

fn assert_same(book: &mut Book, fresh: &mut Book, seed: u64, seq: u64) {
    for (mine, anew) in answers(book).into_iter().zip(answers(fresh)) {
        assert_eq!(mine, anew, "seed {seed} at {seq}");
    }
}

#[test]
fn memory_follows_what_is_held_when_records_are_replaced_again_and_again() {
    let mut book = book(&[]);
    for round in 0..200 {
        for n in 0..100 {
            book.put(&contact(n, &"x".repeat(1000), &format!("{round}")));
        }
    }
    assert!(book.held().rows < 1_500_000, "{:?}", book.held());
    assert_eq!(
        book.query(&Query::all("contact").filter("family_name", Test::Is(Value::text("199")))).len(),
        100
    );
}

#[test]
fn damaged_chunks_are_refused_and_change_nothing() {
    let mut book = book(&[contact(1, "Anna", "Schmidt")]);
    let mut bytes = encode_chunk(&[contact(1, "Anna", "Meyer"), contact(2, "Ben", "Li")], Detail::Lean);
    bytes.truncate(bytes.len() - 1);
    let version = book.version();
    assert!(book.load_chunk(bytes).is_err());
    assert_eq!((book.version(), book.count("contact")), (version, 1));
    assert_eq!(book.title(id(1)).unwrap(), "Anna Schmidt");
}

#[test]
fn an_older_chunk_does_not_undo_a_newer_row() {
    let mut newer = contact(1, "Anna", "Meyer");
    newer.seq = 9;
    let mut book = book(&[newer]);
    assert_eq!(book.load_chunk(encode_chunk([&contact(1, "Anna", "Schmidt")], Detail::Lean)), Ok(0));
    assert_eq!(book.title(id(1)).unwrap(), "Anna Meyer");
}

#[test]
fn a_stored_chunk_is_there_at_once_and_its_damage_is_found_when_it_is_looked_at() {
    let sound = encode_chunk([&contact(1, "Anna", "Schmidt")], Detail::Lean);
    let mut broken = encode_chunk([&contact(2, "Bert", "Meier")], Detail::Lean);
    let at = broken.windows(4).position(|bytes| bytes == b"Bert").unwrap();
    broken[at] = 0xff;
    let mut book = Book::new(Registry::standard().clone());
    assert_eq!(book.load_stored(sound), Ok(1));
    assert_eq!(book.load_stored(broken), Ok(1));
    assert_eq!(book.query(&Query::all("contact")).len(), 2);
    let found: Vec<bool> = std::iter::from_fn(|| book.check_step()).map(|found| found.is_ok()).collect();
    assert_eq!(found, [false, true]);
    assert!(book.load_stored(b"nothing".to_vec()).is_err());
}
