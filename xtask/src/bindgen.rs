//! Turns the compiled frontend into what a browser loads: the JavaScript that wasm-bindgen
//! writes, its snippets, and the WebAssembly. As a library it is always of Cargo.lock's version.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::{Shell, cmd};

use crate::house::{House, Speed};
use crate::setup;

/// What rustc and LLVM use by default for the browser; the optimiser must know of each.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// The frontend's parts; snippets by their path below the JavaScript file.
pub struct Bound {
    pub js: String,
    pub wasm: Vec<u8>,
    pub snippets: BTreeMap<String, Vec<u8>>,
}

/// Runs wasm-bindgen, and wasm-opt for a release.
pub fn bind(house: &House, wasm: &Path, speed: Speed) -> Result<Bound> {
    let sh = &house.sh;
    let dir = sh.create_temp_dir()?;
    let dir = dir.path();
    run(wasm, dir, speed)?;
    let bound = dir.join("outrider_bg.wasm");
    if speed == Speed::Release {
        optimise(house, &bound)?;
    }
    let mut snippets = BTreeMap::new();
    let folder = dir.join("snippets");
    if folder.is_dir() {
        collect(sh, &folder, "snippets", &mut snippets)?;
    }
    Ok(Bound { js: sh.read_file(dir.join("outrider.js"))?, wasm: sh.read_binary_file(bound)?, snippets })
}

/// Are functions to keep their names? For profilers: `OUTRIDER_NAMES=1 cargo xtask web --release`.
fn keeps_names(speed: Speed) -> bool {
    speed == Speed::Quick || std::env::var_os("OUTRIDER_NAMES").is_some()
}

/// Runs wasm-bindgen alone; its output has plain names.
pub fn run(wasm: &Path, dir: &Path, speed: Speed) -> Result<()> {
    Bindgen::new()
        .input_path(wasm)
        .out_name("outrider")
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(!keeps_names(speed))
        .remove_producers_section(speed == Speed::Release)
        .generate(dir)
}

fn optimise(house: &House, wasm: &Path) -> Result<()> {
    setup::npm_packages(house)?;
    let tool = house.root.join("tests/node_modules/binaryen/bin/wasm-opt");
    let names = keeps_names(Speed::Release).then_some("--debuginfo");
    cmd!(house.sh, "node {tool} -Oz {names...} {WASM_FEATURES...} {wasm} -o {wasm}")
        .run()
        .context("wasm-opt runs on Node 20")
}

/// All files below a folder, by their path with `/` between its parts.
pub fn collect(sh: &Shell, folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for path in sh.read_dir(folder)? {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = if prefix.is_empty() { name.into() } else { format!("{prefix}/{name}") };
        if path.is_dir() {
            collect(sh, &path, &name, files)?;
        } else {
            files.insert(name, sh.read_binary_file(&path)?);
        }
    }
    Ok(())
}
