//! Every input that the corpora hold, given to its fuzz target: what was found once stays found,
//! without a fuzzer. `README.md` tells how to look for more.

#![allow(clippy::unwrap_used)]

use outrider_tests::fuzz::TARGETS;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The corpora are kept small: together at most this many bytes.
const MOST: u64 = 300 * 1024;

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz").join(name)
}

fn names(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

#[test]
fn what_the_fuzzer_found_stays_found() {
    for (name, target) in TARGETS {
        let corpus = folder("corpus").join(name);
        for input in names(&corpus) {
            let bytes = std::fs::read(corpus.join(&input)).unwrap();
            if std::panic::catch_unwind(|| target(&bytes)).is_err() {
                panic!("{name} fails on tests/fuzz/corpus/{name}/{input}");
            }
        }
    }
}

#[test]
fn every_target_has_a_binary_and_a_small_corpus() {
    let targets: BTreeSet<String> = TARGETS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(names(&folder("corpus")), targets);
    let binaries = targets.iter().map(|name| format!("{name}.rs")).collect();
    assert_eq!(names(&folder("targets")), binaries);
    let manifest = std::fs::read_to_string(folder("Cargo.toml")).unwrap();
    for name in &targets {
        assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name} has no [[bin]]");
    }
    let files = targets.iter().flat_map(|name| {
        let corpus = folder("corpus").join(name);
        names(&corpus).into_iter().map(move |input| corpus.join(input))
    });
    let bytes: u64 = files.map(|file| file.metadata().unwrap().len()).sum();
    assert!(bytes <= MOST, "{bytes} bytes");
}
