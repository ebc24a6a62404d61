//! The document's title: where one is, then the app.

use super::places;
use crate::state::{Phase, use_app};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use outrider_app::id::RecordId;

/// Keeps it current.
pub fn follow_title() {
    let app = use_app();
    let path = use_location().pathname;
    Effect::new(move |before: Option<String>| {
        let here = match app.phase() {
            Phase::Ready => page(&path.get()),
            Phase::SignIn => Some(t("sign-in")),
            Phase::SetUp => Some(t("setup-title")),
            _ => None,
        };
        let title = here
            .filter(|here| !here.is_empty())
            .map_or("Outrider".to_owned(), |here| format!("{here} · Outrider"));
        if before.as_ref() != Some(&title) {
            document().set_title(&title);
        }
        title
    });
}

fn page(path: &str) -> Option<String> {
    if let Some(record) = path.strip_prefix("/record/") {
        let id = record.split('/').nth(1).and_then(RecordId::parse)?;
        return Some(use_app().title(id));
    }
    places::all().find(|place| place.is_here(path)).map(places::Place::words)
}
