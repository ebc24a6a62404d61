use super::styles::{Shown, by_code};
use super::{Turns, all, number, xml};
use crate::import::read::{Here, Note, ReadError, ReadOptions, Reading, Sheet, Trouble, read_all};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const CONTENT: &str = "<?xml version=\"1.0\"?><Relationships>";

/// A workbook of these sheets, as spreadsheets write them: names, and what stands in `sheetData`.
fn book(properties: &str, strings: &str, sheets: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let mut put = |path: &str, text: &str| {
        archive.start_file(path, SimpleFileOptions::default()).unwrap();
        archive.write_all(text.as_bytes()).unwrap();
    };
    put(
        "_rels/.rels",
        &format!(
            "{CONTENT}<Relationship Id=\"r\" Type=\"x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
        ),
    );
    let mut relations = format!(
        "{CONTENT}<Relationship Id=\"s\" Type=\"x/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         <Relationship Id=\"y\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/>"
    );
    let mut names = String::new();
    for (n, (name, rows)) in sheets.iter().enumerate() {
        relations +=
            &format!("<Relationship Id=\"rId{n}\" Type=\"x/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>");
        names += &format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>");
        put(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        );
    }
    put("xl/_rels/workbook.xml.rels", &format!("{relations}</Relationships>"));
    put(
        "xl/workbook.xml",
        &format!("<workbook><workbookPr {properties}/><sheets>{names}</sheets></workbook>"),
    );
    put("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>"));
    put(
        "xl/styles.xml",
        "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy hh:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/>\
         </cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"9\"/></cellXfs></styleSheet>",
    );
    archive.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Vec<Sheet>, ReadError> {
    read_all("book.xlsx", bytes, &ReadOptions::default(), Here::default())
}

const STRINGS: &str = "<si><t>Name</t></si><si><r><t>Ac</t></r><r><t xml:space=\"preserve\">me &amp; </t></r><r><t>Söhne</t></r><rPh><t>spoken</t></rPh></si>";

#[test]
fn cells_are_the_texts_that_a_spreadsheet_shows() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>When</t></is></c><c t=\"str\"><v>Sum</v></c><c r=\"E1\" t=\"str\"><v>Share</v></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" s=\"1\"><v>43894</v></c><c r=\"C3\"><f>1+1</f><v>1234.5670000000001</v></c><c r=\"E3\" s=\"3\"><v>0.25</v></c></row>\
        <row r=\"4\"><c r=\"A4\" t=\"str\"><v>a_x000D_b</v></c><c r=\"B4\" s=\"2\"><v>43894.5</v></c><c r=\"C4\"><f>x</f></c><c r=\"D4\" t=\"b\"><v>1</v></c></row>\
        <row r=\"5\"><c r=\"A5\" s=\"1\"/></row>";
    let sheets = read(&book("", STRINGS, &[("Sheet1", rows), ("Empty", "")])).unwrap();
    assert_eq!(sheets.len(), 1);
    let sheet = &sheets[0];
    assert_eq!(
        (sheet.name.as_str(), &sheet.columns[..]),
        ("book", &["Name", "When", "Sum", "#4", "Share"].map(str::to_owned)[..])
    );
    let cells: Vec<Vec<&str>> =
        sheet.rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect();
    assert_eq!(
        cells,
        [
            ["Acme & Söhne", "2020-03-04", "1234.5670", "", "25%"],
            ["a\rb", "2020-03-04T12:00:00", "", "true", ""]
        ]
    );
    assert_eq!(
        sheet.rows.iter().map(|row| (row.line, row.trouble.clone())).collect::<Vec<_>>(),
        [(3, None), (4, None)]
    );
    assert!(sheet.notes.contains(&Note::NotCalculated { cells: 1 }), "{:?}", sheet.notes);
}

#[test]
fn dates_count_from_1900_or_1904_as_the_workbook_says() {
    for (raw, from_1904, expected) in [
        ("1", false, "1900-01-01"),
        ("59", false, "1900-02-28"),
        ("61", false, "1900-03-01"),
        ("43894", false, "2020-03-04"),
        ("0", true, "1904-01-01"),
        ("42432", true, "2020-03-04"),
        ("43894.999999999", false, "2020-03-05T00:00:00"),
        ("-1", false, "-1"),
        ("1e300", false, &format!("1{}", "0".repeat(300))),
        ("x", false, "x"),
    ] {
        assert_eq!(number::text(raw, Shown::Date, from_1904), expected, "{raw}");
    }
    let rows = "<row><c t=\"str\"><v>Name</v></c><c t=\"str\"><v>Day</v></c></row><row><c t=\"str\"><v>A</v></c><c s=\"1\"><v>42432</v></c></row>";
    assert_eq!(read(&book("date1904=\"1\"", "", &[("S", rows)])).unwrap()[0].rows[0].cells[1], "2020-03-04");
    let shown = [
        "General",
        "0.00",
        "yyyy-mm-dd",
        "[$-409]d. mmm;@",
        "[h]:mm:ss",
        "\"day\" 0",
        "0.0%",
        "[Red]#,##0",
        "mm:ss.0",
        "\\d0",
    ];
    use Shown::{Date, Number, Percent, Time};
    assert_eq!(shown.map(by_code), [Number, Number, Date, Date, Time, Number, Percent, Number, Time, Number]);
}

