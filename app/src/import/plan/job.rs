//! One sheet with its mapping and its entity's declaration, ready to be worked through row by row.

use crate::export::unguard;
use crate::import::cell::Format;
use crate::import::hints;
use crate::import::mapping::{Mapping, Target};
use crate::import::read::{Row, Sheet};
use crate::registry::{EntityDef, FieldDef, Kind, Registry, fold};

/// A column that goes somewhere.
#[derive(Debug)]
pub(super) struct Col {
    pub at: usize,
    pub target: Target,
    pub field: Option<FieldDef>,
    pub format: Format,
    pub create_missing: bool,
}

#[derive(Debug)]
pub(super) struct Job {
    pub sheet: usize,
    pub def: EntityDef,
    pub source: String,
    pub cols: Vec<Col>,
    pub key: Option<usize>,
    pub own_id: Option<usize>,
    /// The columns of the title's parts, in order.
    pub title: Vec<usize>,
    /// The columns that tell rows without a key apart.
    pub identity: Vec<usize>,
    pub name_from: Vec<usize>,
    pub match_by_name: bool,
}

impl Job {
    /// `None` where the mapping leaves the sheet out.
    pub fn new(registry: &Registry, place: usize, sheet: &Sheet, mapping: &Mapping) -> Option<Self> {
        let def = registry.entity(mapping.entity.as_deref()?)?.clone();
        let mut cols = Vec::new();
        for (at, column) in mapping.columns.iter().enumerate().take(sheet.columns.len()) {
            let field = column.target.field().and_then(|field| def.field(field)).cloned();
            if column.target.field().is_some() && field.is_none() {
                continue;
            }
            if column.target != Target::Ignore {
                let (target, format) = (column.target.clone(), column.format);
                cols.push(Col { at, target, field, format, create_missing: column.create_missing });
            }
        }
        // Currencies are read before the amounts they belong to.
        cols.sort_by_key(|col| !matches!(col.target, Target::Currency(_)));
        let column = |field: &str| mapping.column_of_field(field);
        let title: Vec<usize> = def.title.iter().filter_map(|field| column(field)).collect();
        let mut identity: Vec<usize> =
            hints::identity(&def.id).iter().filter_map(|field| column(field)).collect();
        if identity.is_empty() {
            identity.clone_from(&title);
        }
        Some(Self {
            sheet: place,
            source: mapping.source.clone(),
            key: mapping.column_of(&Target::Key),
            own_id: mapping.column_of(&Target::Id),
            title,
            identity,
            name_from: mapping.name_from.clone(),
            match_by_name: mapping.match_by_name,
            cols,
            def,
        })
    }

    /// The row's name as records are found by it; empty where it has none.
    pub fn folded_title(&self, row: &Row) -> String {
        fold(&joined(row, &self.title, " "))
    }

    /// Columns of text whose values repeat, so that a rare one near a frequent one is a typo.
    pub fn categories(&self) -> impl Iterator<Item = &Col> {
        self.cols.iter().filter(|col| {
            let Some(field) = &col.field else { return false };
            match (&col.target, &field.kind) {
                (Target::Field(id), Kind::Text) => {
                    !field.unique && !field.many && !self.def.title.iter().any(|title| title == id)
                }
                (Target::Part(_, part), _) => *part >= 2,
                _ => false,
            }
        })
    }
}

/// A cell, trimmed and without an export's guard.
pub(super) fn cell(row: &Row, at: usize) -> &str {
    row.cells.get(at).map_or("", |cell| unguard(cell.trim()))
}

/// The filled ones of these cells in one text.
pub(super) fn joined(row: &Row, columns: &[usize], between: &str) -> String {
    let cells: Vec<&str> = columns.iter().map(|at| cell(row, *at)).filter(|cell| !cell.is_empty()).collect();
    cells.join(between)
}
