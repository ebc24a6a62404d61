//! Words within a few edits (a letter changed, left out, put in, or two swapped) of what was
//! typed: the ordered words are walked as if they were a tree, and a branch that cannot come near
//! enough is left at once.

use super::tier::Tier;

/// What was typed, at most this many characters; longer words are not searched with typos.
pub(super) const LONGEST: usize = 24;
/// Beyond any distance that counts.
const FAR: u8 = 100;

/// One row of the table of distances: from the typed word's beginnings to a beginning of a word.
type Distances = [u8; LONGEST + 1];

/// Tells the place of each word of a tier whose distance is 1 to `most`, with the distance; where
/// `unfinished`, also words that only begin so (then the distance is `most + 1`).
pub(super) fn near(tier: &Tier, typed: &[char], most: u8, unfinished: bool, mut tell: impl FnMut(usize, u8)) {
    if typed.len() > LONGEST {
        return;
    }
    let mut path: Vec<Step> = Vec::new();
    let first: Distances = std::array::from_fn(|at| if at <= typed.len() { at as u8 } else { FAR });
    // The first so many bytes of the words here lead nowhere.
    let mut dead: Option<usize> = None;
    for at in 0..tier.len() {
        let shared = tier.shared(at);
        if dead.is_some_and(|dead| shared >= dead) {
            continue;
        }
        dead = None;
        let word = tier.word(at);
        while path.last().is_some_and(|step| step.end > shared) {
            path.pop();
        }
        let mut end = path.last().map_or(0, |step| step.end);
        // A shared beginning may end within a character: then it is taken anew.
        let rest =
            word.split_at_checked(end).and_then(|(_, rest)| str::from_utf8(rest).ok()).unwrap_or_default();
        for c in rest.chars() {
            end += c.len_utf8();
            let step = Step::after(&path, &first, typed, c, end);
            let hopeless = step.least > most;
            path.push(step);
            if hopeless {
                dead = Some(end);
                break;
            }
        }
        let begins = || path.iter().any(|step| step.distances[typed.len()] <= most);
        match path.last().map(|step| step.distances[typed.len()]) {
            Some(distance) if dead.is_none() && (1..=most).contains(&distance) => tell(at, distance),
            Some(distance) if distance > 0 && unfinished && begins() => {
                tell(at, most + 1);
                // Every word that goes on from here begins so too.
            }
            _ => {}
        }
        if unfinished && dead.is_some() && begins() {
            dead = None;
        }
    }
}

/// A character of the word being walked.
struct Step {
    c: char,
    /// The bytes of the word up to here.
    end: usize,
    distances: Distances,
    least: u8,
}

impl Step {
    fn after(path: &[Step], first: &Distances, typed: &[char], c: char, end: usize) -> Self {
        let before = path.last().map_or(first, |step| &step.distances);
        let mut now = [FAR; LONGEST + 1];
        now[0] = before[0] + 1;
        let mut least = now[0];
        for (at, letter) in typed.iter().enumerate() {
            let change = before[at] + u8::from(*letter != c);
            let mut best = change.min(before[at + 1] + 1).min(now[at] + 1);
            // Two neighbours swapped.
            if at > 0
                && let Some(last) = path.last()
                && last.c == *letter
                && typed[at - 1] == c
            {
                let earlier = path.len().checked_sub(2).map_or(first, |two| &path[two].distances);
                best = best.min(earlier[at - 1] + 1);
            }
            now[at + 1] = best.min(FAR);
            least = least.min(best);
        }
        Self { c, end, distances: now, least }
    }
}
