//! The list's keys: j k move, left and right go along a row, where Enter writes a value; Enter opens,
//! Space peeks, e edits, c makes a new one, x chooses, / searches, Esc goes back a step.

use super::Listing;
use super::table::focus_row;
use crate::ui::{on_key, presses_focused};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use wasm_bindgen::JsCast;

/// Rows a page key moves by.
const PAGE: isize = 20;

pub fn listen(listing: Listing) {
    let go = use_navigate();
    on_key(move |event| {
        let key = event.key();
        if matches!(key.as_str(), "Enter" | " ") && presses_focused(event) {
            return false;
        }
        match key.as_str() {
            "c" if untrack(|| listing.may_create()) => listing.creating.set(true),
            "/" => focus_search(),
            "Escape" if listing.cell.with_untracked(Option::is_some) => listing.cell.set(None),
            "Escape" if listing.peek.with_untracked(Option::is_some) => listing.peek.set(None),
            "Escape" => listing.chosen.update(|chosen| chosen.clear()),
            _ if listing.board.get_untracked() => return false,
            "j" | "J" | "ArrowDown" => step(listing, 1, event.shift_key()),
            "k" | "K" | "ArrowUp" => step(listing, -1, event.shift_key()),
            "PageDown" => step(listing, PAGE, event.shift_key()),
            "PageUp" => step(listing, -PAGE, event.shift_key()),
            "Home" => step(listing, isize::MIN, event.shift_key()),
            "End" => step(listing, isize::MAX, event.shift_key()),
            "x" => listing.toggle(listing.cursor.get_untracked()),
            " " => {
                let id = listing.id_at(listing.cursor.get_untracked());
                listing.peek.update(|peek| *peek = if *peek == id { None } else { id });
            }
            "ArrowRight" => step_cell(listing, 1),
            "ArrowLeft" => step_cell(listing, -1),
            "F2" | "Enter" if listing.cell.with_untracked(Option::is_some) => {
                listing.edit_cell();
            }
            "Enter" => match listing.id_at(listing.cursor.get_untracked()) {
                Some(id) => go(&format!("/record/{}/{id}", listing.def.id), Default::default()),
                None => return false,
            },
            "e" => {
                listing.peek.set(listing.id_at(listing.cursor.get_untracked()));
                request_animation_frame(edit_first);
            }
            _ => return false,
        }
        true
    });
}

/// Once what opens it is on the screen.
pub fn focus_search() {
    request_animation_frame(|| {
        let search = document().get_element_by_id("list-search");
        if let Some(search) = search.and_then(|search| search.dyn_into::<web_sys::HtmlElement>().ok()) {
            crate::ui::focus(&search);
        }
    });
}

fn step(listing: Listing, by: isize, choosing: bool) {
    listing.step(by, choosing);
    focus_row(listing);
}

fn step_cell(listing: Listing, by: isize) {
    listing.step_cell(by);
    request_animation_frame(|| {
        if let Some(cell) = document().query_selector(".cell[data-at]").ok().flatten() {
            cell.scroll_into_view_with_bool(false);
        }
    });
}

/// Opens the first fact of the peek for editing.
fn edit_first() {
    let first = document().query_selector(".peek .fact button.value").ok().flatten();
    if let Some(first) = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok()) {
        first.click();
    }
}
