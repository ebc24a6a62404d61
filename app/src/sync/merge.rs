//! What stands where two people wrote a long text at once.
//!
//! 1. Their texts are woven together word by word over the text both began with.
//! 2. Where both only added lines in one place, both additions stand, the earlier first.
//! 3. Where both changed the same words, the lines around them stand once as each has them, every
//!    version under its author and time ([`crate::passages`]), the earlier first. All else on those
//!    lines is woven into either. A place that was not settled yet is one thing in later merges: it
//!    grows by a version, and never stands within another.
//!
//! So no word that either wrote is lost, whoever arrives first. `None` where the texts are too large
//! to compare, or what would stand too long for a text: then the later writer's text stands, and the
//! other goes to the history.

use crate::id::{Millis, RecordId};
use crate::passages::{Piece, lines_of, pieces, versions};
use crate::registry::LONG_TEXT_MAX;

/// Words and lines that are compared at most. Comparing takes the square of them: beyond it, whole
/// lines are woven, and beyond that the later writer's text stands.
const PARTS: usize = 12_000;

/// One of two texts that grew from one.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    pub text: &'a str,
    pub by: RecordId,
    pub at: Millis,
}

/// Weaves two texts that grew from one, by the rules above.
pub fn weave(base: &str, one: Side, two: Side) -> Option<String> {
    let fits = |text: String| (text.chars().count() <= LONG_TEXT_MAX).then_some(text);
    if one.text == two.text || base == two.text {
        return fits(one.text.to_owned());
    }
    if base == one.text {
        return fits(two.text.to_owned());
    }
    let (one, two) = if (one.at, one.by) <= (two.at, two.by) { (one, two) } else { (two, one) };
    let texts = [base, one.text, two.text];
    let few = |texts: &[String; 3]| texts.iter().map(|text| text.lines().count()).sum::<usize>() <= PARTS;
    let by_words = texts.map(|text| as_rows(text, words));
    let rows = if few(&by_words) { by_words } else { texts.map(|text| as_rows(text, whole_lines)) };
    if !few(&rows) {
        return None;
    }
    let [base, mine, theirs] = rows.each_ref().map(String::as_str);
    fits(match diffy::merge(base, mine, theirs) {
        Ok(woven) => from_rows(&woven),
        Err(parted) => stand(&parted, one, two),
    })
}

/// One part a row: the row merge then works on them. A row begins with a dot, which tells it from
/// the merge's own marks; a place with several passages is one part.
fn as_rows(text: &str, parts: fn(&str) -> Vec<String>) -> String {
    let mut rows = String::with_capacity(text.len() * 2);
    let pieces = pieces(text);
    for (at, piece) in pieces.iter().enumerate() {
        let mut text = lines_of(piece).join("\n");
        let parts = match piece {
            Piece::Plain(_) => {
                // The line breaks at its sides are the plain text's.
                if at > 0 {
                    text.insert(0, '\n');
                }
                if at + 1 < pieces.len() {
                    text.push('\n');
                }
                parts(&text)
            }
            Piece::Several(_) if matches!(pieces.get(at + 1), Some(Piece::Several(_))) => {
                vec![text, "\n".to_owned()]
            }
            Piece::Several(_) => vec![text],
        };
        for part in parts {
            rows.push('.');
            rows.push_str(&part.replace('\\', "\\\\").replace('\n', "\\n"));
            rows.push('\n');
        }
    }
    rows
}

/// Words and runs of white space; a line break begins a run.
fn words(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut space = None;
    for c in text.chars() {
        match parts.last_mut() {
            Some(part) if space == Some(c.is_whitespace()) && c != '\n' => part.push(c),
            _ => parts.push(c.to_string()),
        }
        space = Some(c.is_whitespace());
    }
    parts
}

fn whole_lines(text: &str) -> Vec<String> {
    text.split_inclusive('\n').map(ToOwned::to_owned).collect()
}

fn from_rows(rows: &str) -> String {
    rows.split('\n').map(from_row).collect()
}

fn from_row(row: &str) -> String {
    let mut text = String::with_capacity(row.len());
    let mut chars = row.chars().skip(1);
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.push(if chars.next() == Some('n') { '\n' } else { '\\' }),
            c => text.push(c),
        }
    }
    text
}

/// Lines in which the sides may differ: as both began, as each has them.
#[derive(Default)]
struct Lines {
    texts: [String; 3],
    parted: bool,
}

/// Which of the texts the rows at hand belong to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reads {
    All,
    One,
    Base,
    Two,
}

