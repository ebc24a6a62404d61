//! Formula injection: a text a spreadsheet would take for a formula is written with an apostrophe
//! before it, by which spreadsheets show it as text.

use std::borrow::Cow;

/// What a formula can begin with, full-width signs included.
pub const DANGEROUS: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Whether a spreadsheet would calculate it, spaces and apostrophes before it aside. White space alone
/// is no formula, and the import would be left with the apostrophe.
fn calculates(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\'']);
    text.starts_with(DANGEROUS) && !text.trim().is_empty()
}

/// Puts the apostrophe before a text that needs it.
pub(crate) fn guard(text: &str) -> Cow<'_, str> {
    if calculates(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Takes it off again.
pub(crate) fn unguard(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if calculates(rest) => rest,
        _ => text,
    }
}

/// A text of another format as a cell from which [`unguard`] takes nothing away; `None` where it
/// stays as it is.
pub(crate) fn shielded(text: &str) -> Option<String> {
    (unguard(text) != text).then(|| format!("'{text}"))
}
