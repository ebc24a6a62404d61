//! Every language has words for everything, the same keys, and the same variables in them.

use super::said::{flaw_tag, reason_tag};
use super::{Language, Words};
use crate::change::{Flaw, Reason};
use crate::registry::{Kind, Registry};
use fluent_bundle::FluentResource;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A message's variables, by its key.
fn messages(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in language.files() {
        let mut key = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =").filter(|_| !line.starts_with([' ', '}'])) {
                key = name.to_owned();
                let twice = found.insert(key.clone(), BTreeSet::new());
                assert!(twice.is_none(), "{}: {key} stands there twice", language.tag());
            }
            let word = |text: &str| {
                text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>()
            };
            found.entry(key.clone()).or_default().extend(line.split('$').skip(1).map(word));
        }
    }
    found.remove("");
    found
}

/// Fails with every key that some language lacks.
fn all_have(keys: impl IntoIterator<Item = String>) {
    let keys: BTreeSet<String> = keys.into_iter().collect();
    for language in Language::ALL {
        let words = messages(language);
        let missing: Vec<&String> = keys.iter().filter(|key| !words.contains_key(*key)).collect();
        assert!(missing.is_empty(), "app/words/{} lacks {missing:#?}", language.tag());
    }
}

#[test]
fn every_file_parses_and_is_one_of_those_that_are_read() {
    for language in Language::ALL {
        for file in language.files() {
            if let Err((_, errors)) = FluentResource::try_new((*file).to_owned()) {
                panic!("app/words/{}: {errors:?} in {:.40}", language.tag(), file);
            }
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("words").join(language.tag());
        assert_eq!(std::fs::read_dir(folder).unwrap().count(), language.files().len(), "in words/mod.rs");
    }
}

#[test]
fn all_languages_have_the_same_keys_with_the_same_variables() {
    let english = messages(Language::En);
    for language in Language::ALL {
        let other = messages(language);
        let keys: BTreeSet<_> = english.keys().chain(other.keys()).collect();
        for key in keys {
            assert_eq!(other.get(key), english.get(key), "{key} in app/words/{}", language.tag());
        }
    }
}

#[test]
fn every_entity_field_and_choice_has_words() {
    let english = messages(Language::En);
    let special = |special: String, general: String| {
        if english.contains_key(&special) { special } else { general }
    };
    let mut keys = Vec::new();
    for def in Registry::standard().entities() {
        let id = &def.id;
        keys.extend(["", "-many", "-new", "-none", "-count"].map(|form| format!("entity-{id}{form}")));
        for field in &def.fields {
            let name = &field.id;
            keys.push(special(format!("field-{id}-{name}"), format!("field-{name}")));
            let Kind::Choice(tags) = &field.kind else { continue };
            keys.extend(
                tags.iter()
                    .map(|tag| special(format!("choice-{id}-{name}-{tag}"), format!("choice-{name}-{tag}"))),
            );
        }
    }
    all_have(keys);
}

#[test]
fn every_reason_flaw_and_flag_has_words() {
    use Flaw::*;
    let flaws = [Kind, TooLong, Choice, Email, Phone, Link, Range, Required, Target, Other];
    let reasons =
        [crate::protocol::tests::reasons(), vec![Reason::TooLarge, Reason::Failing, Reason::Unknown]]
            .concat();
    // The tags are those of the wire.
    for reason in &reasons {
        let wire = serde_json::to_value(reason).unwrap();
        assert_eq!(wire["why"], reason_tag(reason).0);
    }
    for flaw in flaws {
        assert_eq!(serde_json::to_value(flaw).unwrap(), flaw_tag(flaw));
    }
    all_have(reasons.iter().map(|reason| format!("reason-{}", reason_tag(reason).0)));
    all_have(flaws.map(|flaw| format!("flaw-{}", flaw_tag(flaw))));
    all_have(rules().into_iter().map(|rule| format!("flag-{rule}")));
}

#[test]
fn every_format_and_every_trouble_of_a_row_has_words() {
    use crate::import::plan::Why;
    use crate::import::read::Trouble;
    let formats = ["contact", "task"].into_iter().flat_map(crate::export::FileFormat::of);
    all_have(formats.map(|format| format!("format-{}", format.tag())));
    let zone = String::new();
    let troubles = [
        Trouble::Repeats,
        Trouble::UnknownZone { zone },
        Trouble::NoEnd,
        Trouble::UnreadableLines { lines: 1 },
    ];
    all_have(troubles.into_iter().map(|trouble| format!("doubt-{}", Why::Reading(trouble).tag())));
}

/// The rules that the entities' files name.
fn rules() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/entities");
    let files = std::fs::read_dir(folder).unwrap();
    let text: String = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap()).collect();
    let rules = text.split("rule: \"").skip(1).filter_map(|rest| rest.split('"').next());
    let rules: Vec<String> = rules.map(str::to_owned).collect();
    assert!(!rules.is_empty());
    rules
}

