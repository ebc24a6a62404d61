//! Builds the frontend into the site folder: compiles it, binds it, bundles the style, and
//! writes the start script and the service worker around the names that came out.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::UNIX_EPOCH;

use anyhow::{Result, ensure};
use serde_json::json;

use crate::bindgen::{self, Bound};
use crate::house::{House, Speed, step};
use crate::site::{Site, digest};
use crate::{css, setup};

const PUBLIC: &str = "frontend/public";
/// What the build writes itself from the files of the same name.
const TEMPLATES: [&str; 4] = ["boot.js", "site.json", "sw.js", "theme.js"];
/// Built for tests and development: half a minute faster to compile than made small, and quick
/// enough for the benchmarks. It is cargo's own dev profile, so that macros and build scripts
/// are compiled once for the server and the frontend.
const QUICK: [&str; 2] = ["--config", "profile.dev.opt-level=1"];

/// Builds the site of one speed; gives its folder. Nothing is done where nothing changed.
pub fn build(house: &House, speed: Speed) -> Result<PathBuf> {
    setup::wasm_target(house)?;
    let wasm = step("compiling the frontend", || compile(house, speed, "csr"))?;
    let dir = house.site(speed);
    let stamp = dir.with_extension("stamp");
    let inputs = inputs(house, &wasm)?;
    let fresh = house.sh.read_file(&stamp).is_ok_and(|kept| kept == inputs);
    if fresh && dir.join("site.json").is_file() {
        return Ok(dir);
    }
    step("putting the site together", || {
        let bound = bindgen::bind(house, &wasm, speed)?;
        if speed == Speed::Release {
            house.sh.remove_path(&dir)?; // nothing old goes into the shipped binary
        }
        assemble(house, bound)?.write(&house.sh, &dir)
    })?;
    house.sh.write_file(stamp, inputs)?;
    Ok(dir)
}

/// Builds the stores' shared suite for a browser test to run: `outrider.js` and
/// `outrider_bg.wasm` in a folder of their own, which is given.
pub fn conformance(house: &House) -> Result<PathBuf> {
    let dir = house.target.join("site-conformance");
    step("compiling the stores' suite for the browser", || {
        let wasm = compile(house, Speed::Quick, "csr,conformance")?;
        bindgen::run(&wasm, &dir, Speed::Quick)
    })?;
    Ok(dir)
}

fn compile(house: &House, speed: Speed, features: &str) -> Result<PathBuf> {
    let (args, folder) = match speed {
        Speed::Quick => (&QUICK[..], "debug"),
        Speed::Release => (&["--profile", "wasm-release"][..], "wasm-release"),
    };
    house
        .cargo()
        .args(["build", "--package=outrider-frontend", "--lib", "--features", features])
        .args(["--target", setup::WASM])
        .args(args)
        .run()?;
    Ok(house.target.join(setup::WASM).join(folder).join("outrider_frontend.wasm"))
}

/// A digest over all that the site is made from, this tool included.
fn inputs(house: &House, wasm: &PathBuf) -> Result<String> {
    let mut files = BTreeMap::new();
    for folder in [PUBLIC, "style"] {
        bindgen::collect(&house.sh, &house.root.join(folder), folder, &mut files)?;
    }
    files.insert("wasm".into(), house.sh.read_binary_file(wasm)?);
    let built = std::env::current_exe()?.metadata()?.modified()?.duration_since(UNIX_EPOCH)?;
    files.insert("xtask".into(), built.as_nanos().to_le_bytes().into());
    let parts: Vec<&[u8]> =
        files.iter().flat_map(|(name, bytes)| [name.as_bytes(), bytes.as_slice()]).collect();
    Ok(digest(&parts))
}

fn assemble(house: &House, bound: Bound) -> Result<Site> {
    let sh = &house.sh;
    let mut public = BTreeMap::new();
    bindgen::collect(sh, &house.root.join(PUBLIC), "", &mut public)?;
    let template = |name: &str| sh.read_file(house.root.join(PUBLIC).join(name));

    let mut site = Site::default();
    for (name, bytes) in public {
        if !TEMPLATES.contains(&name.as_str()) {
            site.add(&name, bytes);
        }
    }
    let style = css::bundle(sh, &house.root.join("style/main.css"))?;
    let css = site.add_hashed("style", "css", style.into());
    let theme = site.add_hashed("theme", "js", template("theme.js")?.into());
    let wasm = site.add_hashed("pkg/outrider", "wasm", bound.wasm);
    let js = add_js(&mut site, bound.js, bound.snippets)?;

    let boot = template("boot.js")?;
    let worker = template("sw.js")?;
    let version = digest(&[site.version().as_bytes(), boot.as_bytes(), worker.as_bytes()]);
    let boot = fill(boot, "/pkg/outrider.js", &js)?;
    let boot = fill(boot, "/pkg/outrider.wasm", &wasm)?;
    let boot = fill(boot, "VERSION = 'dev'", &format!("VERSION = '{version}'"))?;
    let boot = site.add_hashed("boot", "js", boot.into());

    let files = json!(site.urls());
    let index = json!({
        "version": version, "js": js, "wasm": wasm, "css": css, "boot": boot, "theme": theme,
        "files": files,
    });
    let worker = fill(worker, "VERSION = 'dev'", &format!("VERSION = '{version}'"))?;
    let worker = fill(worker, "FILES = []", &format!("FILES = {files}"))?;
    let worker = fill(worker, "BOOT = '/boot.js'", &format!("BOOT = '{boot}'"))?;
    site.add("sw.js", worker.into());
    site.add("site.json", format!("{index:#}\n").into());
    Ok(site)
}

/// The snippets' folder carries a hash of its own: their names stay when their content changes.
fn add_js(site: &mut Site, js: String, snippets: BTreeMap<String, Vec<u8>>) -> Result<String> {
    let parts: Vec<&[u8]> = snippets.values().map(Vec::as_slice).collect();
    let folder = format!("snippets.{}", digest(&parts));
    for (name, bytes) in snippets {
        site.add(&format!("pkg/{}", name.replacen("snippets", &folder, 1)), bytes);
    }
    let js = js.replace("'./snippets/", &format!("'./{folder}/"));
    let js = js.replace("\"./snippets/", &format!("\"./{folder}/"));
    ensure!(!js.contains("./snippets/"), "wasm-bindgen names its snippets in a new way");
    Ok(site.add_hashed("pkg/outrider", "js", js.into()))
}

/// Replaces what a template says, which must stand there exactly once.
fn fill(text: String, from: &str, to: &str) -> Result<String> {
    let found = text.matches(from).count();
    ensure!(found == 1, "the template says {from:?} {found} times, not once");
    Ok(text.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_carry_each_name_once() -> Result<()> {
        let house = House::find()?;
        let bound = Bound {
            js: "import './snippets/a.js'".into(),
            wasm: b"w".into(),
            snippets: [("snippets/a.js".into(), b"x".to_vec())].into(),
        };
        let site = assemble(&house, bound)?;
        assert!(site.urls().contains(&"/sw.js"));
        assert!(!site.urls().contains(&"/boot.js"));
        Ok(())
    }
}
