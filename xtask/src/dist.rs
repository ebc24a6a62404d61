//! `cargo xtask dist`: the shipped binary, with the frontend inside.

use anyhow::Result;

use crate::house::{House, Speed, exe, step};
use crate::web;

/// Builds the small frontend, then the optimised server around it.
pub fn dist(house: &House) -> Result<()> {
    let site = web::build(house, Speed::Release)?;
    // The version is in the environment so that a new site compiles the server anew.
    let version = site_version(house)?;
    step("compiling the release server (35 minutes from nothing on two cores)", || {
        let build = house.cargo().args(["build", "--release", "--package=outrider-server"]);
        let build = build.args(["--bin=outrider", "--features=embed"]);
        Ok(build.env("OUTRIDER_SITE", &site).env("OUTRIDER_SITE_VERSION", version).run()?)
    })?;
    let binary = house.target.join("release").join(exe("outrider"));
    let size = binary.metadata()?.len() / 1_000_000;
    println!("{} ({size} MB)", binary.display());
    Ok(())
}

fn site_version(house: &House) -> Result<String> {
    let index = house.sh.read_file(house.site(Speed::Release).join("site.json"))?;
    let index: serde_json::Value = serde_json::from_str(&index)?;
    Ok(index["version"].as_str().unwrap_or_default().to_owned())
}
