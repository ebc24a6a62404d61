//! `outrider`: the server's program.

use clap::Parser as _;
use outrider_server::cli::{self, Cli};
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// SurrealDB's futures are deep.
const STACK: usize = 10 * 1024 * 1024;
/// Our own words, and of the libraries' only what went wrong. (SurrealKV warns when its last handle
/// goes after it was closed.)
const LOGGED: &str = "warn,outrider_server=info,surrealkv=error";

fn main() -> ExitCode {
    let cli = Cli::parse();
    let filter = EnvFilter::try_from_env("OUTRIDER_LOG").unwrap_or_else(|_| EnvFilter::new(LOGGED));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().thread_stack_size(STACK).enable_all().build();
    let ended = match runtime {
        // On a worker: the main thread's stack is the system's choice.
        Ok(runtime) => runtime.block_on(async { tokio::spawn(cli::run(cli)).await }),
        Err(error) => {
            eprintln!("outrider: cannot start its threads: {error}");
            return ExitCode::FAILURE;
        }
    };
    match ended {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(error)) => {
            eprintln!("outrider: {error:#}");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("outrider: {error}");
            ExitCode::FAILURE
        }
    }
}
