//! Fetches what a task needs and does not find: the wasm target, the npm packages, Chromium.
//! Where it cannot, it says in one line what to install.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::house::{House, say};
use crate::site::digest;

/// The target that the frontend is compiled for.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that rustc can compile for the browser.
pub fn wasm_target(house: &House) -> Result<()> {
    let sh = &house.sh;
    let libdir = cmd!(sh, "rustc --print target-libdir --target {WASM}").quiet().read()?;
    if Path::new(&libdir).is_dir() {
        return Ok(());
    }
    say("adding Rust's WebAssembly target");
    cmd!(sh, "rustup target add {WASM}")
        .run()
        .with_context(|| format!("install Rust through rustup, then: rustup target add {WASM}"))
}

/// Makes sure that the packages of tests/package-lock.json stand in tests/node_modules.
pub fn npm_packages(house: &House) -> Result<()> {
    packages_of(house, Path::new("tests"), "the browser tests")
}

/// Makes sure that the packages of a folder's package-lock.json stand in its node_modules.
pub fn packages_of(house: &House, folder: &Path, of: &str) -> Result<()> {
    let sh = &house.sh;
    let stamp = house.root.join(folder).join("node_modules/.outrider-lock");
    let lock = digest(&[&sh.read_binary_file(folder.join("package-lock.json"))?]);
    if sh.read_file(&stamp).is_ok_and(|kept| kept == lock) {
        return Ok(());
    }
    say(&format!("fetching the npm packages of {of} (a few seconds)"));
    let _inside = sh.push_dir(folder);
    cmd!(sh, "npm ci --no-audit --no-fund")
        .run()
        .context("install Node 20 with npm, or look at npm's message above")?;
    Ok(sh.write_file(stamp, lock)?)
}

/// Npm packages and Chromium; gives Chromium's path.
pub fn browser_tools(house: &House) -> Result<PathBuf> {
    npm_packages(house)?;
    chromium(house)
}

fn chromium(house: &House) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Ok(named.into());
    }
    if let Some(found) = chromium_in_path() {
        return Ok(found);
    }
    let sh = &house.sh;
    let debian = Path::new("/etc/debian_version").exists();
    let root = cmd!(sh, "id -u").quiet().ignore_stderr().read().is_ok_and(|id| id == "0");
    if debian && root {
        say("installing Chromium for the browser tests (a minute or two)");
        cmd!(sh, "apt-get update -q").run()?;
        cmd!(sh, "apt-get install -y -q --no-install-recommends chromium")
            .env("DEBIAN_FRONTEND", "noninteractive")
            .run()?;
    }
    match chromium_in_path() {
        Some(found) => Ok(found),
        None => {
            bail!("install Chromium (Debian: apt-get install chromium) or set CHROMIUM to its path")
        }
    }
}

fn chromium_in_path() -> Option<PathBuf> {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = std::env::var_os("PATH")?;
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |dir| dir.join(name)))
        .find(|file| file.is_file())
}
