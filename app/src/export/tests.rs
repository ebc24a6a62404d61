use super::*;
use crate::import::plan::{Options, Plan, World};
use crate::import::{Book, Guesser, Here, Mapping, ReadOptions, Usual, cell, read_all};
use crate::registry::{MergeRule, Registry};
use crate::value::{Address, Currency, Money, Value};
use std::collections::BTreeSet;

const USUAL: Usual = Usual {
    currency: Currency::USD,
    dates: cell::DateOrder::MonthFirst,
    decimals: cell::Decimals::Comma,
    zone_minutes: 120,
};

fn registry() -> &'static Registry {
    Registry::standard()
}

fn export(book: &Book, entity: &str, format: FileFormat, options: &ExportOptions) -> Vec<u8> {
    let def = registry().entity(entity).unwrap();
    let fields: Vec<FieldId> = def.visible_fields().map(|field| field.id.to_string()).collect();
    let title = |id| {
        let record = book.records().find(|record: &&Record| record.id == id)?;
        Some(registry().entity(&record.entity)?.title_of(record))
    };
    let words = Words { heading: &plain_heading, title: &title };
    let mut writer = Writer::begin(format, def, &fields, &words, options);
    book.records().filter(|record| record.entity == entity).for_each(|record| writer.add(record, &words));
    writer.finish().unwrap()
}

/// What importing a file into a book would do.
fn import(book: &Book, file: &str, bytes: &[u8], entity: &str, here: Here) -> (Plan, Vec<Mapping>) {
    let sheets = read_all(file, bytes, &ReadOptions::default(), here).unwrap();
    for sheet in &sheets {
        assert!(sheet.rows.iter().all(|row| row.trouble.is_none()), "{:?}", sheet.rows);
    }
    let guesser = Guesser { registry: registry(), book, usual: USUAL };
    let mappings: Vec<Mapping> = sheets.iter().map(|sheet| guesser.guess_as(sheet, entity)).collect();
    let world = World { registry: registry(), book };
    let options = Options { usual: Some(USUAL), ..Options::default() };
    (Plan::of(&world, sheets, mappings.clone(), options), mappings)
}

/// A value of every kind, with what is hard about each.
fn hard(kind: &Kind, many: bool, n: u8, target: Option<RecordId>) -> Value {
    let texts =
        ["=1+1", "'=x", " +49", "a,\"b\"\nc; d", "Zoë – \u{928}\u{947}", "-", "@x", "it's", "1.250", "true"];
    let text = texts[n as usize % texts.len()];
    let set = |items: &[&str]| Value::Set(items.iter().map(|item| (*item).to_owned()).collect());
    match (kind, many) {
        (Kind::Ref(_), true) => target.map_or(Value::None, |id| Value::Set([id.to_string()].into())),
        (Kind::Ref(_), false) => target.map_or(Value::None, Value::Ref),
        (Kind::Email, true) => set(&["a@x.example", "b@x.example"]),
        (Kind::Phone, true) => set(&["+49 30 123", "030/123;ext 7"]),
        (_, true) => set(&["one; two", "-three", "four"]),
        (Kind::Text | Kind::LongText, _) => Value::text(text),
        (Kind::Number, _) => Value::Number("-1.125".parse().unwrap()),
        (Kind::Money, _) => {
            let code = ["JPY", "KWD", "EUR"][n as usize % 3];
            Value::Money(Money::new(-1_234_567, Currency::parse(code).unwrap()))
        }
        (Kind::Date, _) => Value::Date(jiff::civil::date(2020, 3, 4)),
        (Kind::DateTime, _) => Value::Time(1_584_007_200_123),
        (Kind::Choice(tags), _) => Value::text(tags[n as usize % tags.len()].as_ref()),
        (Kind::Bool, _) => Value::Bool(n.is_multiple_of(2)),
        (Kind::Email, _) => Value::Text(format!("p{n}@x.example")),
        (Kind::Phone, _) => Value::text("+49 30 1234"),
        (Kind::Link, _) => Value::text("https://x.example/?a=1,2"),
        (Kind::Address, _) => Value::Address(Address {
            street: "=Main St, 1".into(),
            postcode: "01067".into(),
            city: "Germny".into(),
            country: "Philipines".into(),
            ..Address::default()
        }),
    }
}

