//! A deterministic world of one server and several devices on one thread. It drives the very
//! functions production runs (`outrider_app::sync`, `outrider_app::device`) over memory stores,
//! and breaks everything around them: messages are lost, doubled and late, devices die between
//! any two steps, clocks are years off, people change teams and roles, reading is narrowed,
//! tombstones are purged.
//!
//! What must hold at the end of every schedule is in `check`.

mod acts;
mod check;
pub mod desk;
pub mod device;
pub mod server;
mod world;

pub use world::{Fault, People, World, create};

/// Runs one schedule; the error tells what did not hold.
pub fn schedule(seed: u64, fault: Option<Fault>) -> Result<(), String> {
    let mut world = World::new(seed, fault);
    for _ in 0..world.length() {
        world.step()?;
    }
    world.calm_down()?;
    check::all(&world)
}
