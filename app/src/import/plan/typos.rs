//! Values of a repeating column that are likely misspelt: near a correct word, or near a value that
//! is more frequent.

use super::job::{Col, Job, cell};
use crate::import::hints::dictionary_of;
use crate::import::mapping::Target;
use crate::import::read::Row;
use crate::import::similar::{squash, typo_of};
use std::collections::{BTreeMap, HashMap};

/// A column with more different values than this holds no categories.
const DISTINCT_MAX: usize = 300;

/// How often each value of a column stands in it; `None` once they are too many.
#[derive(Debug, Default)]
pub(super) struct Counts(HashMap<usize, Option<BTreeMap<String, usize>>>);

impl Counts {
    pub fn count(&mut self, job: &Job, row: &Row) {
        for col in job.categories() {
            let text = cell(row, col.at);
            let Some(values) = self.0.entry(col.at).or_insert_with(|| Some(BTreeMap::new())) else {
                continue;
            };
            if let Some(count) = values.get_mut(text) {
                *count += 1;
            } else if !text.is_empty() && text.len() <= 100 {
                values.insert(text.to_owned(), 1);
            }
            if values.len() > DISTINCT_MAX {
                self.0.insert(col.at, None);
            }
        }
    }

    /// For each column the values that are likely typos, with what was likely meant.
    pub fn typos(&self, job: &Job) -> HashMap<usize, HashMap<String, String>> {
        let values = |col: &Col| self.0.get(&col.at).and_then(Option::as_ref);
        job.categories()
            .filter_map(|col| Some((col.at, typos_of(values(col)?, dictionary(col)))))
            .filter(|(_, typos)| !typos.is_empty())
            .collect()
    }
}

fn dictionary(col: &Col) -> &'static [&'static str] {
    let field = col.field.as_ref().map_or("", |field| field.id.as_ref());
    match col.target {
        Target::Part(_, 4) => dictionary_of(field, Some("country")),
        Target::Part(..) => &[],
        _ => dictionary_of(field, None),
    }
}

fn typos_of(values: &BTreeMap<String, usize>, dictionary: &[&str]) -> HashMap<String, String> {
    let words: Vec<(&str, String)> = dictionary.iter().map(|word| (*word, squash(word))).collect();
    let forms: Vec<(&String, usize, String)> =
        values.iter().map(|(value, count)| (value, *count, squash(value))).collect();
    let mut typos = HashMap::new();
    for (value, count, form) in &forms {
        let correct = words.iter().any(|(_, word)| word == form);
        let meant = if correct {
            // Spelt right: only another way of writing the same counts.
            frequent(&forms, value, *count, |other| other == form)
        } else {
            let near =
                words.iter().find(|(_, word)| typo_of(form, word)).map(|(word, _)| in_case_of(value, word));
            near.or_else(|| frequent(&forms, value, *count, |other| typo_of(form, other)))
        };
        if let Some(meant) = meant.filter(|meant| meant != *value) {
            typos.insert((*value).clone(), meant);
        }
    }
    typos
}

/// The most frequent other value that passes; the same letters need to be more frequent, others
/// twice as frequent.
fn frequent(
    forms: &[(&String, usize, String)],
    value: &String,
    count: usize,
    like: impl Fn(&str) -> bool,
) -> Option<String> {
    let form = squash(value);
    forms
        .iter()
        .filter(|(other, more, other_form)| {
            *other != value
                && if *other_form == form {
                    (*more, value.as_str()) > (count, other.as_str())
                } else {
                    *more > 2 * count && like(other_form)
                }
        })
        .max_by_key(|(_, more, _)| *more)
        .map(|(other, _, _)| (*other).clone())
}

/// A dictionary's word with a capital where the value has one.
fn in_case_of(value: &str, word: &str) -> String {
    let mut letters = word.chars();
    match (value.chars().next(), letters.next()) {
        (Some(first), Some(letter)) if first.is_uppercase() => letter.to_uppercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}
