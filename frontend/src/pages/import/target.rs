//! What a column can become: the choices of one entity, and their words.

use crate::ui::value::{entity_name, field_name};
use crate::words::{t, t_with};
use outrider_app::import::Target;
use outrider_app::registry::{EntityDef, Kind, MergeRule};

/// An address's parts, by number.
const PARTS: [&str; 5] =
    ["address-street", "address-postcode", "address-city", "address-region", "address-country"];

/// Every target of an entity, "leave out" first.
pub fn targets(def: &EntityDef) -> Vec<Target> {
    let mut targets = vec![Target::Ignore, Target::Key, Target::Id];
    for field in def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly) {
        let id = field.id.to_string();
        targets.push(Target::Field(id.clone()));
        match field.kind {
            Kind::Address => targets.extend((0..PARTS.len()).map(|part| Target::Part(id.clone(), part))),
            Kind::Money => targets.push(Target::Currency(id)),
            _ => {}
        }
    }
    targets
}

pub fn target_words(def: &EntityDef, target: &Target) -> String {
    let name = |field: &str| field_name(&def.id, field);
    match target {
        Target::Ignore => t("import-leave-out"),
        Target::Key => t("import-key"),
        Target::Id => t("import-own-id"),
        Target::Field(field) => match def.field(field).map(|field| &field.kind) {
            Some(Kind::Ref(targets)) if !targets.is_empty() => {
                let entities: Vec<String> = targets.iter().map(|target| entity_name(target)).collect();
                let (field, entity) = (name(field), entities.join(", "));
                if field == entity {
                    field
                } else {
                    t_with("import-by-name", &[("field", field.into()), ("entity", entity.into())])
                }
            }
            _ => name(field),
        },
        Target::Part(field, part) => {
            format!("{}: {}", name(field), t(PARTS.get(*part).copied().unwrap_or("address-street")))
        }
        Target::Currency(field) => format!("{}: {}", name(field), t("currency")),
    }
}
