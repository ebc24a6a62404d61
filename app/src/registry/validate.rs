//! Whether a value fits its field, and the folded form in which unique values are compared.

use super::{FieldDef, Kind};
use crate::change::Flaw;
use crate::value::Value;
use unicode_normalization::UnicodeNormalization;

/// The longest text, in characters.
pub const TEXT_MAX: usize = 1_000;
/// The longest long text, in characters.
pub const LONG_TEXT_MAX: usize = 100_000;
/// The most elements of a set, and the bytes of all of them.
pub const SET_MAX: usize = 1_000;
const SET_BYTES: usize = 64 * 1024;

/// Checks a whole value (for sets: every element). [`Value::None`] always fits: emptiness is
/// what `required` asks about, and forms gate that.
pub fn validate(field: &FieldDef, value: &Value) -> Result<(), Flaw> {
    match value {
        Value::None => Ok(()),
        Value::Set(set) if field.many => {
            if set.len() > SET_MAX || set.iter().map(String::len).sum::<usize>() > SET_BYTES {
                return Err(Flaw::TooLong);
            }
            set.iter().try_for_each(|item| element(&field.kind, item))
        }
        _ if field.many => Err(Flaw::Kind),
        value => single(&field.kind, value),
    }
}

/// Checks one element of a set, in its text form.
fn element(kind: &Kind, item: &str) -> Result<(), Flaw> {
    match kind {
        Kind::Ref(_) => crate::id::RecordId::parse(item).map(|_| ()).ok_or(Flaw::Kind),
        kind => single(kind, &Value::text(item)),
    }
}

fn single(kind: &Kind, value: &Value) -> Result<(), Flaw> {
    match (kind, value) {
        (Kind::LongText, Value::Text(text)) => length(text, LONG_TEXT_MAX),
        (Kind::Text, Value::Text(text)) => length(text, TEXT_MAX),
        (Kind::Choice(tags), Value::Text(text)) => {
            if text.is_empty() || tags.iter().any(|tag| tag == text) {
                Ok(())
            } else {
                Err(Flaw::Choice)
            }
        }
        (Kind::Email, Value::Text(text)) => {
            length(text, 254).and(if is_email(text) { Ok(()) } else { Err(Flaw::Email) })
        }
        (Kind::Phone, Value::Text(text)) => {
            length(text, 60).and(if is_phone(text) { Ok(()) } else { Err(Flaw::Phone) })
        }
        (Kind::Link, Value::Text(text)) => {
            length(text, 2_000).and(if is_link(text) { Ok(()) } else { Err(Flaw::Link) })
        }
        (Kind::Number, Value::Number(_)) | (Kind::Money, Value::Money(_)) | (Kind::Bool, Value::Bool(_)) => {
            Ok(())
        }
        (Kind::Date, Value::Date(date)) => in_range((1800..=2200).contains(&date.year())),
        // 1800 to 2200, in milliseconds.
        (Kind::DateTime, Value::Time(time)) => {
            in_range((-5_364_662_400_000..=7_258_118_400_000).contains(time))
        }
        (Kind::Address, Value::Address(address)) => {
            address.parts().iter().try_for_each(|part| length(part, 300))
        }
        (Kind::Ref(_), Value::Ref(_)) => Ok(()),
        _ => Err(Flaw::Kind),
    }
}

fn length(text: &str, max: usize) -> Result<(), Flaw> {
    if text.len() <= max || text.chars().count() <= max { Ok(()) } else { Err(Flaw::TooLong) }
}

fn in_range(fits: bool) -> Result<(), Flaw> {
    if fits { Ok(()) } else { Err(Flaw::Range) }
}

/// Something@somewhere, without spaces: what mail servers take varies too much for more.
fn is_email(text: &str) -> bool {
    text.is_empty()
        || text.split_once('@').is_some_and(|(local, host)| {
            !local.is_empty()
                && !host.is_empty()
                && !host.contains('@')
                && !text.chars().any(char::is_whitespace)
        })
}

/// At least three digits in any script, and no letters but an extension's.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    text.is_empty()
        || (digits >= 3 && text.chars().all(|c| c.is_numeric() || " +-()./#*,;extEXT".contains(c)))
}

/// A web address, with or without its scheme. `javascript:` and its like never pass.
fn is_link(text: &str) -> bool {
    let lower = text.to_lowercase();
    let rest = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")).unwrap_or(&lower);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let port_ok = host.split_once(':').is_none_or(|(_, port)| port.chars().all(|c| c.is_ascii_digit()));
    text.is_empty() || (host.contains('.') && port_ok && !text.chars().any(char::is_whitespace))
}

/// A text as it is compared: lower case, accents and doubled spaces gone.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut space = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if c.is_whitespace() {
            space = !folded.is_empty();
        } else if !is_latin_mark(c) {
            if std::mem::take(&mut space) {
                folded.push(' ');
            }
            folded.push(c);
        }
    }
    folded
}

/// The marks that NFKD takes off Latin, Greek and Cyrillic letters. Marks of other scripts are
/// letters in their own right (Devanagari vowels) and stay.
fn is_latin_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// The form in which a unique field's values are compared; `None` where it is empty.
pub fn unique_key(value: &Value) -> Option<String> {
    let key = match value {
        Value::Text(text) => fold(text),
        Value::Number(number) => number.normalize().to_string(),
        _ => return None,
    };
    (!key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_takes_accents_and_case_but_keeps_devanagari_vowels() {
        assert_eq!(fold("  Müller   & Søn Ünal "), "muller & søn unal");
        assert_eq!(fold("प्रिया"), fold("प्रिया"));
        assert_ne!(fold("प्रिया"), fold("परय"));
    }

    #[test]
    fn links_that_run_code_are_refused() {
        let link = FieldDef::new("website", Kind::Link);
        for bad in ["javascript:alert(1)", "data:text/html,x.y", "a b.com", "localhost"] {
            assert_eq!(validate(&link, &Value::text(bad)), Err(Flaw::Link), "{bad}");
        }
        for good in ["acme.example", "https://acme.example/a?b#c", "acme.example:8080/x"] {
            assert_eq!(validate(&link, &Value::text(good)), Ok(()), "{good}");
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused_for_every_kind() {
        let date = FieldDef::new("on", Kind::Date);
        assert_eq!(validate(&date, &Value::text("soon")), Err(Flaw::Kind));
        let tags = FieldDef::new("tags", super::super::to(&["tag"])).many();
        assert_eq!(validate(&tags, &Value::Set(["x".to_owned()].into())), Err(Flaw::Kind));
        assert_eq!(validate(&tags, &Value::text("x")), Err(Flaw::Kind));
    }
}
