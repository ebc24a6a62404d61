//! Files of any bytes: reading ends with a whole sheet or one error, and what was read, written down
//! properly, reads again the same.

use super::draw::Draw;
use outrider_app::import::read::{MAX_CELL, MAX_COLUMNS, Note, Row, Sheet};
use outrider_app::import::{ReadOptions, read};
use outrider_app::registry::fold;
use std::collections::BTreeSet;

pub fn run(bytes: &[u8]) {
    let (options, bytes) = options(bytes);
    let Ok(sheet) = read("folder/file.csv", bytes, &options) else { return };
    whole(&sheet);
    let again = ReadOptions {
        encoding: Some("utf-8".to_owned()),
        delimiter: Some(sheet.delimiter),
        header: Some(sheet.has_header),
    };
    let back = read("file.csv", &written(&sheet), &again).expect("what we write can be read");
    assert_eq!(back.columns, sheet.columns);
    let cells = |sheet: &Sheet| -> Vec<Vec<String>> {
        sheet.rows.iter().filter(|row| !is_blank(row)).map(|row| row.cells.clone()).collect()
    };
    assert_eq!(cells(&back), cells(&sheet));
    assert!(back.rows.iter().all(|row| row.trouble.is_none()), "{:?}", back.rows);
    assert!(!back.notes.iter().any(|note| matches!(note, Note::ColumnRenamed { .. })), "{:?}", back.notes);
    // Left to itself it finds the same out, where there is enough to see.
    let alone = read("file.csv", &written(&sheet), &ReadOptions::default()).expect("read before");
    assert_eq!(alone.encoding, "UTF-8");
}

/// What the person may know better, from the first two bytes; the file is the rest.
pub fn options(bytes: &[u8]) -> (ReadOptions, &[u8]) {
    let mut draw = Draw::new(bytes);
    let options = ReadOptions {
        encoding: draw
            .pick(&[None, None, None, Some("windows-1252"), Some("utf-16le"), Some("nonsense")])
            .map(str::to_owned),
        delimiter: draw.pick(&[None, None, None, Some(';'), Some('\t'), Some('|')]),
        header: draw.pick(&[None, None, Some(true), Some(false)]),
    };
    (options, draw.rest())
}

/// What holds of every sheet.
pub fn whole(sheet: &Sheet) {
    assert!(!sheet.columns.is_empty() && sheet.columns.len() <= MAX_COLUMNS);
    let names: BTreeSet<String> = sheet.columns.iter().map(|name| fold(name)).collect();
    assert_eq!(names.len(), sheet.columns.len(), "two columns of one name: {:?}", sheet.columns);
    let mut line = 0;
    for row in sheet.rows.iter() {
        assert_eq!(row.cells.len(), sheet.columns.len());
        assert!(row.cells.iter().all(|cell| cell.len() <= MAX_CELL));
        assert!(row.line > line, "lines go up");
        line = row.line;
    }
    assert_eq!(sheet.name, "file");
}

fn is_blank(row: &Row) -> bool {
    row.cells.iter().all(|cell| cell.trim().is_empty())
}

/// The sheet as a careful program writes it.
fn written(sheet: &Sheet) -> Vec<u8> {
    let mut text = String::new();
    let header = sheet.has_header.then_some(&sheet.columns);
    for cells in header.into_iter().chain(sheet.rows.iter().map(|row| &row.cells)) {
        let quoted = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
        text += &(quoted.collect::<Vec<_>>().join(&sheet.delimiter.to_string()) + "\r\n");
    }
    text.into_bytes()
}
