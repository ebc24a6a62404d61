//! Where one can go, declared once: the rail, the bottom bar, the palette and the keys follow it.

use crate::state::App;
use crate::ui::entity_icon;
use crate::ui::value::entity_many;
use crate::words::t;

/// One place.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub href: &'static str,
    pub icon: &'static str,
    /// The key of its words, or the entity whose list it is.
    name: Name,
    /// Pressed after `g`.
    pub letter: &'static str,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Name {
    Words(&'static str),
    Entity(&'static str),
}

const fn page(href: &'static str, icon: &'static str, words: &'static str, letter: &'static str) -> Place {
    Place { href, icon, name: Name::Words(words), letter }
}

const fn list(href: &'static str, entity: &'static str, letter: &'static str) -> Place {
    Place { href, icon: "", name: Name::Entity(entity), letter }
}

pub const TODAY: Place = page("/", "today", "nav-today", "h");
pub const SEARCH: Place = page("/search", "search", "nav-search", "f");
pub const CALENDAR: Place = page("/calendar", "calendar", "nav-calendar", "k");
pub const NEWS: Place = page("/news", "bell", "nav-news", "n");
pub const SYNC: Place = page("/sync", "sync", "nav-sync", "y");
pub const CONTACTS: Place = list("/list/contact", "contact", "c");

/// The lists, in the rail's order.
pub const LISTS: [Place; 6] = [
    CONTACTS,
    list("/list/company", "company", "o"),
    list("/list/deal", "deal", "d"),
    list("/list/activity", "activity", "a"),
    list("/list/task", "task", "t"),
    list("/list/product", "product", "p"),
];

/// What serves all of them.
pub const TOOLS: [Place; 4] = [
    page("/team", "team", "nav-team", "m"),
    page("/import", "import", "nav-import", "i"),
    page("/duplicates", "merge", "nav-duplicates", "u"),
    page("/settings", "settings", "nav-settings", "s"),
];

/// Every place.
pub fn all() -> impl Iterator<Item = Place> {
    [TODAY, SEARCH, CALENDAR, NEWS].into_iter().chain(LISTS).chain(TOOLS).chain([SYNC])
}

impl Place {
    pub fn words(self) -> String {
        match self.name {
            Name::Words(key) => t(key),
            Name::Entity(entity) => entity_many(entity),
        }
    }

    pub fn icon(self) -> &'static str {
        match self.name {
            Name::Words(_) => self.icon,
            Name::Entity(entity) => entity_icon(entity),
        }
    }

    /// How many stand there, where that says something.
    pub fn count(self, app: App) -> Option<usize> {
        match self.name {
            Name::Entity("activity" | "task") | Name::Words(_) => None,
            Name::Entity(entity) => Some(app.count(entity)),
        }
    }

    /// Is one there? A record is where its list is.
    pub fn is_here(self, path: &str) -> bool {
        match self.name {
            Name::Words(_) => path == self.href,
            Name::Entity(entity) => {
                let mut parts = path.split('/').skip(1);
                matches!(parts.next(), Some("list" | "board" | "record")) && parts.next() == Some(entity)
            }
        }
    }
}
