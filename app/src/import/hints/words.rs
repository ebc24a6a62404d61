//! Months and weekdays in four languages.

use crate::registry::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

const MONTHS: [&[&str]; 12] = [
    &["jan", "january", "januar", "janner", "janeiro", "जनवरी", "जन"],
    &["feb", "february", "februar", "fev", "fevereiro", "फरवरी", "फ़रवरी"],
    &["mar", "march", "marz", "mrz", "marco", "मार्च"],
    &["apr", "april", "abr", "abril", "अप्रैल"],
    &["may", "mai", "maio", "मई"],
    &["jun", "june", "juni", "junho", "जून"],
    &["jul", "july", "juli", "julho", "जुलाई"],
    &["aug", "august", "ago", "agosto", "अगस्त"],
    &["sep", "sept", "september", "set", "setembro", "सितंबर", "सितम्बर"],
    &["oct", "october", "okt", "oktober", "out", "outubro", "अक्टूबर", "अक्तूबर"],
    &["nov", "november", "novembro", "नवंबर", "नवम्बर"],
    &["dec", "december", "dez", "dezember", "dezembro", "दिसंबर", "दिसम्बर"],
];

static FOLDED: LazyLock<HashMap<String, i32>> = LazyLock::new(|| {
    let named = (1..).zip(MONTHS);
    named.flat_map(|(month, names)| names.iter().map(move |name| (fold(name), month))).collect()
});

/// The month (1 to 12) a word names.
pub(crate) fn month_of(word: &str) -> Option<i32> {
    // No month's name is longer, and most words that are asked about are.
    if word.chars().count() > 12 { None } else { FOLDED.get(&fold(word)).copied() }
}

const WEEKDAYS: &[&str] = &[
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "montag",
    "dienstag",
    "mittwoch",
    "donnerstag",
    "freitag",
    "samstag",
    "sonntag",
    "seg",
    "ter",
    "qua",
    "qui",
    "sex",
    "sab",
    "dom",
];

/// Whether a lower-case word is a weekday, which a date may carry along.
pub(crate) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.contains(&word)
}
