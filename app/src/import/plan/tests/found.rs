//! What the fuzzer found (`tests/fuzz`), as the smallest file that shows it.

use super::support::*;
use crate::import::Book;

#[test]
fn rows_without_any_name_or_key_are_made_once() {
    let files = [("offers.csv", "customer,deal_stage,close_value\nAcme,Won,100\nBolt,Won,200\n")];
    let first = plan(&Book::default(), &files);
    assert_eq!(first.drafts().iter().filter(|draft| draft.entity == "deal").count(), 2);
    let after = write(&Book::default(), &first.drafts());
    assert_eq!(plan(&after, &files).drafts(), []);
}
