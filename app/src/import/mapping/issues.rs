//! What a person should look at before a mapping is used.

use super::{Mapping, Target, formats};
use crate::import::hints;
use crate::import::read::Sheet;
use crate::record::FieldId;
use crate::registry::{Kind, Registry};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One thing about a mapping, as a stable tag with its data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "issue")]
pub enum Issue {
    /// What the rows are is not known: the sheet is left out until someone says.
    NoEntity,
    /// No column holds the name, and none to put it together from was chosen.
    NoName { field: FieldId },
    /// Rows are told apart by their content: a row changed in the file comes in as a new record.
    NoKey,
    /// Two columns go to one field; the last filled one counts.
    Twice { field: FieldId },
    /// Day and month could be the other way round in every date of the column.
    AmbiguousDates { column: usize },
    /// Whether 1,234 is a thousand or one is open in every number of the column.
    AmbiguousNumbers { column: usize },
}

impl Mapping {
    /// What to look at, most important first.
    pub fn issues(&self, sheet: &Sheet, registry: &Registry) -> Vec<Issue> {
        let Some(def) = self.entity.as_deref().and_then(|entity| registry.entity(entity)) else {
            return vec![Issue::NoEntity];
        };
        let mut issues = Vec::new();
        let named = def.title.iter().any(|title| self.column_of_field(title).is_some());
        if !named && self.name_from.is_empty() {
            let field = def.title.first().map(|title| title.to_string()).unwrap_or_default();
            issues.push(Issue::NoName { field });
        }
        let keyed = [Target::Key, Target::Id].iter().any(|target| self.column_of(target).is_some());
        let unique = def.fields.iter().any(|field| field.unique && self.column_of_field(&field.id).is_some());
        if !keyed && !unique && (!named || !hints::matched_by_name(&def.id)) {
            issues.push(Issue::NoKey);
        }
        let mut seen = BTreeSet::new();
        for column in &self.columns {
            let Some(field) = column.target.field() else { continue };
            let takes_all = def.field(field).is_some_and(|field| field.many);
            if !seen.insert(&column.target) && !takes_all {
                issues.push(Issue::Twice { field: field.clone() });
            }
        }
        for (at, column) in self.columns.iter().enumerate() {
            let Target::Field(field) = &column.target else { continue };
            let mut cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
            match def.field(field).map(|field| &field.kind) {
                Some(Kind::Date | Kind::DateTime)
                    if column.format.dates.is_none() && formats::either_way(cells.clone()) =>
                {
                    issues.push(Issue::AmbiguousDates { column: at });
                }
                Some(Kind::Number | Kind::Money)
                    if column.format.decimals.is_none() && cells.any(|cell| cell.contains(['.', ','])) =>
                {
                    issues.push(Issue::AmbiguousNumbers { column: at });
                }
                _ => {}
            }
        }
        issues
    }
}
