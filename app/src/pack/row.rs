//! One record still in its bytes, read field by field without allocating.
//!
//! A row is: entity (varint), id (16), seq (varint), at (signed), by (16), deleted (0, or 1 and the
//! distance back from seq), then cells until its end, ascending by field. A cell is: field
//! (varint), distance of its version back from the row's seq (varint), with [`Detail::Full`] its
//! time back from the row's (signed), its author (0: the row's, 1: nobody, 2: sixteen bytes) and
//! its additions (count, then text and distance each), and then its value with the length before.

use super::bytes::{Reader, put_bytes, put_signed, put_varint};
use super::layout::{EntityLayout, FieldLayout, Layout};
use super::put::put_value;
use super::value::RawValue;
use super::{Detail, PackError};
use crate::id::{Millis, RecordId, Seq};
use crate::record::{Cell, Record};
use std::collections::BTreeMap;

/// A record in a chunk.
#[derive(Clone, Copy, Debug)]
pub struct RowRef<'a> {
    layout: &'a Layout,
    entity: usize,
    id: RecordId,
    seq: Seq,
    at: Millis,
    by: RecordId,
    deleted: Option<Seq>,
    cells: &'a [u8],
}

/// A field of a row in its bytes.
#[derive(Clone, Copy, Debug)]
pub struct CellRef<'a> {
    /// Its place in [`RowRef::entity_layout`].
    pub field: usize,
    pub seq: Seq,
    pub value: RawValue<'a>,
    /// Time, author and additions; empty in lean chunks.
    full: &'a [u8],
}

impl<'a> RowRef<'a> {
    pub(crate) fn read(layout: &'a Layout, row: &'a [u8]) -> Result<Self, PackError> {
        let mut reader = Reader(row);
        let entity = reader.varint()? as usize;
        if entity >= layout.entities.len() {
            return Err(PackError::Malformed("a row is of an entity that is not listed"));
        }
        let id = RecordId::from_bytes(reader.array()?);
        let seq = reader.varint()?;
        let at = reader.signed()?;
        let by = RecordId::from_bytes(reader.array()?);
        let deleted = match reader.byte()? {
            0 => None,
            1 => Some(seq.wrapping_sub(reader.varint()?)),
            _ => return Err(PackError::Malformed("a row is neither deleted nor not")),
        };
        Ok(Self { layout, entity, id, seq, at, by, deleted, cells: reader.0 })
    }

    pub fn id(&self) -> RecordId {
        self.id
    }

    /// The entity's name.
    pub fn entity(&self) -> &'a str {
        &self.entity_layout().name
    }

    /// The entity's place in the chunk's layout.
    pub fn entity_ix(&self) -> usize {
        self.entity
    }

    pub fn entity_layout(&self) -> &'a EntityLayout {
        &self.layout.entities[self.entity]
    }

    pub fn seq(&self) -> Seq {
        self.seq
    }

    pub fn at(&self) -> Millis {
        self.at
    }

    pub fn by(&self) -> RecordId {
        self.by
    }

    pub fn deleted(&self) -> Option<Seq> {
        self.deleted
    }

    /// The cells, ascending by field. Ends at the first damaged byte: an opened chunk has none.
    pub fn cells(&self) -> impl Iterator<Item = CellRef<'a>> + use<'a> {
        let mut reader = Reader(self.cells);
        let (detail, seq) = (self.layout.detail, self.seq);
        std::iter::from_fn(move || if reader.is_empty() { None } else { cell(&mut reader, detail, seq).ok() })
    }

    /// The value of the field at this place of the layout; empty where the row lacks it.
    #[inline]
    pub fn field_raw(&self, ix: usize) -> RawValue<'a> {
        let mut reader = Reader(self.cells);
        while !reader.is_empty() {
            match cell(&mut reader, self.layout.detail, self.seq) {
                Ok(cell) if cell.field == ix => return cell.value,
                Ok(cell) if cell.field < ix => {}
                _ => break,
            }
        }
        RawValue::EMPTY
    }

    /// The value of the field of this name.
    pub fn named(&self, name: &str) -> RawValue<'a> {
        self.entity_layout().field(name).map_or(RawValue::EMPTY, |ix| self.field_raw(ix))
    }

    /// The whole record. Errors: [`PackError::Short`] and [`PackError::Malformed`].
    pub fn to_record(&self) -> Result<Record, PackError> {
        let mut record = Record::new(self.id, self.entity());
        record.seq = self.seq;
        record.at = self.at;
        record.by = self.by;
        record.deleted = self.deleted;
        let mut reader = Reader(self.cells);
        while !reader.is_empty() {
            let raw = cell(&mut reader, self.layout.detail, self.seq)?;
            let field = self.entity_layout().fields.get(raw.field).ok_or(UNLISTED)?;
            let mut cell = Cell { value: raw.value.decode()?, seq: raw.seq, ..Cell::default() };
            self.fill(&mut cell, raw.full)?;
            record.fields.insert(field.name.to_string(), cell);
        }
        Ok(record)
    }

    /// Reads what only [`Detail::Full`] keeps.
    fn fill(&self, cell: &mut Cell, full: &[u8]) -> Result<(), PackError> {
        if full.is_empty() {
            return Ok(());
        }
        let mut reader = Reader(full);
        cell.at = self.at.wrapping_sub(reader.signed()?);
        cell.by = match reader.byte()? {
            0 => self.by,
            1 => RecordId::default(),
            _ => RecordId::from_bytes(reader.array()?),
        };
        for _ in 0..reader.varint()? {
            let item = reader.text()?.to_owned();
            cell.adds.insert(item, self.seq.wrapping_sub(reader.varint()?));
        }
        Ok(())
    }

    /// Reads every byte once: after this nothing of the row can fail.
    pub(crate) fn check(&self) -> Result<(), PackError> {
        let mut reader = Reader(self.cells);
        let mut next = 0;
        while !reader.is_empty() {
            let raw = cell(&mut reader, self.layout.detail, self.seq)?;
            if raw.field < next {
                return Err(PackError::Malformed("a row's fields are out of order"));
            }
            if raw.field >= self.entity_layout().fields.len() {
                return Err(UNLISTED);
            }
            next = raw.field + 1;
            raw.value.check()?;
            self.fill(&mut Cell::default(), raw.full)?;
        }
        Ok(())
    }
}

