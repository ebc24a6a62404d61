//! `cargo xtask bench`: all benchmarks in one go, against the shipped binary.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::house::{House, exe};
use crate::{dist, setup};

/// Fetches what the benchmarks compare with, makes sure of the release server (or takes the one that
/// `OUTRIDER_BIN` names), and runs them; `args` go to `tests/bench/run.mjs`.
pub fn bench(house: &House, args: &[String]) -> Result<()> {
    let chromium = setup::browser_tools(house)?;
    setup::packages_of(house, Path::new("tests/bench"), "the benchmarks' peers")?;
    let args: Vec<&String> = args.iter().filter(|arg| *arg != "--").collect();
    let only_asks = args.iter().any(|arg| *arg == "--help");
    let binary = match std::env::var_os("OUTRIDER_BIN") {
        Some(named) => PathBuf::from(named),
        None => house.target.join("release").join(exe("outrider")),
    };
    if std::env::var_os("OUTRIDER_BIN").is_none() && !only_asks {
        dist::dist(house)?;
    }
    let run = cmd!(house.sh, "node tests/bench/run.mjs {args...}");
    let run = run.env("OUTRIDER_BIN", binary).env("CHROMIUM", chromium);
    run.run().context("a benchmark broke off; what it said stands above")
}
