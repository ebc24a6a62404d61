//! How wide the table's columns are, and which stay in sight when it is moved sideways.

use super::saved::Laid;
use leptos::prelude::*;
use outrider_app::book::TITLE;
use outrider_app::registry::{FieldDef, Kind};
use std::collections::BTreeMap;

/// So many columns beside the name can be pinned: a narrow window still shows others.
pub const PINS: usize = 4;
/// What a column is moved or widened by with a key, and how narrow or wide it gets, in pixels.
pub const NUDGE: i32 = 16;
const LEAST: i32 = 56;
const MOST: i32 = 800;
/// A pinned column that nobody gave a width, and the name before it.
const PINNED: u16 = 150;
const NAME: u16 = 240;

/// A `Copy` handle.
#[derive(Clone, Copy)]
pub struct Widths {
    /// By field, those that were given one, in pixels; the name's under [`TITLE`].
    pub of: RwSignal<BTreeMap<String, u16>>,
    /// So many of the first columns are pinned.
    pub pinned: RwSignal<usize>,
}

impl Widths {
    pub fn new() -> Self {
        Self { of: RwSignal::default(), pinned: RwSignal::new(0) }
    }

    pub fn lay(self, laid: &Laid) {
        self.of.set(laid.widths.clone());
        self.pinned.set(laid.pinned.min(PINS));
    }

    pub fn set(self, field: &str, width: i32) {
        let width = width.clamp(LEAST, MOST) as u16;
        self.of.update(|widths| {
            widths.insert(field.to_owned(), width);
        });
    }

    /// The table's columns, for `grid-template-columns`.
    pub fn template(self, columns: &[&'static FieldDef]) -> String {
        let pinned = self.pinned.get();
        self.of.with(|widths| {
            let px = |width: &u16| format!("{width}px");
            let name = match widths.get(TITLE) {
                Some(width) => px(width),
                None if pinned > 0 => px(&NAME),
                None => "minmax(200px, 1.5fr)".to_owned(),
            };
            let column = |(at, field): (usize, &&'static FieldDef)| match widths.get(field.id.as_ref()) {
                Some(width) => px(width),
                None if at < pinned => px(&PINNED),
                None => kind_width(field).to_owned(),
            };
            let columns: Vec<String> = columns.iter().enumerate().map(column).collect();
            format!("{name} {} 132px", columns.join(" "))
        })
    }

    /// How far from the name's start a pinned column stands: `--pin-0` and so on.
    pub fn offset(self, columns: &[&'static FieldDef], at: usize) -> String {
        self.of.with(|widths| {
            let name = widths.get(TITLE).copied().unwrap_or(NAME);
            let before = columns.iter().take(at);
            let before = before.map(|field| widths.get(field.id.as_ref()).copied().unwrap_or(PINNED));
            format!("{}px", u32::from(name) + before.map(u32::from).sum::<u32>())
        })
    }
}

/// The class by which a pinned column's cells stay in sight.
pub fn pin_class(at: usize, pinned: usize) -> &'static str {
    match at {
        _ if at >= pinned => "",
        0 => "pin pin-0",
        1 => "pin pin-1",
        2 => "pin pin-2",
        _ => "pin pin-3",
    }
}

/// A column's width, by what stands in it.
fn kind_width(field: &FieldDef) -> &'static str {
    if field.many {
        return "minmax(140px, 1fr)";
    }
    match &field.kind {
        Kind::Choice(_) => "152px",
        Kind::Bool => "84px",
        Kind::Number => "96px",
        Kind::Money => "116px",
        Kind::Date => "116px",
        Kind::DateTime => "150px",
        Kind::Phone => "150px",
        Kind::Email | Kind::Link => "minmax(170px, 1fr)",
        Kind::Ref(targets) if targets.iter().any(|target| target == "employee" || target == "stage") => {
            "minmax(124px, 0.8fr)"
        }
        Kind::Ref(_) => "minmax(150px, 1.2fr)",
        Kind::Address => "minmax(104px, 0.7fr)",
        Kind::Text | Kind::LongText => "minmax(130px, 1fr)",
    }
}
