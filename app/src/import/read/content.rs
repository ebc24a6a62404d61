//! Content lines, of which address cards and calendars are made: `group.NAME;PARAM=value:text`,
//! folded over as many lines of the file as one likes.
//!
//! Read from bytes, since cards of version 2.1 name a charset line by line. No line is lost: one
//! that is none is handed out as it stands.
//!
//! Why not the crate `calcard`: it takes text in one encoding, skips lines that it does not know, draws
//! random numbers (which neither this crate may nor WebAssembly can without a compiler flag of its own),
//! and brings a second library of times and zones along.

use super::Note;
use super::encoding;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// One content line, unfolded and decoded.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// The line of the file it begins on.
    pub number: u32,
    pub group: String,
    /// In capitals; empty where the line is no content line and `value` is all of it.
    pub name: String,
    /// Names in capitals; a parameter without a name is a `TYPE`, as version 2.1 has it.
    params: Vec<(String, String)>,
    value: String,
    /// Of version 2.1, which escapes nothing but semicolons.
    old: bool,
}

impl Line {
    pub fn param(&self, name: &str) -> Option<&str> {
        self.params.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What it is of, in lower case: `home`, `work`, `pref`.
    pub fn types(&self) -> impl Iterator<Item = String> + '_ {
        let types = self.params.iter().filter(|(name, _)| name == "TYPE");
        types.flat_map(|(_, value)| value.split(',')).map(|one| one.trim().to_lowercase())
    }

    pub fn is(&self, kind: &str) -> bool {
        self.types().any(|one| one == kind)
    }

    /// Whether it holds a file's bytes.
    pub fn is_binary(&self) -> bool {
        is_base64(&self.params) || self.value.starts_with("data:")
    }

    /// As it stands in the file, escapes and all.
    pub fn raw(&self) -> &str {
        self.value.trim()
    }

    pub fn text(&self) -> String {
        self.unescaped(&self.value)
    }

    /// The texts between unescaped `divider`s.
    pub fn parts(&self, divider: char) -> Vec<String> {
        self.split(&self.value, divider).iter().map(|part| self.unescaped(part)).collect()
    }

    /// A structured value: components, each of one text or several.
    pub fn components(&self) -> Vec<Vec<String>> {
        let list = |component: &String| {
            let texts = self.split(component, ',');
            texts
                .iter()
                .map(|text| self.unescaped(text).trim().to_owned())
                .filter(|t| !t.is_empty())
                .collect()
        };
        self.split(&self.value, ';').iter().map(list).collect()
    }

    fn split(&self, text: &str, divider: char) -> Vec<String> {
        let (mut parts, mut escaped) = (vec![String::new()], false);
        for c in text.chars() {
            if c == divider && !escaped {
                parts.push(String::new());
                continue;
            }
            escaped = c == '\\' && !escaped;
            if let Some(last) = parts.last_mut() {
                last.push(c);
            }
        }
        parts
    }

    fn unescaped(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let escapes =
                |next: &char| if self.old { ";,".contains(*next) } else { ";,:\\\"nN".contains(*next) };
            match (c, chars.next_if(|next| c == '\\' && escapes(next))) {
                ('\\', Some('n' | 'N')) => out.push('\n'),
                ('\\', Some(next)) => out.push(next),
                (c, _) => out.push(c),
            }
        }
        out
    }
}

fn is_base64(params: &[(String, String)]) -> bool {
    let means = |value: &str| ["b", "base64"].contains(&value.to_lowercase().as_str());
    params.iter().any(|(name, value)| ["ENCODING", "TYPE"].contains(&name.as_str()) && means(value))
}

fn is_quoted(params: &[(String, String)]) -> bool {
    let means = |value: &str| value.eq_ignore_ascii_case("quoted-printable");
    params.iter().any(|(name, value)| ["ENCODING", "TYPE"].contains(&name.as_str()) && means(value))
}

/// The lines of a file, one after the other.
pub(super) struct Lines {
    bytes: Vec<u8>,
    at: usize,
    number: u32,
    /// What a line is in that does not say.
    encoding: &'static Encoding,
    pub notes: Vec<Note>,
    unreadable: u32,
    /// Lines are of version 2.1 from here on.
    pub old: bool,
}

