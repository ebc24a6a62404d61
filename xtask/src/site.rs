//! The site folder: files named by their content, and `site.json`, by which the server finds them.
//!
//! A file with a hash in its name never changes, so it may be cached for ever. `site.json` is
//! written last: whoever reads it finds everything that it names.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Result;
use sha2::{Digest, Sha256};
use xshell::Shell;

/// The first 16 hex digits of the SHA-256 over all parts; lengths count, so parts cannot shift.
pub fn digest(parts: &[&[u8]]) -> String {
    let mut sha = Sha256::new();
    for part in parts {
        sha.update((part.len() as u64).to_le_bytes());
        sha.update(part);
    }
    sha.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// Files by their URL path, collected in memory and then written at once.
#[derive(Default)]
pub struct Site {
    files: BTreeMap<String, Vec<u8>>,
}

impl Site {
    /// Adds a file under a name of its own; gives its URL path.
    pub fn add(&mut self, path: &str, bytes: Vec<u8>) -> String {
        let url = format!("/{path}");
        self.files.insert(url.clone(), bytes);
        url
    }

    /// Adds `stem.<hash>.ext`; gives its URL path.
    pub fn add_hashed(&mut self, stem: &str, ext: &str, bytes: Vec<u8>) -> String {
        let hash = digest(&[&bytes]);
        self.add(&format!("{stem}.{hash}.{ext}"), bytes)
    }

    pub fn urls(&self) -> Vec<&str> {
        self.files.keys().map(String::as_str).collect()
    }

    /// A digest over all names and contents so far.
    pub fn version(&self) -> String {
        let parts: Vec<&[u8]> =
            self.files.iter().flat_map(|(url, bytes)| [url.as_bytes(), bytes.as_slice()]).collect();
        digest(&parts)
    }

    /// Writes all files. The last version's files stay for the pages that still run it; what is
    /// older goes.
    pub fn write(&self, sh: &Shell, dir: &Path) -> Result<()> {
        let mut keep: BTreeSet<String> = self.files.keys().cloned().collect();
        if let Ok(last) = sh.read_file(dir.join("site.json")) {
            let last: serde_json::Value = serde_json::from_str(&last).unwrap_or_default();
            let urls = last["files"].as_array().into_iter().flatten();
            keep.extend(urls.filter_map(|url| url.as_str().map(str::to_owned)));
        }
        for (url, bytes) in self.files.iter().filter(|(url, _)| *url != "/site.json") {
            sh.write_file(dir.join(url.trim_start_matches('/')), bytes)?;
        }
        if let Some(index) = self.files.get("/site.json") {
            let new = dir.join("site.json.new");
            sh.write_file(&new, index)?;
            std::fs::rename(new, dir.join("site.json"))?;
        }
        remove_others(sh, dir, "", &keep)
    }
}

fn remove_others(sh: &Shell, dir: &Path, url: &str, keep: &BTreeSet<String>) -> Result<()> {
    for path in sh.read_dir(dir)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let url = format!("{url}/{name}");
        if path.is_dir() {
            remove_others(sh, &path, &url, keep)?;
        } else if !keep.contains(&url) {
            sh.remove_path(&path)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_app(js: &str) -> Site {
        let mut site = Site::default();
        let url = site.add_hashed("pkg/app", "js", js.into());
        let index = format!(r#"{{"files":["{url}"]}}"#);
        site.add("site.json", index.into());
        site
    }

    #[test]
    fn keeps_the_last_version_and_removes_what_is_older() -> Result<()> {
        let sh = Shell::new()?;
        let dir = sh.create_temp_dir()?;
        for js in ["one", "two", "three"] {
            with_app(js).write(&sh, dir.path())?;
        }
        let left = sh.read_dir(dir.path().join("pkg"))?;
        let texts: Vec<String> = left.iter().flat_map(|file| sh.read_file(file)).collect();
        assert_eq!(left.len(), 2);
        assert!(texts.contains(&"two".into()) && texts.contains(&"three".into()));
        Ok(())
    }

    #[test]
    fn parts_cannot_shift_in_a_digest() {
        assert_ne!(digest(&[b"ab", b"c"]), digest(&[b"a", b"bc"]));
    }
}