#[test]
fn plurals_and_values_are_right_in_every_language() {
    let count = |language, count: usize| Words::new(language).count("company", count);
    assert_eq!(count(Language::En, 1), "1 company");
    assert_eq!(count(Language::En, 8_800), "8,800 companies");
    assert_eq!(count(Language::De, 0), "0 Firmen");
    assert_eq!(count(Language::PtBr, 1), "1 empresa");
    assert_eq!(count(Language::PtBr, 2), "2 empresas");
    assert_eq!(count(Language::Hi, 1), "1 कंपनी");
    assert_eq!(count(Language::Hi, 123_456), "1,23,456 कंपनियाँ");
}

#[test]
fn a_reason_names_its_field_and_the_flaw() {
    let reason = Reason::Invalid { field: "email".to_owned(), detail: Flaw::Email };
    let words = Words::new(Language::De).reason("contact", &reason);
    assert_eq!(words, "E-Mail: dies ist keine E-Mail-Adresse. Bitte den Wert berichtigen und erneut senden.");
}

#[test]
fn what_has_no_words_is_shown_by_its_key() {
    let words = Words::new(Language::Hi);
    assert_eq!(words.say("no-such-key"), "no-such-key");
    assert_eq!(words.find("no-such-key"), None);
    assert_eq!(words.field("company", "cf_4711"), "cf_4711");
}

/// The keys that the frontend names outright; keys it puts together are the other tests' matter.
#[test]
fn every_key_that_the_frontend_names_has_words() {
    let mut keys = BTreeSet::new();
    named_in(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../frontend/src"), &mut keys);
    assert!(!keys.is_empty());
    all_have(keys);
}

fn named_in(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named_in(&path, keys);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let text = std::fs::read_to_string(path).unwrap();
            for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
                for call in ["t(\"", "t_with(\""] {
                    let parts: Vec<&str> = line.split(call).collect();
                    for pair in parts.windows(2) {
                        if !pair[0].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '.') {
                            keys.extend(pair[1].split('"').next().map(str::to_owned));
                        }
                    }
                }
            }
        }
    }
}

/// Words that nobody says: a key must stand in the sources, or begin as one that is put together there.
#[test]
fn every_key_is_said_somewhere() {
    let mut source = String::new();
    for folder in ["src", "../frontend/src", "../server/src"] {
        read_sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut source);
    }
    let begins: BTreeSet<&str> = source
        .split('"')
        .filter_map(|text| text.split_once('{').map(|(begin, _)| begin))
        .filter(|begin| begin.ends_with('-') && begin.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .collect();
    let said: BTreeSet<&str> = source.split('"').collect();
    let unsaid: Vec<String> = messages(Language::En)
        .into_keys()
        .filter(|key| !said.contains(key.as_str()) && !begins.iter().any(|begin| key.starts_with(begin)))
        .collect();
    assert!(unsaid.is_empty(), "nothing says {unsaid:?}");
}

fn read_sources(folder: &Path, source: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_sources(&path, source);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            source.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}
