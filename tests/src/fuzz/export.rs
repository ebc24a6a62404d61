//! What is exported and read again says the same, whatever stands in the records; and no cell of
//! the file is one that a spreadsheet would calculate.

use super::draw::Draw;
use super::records;
use outrider_app::export::{DANGEROUS, ExportOptions, FileFormat, Words, Writer, plain_heading};
use outrider_app::id::RecordId;
use outrider_app::import::cell::{DateOrder, Decimals};
use outrider_app::import::plan::{Options, Plan, World};
use outrider_app::import::read::Sheet;
use outrider_app::import::{Book, Guesser, ReadOptions, Usual, read};
use outrider_app::record::{FieldId, Record};
use outrider_app::registry::{EntityDef, Registry};
use outrider_app::value::Currency;
use std::collections::BTreeMap;

pub fn run(bytes: &[u8]) {
    let mut draw = Draw::new(bytes);
    let registry = Registry::standard();
    let def = draw.def();
    let (bom, delimiter) = (draw.flag(), draw.pick(&[',', ';', '\t']));
    let options = ExportOptions { bom, delimiter, ..ExportOptions::default() };
    let usual = Usual {
        currency: draw.pick(&[Currency::EUR, Currency::USD]),
        dates: draw.pick(&[DateOrder::DayFirst, DateOrder::MonthFirst]),
        decimals: draw.pick(&[Decimals::Point, Decimals::Comma]),
        zone_minutes: i32::from(draw.byte()) * 5 - 600,
    };
    let count = draw.below(4) + 1;
    let drawn = (0..count).map(|_| {
        let mut record = records::fitting(&mut draw, def);
        // What was merged into another is in no list, and its rows would be the other's.
        record.fields.remove("merged_into");
        record
    });
    let records: BTreeMap<RecordId, Record> = drawn.map(|record| (record.id, record)).collect();
    // Something that they may refer to, of another entity, there or gone.
    let other = draw.def();
    let mut other = records::fitting(&mut draw, other);
    other.deleted = draw.flag().then_some(1);
    let count = records.len();
    let others = (other.entity != def.id && !records.contains_key(&other.id)).then_some(other);
    let book = Book::of(registry, records.into_values().chain(others));
    let file = export(&book, def, &options);
    // The reader takes NUL bytes out, and says so: that is the csv target's matter.
    if file.contains(&0) {
        return;
    }
    let told = ReadOptions { encoding: None, delimiter: Some(options.delimiter), header: Some(true) };
    let sheet = read("file.csv", &file, &told).expect("our own file");
    assert_eq!(sheet.encoding, "UTF-8");
    assert!(sheet.rows.iter().all(|row| row.trouble.is_none()), "{:?}", sheet.rows);
    assert_eq!(sheet.rows.len(), count);
    harmless(&sheet);
    let mapping = Guesser { registry, book: &book, usual }.guess_as(&sheet, &def.id);
    let world = World { registry, book: &book };
    let options = Options { usual: Some(usual), ..Options::default() };
    let plan = Plan::of(&world, vec![sheet], vec![mapping], options);
    assert_eq!(plan.drafts(), [], "{:?}", plan.doubts);
    assert_eq!(plan.counts().unchanged, count, "{:?}", plan.doubts);
}

fn export(book: &Book, def: &EntityDef, options: &ExportOptions) -> Vec<u8> {
    let fields: Vec<FieldId> = def.visible_fields().map(|field| field.id.to_string()).collect();
    let title = |id| {
        let record = book.records().find(|record| record.id == id)?;
        Some(Registry::standard().entity(&record.entity)?.title_of(record))
    };
    let words = Words { heading: &plain_heading, title: &title };
    let mut writer = Writer::begin(FileFormat::Csv, def, &fields, &words, options);
    book.records().filter(|record| record.entity == def.id).for_each(|record| writer.add(record, &words));
    writer.finish().expect("text can be written")
}

/// A number below nothing is a number, and white space nothing; nothing else that begins like a formula is there.
fn harmless(sheet: &Sheet) {
    for cell in sheet.columns.iter().chain(sheet.rows.iter().flat_map(|row| &row.cells)) {
        let number = cell.parse::<rust_decimal::Decimal>().is_ok();
        let bare = cell.trim_start_matches(' ');
        let harmless = number || bare.trim().is_empty() || !bare.starts_with(DANGEROUS);
        assert!(harmless, "{cell:?} would be calculated");
    }
}
