//! What the browser gives us, each thing in a small file. Nothing here panics where a browser
//! lacks it: the functions say so, or do the next best.

pub mod agent;
pub mod channel;
pub mod clock;
pub mod digest;
pub mod events;
pub mod http;
pub mod idle;
pub mod intl;
pub mod local;
pub mod locks;
pub mod marks;
pub mod notify;
pub mod online;
pub mod random;
pub mod settings;
pub mod stream;
