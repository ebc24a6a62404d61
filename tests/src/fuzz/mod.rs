//! What hostile bytes may not do. Each target is a function of bytes that panics where something
//! that should always hold does not: the fuzzer calls it (`tests/fuzz`), and a test calls it with
//! the small corpora kept there, so that what was found once stays found.
//!
//! Where it can be said, a target says more than "no panic": what is read and written again is the
//! same, two ways to one result agree, nothing of the bytes is lost unsaid.

mod accept;
mod book;
mod cells;
mod csv;
mod draw;
mod export;
mod import;
mod packed;
mod page;
mod records;
mod stored;
mod weave;
mod wire;
mod words;

/// A target: its name, which is also its corpus's, and its body.
pub type Target = (&'static str, fn(&[u8]));

/// All of them.
pub const TARGETS: [Target; 12] = [
    ("accept", accept::run),
    ("book", book::run),
    ("cells", cells::run),
    ("csv", csv::run),
    ("export", export::run),
    ("import", import::run),
    ("packed", packed::run),
    ("page", page::run),
    ("stored", stored::run),
    ("weave", weave::run),
    ("wire", wire::run),
    ("words", words::run),
];

/// Runs one target. For the fuzzer's binaries, which are named like their target.
pub fn run(name: &str, bytes: &[u8]) {
    let target = TARGETS.iter().find(|(known, _)| *known == name).expect("a target of this name");
    (target.1)(bytes);
}
