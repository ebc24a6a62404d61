//! Texts as words: folded, split where no letter, digit or mark stands, at most [`WORD`] bytes.
//! Chinese and Japanese are written without spaces: there each character is a word.

use super::super::fold::{MARKS, latin};
use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkd_quick};

/// The longest word kept, in bytes; longer ones are cut.
pub(super) const WORD: usize = 48;

/// A word being gathered.
struct Word {
    bytes: [u8; WORD],
    len: usize,
    /// It was too long: what follows of it is not kept.
    cut: bool,
}

impl Word {
    fn new() -> Self {
        Self { bytes: [0; WORD], len: 0, cut: false }
    }

    fn push(&mut self, c: char) {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        match self.bytes.get_mut(self.len..self.len + bytes.len()) {
            Some(free) if !self.cut => {
                free.copy_from_slice(bytes);
                self.len += bytes.len();
            }
            _ => self.cut = true,
        }
    }

    /// Takes a decomposed, lower-case character: into the word, or as its end.
    fn take(&mut self, c: char, emit: &mut impl FnMut(&[u8])) {
        match c {
            'a'..='z' | '0'..='9' => self.push(c),
            // What NFKD takes off Latin, Greek and Cyrillic letters; and the joiners.
            MARKS..='\u{36f}' | '\u{200c}' | '\u{200d}' => {}
            'ß' => ['s', 's'].into_iter().for_each(|c| self.push(c)),
            'æ' => ['a', 'e'].into_iter().for_each(|c| self.push(c)),
            'œ' => ['o', 'e'].into_iter().for_each(|c| self.push(c)),
            'þ' => ['t', 'h'].into_iter().for_each(|c| self.push(c)),
            'ø' => self.push('o'),
            'ł' => self.push('l'),
            'đ' | 'ð' => self.push('d'),
            'ı' => self.push('i'),
            _ if is_written_alone(c) => {
                self.end(emit);
                self.push(c);
                self.end(emit);
            }
            _ if let Some(digit) = digit_of(c) => self.push((b'0' + digit) as char),
            _ if c.is_alphanumeric() || is_combining_mark(c) => self.push(c),
            _ => self.end(emit),
        }
    }

    fn end(&mut self, emit: &mut impl FnMut(&[u8])) {
        if self.len > 0 {
            emit(self.bytes.get(..self.len).unwrap_or_default());
        }
        (self.len, self.cut) = (0, false);
    }
}

/// Tells each word of a text.
pub(crate) fn words(text: &str, emit: &mut impl FnMut(&[u8])) {
    let mut word = Word::new();
    if text.is_ascii() {
        for byte in text.bytes() {
            if byte.is_ascii_alphanumeric() {
                if word.len < WORD {
                    word.bytes[word.len] = byte.to_ascii_lowercase();
                    word.len += 1;
                }
            } else if word.len > 0 {
                word.end(emit);
            }
        }
        return word.end(emit);
    }
    if text.chars().all(|c| c < MARKS) {
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                word.push(c.to_ascii_lowercase());
            } else if c.is_ascii() {
                word.end(emit);
            } else {
                latin(c).chars().for_each(|c| word.take(c, emit));
            }
        }
    } else if is_nfkd_quick(text.chars()) == IsNormalized::Yes {
        text.chars().flat_map(char::to_lowercase).for_each(|c| word.take(c, emit));
    } else {
        text.nfkd().flat_map(char::to_lowercase).for_each(|c| word.take(c, emit));
    }
    word.end(emit);
}

fn is_written_alone(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The zeros of the scripts whose ten digits follow each other.
const ZEROS: [char; 16] = [
    '0', '\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{a66}', '\u{ae6}', '\u{b66}', '\u{be6}', '\u{c66}',
    '\u{ce6}', '\u{d66}', '\u{e50}', '\u{ed0}', '\u{f20}', '\u{ff10}',
];

/// A decimal digit in any of the common scripts, as 0 to 9.
pub(super) fn digit_of(c: char) -> Option<u8> {
    if c.is_ascii() {
        return c.is_ascii_digit().then(|| c as u8 - b'0');
    }
    let distance = |zero: &char| (c as u32).checked_sub(*zero as u32).filter(|distance| *distance < 10);
    ZEROS.iter().find_map(distance).map(|distance| distance as u8)
}

/// The digits of a phone number as typed, `0` to `9` in ASCII. A `(0)`, which is dialled only from
/// within the country, is left out.
pub(crate) fn digits(text: &str, out: &mut Vec<u8>) {
    for part in text.split("(0)") {
        out.extend(part.chars().filter_map(digit_of).map(|digit| b'0' + digit));
    }
}

/// Tells the words of an e-mail address, and its host from each of its parts on behind an `@`
/// (`@mail.acme.com`, `@acme.com`).
pub(super) fn email(text: &str, emit: &mut impl FnMut(&[u8])) {
    words(text, emit);
    let Some((_, host)) = text.rsplit_once('@') else { return };
    let mut host = host.trim();
    while host.contains('.') {
        at_host(host, emit);
        host = host.split_once('.').map_or("", |(_, rest)| rest);
    }
}

/// Tells a host (or the beginning of one) as one word behind an `@`.
pub(super) fn at_host(host: &str, emit: &mut impl FnMut(&[u8])) {
    let mut word = Word::new();
    word.push('@');
    if host.is_ascii() {
        let seen = host.chars().filter(|c| !c.is_whitespace());
        seen.for_each(|c| word.push(c.to_ascii_lowercase()));
    } else {
        host.nfkd().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace()).for_each(|c| word.push(c));
    }
    word.end(emit);
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut found = Vec::new();
        words(text, &mut |word| found.push(String::from_utf8(word.to_vec()).unwrap()));
        found
    }

    #[test]
    fn texts_of_many_scripts_become_words() {
        assert_eq!(all("Müller-Lüdenscheidt, Straße 12"), ["muller", "ludenscheidt", "strasse", "12"]);
        assert_eq!(all("Søren Łukasz"), ["soren", "lukasz"]);
        assert_eq!(all("प्रिया शर्मा १२३"), ["प्रिया", "शर्मा", "123"]);
        assert_eq!(all("東京 IBM"), ["東", "京", "ibm"]);
        assert_eq!(all("  "), [""; 0]);
    }

    #[test]
    fn a_word_too_long_is_cut_at_a_character() {
        let long = "ä".repeat(10) + &"प्रि".repeat(40);
        let cut = all(&long);
        assert_eq!(cut.len(), 1);
        assert!(cut[0].len() <= WORD && cut[0].starts_with("aaaaaaaaaaप्रि"));
        assert_eq!(all(&"x".repeat(100)), ["x".repeat(WORD)]);
    }

    #[test]
    fn an_email_is_found_by_its_host() {
        let mut found = Vec::new();
        email("Jane.Doe@mail.Acme.com", &mut |word| found.push(String::from_utf8(word.to_vec()).unwrap()));
        assert_eq!(found, ["jane", "doe", "mail", "acme", "com", "@mail.acme.com", "@acme.com"]);
    }
}