const UNLISTED: PackError = PackError::Malformed("a row has a field that is not listed");

#[inline]
fn cell<'a>(reader: &mut Reader<'a>, detail: Detail, seq: Seq) -> Result<CellRef<'a>, PackError> {
    let field = reader.varint()? as usize;
    let version = seq.wrapping_sub(reader.varint()?);
    let full = match detail {
        Detail::Lean => &[],
        Detail::Full => skip_full(reader)?,
    };
    Ok(CellRef { field, seq: version, value: RawValue::of(reader.bytes()?), full })
}

fn skip_full<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], PackError> {
    let whole = reader.0;
    reader.signed()?;
    match reader.byte()? {
        0 | 1 => {}
        2 => drop(reader.array::<16>()?),
        _ => return Err(PackError::Malformed("an unknown kind of author")),
    }
    for _ in 0..reader.varint()? {
        reader.bytes()?;
        reader.varint()?;
    }
    whole.split_at_checked(whole.len() - reader.0.len()).map(|(full, _)| full).ok_or(PackError::Short)
}

/// Appends a record's row; fields the layout lacks are added to it.
pub(crate) fn put_row(out: &mut Vec<u8>, layout: &mut Layout, record: &Record) {
    let ix = layout.entity_or_new(&record.entity);
    put_varint(out, ix as u64);
    out.extend_from_slice(record.id.0.as_bytes());
    put_varint(out, record.seq);
    put_signed(out, record.at);
    out.extend_from_slice(record.by.0.as_bytes());
    out.push(u8::from(record.deleted.is_some()));
    if let Some(deleted) = record.deleted {
        put_varint(out, record.seq.wrapping_sub(deleted));
    }
    let detail = layout.detail;
    let mut cells: Vec<(usize, &Cell)> = Vec::with_capacity(record.fields.len());
    let entity = &mut layout.entities[ix];
    // Names mostly come in the layout's own order: look at the next place first.
    let mut next = 0;
    for (name, cell) in &record.fields {
        let expected = entity.fields.get(next).is_some_and(|field| *field.name == **name);
        let field = if expected { Some(next) } else { entity.field(name) };
        let field = field.unwrap_or_else(|| {
            entity.fields.push(FieldLayout { name: name.as_str().into(), tag: 0 });
            entity.fields.len() - 1
        });
        next = field + 1;
        cells.push((field, cell));
    }
    cells.sort_unstable_by_key(|(field, _)| *field);
    let mut value = Vec::new();
    for (field, cell) in cells {
        put_varint(out, field as u64);
        put_varint(out, record.seq.wrapping_sub(cell.seq));
        if detail == Detail::Full {
            put_full(out, record, cell);
        }
        value.clear();
        put_value(&mut value, &cell.value);
        let known = &mut entity.fields[field].tag;
        if *known == 0 {
            *known = value.first().copied().unwrap_or(0);
        }
        put_bytes(out, &value);
    }
}

fn put_full(out: &mut Vec<u8>, record: &Record, cell: &Cell) {
    put_signed(out, record.at.wrapping_sub(cell.at));
    if cell.by == record.by {
        out.push(0);
    } else if cell.by.is_nil() {
        out.push(1);
    } else {
        out.push(2);
        out.extend_from_slice(cell.by.0.as_bytes());
    }
    let adds: &BTreeMap<String, Seq> = &cell.adds;
    put_varint(out, adds.len() as u64);
    for (item, seq) in adds {
        put_bytes(out, item.as_bytes());
        put_varint(out, record.seq.wrapping_sub(*seq));
    }
}
