//! The simulation over many seeds, and proof that it finds what it should.
//!
//! `cargo ci` runs ten thousand schedules with `--profile simulation`; an unoptimised build runs
//! a share of them. `OUTRIDER_SCHEDULES=1000000 cargo test --profile simulation -p outrider-tests
//! --test simulation` runs more; `OUTRIDER_SEED=n` begins elsewhere. A failing schedule prints its
//! seed.

#![allow(clippy::unwrap_used)]

use outrider_tests::simulation::{Fault, schedule};
use std::time::Instant;

fn number(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn every_schedule_ends_with_everyone_agreeing_and_nothing_lost() {
    let (first, many) = (number("OUTRIDER_SEED", 1), number("OUTRIDER_SCHEDULES", share()));
    let begun = Instant::now();
    let half = many / 2;
    let run = |from: u64, to: u64| {
        for seed in from..to {
            if let Err(error) = schedule(seed, None) {
                panic!("seed {seed}: {error}");
            }
        }
    };
    std::thread::scope(|scope| {
        let other = scope.spawn(|| run(first + half, first + many));
        run(first, first + half);
        other.join().unwrap();
    });
    let rate = many as f64 / begun.elapsed().as_secs_f64();
    println!("simulation: seeds {first}..{} clean, {rate:.0} schedules/s on two threads", first + many);
}

/// `outrider-tests` built without optimisation is some thirty times slower.
fn share() -> u64 {
    if option_env!("OUTRIDER_OPTIMISED").is_some() { 10_000 } else { 200 }
}

fn is_found(fault: Fault) {
    let found = (1..10_000).find_map(|seed| schedule(seed, Some(fault)).err().map(|error| (seed, error)));
    let (seed, error) = found.unwrap_or_else(|| panic!("{fault:?} was not found"));
    println!("{fault:?} found by seed {seed}: {error}");
}

#[test]
fn a_lost_acknowledgement_is_found() {
    is_found(Fault::LostAcknowledgement);
}

#[test]
fn a_cursor_that_skips_is_found() {
    is_found(Fault::SkippingCursor);
}

#[test]
fn a_forgotten_leave_is_found() {
    is_found(Fault::ForgottenLeave);
}
