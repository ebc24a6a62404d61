//! What the parts' XML has in common.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::io::BufRead;

pub(super) type Xml<R> = Reader<R>;

pub(super) fn reader<R: BufRead>(from: R) -> Xml<R> {
    let mut reader = Reader::from_reader(from);
    reader.config_mut().check_end_names = false;
    reader
}

/// An attribute by its name, whatever its prefix is.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|one| one.key.local_name().into_inner() == name)?;
    Some(found.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// Adds what an event says in text.
pub(super) fn push(text: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(said) => text.push_str(said),
        Event::CData(said) => text.push_str(said),
        Event::GeneralRef(reference) => match reference.resolve_char_ref() {
            Ok(Some(c)) => text.push(c),
            _ => text.push_str(quick_xml::escape::resolve_predefined_entity(reference).unwrap_or_default()),
        },
        _ => {}
    }
}

/// A text in which spreadsheets write what XML cannot hold as `_x000D_`.
pub(super) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let coded = after.get(..5).filter(|code| code.ends_with('_'));
        let char = coded.and_then(|code| char::from_u32(u32::from_str_radix(code.get(..4)?, 16).ok()?));
        match char {
            Some(c) => {
                out.push(c);
                rest = after.get(5..).unwrap_or_default();
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
