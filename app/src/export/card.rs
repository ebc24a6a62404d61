//! People and companies as address cards: vCard 3.0, which every address book reads.

use super::cell::Cell;
use super::content::{escaped, own_property, raw, text};
use super::{Heading, plain_heading};
use crate::record::Record;
use crate::registry::EntityDef;
use crate::value::Value;

/// Columns and the property that holds each as it is.
const PROPERTIES: &[(&str, &str)] = &[
    ("job_title", "TITLE"),
    ("email", "EMAIL;TYPE=INTERNET,PREF"),
    ("phone", "TEL;TYPE=VOICE,PREF"),
    ("website", "URL"),
    ("birthday", "BDAY"),
    ("remarks", "NOTE"),
];
/// Sets beside a first one, with a property for each element.
const LISTS: &[(&str, &str, &str)] =
    &[("more_emails", "email", "EMAIL;TYPE=INTERNET"), ("more_phones", "phone", "TEL;TYPE=VOICE")];

pub(super) struct Cards<'a> {
    def: &'a EntityDef,
    out: String,
}

impl<'a> Cards<'a> {
    pub fn begin(def: &'a EntityDef) -> Self {
        Self { def, out: String::new() }
    }

    pub fn card(&mut self, record: &Record, cells: Vec<(&Heading<'_>, Cell)>) {
        let cells: Vec<(String, String, &Heading<'_>)> =
            cells.into_iter().map(|(heading, cell)| (plain_heading(heading), cell.bare(), heading)).collect();
        let of =
            |column: &str| cells.iter().find(|(name, ..)| name == column).map_or("", |(_, cell, _)| cell);
        let out = &mut self.out;
        out.push_str("BEGIN:VCARD\r\nVERSION:3.0\r\n");
        raw(out, "UID", &uid(record, "vcard"));
        text(out, "FN", &self.def.title_of(record));
        if self.def.id == "company" {
            out.push_str("N:;;;;\r\nKIND:org\r\nX-ABSHOWAS:COMPANY\r\n");
            text(out, "ORG", of("name"));
        } else {
            let [family, given, prefix] =
                ["family_name", "given_name", "salutation"].map(|name| escaped(of(name)));
            raw(out, "N", &format!("{family};{given};;{prefix};"));
            if !of("company").is_empty() {
                text(out, "ORG", of("company"));
            }
        }
        let address =
            ["street", "city", "region", "postcode", "country"].map(|part| of(&format!("address_{part}")));
        if address.iter().any(|part| !part.is_empty()) {
            raw(out, "ADR", &format!(";;{}", address.map(escaped).join(";")));
        }
        for (column, cell, heading) in &cells {
            let elements = || match heading {
                Heading::Field(field) => record.value(&field.id).as_set().into_iter().flatten(),
                _ => None.into_iter().flatten(),
            };
            if cell.is_empty() {
                continue;
            }
            match column.as_str() {
                // In the name and the address; as our own where a card would change it.
                "name" | "family_name" | "given_name" | "salutation" | "company" => {}
                part if part.starts_with("address_") && !cell.contains('\n') => {}
                "tags" => {
                    let tags = crate::import::cell::split_many(cell).into_iter().map(escaped);
                    raw(out, "CATEGORIES", &tags.collect::<Vec<_>>().join(","));
                }
                column => {
                    let property = PROPERTIES.iter().find(|(known, _)| *known == column);
                    // Without the first one, the next would be taken for it.
                    let list =
                        LISTS.iter().find(|(known, first, _)| *known == column && !of(first).is_empty());
                    match (property, list) {
                        (Some((_, name)), _) => text(out, name, cell),
                        (_, Some((.., name))) => elements().for_each(|element| text(out, name, element)),
                        _ => text(out, &own_property(column), cell),
                    }
                }
            }
        }
        out.push_str("END:VCARD\r\n");
    }

    pub fn finish(self) -> Vec<u8> {
        self.out.into_bytes()
    }
}

/// What names a record for other programs: the name they gave it, or ours.
pub(super) fn uid(record: &Record, source: &str) -> String {
    match (record.text("source_system") == source, record.value("external_key")) {
        (true, Value::Text(key)) if !key.is_empty() => key.replace(['\r', '\n'], " "),
        _ => format!("urn:uuid:{}", record.id),
    }
}