impl Lines {
    pub fn of(bytes: &[u8], label: Option<&str>) -> Self {
        let mut notes = Vec::new();
        let encoding = encoding::encoding_of(bytes, label, &mut notes);
        let wide = encoding == UTF_16LE || encoding == UTF_16BE;
        let (bytes, encoding) = match wide {
            true => (encoding.decode(bytes).0.into_owned().into_bytes(), UTF_8),
            false => (bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).to_vec(), encoding),
        };
        Self { bytes, at: 0, number: 0, encoding, notes, unreadable: 0, old: false }
    }

    /// The encoding's name, and what was noted on the way.
    pub fn told(mut self) -> (String, Vec<Note>) {
        if self.unreadable > 0 {
            self.notes.push(Note::UnreadableBytes { places: self.unreadable });
        }
        (self.encoding.name().to_owned(), self.notes)
    }

    /// The next line that is not blank.
    pub fn next(&mut self) -> Option<Line> {
        loop {
            let number = self.number + 1;
            let mut line = self.physical()?.to_vec();
            if line.trim_ascii().is_empty() {
                continue;
            }
            while let Some(b' ' | b'\t') = self.bytes.get(self.at) {
                let (old, more) = (self.old, self.physical()?);
                line.extend_from_slice(if old { more } else { more.get(1..).unwrap_or_default() });
            }
            return Some(self.content(number, line));
        }
    }

    /// The next line of the file, without its end.
    fn physical(&mut self) -> Option<&[u8]> {
        let rest = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        // `\r\r\n` ends one line too: what programs make of `\r\n` that they take for text.
        let returns = rest.iter().skip(end).take_while(|byte| **byte == b'\r').count();
        let ending = if rest.get(end + returns) == Some(&b'\n') { returns + 1 } else { returns.min(1) };
        self.at += end + ending;
        self.number = self.number.saturating_add(1);
        rest.get(..end)
    }

    fn content(&mut self, number: u32, mut line: Vec<u8>) -> Line {
        let old = self.old;
        let Some((head, colon)) = head(&line).filter(|(head, _)| is_name(&head[0])) else {
            let value = self.decoded(&line, None);
            return Line { number, value, old, ..Line::default() };
        };
        let mut head = head.into_iter().map(|part| self.decoded(&part, None));
        let name = head.next().unwrap_or_default().trim().to_uppercase();
        let (group, name) = match name.rsplit_once('.') {
            Some((group, name)) => (group.to_owned(), name.to_owned()),
            None => (String::new(), name),
        };
        let params: Vec<(String, String)> = head.map(|part| param(&part)).collect();
        let from = colon + 1;
        if is_quoted(&params) {
            // A line that ends in "=" goes on, folded or not.
            while line.ends_with(b"=") && self.at < self.bytes.len() {
                line.pop();
                line.extend(self.physical().unwrap_or_default().to_vec());
            }
            let bytes = unquoted(line.get(from..).unwrap_or_default());
            let told = params.iter().find(|(name, _)| name == "CHARSET").map(|(_, charset)| charset.clone());
            let fits = std::str::from_utf8(&bytes).is_ok();
            let charset = told.unwrap_or_else(|| if fits { "utf-8" } else { WINDOWS_1252.name() }.to_owned());
            let value = self.decoded(&bytes, Some(&charset));
            return Line { number, group, name, params, value, old };
        }
        if is_base64(&params) {
            while self.goes_on_in_base64() {
                line.extend(self.physical().unwrap_or_default().to_vec());
            }
        }
        let charset = params.iter().find(|(name, _)| name == "CHARSET").map(|(_, charset)| charset.as_str());
        let value = self.decoded(line.get(from..).unwrap_or_default(), charset);
        Line { number, group, name, params, value, old }
    }

    /// Whether the next line is more of the bytes before it, unfolded as some programs write them.
    fn goes_on_in_base64(&self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let end = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
        let line = rest.get(..end).unwrap_or_default();
        !line.is_empty() && line.iter().all(|byte| byte.is_ascii_alphanumeric() || b"+/= ".contains(byte))
    }

    fn decoded(&mut self, bytes: &[u8], charset: Option<&str>) -> String {
        let told = charset.and_then(|charset| Encoding::for_label(charset.as_bytes()));
        let (text, replaced) = told.unwrap_or(self.encoding).decode_without_bom_handling(bytes);
        self.unreadable = self.unreadable.saturating_add(u32::from(replaced));
        if text.contains('\0') { text.replace('\0', "") } else { text.into_owned() }
    }
}

/// Name and parameters, and where the colon behind them stands; a quoted colon or semicolon is none.
fn head(line: &[u8]) -> Option<(Vec<Vec<u8>>, usize)> {
    let (mut parts, mut quoted) = (vec![Vec::new()], false);
    for (at, byte) in line.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            b':' if !quoted => return Some((parts, at)),
            b';' if !quoted => parts.push(Vec::new()),
            byte => parts.last_mut()?.push(*byte),
        }
    }
    None
}

fn is_name(bytes: &[u8]) -> bool {
    let bytes = bytes.trim_ascii();
    !bytes.is_empty() && bytes.iter().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
}

/// A parameter's name and value; RFC 6868's signs are what they stand for.
fn param(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or(("TYPE", text));
    let value = value.replace("^n", "\n").replace("^'", "\"").replace("^^", "^");
    (name.trim().to_uppercase(), value.trim().to_owned())
}

/// Quoted-printable bytes; what is none of it stays as it stands.
fn unquoted(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(byte) = text.get(at) {
        let pair = text.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        match pair.filter(|_| *byte == b'=').and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(*byte);
                at += 1;
            }
        }
    }
    out
}
