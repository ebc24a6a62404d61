//! Which encoding bytes are in: what the byte order mark says, else UTF-8 where it fits, else
//! UTF-16 by its zeros, else what `chardetng` makes of them.

use super::Note;
use crate::export::FileFormat;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How many bytes the detection looks at.
const LOOK: usize = 1 << 20;

pub(super) struct Decoded {
    pub text: String,
    pub encoding: String,
    pub notes: Vec<Note>,
}

/// What a file is that is no text, by its first bytes.
pub(super) fn binary_kind(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 7] = [
        (b"PK\x03\x04", "xlsx"),
        (b"\xd0\xcf\x11\xe0", "xls"),
        (b"%PDF", "pdf"),
        (b"\x1f\x8b", "gz"),
        (b"\x89PNG", "png"),
        (b"\xff\xd8\xff", "jpg"),
        (b"SQLite format 3", "sqlite"),
    ];
    KINDS.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

/// What a text is by the line it begins with, in whatever encoding.
pub(super) fn begins(bytes: &[u8]) -> Option<FileFormat> {
    let head: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).take(200).collect();
    let head = head.strip_prefix(b"\xef\xbb\xbf").or(head.strip_prefix(b"\xff\xfe")).unwrap_or(&head);
    let head = head.strip_prefix(b"\xfe\xff").unwrap_or(head).trim_ascii_start();
    let line: Vec<u8> = head
        .iter()
        .copied()
        .take_while(|byte| !b"\r\n".contains(byte))
        .filter(|byte| *byte != b' ')
        .collect();
    match line.to_ascii_uppercase().as_slice() {
        b"BEGIN:VCARD" => Some(FileFormat::Vcard),
        b"BEGIN:VCALENDAR" => Some(FileFormat::Icalendar),
        _ => None,
    }
}

/// The encoding bytes are in; `label` overrides the detection. A guess is noted.
pub(super) fn encoding_of(bytes: &[u8], label: Option<&str>, notes: &mut Vec<Note>) -> &'static Encoding {
    let told = label.and_then(|label| Encoding::for_label(label.as_bytes()));
    told.or_else(|| Encoding::for_bom(bytes).map(|(encoding, _)| encoding)).unwrap_or_else(|| {
        let guess = guess(bytes);
        if guess != UTF_8 {
            notes.push(Note::EncodingGuessed { encoding: guess.name().to_owned() });
        }
        guess
    })
}

/// Decodes bytes; `label` overrides the detection.
pub(super) fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    let mut notes = Vec::new();
    let encoding = encoding_of(bytes, label, &mut notes);
    let (text, encoding, replaced) = encoding.decode(bytes);
    if replaced {
        let places = text.chars().filter(|c| *c == '\u{fffd}').count();
        notes.push(Note::UnreadableBytes { places: places.try_into().unwrap_or(u32::MAX) });
    }
    let nul = text.bytes().filter(|byte| *byte == 0).count();
    let text = if nul > 0 {
        notes.push(Note::NulBytesRemoved { count: nul.try_into().unwrap_or(u32::MAX) });
        text.replace('\0', "")
    } else {
        text.into_owned()
    };
    Decoded { text, encoding: encoding.name().to_owned(), notes }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    if let Some(utf16) = utf16_by_zeros(bytes) {
        return utf16;
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => UTF_8,
        // A handful of broken bytes in an otherwise long UTF-8 text is a damaged UTF-8 file.
        Err(_) if mostly_utf8(bytes) => UTF_8,
        Err(_) => {
            let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Allow);
            let look = bytes.get(..LOOK).unwrap_or(bytes);
            detector.feed(look, look.len() == bytes.len());
            detector.guess(None, chardetng::Utf8Detection::Allow)
        }
    }
}

/// True where at least ten well-formed multi-byte characters stand against each broken place.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    good >= broken * 10
}

/// Latin text in UTF-16 without a mark: every second byte is mostly zero.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let look = bytes.get(..4096).unwrap_or(bytes);
    let half = look.len() / 2;
    if half < 4 {
        return None;
    }
    let zeros = |odd: usize| look.iter().skip(odd).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if odd * 10 >= half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if even * 10 >= half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}
