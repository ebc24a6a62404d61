//! Text into rows of cells, by RFC 4180 and what real files make of it: any line ending, quotes
//! inside unquoted cells, spaces around quoted ones, and a quote that never closes.

use super::{MAX_CELL, MAX_COLUMNS, ReadError, Row, Trouble};

pub(super) struct Records {
    pub rows: Vec<Row>,
    /// The line on which a quote opened that never closed.
    pub unclosed: Option<u32>,
}

impl Records {
    /// The commonest number of cells among the first rows, but no less than the first row has.
    pub fn width(&self) -> usize {
        self.rows.first().map_or(0, |row| row.cells.len())
    }
}

/// Where one cell ended.
enum End {
    Cell,
    Record,
    File,
    /// The quote it opened with does not close as a quote does.
    Broken,
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: u32,
    delimiter: u8,
    /// After an unclosed quote: a quoted cell must close on its own line, or its quote is a letter.
    one_line: bool,
}

/// Splits a text; blank lines are skipped, `first_line` is the number of its first line.
pub(super) fn split(text: &str, delimiter: u8, first_line: u32) -> Result<Records, ReadError> {
    let mut split = Split::new(delimiter, first_line);
    while split.step(text, usize::MAX)? {}
    Ok(split.records)
}

/// A text being split, a piece at a time. Give every step the same text.
pub(super) struct Split {
    at: usize,
    line: u32,
    delimiter: u8,
    one_line: bool,
    pub records: Records,
}

impl Split {
    pub fn new(delimiter: u8, first_line: u32) -> Self {
        let records = Records { rows: Vec::new(), unclosed: None };
        Self { at: 0, line: first_line, delimiter, one_line: false, records }
    }

    /// Reads at most so many more rows; false once there are none left.
    pub fn step(&mut self, text: &str, rows: usize) -> Result<bool, ReadError> {
        let Self { at, line, delimiter, one_line, .. } = *self;
        let mut reader = Reader { text, at, line, delimiter, one_line };
        let records = &mut self.records;
        let enough = records.rows.len().saturating_add(rows);
        while reader.at < text.len() && records.rows.len() < enough {
            let (start, line) = (reader.at, reader.line);
            match reader.record() {
                Some(mut row) => {
                    if row.cells.len() > MAX_COLUMNS {
                        let columns = row.cells.len().try_into().unwrap_or(u32::MAX);
                        return Err(ReadError::TooManyColumns { columns, max: MAX_COLUMNS as u32 });
                    }
                    if row.cells.iter().all(|cell| cell.trim().is_empty()) {
                        continue;
                    }
                    if let Some(line) = records.unclosed {
                        row.trouble.get_or_insert(Trouble::AfterUnclosedQuote { line });
                    }
                    records.rows.push(row);
                }
                None => {
                    records.unclosed = Some(line);
                    (reader.at, reader.line, reader.one_line) = (start, line, true);
                }
            }
        }
        (self.at, self.line, self.one_line) = (reader.at, reader.line, reader.one_line);
        Ok(self.at < text.len())
    }
}

impl Reader<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The text between two places that were found at ASCII bytes or the ends.
    fn between(&self, from: usize, to: usize) -> &str {
        self.text.get(from..to).unwrap_or_default()
    }

    /// One row, or `None` where a quoted cell does not close.
    fn record(&mut self) -> Option<Row> {
        let mut row = Row { line: self.line, cells: Vec::new(), trouble: None };
        loop {
            let (mut cell, end) = self.cell();
            if cell.len() > MAX_CELL {
                let column = row.cells.len().try_into().unwrap_or(u32::MAX);
                row.trouble.get_or_insert(Trouble::CellTooLong { column, bytes: cell.len() as u64 });
                cell = cell.chars().take(80).collect();
            }
            row.cells.push(cell);
            match end {
                End::Cell => {}
                End::Record | End::File => return Some(row),
                End::Broken => return None,
            }
        }
    }

    fn cell(&mut self) -> (String, End) {
        let start = self.at;
        let mut open = start;
        while self.byte(open) == Some(b' ') {
            open += 1;
        }
        if self.byte(open) == Some(b'"') {
            match self.quoted(open + 1) {
                Some(cell) => return cell,
                None if !self.one_line => return (String::new(), End::Broken),
                None => self.at = start,
            }
        }
        let bytes = self.text.as_bytes();
        let mut at = start;
        while at < bytes.len() && bytes[at] != self.delimiter && bytes[at] != b'\n' && bytes[at] != b'\r' {
            at += 1;
        }
        let cell = self.between(start, at).to_owned();
        (cell, self.end_at(at))
    }

    /// A quoted cell whose content begins at `from`; `None` where it does not close properly.
    fn quoted(&mut self, from: usize) -> Option<(String, End)> {
        let (mut cell, mut at, mut begin, mut lines) = (String::new(), from, from, 0);
        loop {
            match self.byte(at)? {
                b'"' if self.byte(at + 1) == Some(b'"') => {
                    cell.push_str(self.between(begin, at + 1));
                    at += 2;
                    begin = at;
                }
                b'"' => break,
                b'\n' | b'\r' if self.one_line => return None,
                b'\n' => {
                    lines += 1;
                    at += 1;
                }
                _ => at += 1,
            }
        }
        cell.push_str(self.between(begin, at));
        at += 1;
        let rest = at;
        let ends = |byte: Option<u8>| byte.is_none_or(|b| b == self.delimiter || b == b'\n' || b == b'\r');
        while !ends(self.byte(at)) {
            at += 1;
        }
        let tail = self.between(rest, at);
        if !tail.trim().is_empty() {
            // `"a"b`: a stray quote on one line is taken as written; over several lines it is the
            // opening quote of another cell, and ours never closed.
            if lines > 0 || tail.contains('"') {
                return None;
            }
            cell.push_str(tail);
        }
        self.line += lines;
        Some((cell, self.end_at(at)))
    }

    /// Steps over what ends a cell at `at`.
    fn end_at(&mut self, at: usize) -> End {
        self.at = at + 1;
        match self.byte(at) {
            None => {
                self.at = at;
                End::File
            }
            Some(byte) if byte == self.delimiter => End::Cell,
            Some(byte) => {
                if byte == b'\r' && self.byte(at + 1) == Some(b'\n') {
                    self.at += 1;
                }
                self.line += 1;
                End::Record
            }
        }
    }
}

/// Makes a row exactly as wide as the sheet and notes what it lacked or had too much.
pub(super) fn fit(row: &mut Row, width: usize) {
    let cells = row.cells.len().try_into().unwrap_or(u32::MAX);
    if row.cells.len() < width {
        row.cells.resize(width, String::new());
        row.trouble.get_or_insert(Trouble::TooFewCells { cells });
    } else if row.cells.len() > width {
        let surplus = row.cells.split_off(width);
        if surplus.iter().any(|cell| !cell.trim().is_empty()) {
            row.trouble.get_or_insert(Trouble::TooManyCells { cells, surplus });
        }
    }
}
