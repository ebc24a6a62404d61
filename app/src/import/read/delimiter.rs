//! Which character divides the cells: the one by which the first lines fall into the same number of
//! cells most consistently.

use super::records;

const CANDIDATES: [char; 4] = [',', ';', '\t', '|'];
/// How many characters and records the detection looks at.
const LOOK: usize = 64 << 10;
const RECORDS: usize = 100;

/// Takes off the first line `sep=;` that Excel writes, and says what it told.
pub(super) fn strip_sep_line(text: &str) -> (&str, Option<char>) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let told = first.trim_end_matches('\r').strip_prefix("sep=").and_then(|told| {
        let mut chars = told.chars();
        chars.next().filter(|c| c.is_ascii() && chars.next().is_none())
    });
    if told.is_some() { (rest, told) } else { (text, None) }
}

pub(super) fn detect(text: &str) -> char {
    let mut end = text.len().min(LOOK);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or(text);
    let mut best = (0.0, ',');
    for candidate in CANDIDATES {
        let score = score(head, candidate);
        if score > best.0 {
            best = (score, candidate);
        }
    }
    best.1
}

/// The share of records with the commonest width, a little more for wider ones; 0 for one column.
fn score(head: &str, candidate: char) -> f64 {
    let Ok(records) = records::split(head, candidate as u8, 1) else { return 0.0 };
    let mut widths: Vec<usize> = records.rows.iter().take(RECORDS).map(|row| row.cells.len()).collect();
    if widths.len() > 2 {
        widths.pop(); // the last may be cut off
    }
    widths.sort_unstable();
    let (count, width) = widths
        .chunk_by(|a, b| a == b)
        .map(|run| (run.len(), run.first().copied().unwrap_or(0)))
        .filter(|(_, width)| *width > 1)
        .max()
        .unwrap_or((0, 0));
    let share = count as f64 / widths.len().max(1) as f64;
    share + width.min(50) as f64 / 500.0 * share
}
