//! People of the team named in what is written: "@Anna Roy".
//!
//! The text keeps the words as they were written; the field `mentions` beside it keeps *who* was
//! meant, as references, so that a person who is renamed stays mentioned.

use crate::id::RecordId;
use std::collections::BTreeSet;

/// The field that holds whom a record mentions.
pub const FIELD: &str = "mentions";

/// A part of a text: plain words, or "@" and a person's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    pub text: String,
    pub who: Option<RecordId>,
}

/// The text in its parts. Of names that begin alike the longest counts, of namesakes the one that
/// stands first.
pub fn spans(text: &str, people: &[(RecordId, String)]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('@') {
        plain.push_str(before);
        // An e-mail address mentions nobody.
        let begins = plain.chars().last().is_none_or(|c| !c.is_alphanumeric());
        let named = people.iter().filter(|_| begins).filter_map(|(id, name)| {
            let left = after.strip_prefix(name.as_str()).filter(|_| !name.is_empty())?;
            left.chars().next().is_none_or(|c| !c.is_alphanumeric()).then_some((*id, name, left))
        });
        // The first of those that are longest.
        let longest = named.reduce(|best, one| if one.1.len() > best.1.len() { one } else { best });
        match longest {
            Some((id, name, left)) => {
                if !plain.is_empty() {
                    spans.push(Span { text: std::mem::take(&mut plain), who: None });
                }
                spans.push(Span { text: format!("@{name}"), who: Some(id) });
                rest = left;
            }
            None => {
                plain.push('@');
                rest = after;
            }
        }
    }
    plain.push_str(rest);
    if !plain.is_empty() {
        spans.push(Span { text: plain, who: None });
    }
    spans
}

/// Whom a text mentions. Namesakes are told apart by who was `chosen` while it was written; where
/// none of them was, nobody is meant.
pub fn named(text: &str, people: &[(RecordId, String)], chosen: &BTreeSet<RecordId>) -> BTreeSet<RecordId> {
    let alone = |name: &str| people.iter().filter(|(_, other)| other == name).count() == 1;
    let meant = people.iter().filter(|(id, name)| chosen.contains(id) || alone(name));
    let meant: Vec<(RecordId, String)> = meant.cloned().collect();
    spans(text, &meant).into_iter().filter_map(|span| span.who).collect()
}

/// The name being written at the end of a text, after its "@"; `None` where none is.
pub fn begun(text: &str) -> Option<&str> {
    let (before, name) = text.rsplit_once('@')?;
    let begins = before.chars().last().is_none_or(|c| !c.is_alphanumeric());
    // A name is at most three words of one line.
    let fits = !name.contains('\n') && name.split(' ').count() <= 3 && !name.starts_with(' ');
    (begins && fits).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> RecordId {
        RecordId::from_bytes([n; 16])
    }

    fn people() -> Vec<(RecordId, String)> {
        [(1, "Anna"), (2, "Anna Roy"), (3, "प्रिया"), (4, "Max"), (5, "Max")]
            .map(|(n, name)| (id(n), name.to_owned()))
            .into()
    }

    #[test]
    fn the_longest_name_counts_and_addresses_mention_nobody() {
        let none = BTreeSet::new();
        let table: [(&str, &[u8]); 6] = [
            ("ask @Anna Roy, please", &[2]),
            ("@Anna and (@प्रिया)", &[1, 3]),
            ("@Annabel, roy@Anna, @anna", &[]),
            ("@@Anna", &[1]),
            ("@Max", &[]),
            ("", &[]),
        ];
        for (text, wanted) in table {
            let wanted: BTreeSet<_> = wanted.iter().map(|n| id(*n)).collect();
            assert_eq!(named(text, &people(), &none), wanted, "{text}");
            let whole: String = spans(text, &people()).into_iter().map(|span| span.text).collect();
            assert_eq!(whole, text);
        }
        assert_eq!(named("@Max", &people(), &[id(5)].into()), [id(5)].into());
    }

    #[test]
    fn a_name_is_begun_by_its_sign() {
        assert_eq!(begun("ask @An"), Some("An"));
        assert_eq!(begun("ask @"), Some(""));
        assert_eq!(begun("ask @Anna Roy"), Some("Anna Roy"));
        for text in ["ask", "roy@acme", "@ x", "@Anna\nthen", "@Anna Roy is not here"] {
            assert_eq!(begun(text), None, "{text}");
        }
    }
}
