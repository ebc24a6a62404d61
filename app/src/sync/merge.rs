//! What stands where two people wrote at once: texts woven together word by word.

/// Words and lines that are compared at most. Comparing takes the square of them: beyond it, whole
/// lines are woven, and beyond that the later writer's text stands.
const PARTS: usize = 12_000;

/// Weaves two texts that grew from one. `None` where both changed the same words.
pub fn weave(base: &str, mine: &str, theirs: &str) -> Option<String> {
    if mine == theirs || base == theirs {
        return Some(mine.to_owned());
    }
    if base == mine {
        return Some(theirs.to_owned());
    }
    let texts = [base, mine, theirs];
    let words = texts.map(as_lines);
    let few = |texts: [&str; 3]| texts.iter().map(|text| text.lines().count()).sum::<usize>() <= PARTS;
    let [base_words, my_words, their_words] = words.each_ref().map(String::as_str);
    if few([base_words, my_words, their_words]) {
        diffy::merge(base_words, my_words, their_words).ok().map(|woven| from_lines(&woven))
    } else if few(texts) {
        diffy::merge(base, mine, theirs).ok()
    } else {
        None
    }
}

/// One word, or one run of white space, a line: the line merge then works on words.
fn as_lines(text: &str) -> String {
    let mut lines = String::with_capacity(text.len() * 2);
    let mut space = None;
    for c in text.chars() {
        if space.is_some_and(|space: bool| space != c.is_whitespace() || c == '\n') {
            lines.push('\n');
        }
        space = Some(c.is_whitespace());
        match c {
            '\\' => lines.push_str("\\\\"),
            '\n' => lines.push_str("\\n"),
            c => lines.push(c),
        }
    }
    lines.push('\n');
    lines
}

fn from_lines(lines: &str) -> String {
    let mut text = String::with_capacity(lines.len());
    let mut chars = lines.chars().filter(|c| *c != '\n');
    while let Some(c) = chars.next() {
        match c {
            '\\' => text.push(if chars.next() == Some('n') { '\n' } else { '\\' }),
            c => text.push(c),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_of_different_words_are_woven() {
        let base = "Calls back on Monday. Wants a quote.\nBudget open.";
        let mine = "Calls back on Tuesday. Wants a quote.\nBudget open.";
        let theirs = "Calls back on Monday. Wants a quote for 20 seats.\nBudget 40k.";
        let woven = weave(base, mine, theirs).unwrap();
        assert_eq!(woven, "Calls back on Tuesday. Wants a quote for 20 seats.\nBudget 40k.");
    }

    #[test]
    fn edits_of_the_same_word_are_not() {
        assert_eq!(weave("due Monday", "due Tuesday", "due Friday"), None);
        assert_eq!(weave("due Monday", "due Friday", "due Friday").as_deref(), Some("due Friday"));
    }

    #[test]
    fn odd_characters_come_through() {
        let base = "a\\n b\n\n c";
        assert_eq!(weave(base, "a\\n b\n\n c d", "x a\\n b\n\n c").as_deref(), Some("x a\\n b\n\n c d"));
        assert_eq!(from_lines(&as_lines(" \\\\n\r\n\t x ")), " \\\\n\r\n\t x ");
    }
}
