//! Packed records: what opens can be read to its end in every way, and what was packed reads back
//! whole.

use super::draw::Draw;
use super::records;
use outrider_app::pack::{Chunk, Detail, PackError, decode_chunk, decode_row, encode_chunk, encode_row};
use outrider_app::record::Record;

pub fn run(bytes: &[u8]) {
    hostile(bytes);
    let mut draw = Draw::new(bytes);
    let count = draw.below(5);
    let drawn: Vec<Record> = (0..count).map(|_| records::any(&mut draw)).collect();
    whole(&drawn);
    // The same, with the bytes that are left written over a part of it.
    for detail in [Detail::Lean, Detail::Full] {
        let mut spoiled = encode_chunk(&drawn, detail);
        let mut draw = draw.clone();
        let at = draw.number() as usize % spoiled.len();
        let with = draw.rest();
        let to = spoiled.len().min(at + with.len());
        spoiled.splice(at..to, with.iter().copied());
        hostile(&spoiled);
    }
}

/// Bytes from anywhere.
fn hostile(bytes: &[u8]) {
    let chunk = match Chunk::open(bytes) {
        Ok(chunk) => chunk,
        Err(error) => {
            assert_eq!(decode_chunk(bytes), Err(error));
            assert!(decode_row(bytes).is_err(), "a row that is no chunk");
            return;
        }
    };
    assert_eq!(chunk.bytes(), bytes);
    assert_eq!(chunk.rows().count(), chunk.len());
    let records: Vec<Record> =
        chunk.rows().map(|(_, row)| row.to_record().expect("what was opened can be read")).collect();
    assert_eq!(decode_chunk(bytes).as_ref(), Ok(&records));
    let one = decode_row(bytes);
    assert_eq!(one.is_ok(), records.len() == 1);
    for ((place, row), record) in chunk.rows().zip(&records) {
        assert_eq!(chunk.row_at(place).map(|row| row.id()), Some(record.id));
        assert_eq!((row.entity(), row.seq(), row.deleted()), (&*record.entity, record.seq, record.deleted));
        assert_eq!(row.cells().count(), record.fields.len());
        for (field, cell) in &record.fields {
            let raw = row.named(field);
            assert_eq!(raw.decode().as_ref(), Ok(&cell.value));
            // What is read in place says the same as the value decoded.
            assert_eq!(raw.text(), cell.value.as_text());
            assert_eq!(raw.ref_id(), cell.value.as_ref_id());
            assert_eq!(raw.texts().count() + raw.ref_ids().count() > 0, elements(record, field) > 0);
        }
    }
    whole(&records);
}

fn elements(record: &Record, field: &str) -> usize {
    let value = record.value(field);
    value.as_set().map_or(usize::from(value.as_ref_id().is_some()), |set| set.len())
}

/// Records, packed and read back.
fn whole(records: &[Record]) {
    let full = encode_chunk(records, Detail::Full);
    assert_eq!(decode_chunk(&full), Ok(records.to_vec()));
    let lean: Vec<Record> = records.iter().map(records::lean).collect();
    assert_eq!(decode_chunk(&encode_chunk(records, Detail::Lean)).as_ref(), Ok(&lean));
    for record in records {
        let row = encode_row(record, Detail::Full);
        assert_eq!(decode_row(&row).as_ref(), Ok(record));
        let cut = row.split_last().map(|(_, cut)| decode_row(cut));
        assert!(matches!(cut, Some(Err(PackError::Short | PackError::Malformed(_)))), "{cut:?}");
    }
}
