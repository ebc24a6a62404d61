//! What was typed, as parts that must all be found.

use super::token;

/// At most so many parts count.
const PARTS: usize = 8;

/// A part of what was typed: its words must all be found, or its digits in a phone number.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Part {
    pub words: Vec<Vec<u8>>,
    /// Digits as typed, without the zeros before them; at least three.
    pub digits: Option<Vec<u8>>,
}

/// Splits what was typed. Pieces of a phone number that stand side by side are one part.
pub(super) fn parts(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut phone: Option<Part> = None;
    for piece in text.split_whitespace() {
        let mut words = Vec::new();
        let mut keep = |word: &[u8]| words.push(word.to_vec());
        match piece.rsplit_once('@') {
            Some((local, host)) => {
                token::words(local, &mut keep);
                if !host.is_empty() {
                    token::at_host(host, &mut keep);
                }
            }
            None => token::words(piece, &mut keep),
        }
        if is_phone_like(piece) {
            let part = phone.get_or_insert_default();
            part.words.append(&mut words);
            token::digits(piece, part.digits.get_or_insert_default());
            continue;
        }
        parts.extend(phone.take());
        parts.extend(words.into_iter().map(|word| Part { words: vec![word], digits: None }));
    }
    parts.extend(phone);
    for part in &mut parts {
        if let Some(digits) = part.digits.take() {
            let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
            let digits: Vec<u8> = digits.into_iter().skip(zeros).collect();
            part.digits = (digits.len() >= 3).then_some(digits);
        }
    }
    parts.retain(|part| !part.words.is_empty() || part.digits.is_some());
    parts.truncate(PARTS);
    parts
}

fn is_phone_like(piece: &str) -> bool {
    piece.chars().any(|c| token::digit_of(c).is_some())
        && piece.chars().all(|c| token::digit_of(c).is_some() || "+-()./".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_becomes_parts() {
        let told = |text: &str| -> Vec<(Vec<String>, Option<String>)> {
            let text_of = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
            let parts = parts(text).into_iter();
            parts
                .map(|part| (part.words.into_iter().map(text_of).collect(), part.digits.map(text_of)))
                .collect()
        };
        let word = |word: &str| (vec![word.to_owned()], None);
        assert_eq!(told(" Anna  Müller "), [word("anna"), word("muller")]);
        assert_eq!(told("@acme"), [word("@acme")]);
        assert_eq!(told("jane@Acme.c"), [word("jane"), word("@acme.c")]);
        let number = ["49", "0", "30", "12"].map(str::to_owned).to_vec();
        assert_eq!(told("+49 (0)30-12"), [(number, Some("493012".to_owned()))]);
        assert_eq!(told("0049 30"), [(["0049", "30"].map(str::to_owned).to_vec(), Some("4930".to_owned()))]);
        assert_eq!(told("+ - @"), []);
    }
}
