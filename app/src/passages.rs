//! Long text in which several people's words for one place stand side by side, until somebody
//! settles it. It is plain text, whole lines of it, in a form of no language:
//!
//! ```text
//! ⟦≠ 0190b6a4-9c1e-7c3a-8f00-000000000001 2026-03-03T09:12:00Z⟧
//! Open on Tuesday.
//! ⟦≠ 0190b6a4-9c1e-7c3a-8f00-000000000002 2026-03-03T09:40:00Z⟧
//! Open on Friday.
//! ⟦=⟧
//! ```
//!
//! A line names who wrote the passage under it and when; at least two passages stand in a place. The
//! screen says it in the reader's words. What is not exactly of this form is text like any other, so
//! nothing a person types is ever lost to it.

use crate::id::{Millis, RecordId};

const BEGINS: &str = "⟦≠ ";
const ENDS: &str = "⟦=⟧";

/// What one person wrote in such a place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    pub at: Millis,
    pub by: RecordId,
    /// None where that person took the lines out.
    pub lines: Vec<String>,
}

/// A run of lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Plain(Vec<String>),
    /// Two passages or more.
    Several(Vec<Passage>),
}

/// What a person who settles a place keeps of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// The passage of this number.
    One(usize),
    All,
}

/// May it hold several passages? Quick, and true for some texts that hold none.
pub fn may_be_marked(text: &str) -> bool {
    text.contains(BEGINS)
}

/// The text in its pieces; [`join`] of them is the text again, to the letter.
pub fn pieces(text: &str) -> Vec<Piece> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut pieces = Vec::new();
    let mut plain: Vec<String> = Vec::new();
    let mut rest = lines.as_slice();
    while let [line, more @ ..] = rest {
        if let Some((passages, after)) = several(rest) {
            if !plain.is_empty() {
                pieces.push(Piece::Plain(std::mem::take(&mut plain)));
            }
            pieces.push(Piece::Several(passages));
            rest = after;
        } else {
            plain.push((*line).to_owned());
            rest = more;
        }
    }
    if !plain.is_empty() {
        pieces.push(Piece::Plain(plain));
    }
    pieces
}

pub fn join<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> String {
    pieces.into_iter().flat_map(lines_of).collect::<Vec<_>>().join("\n")
}

/// The lines of a piece as they stand in the text.
pub fn lines_of(piece: &Piece) -> Vec<String> {
    match piece {
        Piece::Plain(lines) => lines.clone(),
        Piece::Several(passages) => {
            let marked = |passage: &Passage| {
                let mut lines = vec![mark(passage)];
                lines.extend(passage.lines.iter().cloned());
                lines
            };
            let mut lines: Vec<String> = passages.iter().flat_map(marked).collect();
            lines.push(ENDS.to_owned());
            lines
        }
    }
}

/// The text with the place of this number (among those with several passages) settled.
pub fn settle(text: &str, place: usize, keep: Keep) -> String {
    let mut pieces = pieces(text);
    let several = pieces.iter_mut().filter(|piece| matches!(piece, Piece::Several(_)));
    if let Some(piece) = several.into_iter().nth(place)
        && let Piece::Several(passages) = piece
    {
        let kept = passages.iter().enumerate().filter(|(at, _)| match keep {
            Keep::One(one) => *at == one,
            Keep::All => true,
        });
        *piece = Piece::Plain(kept.flat_map(|(_, passage)| passage.lines.clone()).collect());
    }
    join(&pieces)
}

/// The text with all passages kept and no marks: what an editor begins with.
pub fn unmarked(text: &str) -> String {
    let plain = |piece: Piece| match piece {
        Piece::Plain(lines) => lines,
        Piece::Several(passages) => passages.into_iter().flat_map(|passage| passage.lines).collect(),
    };
    pieces(text).into_iter().flat_map(plain).collect::<Vec<_>>().join("\n")
}

/// The passages of a text, all places together.
pub fn passages(text: &str) -> Vec<Passage> {
    if !may_be_marked(text) {
        return Vec::new();
    }
    let several = pieces(text).into_iter().filter_map(|piece| match piece {
        Piece::Several(passages) => Some(passages),
        Piece::Plain(_) => None,
    });
    several.flatten().collect()
}

