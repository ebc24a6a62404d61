//! A deterministic world of one server and several devices on one thread. It drives the very
//! functions production runs (`outrider_app::sync`, `outrider_app::device`) over memory stores,
//! and breaks everything around them: messages are lost, doubled, late and out of turn, stores
//! refuse, tabs die between any two steps and fall silent while they lead, another server writes in
//! between, clocks are years off and jump, people change teams and roles, reading is narrowed,
//! tombstones are purged, apps and servers are of different versions.
//!
//! A schedule is data (`plan`), drawn from a seed (`draw`) and then run (`world`): so one that fails
//! is made short (`shrink`) and told in words (`story`). What must hold at its end is in `check`.
//! What is done wrong on purpose, to see that it is found, is in `faults`.

mod acts;
mod check;
pub mod desk;
pub mod device;
mod draw;
mod faults;
mod handset;
mod people;
mod plan;
pub mod server;
mod shrink;
mod story;
mod tab;
mod travel;
mod world;

pub use faults::Fault;
pub use people::{NEWER, People, create};
pub use plan::Plan;
pub use shrink::{Failure, shrunk};
pub use story::Broken;

use story::Story;
use world::World;

/// Runs one schedule; the error tells what did not hold.
pub fn schedule(seed: u64, fault: Option<Fault>) -> Result<(), Broken> {
    run(&Plan::draw(seed), fault)
}

/// Runs a schedule that was drawn.
pub fn run(plan: &Plan, fault: Option<Fault>) -> Result<(), Broken> {
    World::new(plan, fault, Story::default()).run()
}
