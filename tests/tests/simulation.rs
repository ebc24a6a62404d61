//! The simulation over many seeds, and proof that it finds what it should.
//!
//! `cargo ci` runs ten thousand schedules with `--profile simulation`; an unoptimised build runs
//! a share of them. `OUTRIDER_SCHEDULES=1000000 cargo test --profile simulation -p outrider-tests
//! --test simulation` runs more; `OUTRIDER_SEED=n` begins elsewhere, `OUTRIDER_THREADS=1` keeps to
//! one core. A failing schedule is made short and told in words.

#![allow(clippy::unwrap_used)]

/// Half of a schedule is spent on small allocations; this allocator is the quicker one for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use outrider_tests::simulation::{Fault, schedule, shrunk};
use std::time::Instant;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn every_schedule_ends_with_everyone_agreeing_and_nothing_lost() {
    let (first, many) = (number("OUTRIDER_SEED", 1), number("OUTRIDER_SCHEDULES", share()));
    let threads = number("OUTRIDER_THREADS", 2).max(1);
    let begun = Instant::now();
    let run = |from: u64, to: u64| {
        let begun = on_cpu();
        for seed in from..to {
            if let Err(broken) = schedule(seed, None) {
                match shrunk(seed, None) {
                    Some(failure) => panic!("{failure}"),
                    None => panic!("seed {seed}: {broken}"),
                }
            }
        }
        on_cpu() - begun
    };
    let cpu: f64 = std::thread::scope(|scope| {
        let part = |i: u64| first + many * i / threads;
        let runs: Vec<_> = (0..threads).map(|i| scope.spawn(move || run(part(i), part(i + 1)))).collect();
        runs.into_iter().map(|run| run.join().unwrap()).sum()
    });
    let (rate, per_core) = (many as f64 / begun.elapsed().as_secs_f64(), many as f64 / cpu.max(1e-9));
    println!(
        "simulation: seeds {first}..{} clean, {rate:.0} schedules/s on {threads} threads, {per_core:.0} per second of a core",
        first + many
    );
}

/// Seconds this thread has had a core; 0 where the system does not tell.
fn on_cpu() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split_whitespace().next()?.parse::<u64>().ok());
    nanos.unwrap_or(0) as f64 / 1e9
}

/// `outrider-tests` built without optimisation is some thirty times slower.
fn share() -> u64 {
    if option_env!("OUTRIDER_OPTIMISED").is_some() { 10_000 } else { 200 }
}

#[test]
fn every_planted_fault_is_found() {
    for fault in Fault::ALL {
        let found = (1..=10_000).find(|seed| schedule(*seed, Some(fault)).is_err());
        let seed = found.unwrap_or_else(|| panic!("{fault:?} was not found"));
        println!("{fault:?} is found by {}", shrunk(seed, Some(fault)).unwrap());
    }
}
