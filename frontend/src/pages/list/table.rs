//! The table: a head that sorts, and the rows in sight.

use super::row::{Row, shape_of};
use super::{Listing, Nothing};
use crate::ui::value::{entity_many, field_name};
use crate::ui::{Windowed, on_scroll};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Direction, TITLE, TOUCHED};
use outrider_app::id::RecordId;
use outrider_app::registry::{FieldDef, Kind};
use wasm_bindgen::JsCast;

#[component]
pub fn Table(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let cols = move || {
        let widths =
            listing.columns.with(|columns| columns.iter().map(|field| width(field)).collect::<Vec<_>>());
        format!("minmax(200px, 1.5fr) {} 132px", widths.join(" "))
    };
    let none = Memo::new(move |_| listing.count() == 0);
    let shape = Memo::new(move |_| listing.columns.with(|columns| shape_of(columns)));
    let key = move |index: usize| listing.ids.with(|ids| ids.get(index).copied());
    let row = move |index: usize, id: RecordId| view! { <Row listing index id shape/> }.into_any();
    view! {
        <div
            node_ref=listing.scroller
            class="table"
            data-selecting=move || listing.chosen.with(|chosen| !chosen.is_empty()).then_some("")
            style=("--cols", cols)
            on:scroll=on_scroll(listing.sight)
        >
            <div
                role="grid"
                aria-label=move || entity_many(&def.id)
                aria-rowcount=move || (listing.count() + 1).to_string()
                aria-multiselectable="true"
            >
                <div class="thead" role="row" aria-rowindex="1">
                    <span class="gutter" role="columnheader"><All listing/></span>
                    <Head listing field=TITLE class="th name" words=Signal::derive(|| t("sort-name"))/>
                    <For each=move || listing.columns.get() key=|field| field.id.to_string() children=move |field| {
                        let class = if is_number(field) { "th num" } else { "th" };
                        view! {
                            <Head listing field=field.id.as_ref() class words=Signal::derive(move || field_name(&def.id, &field.id))/>
                        }
                    }/>
                    <Head listing field=TOUCHED class="th num" words=Signal::derive(|| t("sort-touched"))/>
                </div>
                <Windowed sight=listing.sight count=Signal::derive(move || listing.count()) key row/>
            </div>
            <Show when=move || none.get()><Nothing listing/></Show>
        </div>
    }
}

/// A column's head: pressed, it sorts.
#[component]
fn Head(listing: Listing, field: &'static str, class: &'static str, words: Signal<String>) -> impl IntoView {
    let sorted = move || match listing.sorted() {
        (by, _) if by != field => "none",
        (_, Direction::Asc) => "ascending",
        (_, Direction::Desc) => "descending",
    };
    view! {
        <div class=class role="columnheader" aria-sort=sorted>
            <button type="button" title=move || words.get() on:click=move |_| listing.sort_by(field)>
                <span>{move || words.get()}</span>
            </button>
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

/// A column's width, by what stands in it.
fn width(field: &FieldDef) -> &'static str {
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

/// Puts focus on the row where the keys stand.
pub fn focus_row(listing: Listing) {
    listing.sight.reveal(listing.cursor.get_untracked());
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