/// Lines with places in them, as the versions they stand for: the first takes the first passage of
/// each place, and so on, so that every passage is in one of them. Lines without are one version,
/// written by `by` at `at`.
pub fn versions(lines: &[String], by: RecordId, at: Millis) -> Vec<Passage> {
    let pieces = pieces(&lines.join("\n"));
    let counts = pieces.iter().filter_map(|piece| match piece {
        Piece::Several(passages) => Some(passages.len()),
        Piece::Plain(_) => None,
    });
    let Some(count) = counts.max() else { return vec![Passage { at, by, lines: lines.to_vec() }] };
    let version = |n: usize| {
        let mut version = Passage { at, by, lines: Vec::new() };
        let mut named = false;
        for piece in &pieces {
            match piece {
                Piece::Plain(lines) => version.lines.extend(lines.iter().cloned()),
                Piece::Several(passages) => {
                    let Some(passage) = passages.get(n).or(passages.last()) else { continue };
                    version.lines.extend(passage.lines.iter().cloned());
                    if !std::mem::replace(&mut named, true) {
                        (version.at, version.by) = (passage.at, passage.by);
                    }
                }
            }
        }
        version
    };
    (0..count).map(version).collect()
}

fn mark(passage: &Passage) -> String {
    let at = jiff::Timestamp::from_millisecond(passage.at).unwrap_or_default();
    format!("{BEGINS}{} {at}⟧", passage.by)
}

fn read_mark(line: &str) -> Option<(RecordId, Millis)> {
    let (by, at) = line.strip_prefix(BEGINS)?.strip_suffix('⟧')?.split_once(' ')?;
    Some((RecordId::parse(by)?, at.parse::<jiff::Timestamp>().ok()?.as_millisecond()))
}

/// The place that begins with the first of these lines, and the lines after it.
fn several<'a>(lines: &'a [&'a str]) -> Option<(Vec<Passage>, &'a [&'a str])> {
    let mut passages: Vec<Passage> = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match (read_mark(line), passages.last_mut()) {
            (Some((by, at)), _) => passages.push(Passage { at, by, lines: Vec::new() }),
            (None, None) => return None,
            (None, Some(_)) if *line == ENDS => {
                // What reads back otherwise than it was written is text like any other.
                let written = lines_of(&Piece::Several(passages.clone()));
                let same = lines.iter().take(at + 1).eq(written.iter());
                return (passages.len() > 1 && same).then(|| (passages, lines.get(at + 1..).unwrap_or(&[])));
            }
            (None, Some(passage)) => passage.lines.push((*line).to_owned()),
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passage(n: u8, lines: &[&str]) -> Passage {
        let lines = lines.iter().map(ToString::to_string).collect();
        Passage { at: i64::from(n) * 60_000, by: RecordId::from_bytes([n; 16]), lines }
    }

    fn place() -> Piece {
        Piece::Several(vec![passage(1, &["on Tuesday", ""]), passage(2, &[])])
    }

    #[test]
    fn what_was_joined_reads_back_and_any_text_comes_back_to_the_letter() {
        let all = vec![
            Piece::Plain(vec!["Open".into()]),
            place(),
            Piece::Plain(vec!["".into(), "gate 4".into()]),
            place(),
        ];
        assert_eq!(pieces(&join(&all)), all);
        let odd = [
            "",
            "\n",
            "⟦≠ x⟧\na\n⟦=⟧",
            "⟦=⟧",
            "⟦≠ 01010101-0101-0101-0101-010101010101 1970-01-01T00:01:00Z⟧\nalone\n⟦=⟧",
            "⟦≠ 01010101-0101-0101-0101-010101010101 1970-01-01T00:01:00Z⟧\nno end",
        ];
        for text in odd {
            assert_eq!(join(&pieces(text)), text);
            assert!(passages(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_place_is_settled_by_one_of_them_or_all() {
        let text = join(&[Piece::Plain(vec!["Open".into()]), place(), place()]);
        let once = settle(&text, 1, Keep::One(0));
        assert_eq!(once, join(&[Piece::Plain(vec!["Open".into()]), place()]) + "\non Tuesday\n");
        assert_eq!(settle(&once, 0, Keep::One(1)), "Open\non Tuesday\n");
        assert_eq!(settle(&settle(&text, 0, Keep::All), 0, Keep::All), "Open\non Tuesday\n\non Tuesday\n");
        assert_eq!(settle(&text, 7, Keep::All), text);
    }

    #[test]
    fn every_passage_is_in_one_of_the_versions() {
        let three = Piece::Several(vec![passage(1, &["a"]), passage(2, &["b"]), passage(3, &["c"])]);
        let lines: Vec<String> = [place(), three].iter().flat_map(lines_of).collect();
        let versions = versions(&lines, RecordId::default(), 0);
        let lines: Vec<_> = versions.iter().map(|version| version.lines.join("|")).collect();
        assert_eq!(lines, ["on Tuesday||a", "b", "c"]);
        assert_eq!(versions.iter().map(|version| version.at).collect::<Vec<_>>(), [60_000, 120_000, 120_000]);
    }
}
