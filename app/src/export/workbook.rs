//! A workbook (XLSX) written part by part, straight into its archive.
//!
//! Texts stand in their cells as texts, in a style that says "as typed": no spreadsheet calculates
//! them, also not when someone edits the cell. What a number cannot hold to the last digit is a text.
//!
//! Five small parts beside the sheet, rather than `rust_xlsxwriter`: that reads the clock, and would
//! add 260 KB (compressed) to what every device fetches; this adds next to nothing to the archive code
//! that reading needs.

use super::WriteError;
use super::cell::{Cell, number_text};
use jiff::civil::{Date, date};
use rust_decimal::prelude::ToPrimitive;
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Rows of a sheet, its header aside; a longer list goes on in the next sheet.
const ROWS: usize = 1_048_575;
/// The most characters a spreadsheet takes in a cell.
const LONGEST: usize = 32_767;
/// Bytes kept back before they go into the archive.
const BUFFER: usize = 1 << 16;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// Cell styles, by their place in [`styles`].
const AS_TYPED: u8 = 1;
const DATE: u8 = 2;
const HEADER: u8 = 3;

pub(super) struct Workbook {
    archive: ZipWriter<Cursor<Vec<u8>>>,
    names: Vec<String>,
    sheets: usize,
    rows: usize,
    buffer: String,
    /// The first thing that went wrong.
    failed: Option<WriteError>,
}

impl Workbook {
    pub fn begin(names: Vec<String>) -> Self {
        let archive = ZipWriter::new(Cursor::new(Vec::new()));
        let mut book = Self { archive, names, sheets: 0, rows: 0, buffer: String::new(), failed: None };
        book.begin_sheet();
        book
    }

    pub fn row(&mut self, cells: impl Iterator<Item = Cell>) {
        if self.rows == ROWS {
            self.end_sheet();
            self.begin_sheet();
        }
        self.rows += 1;
        self.write(cells, AS_TYPED);
    }

    pub fn finish(mut self) -> Result<Vec<u8>, WriteError> {
        self.end_sheet();
        for (path, xml) in parts(self.sheets) {
            self.start(&path);
            self.buffer.push_str(&xml);
            self.flush();
        }
        match self.failed {
            Some(error) => Err(error),
            None => Ok(self.archive.finish().map_err(std::io::Error::from)?.into_inner()),
        }
    }

    fn start(&mut self, path: &str) {
        let started = self.archive.start_file(path, SimpleFileOptions::default());
        self.failed = self.failed.take().or(started.err().map(|error| std::io::Error::from(error).into()));
    }

    fn begin_sheet(&mut self) {
        self.sheets += 1;
        self.rows = 0;
        self.start(&format!("xl/worksheets/sheet{}.xml", self.sheets));
        let _ = write!(
            self.buffer,
            "{XML}<worksheet xmlns=\"{MAIN}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" \
             topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>\
             <cols><col min=\"1\" max=\"{}\" width=\"20\" customWidth=\"1\"/></cols><sheetData>",
            self.names.len().max(1),
        );
        let names = self.names.clone();
        self.write(names.into_iter().map(Cell::Text), HEADER);
    }

    fn end_sheet(&mut self) {
        self.buffer.push_str("</sheetData></worksheet>");
        self.flush();
    }

