//! What the tests share: the simulation, what hostile bytes may not do, and what starts real servers
//! and browsers.

pub mod fuzz;
pub mod simulation;
