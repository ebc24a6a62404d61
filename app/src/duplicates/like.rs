//! What one record is like: one that is shown, or one that is being typed and has no id yet.

use super::compare::{LIKELY, Likeness, Why, compare};
use super::facts::{Facts, Plan};
use super::normal::Phone;
use crate::book::Book;
use crate::id::RecordId;
use crate::record::Record;
use crate::registry::{DISTINCT_FROM, EntityDef};
use std::collections::BTreeSet;

/// While one types little is known, and less is enough to mention a record.
const MENTIONED: u8 = 30;
/// So many hits of each search are compared.
const LOOKED_AT: usize = 25;

/// A record that this one is like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    pub id: RecordId,
    pub score: u8,
    pub why: Vec<Why>,
}

/// The records a record is likely one with, the surest first. A draft has the nil id. Found through the
/// search index, which takes about a millisecond; nothing for entities that are not looked through.
pub fn like(book: &mut Book, def: &EntityDef, record: &Record, most: usize) -> Vec<Like> {
    if !def.doubles {
        return Vec::new();
    }
    let plan = Plan::of(book.registry(), def);
    let facts = Facts::of(&plan, record, |id| book.resolve(id));
    let mut asked: Vec<String> = Vec::new();
    if facts.words.concat().chars().count() > 2 {
        asked.push(facts.words.join(" "));
    }
    // One of both may leave out what stands between.
    if let (true, [first, _, .., last]) = (plan.person, facts.words.as_slice()) {
        asked.push(format!("{first} {last}"));
    }
    asked.extend(facts.emails.iter().cloned());
    asked.extend(facts.phones.iter().map(|phone| Phone::key(phone).to_owned()));
    let own = book.aliases(book.resolve(record.id));
    let mut seen: BTreeSet<RecordId> = own.into_iter().collect();
    let least = if record.id.is_nil() { MENTIONED } else { LIKELY };
    let mut found = Vec::new();
    for text in asked {
        for hit in book.search(&text, Some(&[def.id.as_ref()]), LOOKED_AT) {
            if !seen.insert(hit.id) {
                continue;
            }
            let Some(other) = book.get(hit.id) else { continue };
            let others = Facts::of(&plan, &other, |id| book.resolve(id));
            let Likeness { score, why } = compare(&plan, &facts, &others);
            if score >= least && !are_apart(book, record.id, hit.id) {
                found.push(Like { id: hit.id, score, why });
            }
        }
    }
    found.sort_by_key(|like| (std::cmp::Reverse(like.score), like.id));
    found.truncate(most);
    found
}

/// Did a person say of these, or of what was merged into them, that they are not the same?
pub fn are_apart(book: &Book, one: RecordId, other: RecordId) -> bool {
    let names = |one: RecordId, other: RecordId| {
        book.aliases(one).into_iter().filter_map(|id| book.get(id)).any(|record| {
            record.value(DISTINCT_FROM).refs().into_iter().any(|apart| book.resolve(apart) == other)
        })
    };
    names(one, other) || names(other, one)
}
