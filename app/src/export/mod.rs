//! Records of an entity as CSV: what a spreadsheet opens without harm and the import reads back
//! without a change.
//!
//! RFC 4180 quoting, CRLF. A text that a spreadsheet would calculate gets an apostrophe before it,
//! which the import takes off. Amounts and addresses take several columns. Points in time are UTC.

mod cell;
mod guard;

pub use guard::DANGEROUS;
pub(crate) use guard::{guard, unguard};

use crate::id::RecordId;
use crate::record::{FieldId, Record};
use crate::registry::{EntityDef, FieldDef, Kind};

/// A column of the file.
#[derive(Clone, Copy, Debug)]
pub enum Heading<'a> {
    /// The record's own id.
    Id,
    Field(&'a FieldDef),
    /// The currency of a money field.
    Currency(&'a FieldDef),
    /// A part of an address: 0 street, 1 postcode, 2 city, 3 region, 4 country.
    Part(&'a FieldDef, usize),
}

/// A column's name that the import knows whatever language it is used in.
pub fn plain_heading(heading: &Heading<'_>) -> String {
    const PARTS: [&str; 5] = ["street", "postcode", "city", "region", "country"];
    match heading {
        Heading::Id => "outrider_id".to_owned(),
        Heading::Field(field) => field.id.to_string(),
        Heading::Currency(field) => format!("{}_currency", field.id),
        Heading::Part(field, part) => {
            format!("{}_{}", field.id, PARTS.get(*part).copied().unwrap_or_default())
        }
    }
}

/// How a file is written.
#[derive(Clone, Copy, Debug)]
pub struct ExportOptions {
    /// Begin with the UTF-8 byte order mark, by which Excel knows the encoding.
    pub bom: bool,
    pub delimiter: char,
    /// Begin each row with the record's id, so that the file comes back to the same records.
    pub ids: bool,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self { bom: true, delimiter: ',', ids: true }
    }
}

/// Words for what stands in the file.
pub struct Words<'a> {
    /// A column's header; [`plain_heading`] where nothing better is known.
    pub heading: &'a dyn Fn(&Heading<'_>) -> String,
    /// What a referred record is called; `None`: its id is written.
    pub title: &'a dyn Fn(RecordId) -> Option<String>,
}

/// Writes the fields `fields` of these records, in this order. Fields the entity does not have are
/// left out.
pub fn csv<'a>(
    def: &EntityDef,
    fields: &[FieldId],
    records: impl IntoIterator<Item = &'a Record>,
    words: &Words<'_>,
    options: &ExportOptions,
) -> Vec<u8> {
    let headings = headings(def, fields, options);
    let mut out = String::new();
    if options.bom {
        out.push('\u{feff}');
    }
    let names = headings.iter().map(|heading| guard(&(words.heading)(heading)).into_owned());
    line(&mut out, options.delimiter, names);
    for record in records {
        let cells = headings.iter().map(|heading| cell::of(record, heading, words.title));
        line(&mut out, options.delimiter, cells);
    }
    out.into_bytes()
}

fn headings<'a>(def: &'a EntityDef, fields: &[FieldId], options: &ExportOptions) -> Vec<Heading<'a>> {
    let mut headings: Vec<Heading<'_>> = options.ids.then_some(Heading::Id).into_iter().collect();
    for field in fields.iter().filter_map(|field| def.field(field)) {
        match field.kind {
            Kind::Money if !field.many => headings.extend([Heading::Field(field), Heading::Currency(field)]),
            Kind::Address => headings.extend((0..5).map(|part| Heading::Part(field, part))),
            _ => headings.push(Heading::Field(field)),
        }
    }
    headings
}

fn line(out: &mut String, delimiter: char, cells: impl Iterator<Item = String>) {
    for (at, cell) in cells.enumerate() {
        if at > 0 {
            out.push(delimiter);
        }
        let quoted =
            cell.contains(['"', '\n', '\r', delimiter]) || cell.starts_with(' ') || cell.ends_with(' ');
        if quoted {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests;
