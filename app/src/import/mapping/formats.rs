//! How the dates and numbers of a column are written, from all of its cells.

use super::{Mapping, Target};
use crate::import::cell::{DateOrder, DateReading, Decimals, decimals_of, read_date};
use crate::import::read::Sheet;
use crate::registry::{EntityDef, Kind};

/// Fills in the formats of every date and number column. Columns that leave it open follow the
/// others of their sheet.
pub(super) fn detect(mapping: &mut Mapping, sheet: &Sheet, def: &EntityDef) {
    for (at, column) in mapping.columns.iter_mut().enumerate() {
        let Target::Field(field) = &column.target else { continue };
        let cells = sheet.rows.iter().filter_map(|row| row.cells.get(at)).map(|cell| cell.trim());
        match def.field(field).map(|field| &field.kind) {
            Some(Kind::Date | Kind::DateTime) => column.format.dates = order(cells),
            Some(Kind::Number | Kind::Money) => column.format.decimals = decimals(cells),
            _ => {}
        }
    }
    let dates = mapping.columns.iter().find_map(|column| column.format.dates);
    let decimals = mapping.columns.iter().find_map(|column| column.format.decimals);
    for column in &mut mapping.columns {
        let kind = column.target.field().and_then(|field| def.field(field)).map(|field| &field.kind);
        match kind {
            Some(Kind::Date | Kind::DateTime) => column.format.dates = column.format.dates.or(dates),
            Some(Kind::Number | Kind::Money) => column.format.decimals = column.format.decimals.or(decimals),
            _ => {}
        }
    }
}

/// The order that reads the cells; where both are needed, the one that nineteen in twenty need.
fn order<'a>(cells: impl Iterator<Item = &'a str>) -> Option<DateOrder> {
    let (mut day, mut month) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        let sure = |order| matches!(read_date(cell, Some(order)), DateReading::Sure(_));
        match (sure(DateOrder::DayFirst), sure(DateOrder::MonthFirst)) {
            (true, false) => day += 1,
            (false, true) => month += 1,
            _ => {}
        }
    }
    majority(day, month, DateOrder::DayFirst, DateOrder::MonthFirst)
}

fn decimals<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Decimals> {
    let (mut point, mut comma) = (0_usize, 0_usize);
    for cell in cells.filter(|cell| cell.contains(['.', ','])) {
        match decimals_of(cell) {
            Some(Decimals::Point) => point += 1,
            Some(Decimals::Comma) => comma += 1,
            None => {}
        }
    }
    majority(point, comma, Decimals::Point, Decimals::Comma)
}

fn majority<T>(a: usize, b: usize, if_a: T, if_b: T) -> Option<T> {
    if a > b * 19 {
        Some(if_a)
    } else if b > a * 19 {
        Some(if_b)
    } else {
        None
    }
}

/// Whether a date column has cells that could be read either way.
pub(super) fn either_way<'a>(mut cells: impl Iterator<Item = &'a str>) -> bool {
    cells.any(|cell| matches!(read_date(cell, None), DateReading::Either(..)))
}