#[test]
fn every_sheet_with_something_in_it_is_one_of_its_own_name() {
    let rows =
        |name: &str| format!("<row><c t=\"str\"><v>{name}</v></c></row><row><c t=\"str\"><v>x</v></c></row>");
    let sheets =
        read(&book("", "", &[("Contacts", &rows("Name")), ("Deals &amp; co", &rows("Deal"))])).unwrap();
    assert_eq!(
        sheets.iter().map(|sheet| sheet.name.as_str()).collect::<Vec<_>>(),
        ["Contacts", "Deals & co"]
    );
}

#[test]
fn a_broken_or_locked_workbook_says_so() {
    let whole = book("", STRINGS, &[("S", "<row><c t=\"str\"><v>Name</v></c></row>")]);
    for cut in [4, 30, whole.len() / 2, whole.len() - 10] {
        assert_eq!(read(&whole[..cut]), Err(ReadError::BrokenWorkbook), "{cut} bytes");
    }
    assert_eq!(
        read(&book("", "", &[("S", "<row><c t=\"str\"><v>Name</v>")])),
        Err(ReadError::Empty),
        "an open tag is no more than that"
    );
    assert_eq!(read(&book("", "<si><t>&lt;", &[("S", "<!--")])), Err(ReadError::BrokenWorkbook));
    let mut other = ZipWriter::new(Cursor::new(Vec::new()));
    other.start_file("a.txt", SimpleFileOptions::default()).unwrap();
    assert_eq!(read(&other.finish().unwrap().into_inner()), Err(ReadError::BrokenWorkbook));
}

#[test]
fn what_unpacks_to_too_much_is_refused_before_it_is_held() {
    let within = |limit: usize, strings: &str, rows: &str| {
        let mut turns = Turns::of(all(book("", strings, &[("S", rows)]), limit));
        let read = std::iter::repeat_with(|| turns.next()).find_map(|done| done);
        read.unwrap().map(|found| found.len())
    };
    let row = "<row><c t=\"s\"><v>0</v></c></row>";
    let long = format!("<si><t>{}</t></si>", "x".repeat(90_000));
    assert_eq!(within(1 << 20, &long, row), Ok(1));
    let refused = |read: Result<usize, ReadError>| matches!(read, Err(ReadError::TooLargeUnpacked { .. }));
    assert!(refused(within(1 << 20, &long, &row.repeat(100))), "one text in a hundred cells");
    assert!(refused(within(1 << 20, &" ".repeat(2 << 20), row)), "two megabytes of nothing");
}

#[test]
fn wide_and_empty_sheets_are_bounded() {
    let empty = "<row><c s=\"1\"/></row>".repeat(100_000);
    let named =
        "<row><c t=\"str\"><v>Name</v></c><c r=\"XFD1\" s=\"1\"/></row><row><c t=\"str\"><v>A</v></c></row>";
    let sheets = read(&book("", "", &[("S", &format!("{named}{empty}"))])).unwrap();
    assert_eq!(
        (sheets[0].rows.len(), sheets[0].columns.len()),
        (1, 1),
        "a hundred thousand empty rows are none"
    );
    let wide = "<row><c r=\"XFD1\" t=\"str\"><v>x</v></c></row>";
    assert_eq!(
        read(&book("", "", &[("S", wide)])),
        Err(ReadError::TooManyColumns { columns: 16_384, max: 4_000 })
    );
    let sparse = "<row><c r=\"EWV1\"><v>1</v></c></row>".repeat(6_000);
    assert!(matches!(read(&book("", "", &[("S", &sparse)])), Err(ReadError::TooManyCells { .. })));
    let long = format!(
        "<row><c t=\"str\"><v>Name</v></c></row><row><c t=\"str\"><v>{}</v></c></row>",
        "x".repeat(2 << 20)
    );
    assert!(matches!(
        read(&book("", "", &[("S", &long)])).unwrap()[0].rows[0].trouble,
        Some(Trouble::CellTooLong { .. })
    ));
}

#[test]
fn a_workbook_is_read_in_turns_as_at_once() {
    let rows: String = (0..2_000).map(|n| format!("<row><c t=\"str\"><v>Name{n}</v></c></row>")).collect();
    let bytes = book("", "", &[("S", &rows)]);
    let mut reading = Reading::begin("book.xlsx", &bytes, &ReadOptions::default(), Here::default()).unwrap();
    let mut turns = 0;
    while reading.step(500).unwrap() {
        turns += 1;
    }
    assert!(turns >= 4, "{turns}");
    assert_eq!(reading.finish(), read(&bytes));
    assert_eq!(xml::unescaped("_x0041_ _x _x00 ü_xZZZZ_".into()), "A _x _x00 ü_xZZZZ_");
}
