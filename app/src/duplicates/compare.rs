//! How likely two records are one, and why.
//!
//! What agrees adds to the score, what contradicts takes from it. The weights were set by looking at
//! pairs, not learnt: one name in one company is nearly sure, one name in two companies is not; an
//! address for one person says more than a switchboard's number.

use super::facts::{Facts, Plan};
use super::normal::{Phone, is_shared};
use crate::import::similar::typo_of;

/// From here on a pair is nearly sure.
pub const SURE: u8 = 85;
/// From here on a pair is shown.
pub const LIKELY: u8 = 55;

/// What agrees between two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    Email,
    Phone,
    Name,
    /// Spelt alike, shortened, or with a word more.
    NameAlike,
    Link,
    /// They belong to one company.
    Belongs,
    Town,
    Born,
}

impl Why {
    /// The tag its words are found by.
    pub fn tag(self) -> &'static str {
        match self {
            Why::Email => "email",
            Why::Phone => "phone",
            Why::Name => "name",
            Why::NameAlike => "name-alike",
            Why::Link => "link",
            Why::Belongs => "belongs",
            Why::Town => "town",
            Why::Born => "born",
        }
    }
}

/// How likely two records are one (0 to 99), and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    pub score: u8,
    pub why: Vec<Why>,
}

pub(super) fn compare(plan: &Plan, a: &Facts, b: &Facts) -> Likeness {
    let mut score: i32 = 0;
    let mut why = Vec::new();
    let mut says = |reason: Why, weight: i32| {
        why.push(reason);
        score += weight;
    };
    let person = plan.person;
    let names = names(person, a, b);
    match names {
        Names::Same => says(Why::Name, if person { 60 } else { 70 }),
        Names::Alike => says(Why::NameAlike, if person { 35 } else { 50 }),
        Names::Differ | Names::Missing => {}
    }
    let email = a.emails.iter().find(|email| b.emails.contains(email));
    if let Some(email) = email {
        says(Why::Email, if is_shared(email) && person { 25 } else { 60 });
    }
    let phone = a.phones.iter().any(|phone| b.phones.iter().any(|other| other.same(phone)));
    if phone {
        says(Why::Phone, 40);
    }
    let link = a.hosts.iter().any(|host| b.hosts.contains(host));
    if link {
        says(Why::Link, 45);
    }
    let against = |there: bool, weight: i32| if there { -weight } else { 0 };
    let mut minus = against(names == Names::Differ, 35);
    // Two addresses, or two numbers, are a little against it where nothing else reaches both.
    let apart = |some: bool, others: bool| some && others && email.is_none() && !phone && !link;
    minus += against(apart(!a.emails.is_empty(), !b.emails.is_empty()), 10);
    minus += against(apart(!a.hosts.is_empty(), !b.hosts.is_empty()), 15);
    match (a.belongs, b.belongs) {
        (Some(one), Some(other)) if one == other => says(Why::Belongs, 30),
        (Some(_), Some(_)) => minus += against(true, 30),
        _ => {}
    }
    match (a.town.as_str(), b.town.as_str()) {
        ("", _) | (_, "") => {}
        (one, other) if one == other => says(Why::Town, 10),
        // Firms have branches; people move.
        _ => minus += against(true, if person { 5 } else { 25 }),
    }
    match (a.born, b.born) {
        (Some(one), Some(other)) if one == other => says(Why::Born, 25),
        (Some(_), Some(_)) => minus += against(true, 40),
        _ => {}
    }
    Likeness { score: (score + minus).clamp(0, 99) as u8, why }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    Same,
    Alike,
    Differ,
    Missing,
}

fn names(person: bool, a: &Facts, b: &Facts) -> Names {
    if a.words.is_empty() || b.words.is_empty() {
        return Names::Missing;
    }
    if a.name() == b.name() {
        return Names::Same;
    }
    let plain = (a.words.concat(), b.words.concat());
    let alike = typo_of(&plain.0, &plain.1)
        || typo_of(&a.name(), &b.name())
        || person && (shortened(&a.words, &b.words) || within(&a.words, &b.words));
    if alike { Names::Alike } else { Names::Differ }
}

/// Word for word the same but for initials: `J Smith` and `John Smith`.
fn shortened(a: &[String], b: &[String]) -> bool {
    let initial = |one: &str, other: &str| one.chars().count() == 1 && other.starts_with(one);
    let matches =
        |(one, other): (&String, &String)| one == other || initial(one, other) || initial(other, one);
    a.len() == b.len() && a.len() > 1 && a.iter().zip(b).any(|(a, b)| a == b) && a.iter().zip(b).all(matches)
}

/// All words of the shorter name, two at least, stand in the longer one: `Anna Maria Meier`.
fn within(a: &[String], b: &[String]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() > 1 && short.iter().all(|word| long.contains(word))
}

/// The keys under which the records are found that are worth comparing: what is likely one shares a key.
///
/// Names with a letter or two wrong share one half, as long as it is the other that is wrong. For persons, of
/// whom many are called alike, a half counts together with the company or the town.
pub(super) fn keys(plan: &Plan, facts: &Facts, mut tell: impl FnMut(&[&str])) {
    for email in &facts.emails {
        tell(&["e", email]);
    }
    for phone in &facts.phones {
        tell(&["p", Phone::key(phone)]);
    }
    for host in &facts.hosts {
        tell(&["h", host]);
    }
    let name = facts.name();
    if name.is_empty() {
        return;
    }
    tell(&["n", &name]);
    let belongs = facts.belongs.map(|id| id.to_string());
    let context = match &belongs {
        _ if !plan.person => "",
        Some(belongs) => belongs.as_str(),
        None => facts.town.as_str(),
    };
    if plan.person && context.is_empty() {
        return;
    }
    if plan.person {
        // A shortened or longer name shares a whole word.
        facts
            .words
            .iter()
            .filter(|word| word.chars().count() > 1)
            .for_each(|word| tell(&["w", context, word]));
    }
    for text in [&name, &facts.words.concat()] {
        let letters: Vec<char> = text.chars().collect();
        let half = letters.len() / 2;
        if half < 2 {
            continue;
        }
        // One letter more or less moves the middle by at most one.
        for at in [half - 1, half] {
            let start: String = letters.iter().take(at).collect();
            let end: String = letters.iter().rev().take(at).collect();
            tell(&["s", context, &start]);
            tell(&["t", context, &end]);
        }
    }
}
