//! The table: a head that sorts, and the rows in sight.

use super::group::{Found, Head as GroupHead, Line};
use super::layout::pin_class;
use super::row::{Row, shape_of};
use super::th::Head;
use super::{Listing, Nothing};
use crate::ui::value::{entity_many, field_name};
use crate::ui::{Windowed, on_scroll};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{TITLE, TOUCHED};
use outrider_app::registry::{FieldDef, Kind};
use wasm_bindgen::JsCast;

#[component]
pub fn Table(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let widths = listing.widths;
    let cols = move || listing.columns.with(|columns| widths.template(columns));
    let pin = move |at: usize| move || listing.columns.with(|columns| widths.offset(columns, at));
    let none = Memo::new(move |_| listing.count() == 0);
    let shape = Memo::new(move |_| listing.columns.with(|columns| shape_of(columns, widths.pinned.get())));
    let key = move |line: usize| listing.found.with(|found| found.line(line));
    let row = move |line: usize, what: Line| match what {
        Line::Head(group) => view! { <GroupHead listing group line/> }.into_any(),
        Line::Row(index, id) => view! { <Row listing index line id shape/> }.into_any(),
    };
    let lines = Signal::derive(move || listing.found.with(Found::lines));
    view! {
        <div
            node_ref=listing.scroller
            class="table"
            data-selecting=move || listing.chosen.with(|chosen| !chosen.is_empty()).then_some("")
            style=("--cols", cols)
            style=("--pin-0", pin(0))
            style=("--pin-1", pin(1))
            style=("--pin-2", pin(2))
            style=("--pin-3", pin(3))
            on:scroll=on_scroll(listing.sight)
        >
            <div
                role="grid"
                aria-label=move || entity_many(&def.id)
                aria-rowcount=move || (lines.get() + 1).to_string()
                aria-multiselectable="true"
            >
                <div class="thead" role="row" aria-rowindex="1">
                    <span class="gutter" role="columnheader"><All listing/></span>
                    <Head listing field=TITLE class="th name".to_owned() words=Signal::derive(|| t("sort-name"))/>
                    <For
                        each=move || listing.columns.get().into_iter().enumerate()
                        key=move |(at, field)| (field.id.to_string(), pin_class(*at, widths.pinned.get()))
                        children=move |(at, field)| {
                            let look = if is_number(field) { "th num" } else { "th" };
                            let class = format!("{look} {}", pin_class(at, widths.pinned.get_untracked()));
                            let words = Signal::derive(move || field_name(&def.id, &field.id));
                            view! { <Head listing field=field.id.as_ref() class words/> }
                        }
                    />
                    <Head listing field=TOUCHED class="th num".to_owned() words=Signal::derive(|| t("sort-touched"))/>
                </div>
                <Windowed sight=listing.sight count=lines key row/>
            </div>
            <Show when=move || none.get()><Nothing listing/></Show>
        </div>
    }
}

/// Chooses every row.
#[component]
fn All(listing: Listing) -> impl IntoView {
    let chosen = move || listing.chosen.with(|chosen| chosen.len());
    let whole = move || chosen() > 0 && chosen() == listing.count();
    view! {
        <input
            type="checkbox"
            aria-label=move || t("select-all")
            prop:checked=whole
            prop:indeterminate=move || (1..listing.count()).contains(&chosen())
            on:change=move |_| listing.toggle_all()
        />
    }
}

pub fn is_number(field: &FieldDef) -> bool {
    matches!(field.kind, Kind::Number | Kind::Money | Kind::Date | Kind::DateTime)
}

/// Puts focus on the row where the keys stand.
pub fn focus_row(listing: Listing) {
    let line = listing.found.with_untracked(|found| found.line_of(listing.cursor.get_untracked()));
    listing.sight.reveal(line);
    request_animation_frame(move || {
        let Some(Some(table)) = listing.scroller.try_get_untracked() else { return };
        let row = table.query_selector(".row[tabindex='0']").ok().flatten();
        if let Some(row) = row.and_then(|row| row.dyn_into::<web_sys::HtmlElement>().ok()) {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = row.focus_with_options(&options);
        }
    });
}
