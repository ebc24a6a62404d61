//! What the fuzzer found (`tests/fuzz`), as the smallest file that shows it.

use super::support::*;
use crate::export::{ExportOptions, FileFormat, Words, Writer, plain_heading};
use crate::id::RecordId;
use crate::import::{Book, Guesser, ReadOptions, read};
use crate::record::Record;
use crate::value::Value;

#[test]
fn rows_without_any_name_or_key_are_made_once() {
    let files = [("offers.csv", "customer,deal_stage,close_value\nAcme,Won,100\nBolt,Won,200\n")];
    let first = plan(&Book::default(), &files);
    assert_eq!(first.drafts().iter().filter(|draft| draft.entity == "deal").count(), 2);
    let after = write(&Book::default(), &first.drafts());
    assert_eq!(plan(&after, &files).drafts(), []);
}

#[test]
fn references_to_what_is_gone_come_back_from_an_export_as_they_were() {
    let id = |n: u8| RecordId::from_bytes([n; 16]);
    let mut tag = Record::new(id(1), "tag").with("name", Value::text("old"));
    tag.deleted = Some(7);
    let tags = Value::Set([id(1).to_string(), id(2).to_string()].into());
    let deal = Record::new(id(3), "deal")
        .with("name", Value::text("Rope"))
        .with("stage", Value::Ref(id(4)))
        .with("tags", tags);
    let book = Book::of(registry(), [tag, deal]);
    let def = registry().entity("deal").unwrap();
    let fields = ["name", "stage", "tags"].map(str::to_owned);
    let title = |wanted| (wanted == id(1)).then(|| "old".to_owned());
    let words = Words { heading: &plain_heading, title: &title };
    let mut writer = Writer::begin(FileFormat::Csv, def, &fields, &words, &ExportOptions::default());
    all(&book, "deal").into_iter().for_each(|record| writer.add(record, &words));
    let sheet = read("deals.csv", &writer.finish().unwrap(), &ReadOptions::default()).unwrap();
    let mapping = Guesser { registry: registry(), book: &book, usual: USUAL }.guess_as(&sheet, "deal");
    assert_eq!(plan_with(&book, vec![sheet], vec![mapping]).drafts(), []);
}

#[test]
fn nothing_is_made_under_the_name_of_an_id() {
    let file = [("deals.csv", "name,stage,tags\nRope,5d1f3e0a-0000-4000-8000-000000000001,vip\n")];
    let drafts = plan(&Book::default(), &file).drafts();
    let made: Vec<&str> = drafts.iter().map(|draft| draft.entity.as_str()).collect();
    assert_eq!(made, ["tag", "deal"]);
}
