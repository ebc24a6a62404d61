//! Reading a page of frames. A page is taken whole or not at all: half a page, or a frame we should
//! understand and do not, is refused before anything of it is applied.

use super::{Cursor, Frame};
use crate::change::Effect;
use crate::id::Seq;
use serde_json::Value;

const FRAMES: [&str; 7] = ["entry", "enter", "leave", "manifest", "labels", "scope", "cursor"];
const EFFECTS: [&str; 6] = ["created", "deleted", "restored", "set", "lost", "wrote"];

/// A page, and where it leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    pub frames: Vec<Frame>,
    pub cursor: Cursor,
    pub head: Seq,
}

impl Page {
    /// Reads NDJSON; `None` where it is not a whole page. Frames of a newer server are kept as they
    /// are.
    pub fn read(text: &str) -> Option<Self> {
        let mut frames = Vec::new();
        for line in text.lines().filter(|line| !line.is_empty()) {
            let frame: Frame = serde_json::from_str(line).ok()?;
            if is_broken(&frame) {
                return None;
            }
            frames.push(frame);
        }
        match frames.last() {
            Some(Frame::Cursor { cursor, head }) => {
                let (cursor, head) = (*cursor, *head);
                let cursors = frames.iter().filter(|frame| matches!(frame, Frame::Cursor { .. })).count();
                (cursors == 1).then_some(Self { frames, cursor, head })
            }
            _ => None,
        }
    }
}

/// A frame or effect by a name we know whose content we do not understand.
fn is_broken(frame: &Frame) -> bool {
    match frame {
        Frame::Opaque(value) => !value.is_object() || is_named(value, &FRAMES),
        Frame::Entry(entry) => entry.effects.iter().any(|effect| match effect {
            Effect::Opaque(value) => is_named(value, &EFFECTS),
            _ => false,
        }),
        _ => false,
    }
}

fn is_named(value: &Value, names: &[&str]) -> bool {
    match value {
        Value::Object(object) => object.keys().any(|key| names.contains(&key.as_str())),
        Value::String(name) => names.contains(&name.as_str()),
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const END: &str = r#"{"cursor":{"cursor":{"seq":4,"scope":1},"head":9}}"#;

    #[test]
    fn a_whole_page_is_read_and_what_is_newer_is_kept() {
        let read = Page::read(&format!("{{\"weather\":\"fine\"}}\n{END}\n")).unwrap();
        assert_eq!((read.cursor.seq, read.head, read.frames.len()), (4, 9, 2));
    }

    #[test]
    fn half_a_page_is_refused() {
        assert!(Page::read("").is_none());
        assert!(Page::read(r#"{"leave":"00000000-0000-4000-8000-000000000001"}"#).is_none());
        assert!(Page::read(&END.replace("}}", "}")).is_none());
        assert!(Page::read(&format!("{END}\n{END}")).is_none());
    }

    #[test]
    fn a_known_frame_that_makes_no_sense_is_refused() {
        assert!(Page::read(&format!("{{\"leave\":17}}\n{END}")).is_none());
        assert!(Page::read(&format!("{{\"entry\":{{}}}}\n{END}")).is_none());
        assert!(Page::read(&format!("\"cursor\"\n{END}")).is_none());
    }
}
