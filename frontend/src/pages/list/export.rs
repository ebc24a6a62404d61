//! The list as a CSV file: its rows in their order, every field that people see, in their words.

use super::Listing;
use crate::ui::save_file;
use crate::ui::value::{entity_many, field_name};
use leptos::prelude::*;
use outrider_app::export::{ExportOptions, Heading, Words, csv, plain_heading};
use outrider_app::id::RecordId;
use outrider_app::record::FieldId;
use outrider_app::registry::MergeRule;

/// Hands the browser a file of these records.
pub fn export(listing: Listing, ids: Vec<RecordId>) {
    let (app, def) = (listing.app, listing.def);
    let fields: Vec<FieldId> = def
        .visible_fields()
        .filter(|field| field.merge != MergeRule::ServerOnly || field.drawn)
        .map(|field| field.id.to_string())
        .collect();
    let heading = |heading: &Heading<'_>| match heading {
        Heading::Field(field) => field_name(&def.id, &field.id),
        other => plain_heading(other),
    };
    let bytes = app.with_book(|book| {
        let records: Vec<_> = ids.iter().filter_map(|id| book.get(*id)).collect();
        let title = |id: RecordId| book.title(id);
        csv(def, &fields, &records, &Words { heading: &heading, title: &title }, &ExportOptions::default())
    });
    let name = format!("{} {}.csv", entity_many(&def.id), untrack(|| app.today()));
    save_file(&name, "text/csv", &bytes);
}
