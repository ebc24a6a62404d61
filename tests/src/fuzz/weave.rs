//! Long texts that two people changed at once: nothing either of them put in is lost where they are
//! woven, and nothing is made up.

use super::draw::Draw;
use outrider_app::id::RecordId;
use outrider_app::passages::unmarked;
use outrider_app::registry::LONG_TEXT_MAX;
use outrider_app::sync::{Side, weave};
use std::collections::BTreeMap;

pub fn run(bytes: &[u8]) {
    let texts = texts(bytes);
    let [base, mine, theirs] = texts.each_ref().map(String::as_str);
    let side = |text, n: u8| Side { text, by: RecordId::from_bytes([n; 16]), at: i64::from(n) };
    let woven = |mine, theirs| weave(base, side(mine, 1), side(theirs, 2));
    if texts.iter().all(|text| text.chars().count() <= LONG_TEXT_MAX) {
        assert_eq!(woven(mine, base).as_deref(), Some(mine));
        assert_eq!(woven(base, theirs).as_deref(), Some(theirs));
        assert_eq!(woven(mine, mine).as_deref(), Some(mine));
    }
    let Some(woven) = woven(mine, theirs) else { return };
    // Passages that stand side by side are text of both, in whole lines; their marks are nobody's.
    let parted = unmarked(&woven) != woven;
    let [base, mine, theirs, woven] = [base, mine, theirs, &woven].map(|text| words(&unmarked(text)));
    for (word, count) in &woven {
        let most = of(&base, word) + of(&mine, word) + of(&theirs, word);
        assert!(*count <= most || parted && most > 0, "{word:?} was made up");
    }
    for (word, count) in mine.iter().chain(&theirs) {
        let put_in = count.saturating_sub(of(&base, word));
        assert!(of(&woven, word) >= put_in, "{word:?} was lost");
    }
}

/// Three texts: raw ones between form feeds, or one changed twice.
fn texts(bytes: &[u8]) -> [String; 3] {
    let mut draw = Draw::new(bytes);
    if draw.flag() {
        let raw = String::from_utf8_lossy(draw.rest());
        let mut parts = raw.splitn(3, '\u{c}').map(str::to_owned);
        return std::array::from_fn(|_| parts.next().unwrap_or_default());
    }
    let base: Vec<String> = (0..draw.below(20)).map(|_| draw.text()).collect();
    let changed = |draw: &mut Draw| {
        let mut parts = base.clone();
        for _ in 0..draw.below(4) {
            let at = draw.below(parts.len() + 1);
            match draw.below(3) {
                0 => parts.insert(at, draw.text()),
                1 if at < parts.len() => drop(parts.remove(at)),
                _ if at < parts.len() => parts[at] = draw.text(),
                _ => {}
            }
        }
        parts.join(" ")
    };
    let (mine, theirs) = (changed(&mut draw), changed(&mut draw));
    [base.join(" "), mine, theirs]
}

/// How often each word stands in a text.
fn words(text: &str) -> BTreeMap<String, usize> {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for word in text.split_whitespace() {
        *words.entry(word.to_owned()).or_default() += 1;
    }
    words
}

fn of(words: &BTreeMap<String, usize>, word: &str) -> usize {
    words.get(word).copied().unwrap_or(0)
}
