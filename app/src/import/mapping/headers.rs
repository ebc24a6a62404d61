//! What a column's header alone says, for one entity.

use super::Target;
use crate::export::{Heading, plain_heading};
use crate::import::hints::{MEANT, WORDS, says_nothing};
use crate::registry::{EntityDef, Kind, MergeRule, Registry, fold};

/// A header as it is compared: folded, words divided by single spaces, remarks in brackets gone.
pub(crate) fn normal(header: &str) -> String {
    let mut spaced = String::with_capacity(header.len() + 4);
    let mut lower = false;
    let bare = header.split(['(', '[']).next().filter(|bare| !bare.trim().is_empty()).unwrap_or(header);
    for c in bare.chars() {
        if c.is_uppercase() && lower {
            spaced.push(' ');
        }
        lower = c.is_lowercase();
        spaced.push(if "_-./:*#".contains(c) { ' ' } else { c });
    }
    let folded = fold(&spaced);
    folded.trim().to_owned()
}

/// A comparable word, also without its plural ending.
fn same(header: &str, word: &str) -> bool {
    header.strip_prefix(word).is_some_and(|ending| ["", "s", "es", "n", "en"].contains(&ending))
}

/// Whether a sheet's or column's name is a name of this entity.
pub(super) fn names_entity(header: &str, entity: &str) -> bool {
    same(header, &normal(entity)) || WORDS.entity(entity).iter().any(|word| same(header, word))
}

/// Every target the header may mean, with how sure that is (from 1.5, a part of a name, to 10).
pub(super) fn targets(registry: &Registry, def: &EntityDef, header: &str) -> Vec<(Target, f32)> {
    if says_nothing(&def.id, header) {
        return Vec::new();
    }
    // "Address 1 - City": the first of several.
    let header = &header.replace(" 1 ", " ");
    let mut found = direct(registry, def, header);
    // "deal amount", "company name": the entity before its field's name.
    let own = normal(&def.id);
    for prefix in WORDS.entity(&def.id).iter().chain([&own]) {
        if let Some(rest) = header.strip_prefix(prefix.as_str()).and_then(|rest| rest.strip_prefix(' ')) {
            found
                .extend(direct(registry, def, rest).into_iter().map(|(target, score)| (target, score - 0.3)));
            if WORDS.id.iter().any(|word| word == rest) {
                found.push((Target::Key, 6.0));
            }
        }
    }
    found
}

/// The target of a column that a format names as our own files do: its keys are `uid`.
pub(super) fn told(def: &EntityDef, column: &str) -> Target {
    if column == "uid" {
        return Target::Key;
    }
    let fields = def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly);
    let heading =
        fields.flat_map(Heading::all_of).chain([Heading::Id]).find(|one| plain_heading(one) == column);
    match heading {
        Some(Heading::Id) => Target::Id,
        Some(Heading::Field(field)) => Target::Field(field.id.to_string()),
        Some(Heading::Currency(field)) => Target::Currency(field.id.to_string()),
        Some(Heading::Part(field, part)) => Target::Part(field.id.to_string(), part),
        None => Target::Ignore,
    }
}

fn direct(registry: &Registry, def: &EntityDef, header: &str) -> Vec<(Target, f32)> {
    let mut found = Vec::new();
    if header.is_empty() {
        return found;
    }
    if WORDS.own_id.iter().any(|word| word == header) {
        found.push((Target::Id, 10.0));
    }
    if WORDS.id.iter().any(|word| word == header) {
        found.push((Target::Key, 3.0));
    }
    for field in def.visible_fields().filter(|field| field.merge != MergeRule::ServerOnly) {
        let (target, own) = (Target::Field(field.id.to_string()), normal(&field.id));
        if header == own {
            found.push((target.clone(), 5.0));
        }
        let mut best = 0.0_f32;
        for (n, word) in WORDS.field(&def.id, &field.id).enumerate() {
            if same(header, word) {
                best = best.max(4.5 - n as f32 * 0.01);
            } else if best < 1.5 && word.len() >= 4 && contains(header, word) {
                best = 1.5;
            }
        }
        if best > 0.0 {
            found.push((target, best));
        }
        let rest = header.strip_prefix(own.as_str()).map(str::trim);
        match &field.kind {
            Kind::Address => found.extend(part(header, rest, &field.id)),
            Kind::Money => found.extend(currency(header, rest, &field.id)),
            _ => {}
        }
    }
    if names_entity(header, &def.id) {
        found.extend(def.title.last().map(|title| (Target::Field(title.to_string()), 4.6)));
    }
    for other in registry.entities().filter(|other| other.id != def.id) {
        if names_entity(header, &other.id) {
            let field = def.fields.iter().find(|field| field.targets().contains(&other.id));
            found.extend(field.map(|field| (Target::Field(field.id.to_string()), 3.0)));
        }
    }
    found
}

/// Whether a header has these words among its own.
fn contains(header: &str, words: &str) -> bool {
    header.match_indices(words).any(|(at, _)| {
        let (before, after) = (header.get(..at), header.get(at + words.len()..));
        before.is_none_or(|b| b.is_empty() || b.ends_with(' '))
            && after.is_none_or(|a| a.is_empty() || a.starts_with(' '))
    })
}

fn part(header: &str, rest: Option<&str>, field: &str) -> Option<(Target, f32)> {
    let header = MEANT.iter().find_map(|kind| header.strip_prefix(kind)).unwrap_or(header);
    WORDS
        .parts
        .iter()
        .find(|(_, word)| same(header, word) || rest.is_some_and(|rest| same(rest, word)))
        .map(|(part, _)| (Target::Part(field.to_owned(), *part), if rest.is_some() { 5.0 } else { 4.2 }))
}

fn currency(header: &str, rest: Option<&str>, field: &str) -> Option<(Target, f32)> {
    WORDS
        .currency
        .iter()
        .find(|word| same(header, word) || rest.is_some_and(|rest| same(rest, word)))
        .map(|_| (Target::Currency(field.to_owned()), if rest.is_some() { 6.0 } else { 3.0 }))
}
