//! What a sheet's columns mean: guessed, changed by the person, kept by the header's signature so
//! that the next file of the same shape needs no questions.

mod formats;
mod guess;
mod headers;
mod issues;
mod profile;

pub use guess::{Guesser, Usual, remembered};
pub(crate) use headers::normal;
pub use issues::Issue;

use super::cell::Format;
use super::plan::Decision;
use super::read::Sheet;
use crate::record::{EntityId, FieldId};
use crate::value::Currency;
use serde::{Deserialize, Serialize};

/// How a sheet becomes records of one entity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mapping {
    /// What the person calls it; the sheet's name at first.
    pub name: String,
    /// Under which name the person keeps it, if they gave one.
    #[serde(default)]
    pub called: Option<String>,
    /// The source the records' external keys belong to. Two people importing one file make the
    /// same records where it is the same.
    pub source: String,
    /// The header it was made for.
    pub signature: String,
    /// What a row is; `None`: the sheet is left out.
    pub entity: Option<EntityId>,
    /// One for each column of the sheet.
    pub columns: Vec<ColumnMap>,
    /// Records typed by hand are taken to be a row's when their name is the same.
    #[serde(default)]
    pub match_by_name: bool,
    /// The columns a record's name is put together from where no column holds it.
    #[serde(default)]
    pub name_from: Vec<usize>,
    /// For amounts that do not name theirs.
    pub currency: Currency,
    /// What the person decided about values of earlier files.
    #[serde(default)]
    pub corrections: Vec<Correction>,
}

/// What one column means.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnMap {
    pub header: String,
    pub target: Target,
    #[serde(default)]
    pub format: Format,
    /// For references: records that are missing are made without asking.
    #[serde(default)]
    pub create_missing: bool,
}

/// Where a column's cells go.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    #[default]
    Ignore,
    /// The row's key in the system it comes from.
    Key,
    /// The record's own id, as an export of ours writes it.
    Id,
    /// A field; for a reference the cells name the record.
    Field(FieldId),
    /// A part of an address: 0 street, 1 postcode, 2 city, 3 region, 4 country.
    Part(FieldId, usize),
    /// The currency of a money field.
    Currency(FieldId),
}

impl Target {
    /// The field a cell of this column ends up in.
    pub fn field(&self) -> Option<&FieldId> {
        match self {
            Target::Field(field) | Target::Part(field, _) | Target::Currency(field) => Some(field),
            Target::Ignore | Target::Key | Target::Id => None,
        }
    }
}

/// A decision about one value of one column, kept with the mapping.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    pub header: String,
    pub value: String,
    pub decision: Decision,
}

impl Mapping {
    /// A mapping that leaves every column out.
    pub fn empty(sheet: &Sheet, currency: Currency) -> Self {
        Self {
            name: sheet.name.clone(),
            called: None,
            source: sheet.rows_are.as_ref().map_or_else(|| source_of(&sheet.name), |are| are.source.clone()),
            signature: signature(&sheet.columns),
            entity: None,
            columns: sheet
                .columns
                .iter()
                .map(|header| ColumnMap {
                    header: header.clone(),
                    target: Target::Ignore,
                    format: Format::default(),
                    create_missing: false,
                })
                .collect(),
            match_by_name: false,
            name_from: Vec::new(),
            currency,
            corrections: Vec::new(),
        }
    }

    /// Whether it was made for a sheet of these columns.
    pub fn fits(&self, sheet: &Sheet) -> bool {
        self.signature == signature(&sheet.columns) && self.columns.len() == sheet.columns.len()
    }

    /// Reads the columns as another mapping does that has columns of the same names; what it does not
    /// know stays as it was, unless it is of other records.
    pub fn follow(&mut self, other: &Mapping) {
        let same = |a: &str, b: &str| headers::normal(a) == headers::normal(b);
        let known = |header: &str| other.columns.iter().find(|column| same(&column.header, header));
        let told: Vec<&Target> = other.columns.iter().map(|column| &column.target).collect();
        for column in &mut self.columns {
            match known(&column.header) {
                Some(known) => *column = ColumnMap { header: column.header.clone(), ..known.clone() },
                None if self.entity != other.entity || told.contains(&&column.target) => {
                    column.target = Target::Ignore;
                }
                None => {}
            }
        }
        let named = other.name_from.iter().filter_map(|at| other.columns.get(*at));
        let place = |header: &str| self.columns.iter().position(|column| same(&column.header, header));
        self.name_from = named.filter_map(|column| place(&column.header)).collect();
        (self.entity, self.called) = (other.entity.clone(), other.called.clone());
        (self.source, self.currency) = (other.source.clone(), other.currency);
        (self.match_by_name, self.corrections) = (other.match_by_name, other.corrections.clone());
    }

    /// The column that goes to this target.
    pub fn column_of(&self, target: &Target) -> Option<usize> {
        self.columns.iter().position(|column| column.target == *target)
    }

    /// The column whose cells are this field as a whole.
    pub fn column_of_field(&self, field: &str) -> Option<usize> {
        self.columns.iter().position(|column| matches!(&column.target, Target::Field(f) if f == field))
    }
}

/// What sheets of the same columns share.
pub fn signature(columns: &[String]) -> String {
    columns.iter().map(|column| headers::normal(column)).collect::<Vec<_>>().join("|")
}

/// A file's usual source name: its name without the dates and numbers at its end.
fn source_of(name: &str) -> String {
    let folded = crate::registry::fold(name);
    let bare = folded.trim_end_matches(|c: char| c.is_numeric() || " -_.()".contains(c));
    if bare.is_empty() { folded } else { bare.to_owned() }
}

#[cfg(test)]
mod tests;