/// Ten records of every entity, every field filled.
fn full_book() -> Book {
    let id = |entity: &str, n: u8| RecordId::derived(&["test", entity, &n.to_string()]);
    let mut records = Vec::new();
    for def in registry().entities() {
        for n in 0..10 {
            let mut record = Record::new(id(&def.id, n), def.id.as_ref());
            for field in def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly) {
                let target = field.targets().first().map(|target| id(target, n));
                let value = match def.title.contains(&field.id) {
                    true => Value::Text(format!("{} {n} {}", field.id, def.id)),
                    false => hard(&field.kind, field.many, n, target),
                };
                record = record.with(&field.id, value);
            }
            records.push(record);
        }
    }
    Book::of(registry(), records)
}

/// Long after every time in the book: what is over by then must not be taken for done.
fn later() -> Here {
    Here { now: 4_000_000_000_000, ..Here::default() }
}

#[test]
fn every_entity_comes_back_from_its_export_in_every_format_without_a_change() {
    let book = full_book();
    for def in registry().entities() {
        for (format, bom) in
            FileFormat::of(&def.id).iter().flat_map(|format| [(*format, true), (*format, false)])
        {
            let options = ExportOptions { bom, ..ExportOptions::default() };
            let bytes = export(&book, &def.id, format, &options);
            let file = format!("{}.{}", def.id, format.ending());
            let (plan, mappings) = import(&book, &file, &bytes, &def.id, later());
            let mapped: BTreeSet<_> = mappings
                .iter()
                .flat_map(|mapping| &mapping.columns)
                .filter_map(|column| column.target.field())
                .collect();
            let writable = def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly).count();
            assert_eq!(mapped.len(), writable, "{file}: {mappings:#?}");
            assert_eq!(plan.drafts(), [], "{file}");
            assert_eq!(plan.counts().unchanged, 10, "{file}: {:?}", plan.doubts);
        }
    }
}

#[test]
fn an_export_into_an_empty_book_makes_the_same_people_and_companies() {
    let book = full_book();
    for entity in ["contact", "company"] {
        let bytes = export(&book, entity, FileFormat::Vcard, &ExportOptions::default());
        let (plan, _) = import(&Book::default(), "cards.vcf", &bytes, entity, Here::default());
        assert_eq!(plan.counts().creates, 10);
        let again = export(&book, entity, FileFormat::Vcard, &ExportOptions::default());
        assert_eq!(bytes, again, "the same records are the same bytes");
    }
}

/// What the fuzzer found (`tests/fuzz`): each alone came back as something else.
#[test]
fn odd_texts_and_lists_come_back_as_they_were() {
    let set = |items: &[&str]| Value::Set(items.iter().map(|item| (*item).to_owned()).collect());
    let odd = [
        ("family_name", Value::text("\r\n")),
        ("more_phones", set(&["+49 19;ext 7"])),
        ("messaging", set(&["", "skype: a\u{a0}"])),
        ("messaging", set(&["two\nlines", "one"])),
    ];
    for (field, value) in odd {
        let id = RecordId::from_bytes([1; 16]);
        let book = Book::of(registry(), [Record::new(id, "contact").with(field, value)]);
        for format in FileFormat::of("contact") {
            let bytes = export(&book, "contact", *format, &ExportOptions::default());
            let file = format!("contact.{}", format.ending());
            let (plan, _) = import(&book, &file, &bytes, "contact", Here::default());
            assert_eq!(plan.drafts(), [], "{file}: {field}");
        }
    }
}

#[test]
fn a_text_a_spreadsheet_would_calculate_is_guarded_and_numbers_are_not() {
    for text in ["=1+1", "+49", "-x", "@sum", "\t=1", "\r=1", " =1", "'=1", "＝1"] {
        assert_eq!(guard(text), format!("'{text}"));
        assert_eq!(unguard(&guard(text)), text);
    }
    for text in ["", "a=b", "it's", "'quoted'", "'", "\t", " \r\n"] {
        assert_eq!(guard(text), text);
        assert_eq!(unguard(text), text);
    }
    let def = registry().entity("deal").unwrap();
    let record = Record::new(RecordId::from_bytes([1; 16]), "deal")
        .with("name", Value::text("=HYPERLINK(\"x\")"))
        .with("amount", Value::Money(Money::new(-5, Currency::EUR)))
        .with("probability", Value::Number((-3).into()));
    let words = Words { heading: &plain_heading, title: &|_| None };
    let options = ExportOptions { bom: false, ids: false, ..ExportOptions::default() };
    let fields = ["name", "amount", "probability", "unknown"].map(str::to_owned);
    let mut writer = Writer::begin(FileFormat::Csv, def, &fields, &words, &options);
    writer.add(&record, &words);
    let text = String::from_utf8(writer.finish().unwrap()).unwrap();
    assert_eq!(
        text,
        "name,amount,amount_currency,probability\r\n\"'=HYPERLINK(\"\"x\"\")\",-0.05,EUR,-3\r\n"
    );
}
