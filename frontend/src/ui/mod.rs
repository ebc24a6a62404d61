//! The parts that screens are made of. One component a file; nothing here knows an entity by name
//! but for the small choices of tint and icon.

mod act;
mod already;
mod avatar;
mod banner;
mod button;
mod create;
mod dialog;
mod download;
pub mod editor;
mod empty;
mod gesture;
mod icon;
mod in_place;
mod keys;
mod mark;
mod offer;
mod place;
mod popover;
mod tabs;
mod toast;
mod topbar;
pub mod value;
mod windowed;

pub use act::{Acts, edits_to, fail_words};
pub use already::why_words;
pub use avatar::{Avatar, initials, tint_of};
pub use banner::{Banner, Note, Tone};
pub use button::{Button, IconButton};
pub use create::CreateDialog;
pub use dialog::{Dialog, DialogHead, Modal};
pub use download::save_file;
pub use empty::Empty;
pub use gesture::follow_pointer;
pub use icon::{Icon, Sprite, activity_icon, entity_icon};
pub use in_place::InPlace;
pub use keys::{on_key, presses_focused};
pub use mark::MarkSign;
pub use offer::{Offer, moves_offer};
pub use place::{first_focusable, focus, focus_within, is_phone, place_under};
pub use popover::{Pop, Popover};
pub use tabs::{Tab, Tabs};
pub use toast::{ToastHost, offer_undo, remember};
pub use topbar::{TopBar, TopbarEnd};
pub use windowed::{Sight, Windowed, on_scroll};
