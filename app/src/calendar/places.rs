//! Where events stand: on which days, between which minutes of a day, and beside which others.

use super::{Rail, When, Zone};
use crate::id::Millis;
use jiff::civil::Date;

/// The shortest an event is drawn, in minutes: a line of words.
const SHORTEST: i64 = 20;

/// The part of an event that is on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Minutes from the top of the rail.
    pub top: i64,
    pub bottom: i64,
    /// It began the day before, or goes on the day after.
    pub from_before: bool,
    pub goes_on: bool,
}

/// The first and the last day an event is on.
pub fn days_of(zone: &impl Zone, when: When) -> (Date, Date) {
    match when {
        When::On(day) => (day, day),
        When::At(start, _) => {
            let (_, end) = when.span().unwrap_or((start, start));
            (zone.day(start), zone.day((end - 1).max(start)))
        }
    }
}

/// The piece of an event on a day; `None` where none of it is on that day.
pub fn piece_on(zone: &impl Zone, rail: &Rail, day: Date, (start, end): (Millis, Millis)) -> Option<Piece> {
    let (from, to) = zone.bounds(day);
    if end <= from || start >= to {
        return None;
    }
    let top = if start <= from { 0 } else { rail.place(zone, start) };
    let bottom = if end >= to { rail.minutes() } else { rail.place_of_end(zone, day, end) };
    let top = top.min(rail.minutes() - SHORTEST);
    let bottom = bottom.max(top + SHORTEST);
    Some(Piece { top, bottom, from_before: start < from, goes_on: end > to })
}

/// A column and how many stand side by side there, for each piece; pieces in the order of their tops.
/// What does not overlap has the whole width.
pub fn side_by_side(pieces: &[Piece]) -> Vec<(usize, usize)> {
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(pieces.len());
    // The bottoms of the columns of the pieces that overlap, one through another.
    let mut columns: Vec<i64> = Vec::new();
    let mut first = 0;
    let close = |places: &mut Vec<(usize, usize)>, first: usize, wide: usize| {
        places.iter_mut().skip(first).for_each(|place| place.1 = wide);
    };
    for piece in pieces {
        if columns.iter().all(|bottom| *bottom <= piece.top) {
            close(&mut places, first, columns.len());
            (columns, first) = (Vec::new(), places.len());
        }
        let free = columns.iter().position(|bottom| *bottom <= piece.top);
        let column = free.unwrap_or(columns.len());
        match columns.get_mut(column) {
            Some(bottom) => *bottom = piece.bottom,
            None => columns.push(piece.bottom),
        }
        places.push((column, 1));
    }
    close(&mut places, first, columns.len());
    places
}
