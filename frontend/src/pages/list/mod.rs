//! Any entity's list: `/list/{entity}`. A table (deals: a board) with views, filters, keys, a peek
//! at the record beside it, and what can be done with several at once.

mod asked;
mod bulk;
mod columns;
mod condition;
mod export;
mod filters;
mod foot;
mod give;
mod group;
mod head;
mod keep;
mod keys;
mod layout;
mod listing;
mod peek;
mod row;
mod saved;
mod sort;
mod spot;
mod sums;
mod table;
mod th;
mod views;
mod ways;

pub use listing::Listing;
pub use peek::PeekFrame;
pub use sums::sums;

use crate::pages::board::Board;
use crate::state::use_app;
use crate::ui::{CreateDialog, Empty, entity_icon};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_params_map};
use outrider_app::registry::EntityDef;

/// The list at `/list/{entity}`.
#[component]
pub fn ListPage() -> impl IntoView {
    let app = use_app();
    let params = use_params_map();
    let entity = Memo::new(move |_| params.read().get("entity").unwrap_or_default());
    let def = move || app.registry().entity(&entity.get());
    // Each list is made anew: nothing of one stays in the next.
    view! {
        <For each=def key=|def| def.id.to_string() children=|def| view! { <List def/> }/>
        <Show when=move || def().is_none()>
            <div class="body"><Empty words=Signal::derive(|| t("no-such-list"))/></div>
        </Show>
    }
}

#[component]
fn List(def: &'static EntityDef) -> impl IntoView {
    let listing = Listing::new(use_app(), def);
    keys::listen(listing);
    let go = use_navigate();
    let made = Callback::new(move |id| {
        if crate::ui::is_phone() {
            go(&format!("/record/{}/{id}", def.id), Default::default());
        } else {
            listing.peek.set(Some(id));
        }
    });
    view! {
        <head::Head listing/>
        <views::Views listing/>
        <filters::Filters listing/>
        <div class="body">
            {move || match listing.lanes.get().filter(|_| listing.board.get()) {
                Some(by) => view! { <Board listing by/> }.into_any(),
                None => view! { <table::Table listing/> <foot::Foot listing/> }.into_any(),
            }}
            <peek::Peek listing/>
        </div>
        <bulk::Bulk listing/>
        <Show when=move || listing.creating.get()>
            <CreateDialog def given=listing.given() on_close=move |()| listing.creating.set(false) on_made=made/>
        </Show>
    }
}

/// Nothing to show: because there is nothing, or because nothing answers the query.
#[component]
pub fn Nothing(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let asked = move || {
        listing.query.with(|query| {
            !query.filters.is_empty() || query.search.as_ref().is_some_and(|text| !text.is_empty())
        })
    };
    let words = move || {
        if asked() {
            t("list-none-found")
        } else {
            crate::words::find(&format!("entity-{}-none", def.id)).unwrap_or_else(|| t("list-empty"))
        }
    };
    let imports = matches!(def.id.as_ref(), "company" | "contact" | "deal" | "product");
    view! {
        <Empty words=Signal::derive(words)>
            {move || if asked() {
                view! {
                    <button type="button" class="btn" on:click=move |_| {
                        listing.query.update(|query| { query.filters.clear(); query.search = None });
                        listing.home();
                    }>{t("list-show-all")}</button>
                }.into_any()
            } else if listing.may_create() {
                view! {
                    <button type="button" class="btn primary" on:click=move |_| listing.creating.set(true)>
                        <crate::ui::Icon name=entity_icon(&def.id)/>
                        {crate::ui::value::entity_new(&def.id)}
                    </button>
                    {(imports && app.may_create(&def.id)).then(|| view! { <a class="btn" href="/import">{t("import")}</a> })}
                }.into_any()
            } else {
                ().into_any()
            }}
        </Empty>
    }
}
