//! The house's own tools, reached through the aliases in `.cargo/config.toml`: what a newcomer,
//! CI and we ourselves run is the same code, and it needs nothing installed beforehand but git,
//! Rust, a C compiler and, for the browser tests and the release build, Node.

mod bench;
mod bindgen;
mod ci;
mod css;
mod dist;
mod features;
mod house;
mod setup;
mod site;
mod start;
mod web;

use std::process::ExitCode;

use anyhow::{Result, bail};
use house::{House, Speed};

const USAGE: &str = "\
cargo start [-- OPTIONS]    set up, build and serve with the demo company; OPTIONS go to
                            `outrider serve` (--no-demo starts with an empty company)
cargo ci                    every check and every test, as CI runs them
cargo xtask web [--release] build the frontend into the site folder
cargo xtask conformance     build the stores' suite for the browser
cargo xtask dist            build the shipped binary, frontend inside
cargo xtask bench [OPTIONS] every benchmark, beside floors and peers (--help lists the options)
cargo xtask setup           fetch what the browser tests need (npm packages, Chromium)";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\n== {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = match args.split_first() {
        Some((task, rest)) => (task.as_str(), rest),
        None => ("help", &[][..]),
    };
    let house = House::find()?;
    match task {
        "start" => start::start(&house, rest),
        "ci" => ci::ci(&house),
        "web" => {
            let release = rest.iter().any(|arg| arg == "--release");
            let speed = if release { Speed::Release } else { Speed::Quick };
            web::build(&house, speed).map(drop)
        }
        "conformance" => web::conformance(&house).map(drop),
        "dist" => dist::dist(&house),
        "bench" => bench::bench(&house, rest),
        "setup" => setup::browser_tools(&house).map(drop),
        "help" | "--help" => {
            println!("{USAGE}");
            Ok(())
        }
        other => bail!("there is no task {other:?}\n{USAGE}"),
    }
}
