//! `cargo start`: from a fresh clone to a running app, and within seconds the next time.

use std::process::Command;

use anyhow::{Context, Result};

use crate::house::{House, Speed, say, step};
use crate::{features, web};

/// Sets up, builds, and becomes the server.
pub fn start(house: &House, args: &[String]) -> Result<()> {
    let site = web::build(house, Speed::Quick)?;
    let name = if house.server().is_file() {
        "compiling the server"
    } else {
        "compiling the server (SurrealDB compiles once: about 12 minutes on two cores)"
    };
    step(name, || Ok(house.cargo().args(["build", "--bin=outrider"]).args(features::SERVER).run()?))?;

    let mut server = Command::new(house.server());
    server.current_dir(&house.root).env("OUTRIDER_SITE", site);
    server.args(serve_args(args));
    say("starting; the data lies in ./data, Ctrl-C ends it");
    become_program(server)
}

/// `serve` with the demo and ./data, unless the person says otherwise.
fn serve_args(args: &[String]) -> Vec<String> {
    let given = |option: &str| args.iter().any(|arg| arg == option || arg.starts_with(&format!("{option}=")));
    let mut all = vec!["serve".to_owned()];
    if !given("--no-demo") && !given("--demo") {
        all.push("--demo".into());
    }
    if !given("--data") && !given("--db") {
        all.extend(["--data".into(), "data".into()]);
    }
    all.extend(args.iter().filter(|arg| *arg != "--" && *arg != "--no-demo").cloned());
    all
}

/// The server takes our place, so that signals reach it and its exit code is ours.
#[cfg(unix)]
fn become_program(mut program: Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    Err(program.exec()).context("the server did not start")
}

#[cfg(not(unix))]
fn become_program(mut program: Command) -> Result<()> {
    let status = program.status().context("the server did not start")?;
    std::process::exit(status.code().unwrap_or(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serve(args: &[&str]) -> String {
        let args: Vec<String> = args.iter().map(|arg| (*arg).to_owned()).collect();
        serve_args(&args).join(" ")
    }

    #[test]
    fn what_is_given_wins_over_what_is_usual() {
        assert_eq!(serve(&[]), "serve --demo --data data");
        assert_eq!(serve(&["--", "--addr", "x:1"]), "serve --demo --data data --addr x:1");
        assert_eq!(serve(&["--no-demo", "--data=d"]), "serve --data=d");
    }
}
