//! What the import knows beyond the registry: words. Other names of entities and fields in four
//! languages, months, yes and no, common industries and countries, and the few conventions of how
//! files name things. An entity without a line here is imported all the same, by its field ids.

mod choices;
mod dictionary;
mod headers;
mod rules;
mod words;

pub(crate) use choices::{NO, YES, choice_words, outcome_of, stage_rank};
pub use dictionary::dictionary_of;
pub(crate) use dictionary::is_country;
pub(crate) use headers::{MEANT, WORDS, says_nothing};
pub(crate) use rules::{
    CARRIED, COMPOSED, EXCLUDED, MORE, creates_missing, expected, identity, initial, matched_by_name,
};
pub(crate) use words::{is_weekday, month_of};
