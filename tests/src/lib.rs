//! What the tests share: the simulation, and what starts real servers and browsers.

pub mod simulation;
