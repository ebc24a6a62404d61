//! `cargo ci`: every check and every test, in the order that finds faults soonest. It stops at
//! the first step that fails; the lines of the test runner close its output.

use std::time::Instant;

use anyhow::Result;

use crate::features::{SERVER, surrealdb_is_compiled_once};
use crate::house::{House, Speed, say, step};
use crate::{setup, web};

/// Runs all steps.
pub fn ci(house: &House) -> Result<()> {
    let begun = Instant::now();
    step("layout of the code (cargo fmt)", || Ok(house.cargo().args(["fmt", "--all", "--check"]).run()?))?;
    step("one set of features for SurrealDB", || surrealdb_is_compiled_once(house))?;
    let chromium = step("what the browser tests need", || {
        setup::wasm_target(house)?;
        setup::browser_tools(house)
    })?;
    step("clippy (first time some minutes: SurrealDB is checked)", || {
        clippy(house, &[SERVER[0], SERVER[1], "--all-targets"])
    })?;
    step("clippy for the task crate", || clippy(house, &["--package=xtask", "--all-targets"]))?;
    step("clippy for the browser", || {
        let package = ["--package=outrider-frontend", "--lib", "--features=csr"];
        clippy(house, &[&package[..], &["--target", setup::WASM]].concat())
    })?;
    step("rustdoc", || {
        let doc = house.cargo().args(["doc", "--no-deps", "--document-private-items"]);
        Ok(doc.args(SERVER).env("RUSTDOCFLAGS", "-D warnings").run()?)
    })?;
    let suite = web::conformance(house)?;
    let site = web::build(house, Speed::Quick)?;
    step("compiling the server and the tests (first time about 12 minutes: SurrealDB)", || {
        Ok(house.cargo().args(["build", "--all-targets"]).args(SERVER).run()?)
    })?;
    step("tests of the task crate", || Ok(house.cargo().args(["test", "--package=xtask"]).run()?))?;
    step("the simulation, optimised", || {
        let args = ["test", "--profile=simulation", "--package=outrider-tests", "--test=simulation"];
        let test = house.cargo().args(args).env("OUTRIDER_OPTIMISED", "1");
        Ok(test.args(["--", "--nocapture"]).run()?)
    })?;
    step("tests", || {
        let test = house.cargo().arg("test").args(SERVER);
        let test = test.env("OUTRIDER_BIN", house.server()).env("OUTRIDER_SITE", &site);
        let test = test.env("OUTRIDER_CONFORMANCE", &suite);
        Ok(test.env("CHROMIUM", &chromium).run()?)
    })?;
    say(&format!("all is well, after {:.1} minutes", begun.elapsed().as_secs_f32() / 60.0));
    Ok(())
}

fn clippy(house: &House, args: &[&str]) -> Result<()> {
    Ok(house.cargo().arg("clippy").args(args).args(["--", "-D", "warnings"]).run()?)
}
