//! The edges of the house: who may know whom. Read from the real manifests and sources.

#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// Every Rust file under a folder, with its text.
fn sources(under: &str) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let mut open = vec![root().join(under)];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(root()).unwrap().to_owned(), text));
            }
        }
    }
    assert!(!found.is_empty(), "{under} has no sources");
    found
}

fn manifest(krate: &str) -> String {
    std::fs::read_to_string(root().join(krate).join("Cargo.toml")).unwrap()
}

#[test]
fn crates_know_only_whom_they_may() {
    let allowed: BTreeMap<&str, &[&str]> = [
        ("app", &[][..]),
        ("server", &["app"]),
        ("frontend", &["app"]),
        ("tests", &["app", "server", "frontend"]),
    ]
    .into();
    for (krate, may) in allowed {
        let text = manifest(krate);
        for other in ["app", "server", "frontend", "tests"] {
            let knows = text.lines().any(|line| line.starts_with(&format!("outrider-{other}")));
            assert!(!knows || may.contains(&other), "{krate} must not know {other}");
        }
    }
}

#[test]
fn the_domain_is_pure() {
    let text = manifest("app");
    for outside in
        ["tokio", "leptos", "web-sys", "js-sys", "surrealdb", "rand ", "getrandom", "reqwest", "gloo"]
    {
        assert!(!text.lines().any(|line| line.starts_with(outside)), "app must not know {outside}");
    }
    for (path, text) in sources("app/src") {
        for call in [
            "SystemTime::now",
            "Instant::now",
            "std::fs::",
            "std::net::",
            "Zoned::now",
            "Timestamp::now",
            "new_v4",
        ] {
            let tested = path.to_string_lossy().contains("test") || path.to_string_lossy().contains("bench");
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            assert!(tested || !code.contains(call), "{} calls {call}", path.display());
        }
    }
}

#[test]
fn only_the_storage_names_surrealdb() {
    for (path, text) in sources("server/src") {
        let storage = path.starts_with("server/src/storage");
        let names = text.lines().any(|line| {
            let line = line.trim_start();
            !line.starts_with("//") && (line.contains("surrealdb::") || line.contains("use surrealdb"))
        });
        assert!(storage || !names, "{} names surrealdb", path.display());
    }
}

/// The folders a source file names with `crate::`.
fn named(text: &str) -> BTreeSet<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = code.get(at + "crate::".len()..).unwrap_or_default();
        // `use crate::{a, b}` names several.
        let list: Vec<&str> = match rest.strip_prefix('{') {
            Some(rest) => rest.split('}').next().unwrap_or_default().split(',').collect(),
            None => vec![rest],
        };
        for item in list {
            let name: String = item.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            names.insert(name);
        }
    }
    names
}

#[test]
fn in_the_frontend_pages_stand_on_state_and_state_on_stores() {
    let layers: BTreeMap<&str, &[&str]> = [
        ("platform", &[][..]),
        ("local", &["platform"]),
        ("sync", &["local", "platform"]),
        ("state", &["sync", "local", "platform", "words"]),
        ("ui", &["state", "words", "platform"]),
        ("pages", &["ui", "state", "words", "platform", "shell"]),
    ]
    .into();
    for (layer, may) in layers {
        for (path, text) in sources(&format!("frontend/src/{layer}")) {
            for other in ["platform", "local", "sync", "state", "ui", "pages", "shell"] {
                let fits = other == layer || may.contains(&other);
                assert!(fits || !named(&text).contains(other), "{} must not know {other}", path.display());
            }
        }
    }
}
