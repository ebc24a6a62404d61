//! The command line.

use crate::demo;
use crate::settings::Settings;
use crate::storage::Database;
use crate::{clock, server};
use anyhow::Context as _;
use clap::{Args, Parser, Subcommand};
use jiff::civil::Date;
use outrider_app::demo::Spec;
use std::io::Write as _;
use std::path::PathBuf;

/// The customer file that works without a network.
#[derive(Debug, Parser)]
#[command(name = "outrider", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the app, its API and its public pages.
    Serve(Serve),
    /// Fills an empty data folder with a made-up company, and ends.
    Seed(Seed),
}

#[derive(Debug, Args)]
struct Serve {
    /// The folder that holds everything the server keeps.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    /// Where to listen; port 0 takes a free one.
    #[arg(long, value_name = "HOST:PORT", default_value = "127.0.0.1:3000")]
    addr: String,
    /// A database elsewhere: ws://HOST, wss://HOST or mem:// (with OUTRIDER_DB_USER and
    /// OUTRIDER_DB_PASSWORD in the environment).
    #[arg(long, value_name = "URL")]
    db: Option<String>,
    /// The address people use, where a proxy stands before the server (`https://crm.example.com`).
    #[arg(long, value_name = "URL")]
    public_url: Option<String>,
    /// Fills an empty store with a believable company and prints its sign-ins.
    #[arg(long)]
    demo: bool,
}

#[derive(Debug, Args)]
struct Seed {
    /// The folder to fill.
    #[arg(long, value_name = "DIR", default_value = "data")]
    data: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 200)]
    companies: u64,
    #[arg(long, value_name = "N", default_value_t = 1_000)]
    contacts: u64,
    #[arg(long, value_name = "N", default_value_t = 420)]
    deals: u64,
    #[arg(long, value_name = "N", default_value_t = 6_000)]
    activities: u64,
    /// The same seed makes the same company, seen on the same day.
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// The day the company is seen on, as 2026-11-22; without it, today.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
}

/// Does what the command line says; an error is one line for the person.
pub async fn run(cli: Cli) -> anyhow::Result<()> {
    match cli.command {
        Command::Serve(serve) => self::serve(serve).await,
        Command::Seed(seed) => self::seed(seed).await,
    }
}

async fn serve(serve: Serve) -> anyhow::Result<()> {
    let mut settings = Settings::new(serve.data, serve.db, serve.addr);
    settings.public_url = serve.public_url.map(|url| url.trim_end_matches('/').to_owned());
    settings.demo = serve.demo;
    // Before the store is opened, so that no signal is missed while it is.
    let ended = asked_to_end()?;
    let running = server::start(settings).await?;
    println!("listening on http://{}", running.addr);
    std::io::stdout().flush()?;
    ended.await;
    tracing::info!("ending");
    running.stop().await;
    Ok(())
}

/// Resolves at the first Ctrl-C or SIGTERM.
fn asked_to_end() -> std::io::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    let mut terminate = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate())?;
    Ok(async move {
        #[cfg(unix)]
        tokio::select! {
            _ = terminate.recv() => {}
            _ = tokio::signal::ctrl_c() => {}
        }
        #[cfg(not(unix))]
        let _ = tokio::signal::ctrl_c().await;
    })
}

async fn seed(seed: Seed) -> anyhow::Result<()> {
    let begun = clock::now();
    let seed_folder = seed.data.clone();
    let settings = Settings::new(seed.data, None, String::new());
    let store = Database::open(&settings.database).await?;
    let spec = Spec {
        companies: seed.companies,
        contacts: seed.contacts,
        deals: seed.deals,
        activities: seed.activities,
        tasks: seed.activities / 20,
        seed: seed.seed,
        today: seed.today.unwrap_or_else(demo::today),
    };
    let mut made = 0;
    let mut report = demo::report(begun);
    let progress = |so_far| {
        made = so_far;
        report(so_far);
    };
    let filled = demo::fill(&store, &spec, progress).await;
    store.close().await;
    let people = filled.with_context(|| format!("cannot fill {}", seed_folder.display()))?;
    println!("{made} records in {:.1} s", (clock::now() - begun) as f64 / 1000.0);
    println!("{}", demo::list(&people));
    Ok(())
}
