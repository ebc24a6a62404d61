//! Records drawn from bytes.

use super::draw::Draw;
use outrider_app::record::{Cell, Record};
use outrider_app::registry::{EntityDef, validate};

/// A record of an entity whose every value fits its field, as a server would have taken it.
pub fn fitting(draw: &mut Draw, def: &EntityDef) -> Record {
    let mut record = Record::new(draw.id(), def.id.as_ref());
    for field in &def.fields {
        if draw.flag() {
            let value = draw.value_of(field);
            if validate(field, &value).is_ok() && !value.is_empty() {
                record = record.with(&field.id, value);
            }
        }
    }
    record
}

/// A record with anything in it: numbers at their edges, unknown entities, fields and values.
pub fn any(draw: &mut Draw) -> Record {
    let def = draw.def();
    let entity = if draw.below(8) == 0 { draw.text() } else { def.id.to_string() };
    let mut record = Record::new(draw.id(), entity);
    (record.seq, record.at, record.by) = (draw.number(), draw.signed(), draw.id());
    record.deleted = draw.flag().then(|| draw.number());
    for _ in 0..draw.below(6) {
        let known = &def.fields[draw.below(def.fields.len())];
        let field = if draw.below(8) == 0 { draw.text() } else { known.id.to_string() };
        let value = if draw.flag() { draw.value_of(known) } else { draw.value() };
        let mut cell =
            Cell { value, seq: draw.number(), at: draw.signed(), by: draw.id(), ..Cell::default() };
        for _ in 0..draw.below(3) {
            cell.adds.insert(draw.text(), draw.number());
        }
        record.fields.insert(field, cell);
    }
    record
}

/// As devices hold it: without what only the server keeps.
pub fn lean(record: &Record) -> Record {
    let mut record = record.clone();
    for cell in record.fields.values_mut() {
        *cell = Cell { value: cell.value.clone(), seq: cell.seq, ..Cell::default() };
    }
    record
}
