//! Keeps SurrealDB compiled once. Cargo compiles a crate again for each set of features, and the
//! set depends on which packages are asked for: one more feature on one small crate below
//! SurrealDB, in any member, and `cargo test` compiles for minutes what `cargo start` had ready.

use std::collections::BTreeSet;

use anyhow::{Result, bail};

use crate::house::House;

/// The members that are always built with the server, whichever of them a task wants. The task
/// crate stands outside: nothing of the product waits for its dependencies.
pub const SERVER: [&str; 2] = ["--workspace", "--exclude=xtask"];

/// Fails where the server alone asks for other features below SurrealDB than the workspace does.
pub fn surrealdb_is_compiled_once(house: &House) -> Result<()> {
    let below = tree(house, &["--package=surrealdb", "--format={p}"])?;
    let format = "--format={p} [{f}]";
    let workspace = tree(house, &[SERVER[0], SERVER[1], "--edges=normal,dev,no-proc-macro", format])?;
    let alone = tree(house, &["--package=outrider-server", "--edges=normal,no-proc-macro", format])?;
    let is_below = |line: &&String| line.rsplit_once(" [").is_some_and(|(name, _)| below.contains(name));
    let twice: Vec<&String> = alone.difference(&workspace).filter(is_below).collect();
    if !twice.is_empty() {
        bail!(
            "the workspace asks for more features than the server alone of {twice:#?}\n\
             move the added features to [workspace.dependencies]"
        );
    }
    Ok(())
}

fn tree(house: &House, args: &[&str]) -> Result<BTreeSet<String>> {
    let tree = house.cargo().args(["tree", "--prefix=none"]).args(args);
    let lines = tree.quiet().ignore_stderr().read()?;
    Ok(lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned()).collect())
}
