//! Showing values: as words (`plain`), and as what can be pressed ([`ValueView`]).

mod currency;
mod names;
mod number;
mod plain;
mod tint;
mod view;

pub use crate::platform::local::{Here, from_local, start_of_day, to_local};
pub use currency::{currencies, home_currency, remember_currency};
pub use names::{choice_name, entity_many, entity_name, entity_new, field_name};
pub use number::{number_text, read_number};
pub use plain::{plain, title_or_gone};
pub use tint::{choice_tint, record_tint};
pub use view::{ValueView, link_href};
