//! E-mail addresses, phone numbers, yes and no, and lists in one cell.

use crate::change::Flaw;
use crate::import::hints;
use crate::registry::{FieldDef, Kind, fold, validate};
use crate::value::Value;

/// The address in `a@b.example` or `Ana <a@b.example>` or `mailto:a@b.example`.
pub fn read_email(text: &str) -> Option<String> {
    let inner = match text.rsplit_once('<') {
        Some((_, rest)) => rest.strip_suffix('>')?,
        None => text,
    };
    let inner = inner.trim().trim_start_matches("mailto:");
    (!inner.contains([',', ';']) && fits(Kind::Email, inner).is_ok() && !inner.is_empty())
        .then(|| inner.to_owned())
}

/// A phone number, without the `tel:` some programs write.
pub fn read_phone(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches("tel:");
    fits(Kind::Phone, text).is_ok().then(|| text.to_owned())
}

fn fits(kind: Kind, text: &str) -> Result<(), Flaw> {
    validate(&FieldDef::new("", kind), &Value::text(text))
}

pub(super) fn looks_like_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    (6..=18).contains(&digits) && read_phone(text).is_some()
}

pub(super) fn looks_like_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
        && fits(Kind::Link, text).is_ok()
}

/// Yes and no in the four languages, 1 and 0, x and nothing.
pub fn read_bool(text: &str) -> Option<bool> {
    let word = fold(text);
    hints::YES
        .contains(&word.as_str())
        .then_some(true)
        .or_else(|| hints::NO.contains(&word.as_str()).then_some(false))
}

/// The parts of a cell that holds several values: its lines where it has some, else what stands
/// between semicolons.
pub fn split_many(text: &str) -> Vec<&str> {
    let parts: Vec<&str> =
        if text.contains('\n') { text.lines().collect() } else { text.split(';').collect() };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}
