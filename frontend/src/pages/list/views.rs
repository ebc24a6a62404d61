//! The tabs over a list: everything, one's own, the views that one or one's team saved. What other
//! teams saved, for who sees that, stands in a menu behind them.

use super::Listing;
use super::keep::Keep;
use super::listing::Viewed;
use crate::state::App;
use crate::ui::{Icon, Pop, Popover};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Query, Test};
use outrider_app::id::RecordId;
use outrider_app::registry::EntityDef;
use outrider_app::value::Value;

#[component]
pub fn Views(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let saved = Memo::new(move |_| {
        let query = Query::all("view").filter("entity", Test::Is(Value::text(def.id.as_ref())));
        let viewed = listing.viewed.get();
        let near = |id: &RecordId| viewed == Viewed::Saved(*id) || is_near(app, *id);
        app.list(&query).iter().copied().partition::<Vec<_>, _>(near)
    });
    // What shapes the workspace is nobody's own.
    let has_mine = !def.small;
    view! {
        <nav class="tabs views" aria-label=move || t("views")>
            <One listing viewed=Viewed::All words=Signal::derive(|| t("view-all"))/>
            {has_mine.then(|| view! { <One listing viewed=Viewed::Mine words=Signal::derive(|| t("view-mine"))/> })}
            <For each=move || saved.get().0 key=|id| *id children=move |id| view! {
                <One listing viewed=Viewed::Saved(id) words=Signal::derive(move || app.title(id))/>
            }/>
            <Others listing views=Signal::derive(move || saved.get().1)/>
            <Keep listing/>
        </nav>
    }
}

/// What a list opens with: the view one chose for that, or one's team did; else everything.
pub fn first_view(app: App, def: &EntityDef) -> Viewed {
    let query = Query::all("view")
        .filter("entity", Test::Is(Value::text(def.id.as_ref())))
        .filter("first", Test::True);
    untrack(|| {
        let found = app.list(&query);
        let me = app.me().map(|me| me.user);
        let own = |id: &&RecordId| app.record(**id).is_some_and(|view| view.reference("owner") == me);
        let first = found.iter().find(own).or_else(|| found.iter().find(|id| is_near(app, **id)));
        first.map_or(Viewed::All, |id| Viewed::Saved(*id))
    })
}

/// Is the view one's own, or shared with one's team?
fn is_near(app: App, id: RecordId) -> bool {
    let view = app.record(id);
    let field = |name: &str| view.as_ref().and_then(|view| view.reference(name));
    let team = field("team");
    field("owner") == app.me().map(|me| me.user) || team.is_some() && team == own_team(app)
}

pub fn own_team(app: App) -> Option<RecordId> {
    app.me()?.scope?.team
}

#[component]
fn One(listing: Listing, viewed: Viewed, words: Signal<String>) -> impl IntoView {
    view! {
        <button
            type="button"
            class="tab"
            aria-current=move || (listing.viewed.get() == viewed).then_some("page")
            on:click=move |_| listing.show(viewed)
        >
            {move || words.get()}
        </button>
    }
}

/// Each by its name and whose it is: several teams may call theirs the same.
#[component]
fn Others(listing: Listing, views: Signal<Vec<RecordId>>) -> impl IntoView {
    let app = listing.app;
    let pop = Pop::menu();
    let label = Signal::derive(|| t("views-others"));
    let whose = move |id: RecordId| {
        let view = app.record(id)?;
        view.reference("team").or_else(|| view.reference("owner")).map(|whose| app.title(whose))
    };
    let item = move |id: RecordId| {
        view! {
            <button type="button" class="item" role="menuitem" on:click=move |_| { pop.close(); listing.show(Viewed::Saved(id)) }>
                <span class="label">{move || app.title(id)}</span>
                <span class="count">{move || whose(id)}</span>
            </button>
        }
    };
    view! {
        <Show when=move || views.with(|views| !views.is_empty())>
            <button class="tab" {..pop.button()}>{move || label.get()}<Icon name="down"/></button>
            <Popover pop label>{move || views.get().into_iter().map(item).collect_view()}</Popover>
        </Show>
    }
}
