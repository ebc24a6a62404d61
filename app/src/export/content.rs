//! Content lines of cards and calendars, and the properties of our own among them.

/// What our own properties begin with.
const OWN: &str = "X-OUTRIDER-";
/// The longest line, in bytes; a longer one is folded.
const WIDTH: usize = 75;

/// The column a property of ours holds.
pub(crate) fn own_column(property: &str) -> Option<String> {
    let rest = property.strip_prefix(OWN).filter(|rest| !rest.is_empty())?;
    Some(if rest == "ID" { "outrider_id".to_owned() } else { rest.to_lowercase().replace('-', "_") })
}

/// The property a column goes to.
pub(super) fn own_property(column: &str) -> String {
    let name = column.strip_prefix("outrider_").unwrap_or(column);
    format!("{OWN}{}", name.to_uppercase().replace('_', "-"))
}

/// Writes a line whose value is written already.
pub(super) fn raw(out: &mut String, name: &str, value: &str) {
    let mut width = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if width + c.len_utf8() > WIDTH {
            out.push_str("\r\n ");
            width = 1;
        }
        out.push(c);
        width += c.len_utf8();
    }
    out.push_str("\r\n");
}

/// Writes a text.
pub(super) fn text(out: &mut String, name: &str, value: &str) {
    raw(out, name, &escaped(value));
}

pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\r' => out.push_str("\\n"),
            '\\' | ',' | ';' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
