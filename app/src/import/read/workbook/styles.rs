//! Which styles show a number as a date, a time or a share.

use super::super::ReadError;
use super::package::{Book, Package};
use super::xml;
use quick_xml::events::Event;
use std::collections::HashMap;

/// How a number is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    #[default]
    Number,
    Date,
    /// A time of day or a length of time.
    Time,
    Percent,
}

/// By a cell's style.
pub(super) fn read(package: &mut Package, book: &Book) -> Result<Vec<Shown>, ReadError> {
    let Some(path) = &book.styles else { return Ok(Vec::new()) };
    let mut codes: HashMap<u32, Shown> = HashMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    let mut part = package.part(path)?;
    let mut buffer = Vec::new();
    let read = loop {
        match part.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => {
                let number =
                    |name: &str| xml::attribute(&tag, name).and_then(|text| text.parse::<u32>().ok());
                match tag.local_name().into_inner() {
                    "numFmt" => {
                        let code = xml::attribute(&tag, "formatCode").unwrap_or_default();
                        codes.extend(number("numFmtId").map(|id| (id, by_code(&code))));
                    }
                    "cellXfs" => of_cells = true,
                    "xf" if of_cells => {
                        let id = number("numFmtId").unwrap_or(0);
                        styles.push(codes.get(&id).copied().unwrap_or_else(|| built_in(id)));
                    }
                    _ => {}
                }
            }
            Ok(Event::End(tag)) if tag.local_name().into_inner() == "cellXfs" => of_cells = false,
            Ok(Event::Eof) => break true,
            Ok(_) => {}
            Err(_) => break false,
        }
        buffer.clear();
    };
    drop(part);
    if read { Ok(styles) } else { Err(package.refusal()) }
}

/// Formats every spreadsheet knows by number; 27 to 36 and 50 to 58 are dates in East Asia.
fn built_in(id: u32) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        14..=17 | 22 | 27..=36 | 50..=58 => Shown::Date,
        18..=21 | 45..=47 => Shown::Time,
        _ => Shown::Number,
    }
}

/// What a format's code shows: its first section, without texts, colours and languages.
pub(super) fn by_code(code: &str) -> Shown {
    let (mut letters, mut quoted, mut bracket) = (String::new(), false, None::<String>);
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '\\' | '_' | '*' => _ = chars.next(),
            '[' => bracket = Some(String::new()),
            ']' => {
                // [h], [mm]: a length of time. [Red], [$-409]: a colour, a language.
                let inside = bracket.take().unwrap_or_default().to_lowercase();
                if !inside.is_empty() && inside.chars().all(|c| "hms".contains(c)) {
                    letters.push_str(&inside);
                }
            }
            ';' => break,
            c => match &mut bracket {
                Some(inside) => inside.push(c),
                None => letters.extend(c.to_lowercase()),
            },
        }
    }
    let letters = letters.replace("general", "").replace("am/pm", "");
    if letters.contains(['y', 'd']) || letters.contains('m') && !letters.contains(['h', 's']) {
        Shown::Date
    } else if letters.contains(['h', 's']) {
        Shown::Time
    } else if letters.contains('%') {
        Shown::Percent
    } else {
        Shown::Number
    }
}
