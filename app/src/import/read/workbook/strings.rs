//! The texts that cells of all sheets refer to by number.

use super::super::{MAX_CELLS, ReadError};
use super::package::{Book, Package};
use super::{turns, xml};
use quick_xml::events::Event;

/// The texts in their order. How a text is to be pronounced is no part of it.
pub(super) async fn read(package: &mut Package, book: &Book) -> Result<Vec<String>, ReadError> {
    let Some(path) = &book.strings else { return Ok(Vec::new()) };
    let mut found: Vec<String> = Vec::new();
    let (mut text, mut inside, mut spoken) = (String::new(), false, false);
    let mut part = package.part(path)?;
    let mut buffer = Vec::new();
    let read = loop {
        match part.read_event_into(&mut buffer) {
            Ok(Event::Start(tag)) => match tag.local_name().into_inner() {
                "t" => inside = !spoken,
                "rPh" => spoken = true,
                _ => {}
            },
            Ok(Event::Empty(tag)) if tag.local_name().into_inner() == "si" => found.push(String::new()),
            Ok(Event::End(tag)) => match tag.local_name().into_inner() {
                "t" => inside = false,
                "rPh" => spoken = false,
                "si" => {
                    found.push(xml::unescaped(std::mem::take(&mut text)));
                    if found.len().is_multiple_of(turns::ROWS * 10) {
                        turns::pause().await;
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) => break true,
            Ok(event) if inside => xml::push(&mut text, &event),
            Ok(_) => {}
            Err(_) => break false,
        }
        if found.len() > MAX_CELLS / 4 {
            let (rows, max) = (found.len() as u64, MAX_CELLS as u64 / 4);
            return Err(ReadError::TooManyCells { rows, columns: 1, max });
        }
        buffer.clear();
    };
    drop(part);
    if read { Ok(found) } else { Err(package.refusal()) }
}