    fn write(&mut self, cells: impl Iterator<Item = Cell>, text_style: u8) {
        self.buffer.push_str("<row>");
        for cell in cells {
            if matches!(&cell, Cell::Text(text) if text.len() > LONGEST && text.chars().count() > LONGEST) {
                // A spreadsheet would take the whole file for broken.
                self.failed = self.failed.take().or(Some(WriteError::TextTooLong));
            }
            put(&mut self.buffer, cell, text_style);
        }
        self.buffer.push_str("</row>");
        if self.buffer.len() > BUFFER {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let written = self.archive.write_all(self.buffer.as_bytes());
        self.failed = self.failed.take().or(written.err().map(WriteError::from));
        self.buffer.clear();
    }
}

/// Cells stand without their places: each right of the one before it.
fn put(out: &mut String, cell: Cell, text_style: u8) {
    match cell {
        Cell::Empty => out.push_str("<c/>"),
        Cell::Bool(flag) => _ = write!(out, "<c t=\"b\"><v>{}</v></c>", u8::from(flag)),
        Cell::Date(date) => match serial(date) {
            Some(days) => _ = write!(out, "<c s=\"{DATE}\"><v>{days}</v></c>"),
            None => text(out, &date.to_string(), 0),
        },
        Cell::Number(number) => {
            let digits = number.mantissa().unsigned_abs().checked_ilog10().unwrap_or(0) + 1;
            match number.to_f64().filter(|_| digits <= 15) {
                Some(_) => _ = write!(out, "<c><v>{}</v></c>", number.normalize()),
                None => text(out, &number_text(number), 0),
            }
        }
        Cell::Plain(plain) => text(out, &plain, 0),
        Cell::Text(typed) => text(out, &typed, text_style),
    }
}

/// The day as a spreadsheet counts it; none before March 1900, where they disagree.
fn serial(day: Date) -> Option<i32> {
    let days = date(1899, 12, 30).until(day).ok()?.get_days();
    (days > 60).then_some(days)
}

fn text(out: &mut String, text: &str, style: u8) {
    let _ = write!(out, "<c s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    for (at, c) in text.char_indices() {
        match c {
            '_' if is_code(text.get(at..).unwrap_or_default()) => out.push_str("_x005F_"),
            c => escape(out, c),
        }
    }
    out.push_str("</t></is></c>");
}

/// Whether a text would be taken for a sign that XML cannot hold, as `_x000D_` is.
fn is_code(text: &str) -> bool {
    let code = text.strip_prefix("_x").and_then(|rest| rest.get(..5));
    code.and_then(|code| code.strip_suffix('_')).is_some_and(|hex| hex.chars().all(|c| c.is_ascii_hexdigit()))
}

/// What XML cannot hold is written as spreadsheets do: `_x000D_`.
fn escape(out: &mut String, c: char) {
    match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '\n' | '\t' => out.push(c),
        '\u{fffe}' | '\u{ffff}' => _ = write!(out, "_x{:04X}_", u32::from(c)),
        c if c.is_control() => _ = write!(out, "_x{:04X}_", u32::from(c)),
        c => out.push(c),
    }
}

/// The parts beside the sheets.
fn parts(sheets: usize) -> Vec<(String, String)> {
    let each = |line: &dyn Fn(usize) -> String| (1..=sheets).map(line).collect::<String>();
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
    };
    let relations = |inside: String| {
        format!("{XML}<Relationships xmlns=\"{PACKAGE}/relationships\">{inside}</Relationships>")
    };
    let over = |part: &str, kind: &str| {
        format!("<Override PartName=\"/xl/{part}.xml\" ContentType=\"{TYPE}.{kind}+xml\"/>")
    };
    let content = format!(
        "{XML}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
         ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>{}{}{}</Types>",
        over("workbook", "sheet.main"),
        over("styles", "styles"),
        each(&|n| over(&format!("worksheets/sheet{n}"), "worksheet")),
    );
    let book = format!(
        "{XML}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>{}</sheets></workbook>",
        each(&|n| format!("<sheet name=\"{n}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")),
    );
    let of_book = each(&|n| relation(n, "worksheet", &format!("worksheets/sheet{n}.xml")));
    let of_book = of_book + &relation(sheets + 1, "styles", "styles.xml");
    vec![
        ("[Content_Types].xml".to_owned(), content),
        ("_rels/.rels".to_owned(), relations(relation(1, "officeDocument", "xl/workbook.xml"))),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(of_book)),
        ("xl/styles.xml".to_owned(), styles()),
    ]
}

fn styles() -> String {
    let xf = |format: u32, font: u8, more: &str| {
        format!("<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" xfId=\"0\"{more}/>")
    };
    format!(
        "{XML}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill>\
         <patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"4\">{}{}{}{}</cellXfs></styleSheet>",
        xf(0, 0, ""),
        xf(49, 0, " quotePrefix=\"1\" applyNumberFormat=\"1\""),
        xf(14, 0, " applyNumberFormat=\"1\""),
        xf(0, 1, " applyFont=\"1\""),
    )
}
