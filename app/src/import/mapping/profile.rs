//! What a column's values look like.

use crate::import::cell::{
    DateOrder, DateReading, Decimals, Look, read_bool, read_date, read_money, read_phone,
};
use crate::import::hints;
use crate::import::read::Sheet;
use crate::registry::{Kind, fold};
use crate::value::Currency;
use std::collections::BTreeSet;

/// How many filled cells are looked at.
const SAMPLE: usize = 300;

/// Shares (0 to 1) of a column's filled cells.
#[derive(Clone, Debug, Default)]
pub(super) struct Profile {
    pub filled: usize,
    pub distinct: f32,
    dates: f32,
    numbers: f32,
    emails: f32,
    phones: f32,
    /// Begins as phone numbers do and amounts do not.
    dialled: f32,
    links: f32,
    bools: f32,
    pub countries: f32,
    /// Has digits or commas: more than the name of a place.
    pub detailed: f32,
    pub folded: BTreeSet<String>,
}

impl Profile {
    pub fn of(sheet: &Sheet, column: usize) -> Self {
        let mut profile = Self::default();
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(column)).map(|cell| cell.trim());
        for cell in cells.filter(|cell| !cell.is_empty()).take(SAMPLE) {
            let look = Look::of(cell);
            let is_date = [DateOrder::DayFirst, DateOrder::MonthFirst]
                .iter()
                .any(|order| matches!(read_date(cell, Some(*order)), DateReading::Sure(_)));
            let is_number = [Decimals::Point, Decimals::Comma]
                .iter()
                .any(|decimals| read_money(cell, *decimals, Currency::EUR).is_some());
            profile.filled += 1;
            profile.dates += f32::from(is_date);
            profile.numbers += f32::from(is_number);
            profile.emails += f32::from(look == Look::Email);
            profile.phones += f32::from(read_phone(cell).is_some());
            profile.dialled += f32::from(cell.starts_with(['+', '(', '0']));
            profile.links += f32::from(look == Look::Link || cell.contains('.') && !cell.contains(' '));
            profile.bools += f32::from(read_bool(cell).is_some());
            profile.countries += f32::from(hints::is_country(cell));
            profile.detailed += f32::from(cell.contains([',', '\n']) || cell.chars().any(char::is_numeric));
            profile.folded.insert(fold(cell));
        }
        let all = profile.filled.max(1) as f32;
        for share in [
            &mut profile.dates,
            &mut profile.numbers,
            &mut profile.emails,
            &mut profile.phones,
            &mut profile.dialled,
            &mut profile.links,
            &mut profile.bools,
            &mut profile.countries,
            &mut profile.detailed,
        ] {
            *share /= all;
        }
        profile.distinct = profile.folded.len() as f32 / all;
        profile
    }

    /// The share of cells that this kind can read; 1 for an empty column and for text.
    pub fn share(&self, kind: &Kind) -> f32 {
        if self.filled == 0 {
            return 1.0;
        }
        match kind {
            Kind::Number | Kind::Money => self.numbers,
            Kind::Date | Kind::DateTime => self.dates,
            Kind::Email => self.emails,
            Kind::Phone => self.phones,
            Kind::Link => self.links,
            Kind::Bool => self.bools,
            Kind::Text | Kind::LongText | Kind::Choice(_) | Kind::Address | Kind::Ref(_) => 1.0,
        }
    }

    /// What the values say where the header says nothing.
    pub fn look(&self) -> Option<Kind> {
        if self.filled == 0 {
            None
        } else if self.emails > 0.6 {
            Some(Kind::Email)
        } else if self.links > 0.6 && self.numbers < 0.2 && self.dates < 0.2 {
            Some(Kind::Link)
        } else if self.phones > 0.6 && self.dates < 0.2 && (self.numbers < 0.8 || self.dialled > 0.8) {
            Some(Kind::Phone)
        } else {
            None
        }
    }

    /// Words, each mostly its own: what a name column holds.
    pub fn names_things(&self) -> bool {
        self.filled > 0
            && self.distinct > 0.5
            && self.look().is_none()
            && self.numbers < 0.5
            && self.dates < 0.5
    }
}
