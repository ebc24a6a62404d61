//! The list's top bar: its name and count, the quick filter, table or board, a new one.

use super::Listing;
use crate::pages::board::lane_fields;
use crate::platform::intl;
use crate::ui::value::{entity_many, entity_new};
use crate::ui::{Icon, TopBar};
use crate::words::{t, t_with};
use leptos::prelude::*;
use std::time::Duration;

/// Typing pauses so long before a large list is asked again.
const PAUSE: Duration = Duration::from_millis(60);

#[component]
pub fn Head(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let title = Signal::derive(move || entity_many(&def.id));
    let count = Signal::derive(move || Some(intl::number(app.count(&def.id))));
    let has_board = lane_fields(def).next().is_some();
    let imports = matches!(def.id.as_ref(), "company" | "contact" | "deal" | "product");
    view! {
        <TopBar title count>
            <Search listing/>
            <div class="actions">
                {has_board.then(|| view! { <Layout listing/> })}
                {def.doubles.then(|| view! {
                    <a class="btn wide-only" href=format!("/duplicates?entity={}", def.id)><Icon name="merge"/>{move || t("nav-duplicates")}</a>
                })}
                {imports.then(|| view! {
                    <a class="btn wide-only" href="/import"><Icon name="import"/>{move || t("import")}</a>
                })}
                <Show when=move || listing.may_create()>
                    <button type="button" class="btn primary wide-only" on:click=move |_| listing.creating.set(true)>
                        {move || entity_new(&def.id)} <kbd class="kbd" aria-hidden="true">"C"</kbd>
                    </button>
                </Show>
            </div>
        </TopBar>
    }
}

/// Narrows the list as one types.
#[component]
fn Search(listing: Listing) -> impl IntoView {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let ask = move |text: String| {
        if let Some(timer) = waiting.get_value() {
            timer.clear();
        }
        let run = move || {
            let text = (!text.trim().is_empty()).then(|| text.clone());
            if listing.query.try_update(|query| query.search = text).is_some() {
                listing.home();
            }
        };
        waiting.set_value(set_timeout_with_handle(run, PAUSE).ok());
    };
    let asked = move || listing.query.with(|query| query.search.is_some());
    let words = move || t_with("search-in", &[("name", entity_many(&listing.def.id).into())]);
    view! {
        <label class="search" data-open=move || (listing.searching.get() || asked()).then_some("")>
            <Icon name="search"/>
            <input
                type="search"
                role="searchbox"
                id="list-search"
                placeholder=words
                aria-label=words
                prop:value=move || listing.query.with(|query| query.search.clone().unwrap_or_default())
                on:blur=move |_| listing.searching.set(false)
                on:input=move |event| ask(event_target_value(&event))
                on:keydown=move |event| match event.key().as_str() {
                    "Escape" => ask(String::new()),
                    "ArrowDown" | "Enter" => {
                        event.prevent_default();
                        super::table::focus_row(listing);
                    }
                    _ => {}
                }
            />
            <kbd class="kbd" aria-hidden="true">"/"</kbd>
        </label>
    }
}

/// Board or table.
#[component]
fn Layout(listing: Listing) -> impl IntoView {
    let option = move |board: bool, icon: &'static str, key: &'static str| {
        view! {
            <label>
                <input
                    type="radio"
                    name="layout"
                    prop:checked=move || listing.board.get() == board
                    on:change=move |_| listing.board.set(board)
                />
                <span title=move || t(key)><Icon name=icon/><span class="words">{move || t(key)}</span></span>
            </label>
        }
    };
    view! {
        <div
            class="segment"
            class:wide-only=listing.def.field("stage").is_none()
            role="radiogroup"
            aria-label=move || t("layout")
        >
            {option(true, "board", "layout-board")}
            {option(false, "list", "layout-table")}
        </div>
    }
}
