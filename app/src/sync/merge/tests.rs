#![allow(clippy::unwrap_used)]

use super::*;
use crate::passages::{Passage, passages};

fn side(text: &str, n: u8) -> Side<'_> {
    Side { text, by: RecordId::from_bytes([n; 16]), at: i64::from(n) * 60_000 }
}

/// Whichever side arrives first, the same stands.
fn woven(base: &str, mine: &str, theirs: &str) -> String {
    let one = weave(base, side(mine, 1), side(theirs, 2)).unwrap();
    assert_eq!(weave(base, side(theirs, 2), side(mine, 1)).unwrap(), one);
    one
}

fn said(text: &str) -> Vec<(u8, String)> {
    let words = |passage: Passage| ((passage.at / 60_000) as u8, passage.lines.join("|"));
    passages(text).into_iter().map(words).collect()
}

#[test]
fn edits_of_different_words_are_woven() {
    let base = "Calls back on Monday. Wants a quote.\nBudget open.";
    let mine = "Calls back on Tuesday. Wants a quote.\nBudget open.";
    let theirs = "Calls back on Monday. Wants a quote for 20 seats.\nBudget 40k.";
    assert_eq!(woven(base, mine, theirs), "Calls back on Tuesday. Wants a quote for 20 seats.\nBudget 40k.");
    assert_eq!(woven("due Monday", "due Friday", "due Friday"), "due Friday");
}

#[test]
fn of_the_same_words_both_stand_under_their_authors_and_all_else_is_woven() {
    let base = "Key at the desk.\nOpen on Monday. Gate 4.\nAsk for Roy.";
    let mine = "Key at the desk.\nOpen on Tuesday. Gate 4.\nAsk for Roy.";
    let theirs = "Key at the door.\nOpen on Friday. Gate 5.\nAsk for Roy.";
    let text = woven(base, mine, theirs);
    assert!(text.starts_with("Key at the door.\n⟦≠ "), "{text}");
    assert!(text.ends_with("⟦=⟧\nAsk for Roy."), "{text}");
    let tuesday = (1, "Open on Tuesday. Gate 5.".to_owned());
    assert_eq!(said(&text), [tuesday, (2, "Open on Friday. Gate 5.".to_owned())]);
}

#[test]
fn lines_that_both_added_in_one_place_follow_each_other() {
    assert_eq!(woven("Open.", "Open.\nmine", "Open.\ntheirs"), "Open.\nmine\ntheirs");
    assert_eq!(woven("Open.", "mine\nOpen.", "theirs\nOpen."), "mine\ntheirs\nOpen.");
    assert_eq!(woven("", "mine", "theirs\nmore"), "mine\ntheirs\nmore");
    assert_eq!(woven("a\nb", "a\nsame\nmine\nb", "a\nsame\ntheirs\nb"), "a\nsame\nmine\ntheirs\nb");
}

#[test]
fn a_line_written_beside_changed_words_stands_with_them() {
    assert_eq!(woven("Open Monday.", "Open Tuesday.", "Open Monday.\nAsk Roy."), "Open Tuesday.\nAsk Roy.");
    assert_eq!(woven("Monday.", "Tuesday.", "Ask Roy.\nMonday."), "Ask Roy.\nTuesday.");
}

#[test]
fn what_one_took_out_and_the_other_changed_stands_as_both_had_it() {
    let text = woven("a\nOpen on Monday.\nb", "a\nb", "a\nOpen on Friday.\nb");
    assert_eq!(said(&text), [(1, String::new()), (2, "Open on Friday.".to_owned())]);
}

#[test]
fn a_place_that_is_not_settled_grows_by_a_third_version_and_takes_none_twice() {
    let (base, mine, theirs) = ("Open on Monday.", "Open on Tuesday.", "Open on Friday.");
    let marked = woven(base, mine, theirs);
    assert_eq!(weave(base, side(mine, 1), side(&marked, 2)).unwrap(), marked);
    let all = weave(base, side("Open on Sunday.", 3), side(&marked, 2)).unwrap();
    let days = ["Tuesday", "Friday", "Sunday"].map(|day| format!("Open on {day}."));
    assert_eq!(said(&all), [1, 2, 3].into_iter().zip(days).collect::<Vec<_>>());
    assert_eq!(all.matches("⟦=⟧").count(), 1);
}

#[test]
fn settled_in_two_ways_at_once_both_stand_again() {
    let marked = woven("Open on Monday.", "Open on Tuesday.", "Open on Friday.");
    let settled = |n| crate::passages::settle(&marked, 0, crate::passages::Keep::One(n));
    let text = woven(&marked, &settled(0), &settled(1));
    assert_eq!(said(&text).len(), 2);
    assert_eq!(woven(&marked, &settled(0), &settled(0)), "Open on Tuesday.");
    // Work elsewhere in the text does not disturb it.
    let elsewhere = format!("{marked}\nAsk for Roy.");
    assert_eq!(woven(&marked, &settled(0), &elsewhere), "Open on Tuesday.\nAsk for Roy.");
}

#[test]
fn no_word_that_either_wrote_is_lost() {
    let mut draw = fastrand::Rng::with_seed(7);
    for case in 0..4_000 {
        let words =
            ["on", "Monday", "gate", "\n", "\n\n", "=======", "<<<<<<< a", "\\n", "⟦=⟧", "प्रिया", "."];
        let base: Vec<String> =
            (0..draw.usize(0..14)).map(|_| words[draw.usize(0..words.len())].to_owned()).collect();
        let mut edit = |name: &str| {
            let (mut text, mut own) = (base.clone(), Vec::new());
            for n in 0..draw.usize(1..4) {
                let word = format!("{name}{n}");
                let at = draw.usize(0..=text.len());
                let replaced = if at < text.len() && draw.bool() { at..at + 1 } else { at..at };
                // What one's own later edit replaces was never handed in.
                own.retain(|word| !text[replaced.clone()].contains(word));
                text.splice(replaced, [word.clone()]);
                own.push(word);
            }
            (text.join(" "), own)
        };
        let ((mine, my_words), (theirs, their_words)) = (edit("mine"), edit("theirs"));
        let text = woven(&base.join(" "), &mine, &theirs);
        for word in my_words.iter().chain(&their_words) {
            assert!(text.contains(word), "case {case}: {word} of {mine:?} and {theirs:?} is not in {text:?}");
        }
        // Again, as a device does that retries: nothing more comes of it.
        for side in [side(&mine, 1), side(&theirs, 2)] {
            let again = weave(&base.join(" "), side, Side { text: &text, ..self::side("", 2) }).unwrap();
            for word in my_words.iter().chain(&their_words) {
                assert!(again.contains(word), "case {case}: {word} went on a retry");
            }
        }
    }
}

#[test]
fn what_would_be_too_long_is_not_woven() {
    let long = |word: &str| format!("{word} {}", "x".repeat(LONG_TEXT_MAX - 20));
    assert_eq!(weave("", side(&long("mine"), 1), side(&long("theirs"), 2)), None);
}

#[test]
fn odd_characters_come_through() {
    let base = "a\\n b\n\n c";
    assert_eq!(woven(base, "a\\n b\n\n c d", "x a\\n b\n\n c"), "x a\\n b\n\n c d");
    let odd = " \\\n\r\n\t x ";
    assert_eq!(from_rows(&as_rows(odd, words)), odd);
    assert_eq!(from_rows(&as_rows(odd, whole_lines)), odd);
}