/// The text of a merge that parted: lines both agree on, and those where they do not.
fn stand(parted: &str, one: Side, two: Side) -> String {
    let mut done: Vec<String> = Vec::new();
    let mut lines = Lines::default();
    let mut place: [String; 3] = Default::default();
    let mut reads = Reads::All;
    for row in parted.split('\n') {
        let agreed = match row.chars().next() {
            Some('<') => {
                reads = Reads::One;
                continue;
            }
            Some('|') => {
                reads = Reads::Base;
                continue;
            }
            Some('=') => {
                reads = Reads::Two;
                continue;
            }
            Some('>') => {
                reads = Reads::All;
                let [base, mine, theirs] = std::mem::take(&mut place);
                match beside(&base, &mine, &theirs) {
                    Some(agreed) => agreed,
                    None => {
                        lines.part([base, mine, theirs]);
                        continue;
                    }
                }
            }
            _ => match (from_row(row), &mut place) {
                (text, _) if reads == Reads::All => text,
                (text, [base, mine, theirs]) => {
                    match reads {
                        Reads::Base => base,
                        Reads::One => mine,
                        _ => theirs,
                    }
                    .push_str(&text);
                    continue;
                }
            },
        };
        for c in agreed.chars() {
            if c == '\n' {
                done.extend(std::mem::take(&mut lines).settle(one, two));
            } else {
                lines.texts.iter_mut().for_each(|text| text.push(c));
            }
        }
    }
    done.extend(lines.settle(one, two));
    done.join("\n")
}

/// One changed the words, the other only wrote lines before or after them: both.
fn beside(base: &str, mine: &str, theirs: &str) -> Option<String> {
    [(mine, theirs), (theirs, mine)].into_iter().filter(|_| !base.is_empty()).find_map(|(words, lines)| {
        let after = lines.strip_prefix(base).filter(|after| after.starts_with('\n'));
        let before = lines.strip_suffix(base).filter(|before| before.ends_with('\n'));
        after.map(|after| format!("{words}{after}")).or(before.map(|before| format!("{before}{words}")))
    })
}

impl Lines {
    fn part(&mut self, place: [String; 3]) {
        self.texts.iter_mut().zip(place).for_each(|(text, part)| text.push_str(&part));
        self.parted = true;
    }

    fn settle(self, one: Side, two: Side) -> Vec<String> {
        let [base, mine, theirs] = self.texts.map(|text| whole(&text));
        if !self.parted || mine == theirs {
            return mine;
        }
        let (first, last) = shared(&mine, &theirs);
        let middle = |text: &[String]| -> Vec<String> {
            text.iter().take(text.len() - last).skip(first).cloned().collect()
        };
        let (my_part, their_part) = (middle(&mine), middle(&theirs));
        let mut lines: Vec<String> = mine.iter().take(first).cloned().collect();
        if only_added(&base, &mine, first, last) && !my_part.is_empty() && !their_part.is_empty() {
            lines.extend(my_part.into_iter().chain(their_part));
        } else {
            let mut all = versions(&my_part, one.by, one.at);
            for version in versions(&their_part, two.by, two.at) {
                if !all.iter().any(|known| known.lines == version.lines) {
                    all.push(version);
                }
            }
            all.sort();
            lines.extend(match all.as_slice() {
                [only] => only.lines.clone(),
                _ => lines_of(&Piece::Several(all)),
            });
        }
        lines.extend(mine.iter().skip(mine.len() - last).cloned());
        lines
    }
}

/// The lines of a text; a place with several passages is as one.
fn whole(text: &str) -> Vec<String> {
    let lines = |piece: &Piece| match piece {
        Piece::Plain(lines) => lines.clone(),
        Piece::Several(_) => vec![lines_of(piece).join("\n")],
    };
    pieces(text).iter().flat_map(lines).collect()
}

/// Do all lines of `base` stand among the first and last that both sides share? An empty text is
/// no line.
fn only_added(base: &[String], mine: &[String], first: usize, last: usize) -> bool {
    let base = if base == [""] { &[] } else { base };
    let begin = base.iter().zip(mine).take(first).take_while(|(base, mine)| base == mine).count();
    let end = base.len() - begin;
    end <= last && base.iter().rev().zip(mine.iter().rev()).take(end).all(|(base, mine)| base == mine)
}

/// How many lines two texts share at their beginning, and of the rest at their end.
fn shared(one: &[String], two: &[String]) -> (usize, usize) {
    let first = one.iter().zip(two).take_while(|(one, two)| one == two).count();
    let rest = one.len().min(two.len()) - first;
    let last = one.iter().rev().zip(two.iter().rev()).take(rest).take_while(|(one, two)| one == two).count();
    (first, last)
}

#[cfg(test)]
mod tests;
