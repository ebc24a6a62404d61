//! Small settings of this device: theme, language, last view. Only what may be lost at any time;
//! where the browser keeps nothing they last as long as the page.

use gloo_storage::{LocalStorage, Storage};
use outrider_app::words::Language;

const THEME: &str = "outrider.theme";
const LANGUAGE: &str = "outrider.language";
const VIEW: &str = "outrider.view";

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    Light,
    Dark,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    pub const fn tag(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

pub fn theme() -> Theme {
    let tag = get(THEME).unwrap_or_default();
    Theme::ALL.into_iter().find(|theme| theme.tag() == tag).unwrap_or_default()
}

/// Keeps the theme and shows it at once (`data-theme` on the document, as `theme.js` does at the
/// start).
pub fn set_theme(theme: Theme) {
    let root = web_sys::window().and_then(|window| window.document()?.document_element());
    if theme == Theme::System {
        remove(THEME);
        root.and_then(|root| root.remove_attribute("data-theme").ok());
    } else {
        set(THEME, theme.tag());
        root.and_then(|root| root.set_attribute("data-theme", theme.tag()).ok());
    }
}

/// The language chosen here; `None` where nobody chose one.
pub fn language() -> Option<Language> {
    Language::of(&get(LANGUAGE)?)
}

pub fn set_language(language: Language) {
    set(LANGUAGE, language.tag());
}

/// The address (path and query) that was last open.
pub fn last_view() -> Option<String> {
    get(VIEW)
}

pub fn set_last_view(address: &str) {
    set(VIEW, address);
}

/// A setting by its full key (`outrider.*`).
pub fn get(key: &str) -> Option<String> {
    there().then(|| LocalStorage::get(key).ok())?
}

pub fn set(key: &str, value: &str) {
    if there() {
        let _ = LocalStorage::set(key, value);
    }
}

pub fn remove(key: &str) {
    if there() {
        LocalStorage::delete(key);
    }
}

/// gloo panics where the browser refuses storage.
fn there() -> bool {
    web_sys::window().and_then(|window| window.local_storage().ok().flatten()).is_some()
}
