//! Where things are, and how a task calls cargo and speaks to the person waiting.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};
use xshell::{Cmd, Shell, cmd};

/// How the frontend is built: compiled fast, or made small.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Speed {
    Quick,
    Release,
}

/// The workspace: its root, its target folder, and a shell standing in the root.
pub struct House {
    pub sh: Shell,
    pub root: PathBuf,
    pub target: PathBuf,
}

impl House {
    pub fn find() -> Result<House> {
        let sh = Shell::new()?;
        // Asked when it runs, not when it is compiled: two clones may share a target folder.
        let crate_dir = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").context("run me by cargo")?);
        let root = crate_dir.parent().context("xtask stands in the workspace")?;
        sh.change_dir(root);
        let metadata = cargo(&sh).args(["metadata", "--format-version=1", "--no-deps"]).quiet().read()?;
        let metadata: serde_json::Value = serde_json::from_str(&metadata)?;
        let target =
            metadata["target_directory"].as_str().context("cargo metadata names a target_directory")?;
        Ok(House { root: root.to_path_buf(), target: target.into(), sh })
    }

    pub fn cargo(&self) -> Cmd<'_> {
        cargo(&self.sh)
    }

    /// The server of the quick profile.
    pub fn server(&self) -> PathBuf {
        self.target.join("debug").join(exe("outrider"))
    }

    /// Where the built frontend of one speed lies.
    pub fn site(&self, speed: Speed) -> PathBuf {
        self.target.join(match speed {
            Speed::Quick => "site",
            Speed::Release => "site-release",
        })
    }
}

/// Cargo without what the outer `cargo run` put into our environment: build scripts watch some
/// of it (ring does), and SurrealDB would be compiled again whenever it differs.
fn cargo(sh: &Shell) -> Cmd<'_> {
    let mut cargo = cmd!(sh, "cargo");
    for (name, _) in std::env::vars_os().filter(|(name, _)| is_cargos_own(name)) {
        cargo = cargo.env_remove(name);
    }
    cargo
}

fn is_cargos_own(name: &OsString) -> bool {
    let name = name.to_string_lossy();
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_", "CARGO_PRIMARY_"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
        || name == "OUT_DIR"
}

/// A program's file name on this system.
pub fn exe(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

/// Says what begins now.
pub fn say(line: &str) {
    eprintln!("\n== {line}");
}

/// Does one named step, and says how long it took or that it failed.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    say(name);
    let begun = Instant::now();
    let done = work().with_context(|| format!("failed: {name}"))?;
    eprintln!("== done in {:.1} s: {name}", begun.elapsed().as_secs_f32());
    Ok(done)
}
