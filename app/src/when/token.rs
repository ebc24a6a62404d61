//! A text in the parts a date is read from: numbers, words, and what separates them.

use crate::registry::fold;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// A number of any script's digits, and how many digits it had.
    Number(u32, usize),
    Word(String),
    /// `.`, `:`, `/` or `-`.
    Mark(char),
}

/// The tokens, folded; white space and commas separate.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = false;
    for c in fold(text).chars() {
        let c = ascii(c);
        match (c, tokens.last_mut()) {
            ('0'..='9', last) => {
                let digit = u32::from(c) - u32::from('0');
                match last {
                    Some(Token::Number(number, digits)) if open => {
                        *number = number.saturating_mul(10).saturating_add(digit);
                        *digits += 1;
                    }
                    _ => tokens.push(Token::Number(digit, 1)),
                }
                open = true;
                continue;
            }
            ('.' | ':' | '/' | '-' | '–', _) => tokens.push(Token::Mark(if c == '–' { '-' } else { c })),
            (',' | ';' | '(' | ')' | '\'' | '’', _) => {}
            (c, _) if c.is_whitespace() => {}
            (c, Some(Token::Word(word))) if open => {
                word.push(c);
                continue;
            }
            (c, _) => {
                tokens.push(Token::Word(c.to_string()));
                open = true;
                continue;
            }
        }
        open = false;
    }
    tokens
}

/// Devanagari digits as those the tables use.
fn ascii(c: char) -> char {
    match c {
        '\u{966}'..='\u{96f}' => char::from_digit(u32::from(c) - 0x966, 10).unwrap_or(c),
        c => c,
    }
}

impl std::fmt::Display for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Token::Number(number, digits) => write!(f, "{number:0digits$}"),
            Token::Word(word) => f.write_str(word),
            Token::Mark(c) => write!(f, "{c}"),
        }
    }
}
