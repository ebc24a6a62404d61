//! A choice's tag out of its words in four languages.

use super::Reading;
use crate::change::Flaw;
use crate::import::hints;
use crate::import::similar::{squash, typo_of};
use crate::registry::Name;
use crate::value::Value;

/// Reads one of `tags`; a near miss is suggested.
pub(crate) fn read_choice(field: &str, tags: &[Name], text: &str) -> Reading {
    let squashed = squash(text);
    if let Some(tag) = tags.iter().find(|tag| squash(tag) == squashed) {
        return Reading::Value(Value::text(tag.as_ref()));
    }
    let words = hints::choice_words(field).filter(|(tag, _)| tags.iter().any(|known| known == tag));
    let mut near = tags.iter().find(|tag| typo_of(&squashed, &squash(tag))).map(|tag| tag.to_string());
    for (tag, word) in words {
        let word = squash(word);
        if word == squashed {
            return Reading::Value(Value::text(tag));
        }
        if near.is_none() && typo_of(&squashed, &word) {
            near = Some(tag.to_owned());
        }
    }
    Reading::Unreadable(Flaw::Choice, near.map(Value::Text))
}
