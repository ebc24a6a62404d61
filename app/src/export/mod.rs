//! Records of an entity as a file that other programs open without harm and the import reads back
//! without a change: CSV and XLSX, cards and calendars.
//!
//! In sheets of text, what a spreadsheet would calculate gets an apostrophe before it, which the import
//! takes off; a workbook says by its style that a cell is text. Amounts and addresses take several
//! columns. Points in time are UTC. Cards and calendars say in properties of our own what theirs do
//! not hold.

mod calendar;
mod card;
mod cell;
mod content;
mod csv;
mod format;
mod guard;
mod workbook;

pub(crate) use cell::list;
pub(crate) use content::own_column;
pub use format::FileFormat;
pub use guard::DANGEROUS;
pub(crate) use guard::{guard, shielded, unguard};

use crate::id::{Millis, RecordId};
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

impl<'a> Heading<'a> {
    /// The columns a field takes.
    pub fn all_of(field: &'a FieldDef) -> Vec<Self> {
        match field.kind {
            Kind::Money if !field.many => vec![Self::Field(field), Self::Currency(field)],
            Kind::Address => (0..5).map(|part| Self::Part(field, part)).collect(),
            _ => vec![Self::Field(field)],
        }
    }
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
    /// When it is written: calendars say so.
    pub now: Millis,
}

impl Default for ExportOptions {
    fn default() -> Self {
        Self { bom: true, delimiter: ',', ids: true, now: 0 }
    }
}

/// Words for what stands in the file.
pub struct Words<'a> {
    /// A column's header; [`plain_heading`] where nothing better is known.
    pub heading: &'a dyn Fn(&Heading<'_>) -> String,
    /// What a referred record is called; `None`: its id is written.
    pub title: &'a dyn Fn(RecordId) -> Option<String>,
}

/// A file being written, record by record: a large one must not freeze the page.
pub struct Writer<'a> {
    headings: Vec<Heading<'a>>,
    delimiter: char,
    out: Out<'a>,
}

enum Out<'a> {
    Csv(String),
    Workbook(Box<workbook::Workbook>),
    Cards(card::Cards<'a>),
    Calendar(calendar::Calendar<'a>),
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    #[error("a text is longer than a workbook's cell holds: export as CSV")]
    TextTooLong,
    #[error("the file could not be put together: {0}")]
    Archive(#[from] std::io::Error),
}

impl<'a> Writer<'a> {
    /// Begins a file of the fields `fields`, in this order. Fields the entity does not have are left out.
    pub fn begin(
        format: FileFormat,
        def: &'a EntityDef,
        fields: &[FieldId],
        words: &Words<'_>,
        options: &ExportOptions,
    ) -> Self {
        let ids = options.ids.then_some(Heading::Id);
        let fields = fields.iter().filter_map(|field| def.field(field)).flat_map(Heading::all_of);
        let headings: Vec<Heading<'_>> = ids.into_iter().chain(fields).collect();
        let names = headings.iter().map(words.heading);
        let out = match format {
            FileFormat::Csv => Out::Csv(csv::begin(names, options)),
            FileFormat::Xlsx => Out::Workbook(Box::new(workbook::Workbook::begin(names.collect()))),
            FileFormat::Vcard => Out::Cards(card::Cards::begin(def)),
            FileFormat::Icalendar => Out::Calendar(calendar::Calendar::begin(def, options.now)),
        };
        Self { headings, delimiter: options.delimiter, out }
    }

    /// Adds a record.
    pub fn add(&mut self, record: &Record, words: &Words<'_>) {
        let cells = self.headings.iter().map(|heading| (heading, cell::Cell::of(record, heading, words)));
        match &mut self.out {
            Out::Csv(out) => csv::line(out, self.delimiter, cells.map(|(_, cell)| cell.guarded())),
            Out::Workbook(out) => out.row(cells.map(|(_, cell)| cell)),
            Out::Cards(out) => out.card(record, cells.collect()),
            Out::Calendar(out) => out.entry(record, cells.collect()),
        }
    }

    /// The file's bytes.
    pub fn finish(self) -> Result<Vec<u8>, WriteError> {
        Ok(match self.out {
            Out::Csv(out) => out.into_bytes(),
            Out::Workbook(out) => out.finish()?,
            Out::Cards(out) => out.finish(),
            Out::Calendar(out) => out.finish(),
        })
    }
}

#[cfg(test)]
mod tests;
