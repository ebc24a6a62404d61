#![allow(clippy::unwrap_used)]

use super::*;
use crate::digest::hex;
use crate::id::RecordId;
use crate::record::Cell;
use crate::value::{Address, Currency, Money, Value};
use jiff::civil::date;

fn id(n: u8) -> RecordId {
    RecordId::from_bytes([n; 16])
}

/// One record with a value of every kind, and what only the server keeps.
fn sample() -> Record {
    let values = [
        (
            "address",
            Value::Address(Address { city: "Köln".into(), country: "DE".into(), ..Address::default() }),
        ),
        ("amount", Value::Money(Money::new(-1999, Currency::EUR))),
        ("at", Value::Time(-1)),
        ("company", Value::Ref(id(7))),
        ("done", Value::Bool(true)),
        ("empty", Value::None),
        ("geo", Value::Opaque(serde_json::json!({"geo": {"lat": 52.5}}))),
        ("name", Value::text("प्रिया")),
        ("on", Value::Date(date(2026, 2, 28))),
        ("rate", Value::Number("-12.50".parse().unwrap())),
        ("tags", Value::Set([id(1).to_string(), id(2).to_string()].into())),
        ("words", Value::Set(["b".to_owned(), "a".to_owned()].into())),
    ];
    let mut record = Record::new(id(9), "contact");
    (record.seq, record.at, record.by) = (300, 1_700_000_000_000, id(3));
    for (n, (field, value)) in values.into_iter().enumerate() {
        let cell =
            Cell { value, seq: 300 - n as u64 * 20, at: record.at - n as i64, by: id(3), ..Cell::default() };
        record.fields.insert(field.to_owned(), cell);
    }
    record.fields.get_mut("words").unwrap().adds = [("a".to_owned(), 12), ("b".to_owned(), 80)].into();
    record.fields.get_mut("name").unwrap().by = id(4);
    record.fields.get_mut("done").unwrap().by = RecordId::default();
    record
}

fn lean(mut record: Record) -> Record {
    for cell in record.fields.values_mut() {
        *cell = Cell { value: cell.value.clone(), seq: cell.seq, ..Cell::default() };
    }
    record
}

#[test]
fn what_was_packed_reads_back_whole() {
    let mut deleted = Record::new(id(5), "stage").with("name", Value::text("Won"));
    (deleted.seq, deleted.deleted) = (12, Some(11));
    let records = [sample(), deleted, Record::new(id(6), "contact").with("zip", Value::text(""))];
    let full = decode_chunk(&encode_chunk(&records, Detail::Full)).unwrap();
    assert_eq!(full, records);
    let back = decode_chunk(&encode_chunk(&records, Detail::Lean)).unwrap();
    assert_eq!(back, records.clone().map(lean));
    assert_eq!(decode_row(&encode_row(&records[0], Detail::Full)).unwrap(), records[0]);
    assert_eq!(decode_chunk(&encode_chunk([], Detail::Lean)).unwrap(), []);
}

#[test]
fn a_version_above_the_records_survives() {
    let mut record = Record::new(id(5), "stage").with("name", Value::text("Won"));
    record.fields.get_mut("name").unwrap().seq = u64::MAX;
    assert_eq!(decode_row(&encode_row(&record, Detail::Lean)).unwrap(), record);
}

#[test]
fn fields_read_in_place_without_the_others() {
    let bytes = encode_chunk([&sample()], Detail::Full);
    let chunk = Chunk::open(bytes).unwrap();
    let (place, row) = chunk.rows().next().unwrap();
    assert_eq!((row.id(), row.entity(), row.seq()), (id(9), "contact", 300));
    assert_eq!(row.named("name").text(), Some("प्रिया"));
    assert_eq!(row.named("company").ref_id(), Some(id(7)));
    assert_eq!(row.named("tags").ref_ids().collect::<Vec<_>>(), [id(1), id(2)]);
    assert_eq!(row.named("words").texts().collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(row.named("address").address().unwrap()[2], "Köln");
    assert_eq!(row.named("nothing"), RawValue::EMPTY);
    assert_eq!(chunk.row_at(place).unwrap().id(), id(9));
}

#[test]
fn a_value_tag_of_a_newer_version_is_kept_and_written_back() {
    let record = Record::new(id(5), "stage").with("name", Value::text("Won"));
    let mut bytes = encode_row(&record, Detail::Lean);
    let at = bytes.len() - 4;
    assert_eq!(bytes[at], tag::TEXT);
    bytes[at] = 200;
    let newer = decode_row(&bytes).unwrap();
    assert_eq!(newer.value("name"), &Value::Opaque(serde_json::json!({"$packed": "c8576f6e"})));
    let back = encode_row(&newer, Detail::Lean);
    assert_eq!(back.last_chunk::<5>(), bytes.last_chunk::<5>());
    // A text in that disguise stays what it is.
    let disguised = Value::Opaque(serde_json::json!({"$packed": "01576f6e"}));
    let record = Record::new(id(5), "stage").with("name", disguised.clone());
    assert_eq!(decode_row(&encode_row(&record, Detail::Lean)).unwrap().value("name"), &disguised);
}

#[test]
fn the_bytes_have_not_changed_by_accident() {
    for (name, detail) in [("lean", Detail::Lean), ("full", Detail::Full)] {
        let now = format!("{name} {}", hex(&encode_row(&sample(), detail)));
        assert!(include_str!("snapshot.txt").lines().any(|line| line == now), "now {now}");
    }
}

#[test]
fn cut_bytes_are_errors_wherever_they_are_cut() {
    for detail in [Detail::Lean, Detail::Full] {
        let bytes = encode_row(&sample(), detail);
        for len in 0..bytes.len() {
            assert!(decode_row(&bytes[..len]).is_err(), "{detail:?} cut at {len}");
        }
    }
}

#[test]
fn flipped_bytes_never_panic_and_what_opens_can_be_read() {
    for detail in [Detail::Lean, Detail::Full] {
        let bytes = encode_chunk([&sample()], detail);
        for at in 0..bytes.len() {
            for flip in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
                let mut bytes = bytes.clone();
                bytes[at] ^= flip;
                if let Ok(chunk) = Chunk::open(bytes) {
                    assert_eq!(chunk.rows().count(), chunk.len());
                    for (_, row) in chunk.rows() {
                        let record = row.to_record().unwrap();
                        let again = decode_row(&encode_row(&record, detail)).unwrap();
                        assert_eq!(again, record);
                    }
                }
            }
        }
    }
}

#[test]
fn a_claimed_length_is_not_believed() {
    let mut bytes = [&MAGIC[..], &[VERSION, 0]].concat();
    bytes.extend_from_slice(&[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1]);
    assert_eq!(Chunk::open(bytes).unwrap_err(), PackError::Short);
    assert_eq!(Chunk::open(*b"PK\x03\x04").unwrap_err(), PackError::Magic);
    assert_eq!(Chunk::open(*b"ORpk\x02").unwrap_err(), PackError::Version(2));
}
