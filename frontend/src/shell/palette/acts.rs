//! What can be done or gone to from the palette, found by the words one types.

use super::hit::{Act, Hit};
use crate::shell::bars::MAKES;
use crate::shell::places;
use crate::state::App;
use crate::ui::entity_icon;
use crate::ui::value::entity_new;
use crate::words::t;
use outrider_app::registry::fold;

/// The acts whose words have every typed word in them; the first few where nothing was typed.
pub fn acts(app: App, typed: &str) -> Vec<Hit> {
    let makes = MAKES.into_iter().filter(|entity| app.may_create(entity)).map(|entity| {
        let key = if entity == "contact" { "C" } else { "" };
        Hit::act(entity_icon(entity), entity_new(entity), key, Act::Make(entity))
    });
    let goes = places::all().map(|place| {
        let key = format!("G {}", place.letter.to_uppercase());
        Hit::act(place.icon(), place.words(), &key, Act::Go(place.href.to_owned()))
    });
    let tools =
        [Hit::act("sync", t("sync-now"), "", Act::Sync), Hit::act("key", t("keys-title"), "?", Act::Keys)];
    let all = makes.chain(goes).chain(tools);
    if typed.is_empty() {
        return all.take(MAKES.len()).collect();
    }
    let wanted: Vec<String> = fold(typed).split_whitespace().map(str::to_owned).collect();
    all.filter(|hit| {
        let words = fold(&hit.what);
        wanted.iter().all(|want| words.split([' ', '-']).any(|word| word.starts_with(want.as_str())))
    })
    .collect()
}
