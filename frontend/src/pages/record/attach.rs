//! What an activity or task written on a record is about.

use outrider_app::device::FieldEdit;
use outrider_app::record::Record;
use outrider_app::registry::Registry;
use outrider_app::value::Value;

/// The references an activity gets from the record it is written on; `None` where a record of
/// this kind takes none.
pub fn attach(record: &Record) -> Option<Vec<(&'static str, Value)>> {
    let own = Value::Ref(record.id);
    let of = |field: &str| record.value(field).clone();
    let links = match record.entity.as_str() {
        "company" => vec![("customer", own)],
        // A person at a company speaks for it; a person on their own is the customer.
        "contact" if record.reference("company").is_some() => {
            vec![("customer", of("company")), ("contact", own)]
        }
        "contact" => vec![("customer", own.clone()), ("contact", own)],
        "deal" => vec![("deal", own), ("customer", of("customer")), ("contact", of("contact"))],
        _ => return None,
    };
    Some(links.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}

/// The links as edits of an entity, as far as it has those fields. A task hangs on a person only
/// through `customer`, so the person goes before the company there.
pub fn attach_edits(entity: &str, record: &Record) -> Vec<FieldEdit> {
    let Some(def) = Registry::standard().entity(entity) else { return Vec::new() };
    let mut links = attach(record).unwrap_or_default();
    if def.field("contact").is_none() && record.entity == "contact" {
        links = vec![("customer", Value::Ref(record.id))];
    }
    links
        .into_iter()
        .filter(|(field, _)| def.field(field).is_some())
        .map(|(field, value)| FieldEdit::Set(field.to_owned(), value))
        .collect()
}
