//! What entities, fields and choices are called, in the person's language; what has no words (a
//! custom field) is called by its own name.

use crate::words::{find, t_with};

/// One of them: "Contact".
pub fn entity_name(entity: &str) -> String {
    find(&format!("entity-{entity}")).unwrap_or_else(|| entity.to_owned())
}

/// All of them: "Contacts".
pub fn entity_many(entity: &str) -> String {
    find(&format!("entity-{entity}-many")).unwrap_or_else(|| entity_name(entity))
}

/// What makes one: "New contact".
pub fn entity_new(entity: &str) -> String {
    find(&format!("entity-{entity}-new"))
        .unwrap_or_else(|| t_with("new-one", &[("name", entity_name(entity).into())]))
}

pub fn field_name(entity: &str, field: &str) -> String {
    find(&format!("field-{entity}-{field}"))
        .or_else(|| find(&format!("field-{field}")))
        .unwrap_or_else(|| field.to_owned())
}

pub fn choice_name(entity: &str, field: &str, tag: &str) -> String {
    find(&format!("choice-{entity}-{field}-{tag}"))
        .or_else(|| find(&format!("choice-{field}-{tag}")))
        .unwrap_or_else(|| tag.to_owned())
}
