//! The filter bar: what the list shows, as a sentence of small buttons.

use super::Listing;
use super::asked::{condition_words, operand_words, take_apart};
use super::columns::Columns;
use super::condition::Condition;
use super::group::Group;
use super::sort::Sort;
use super::spot::Spot;
use super::ways::{Fields, Ways};
use crate::pages::board::Switch;
use crate::platform::intl;
use crate::ui::value::{entity_many, field_name};
use crate::ui::{Button, Icon, IconButton, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::Filter;
use outrider_app::registry::FieldDef;

#[component]
pub fn Filters(listing: Listing) -> impl IntoView {
    let app = listing.app;
    let found = move || {
        let numbers = |number: usize| intl::number(number).into();
        let all = app.count(&listing.def.id);
        t_with("found-of", &[("found", numbers(listing.count())), ("all", numbers(all))])
    };
    let filters = Memo::new(move |_| listing.query.with(|query| query.filters.clone()));
    view! {
        <div class="filters" role="group" aria-label=move || t("filter")>
            <IconButton
                icon="search"
                look="quiet small phone-only"
                label=Signal::derive(move || t_with("search-in", &[("name", entity_many(&listing.def.id).into())]))
                on_click=move |_| {
                    listing.searching.set(true);
                    super::keys::focus_search();
                }
            />
            <Switch listing/>
            <For
                each=move || filters.get().into_iter().enumerate()
                key=|(at, filter)| (*at, serde_json::to_string(filter).unwrap_or_default())
                children=move |(at, filter)| view! { <One listing at filter/> }
            />
            <Add listing/>
            <span class="found num" role="status">{found}</span>
            <Sort listing/>
            <Group listing/>
            <Columns listing/>
        </div>
    }
}

/// One filter: pressed, it opens its conditions.
#[component]
fn One(listing: Listing, at: usize, filter: Filter) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let pop = Pop::form();
    let ways = match &filter {
        Filter::Or { or } => or.clone(),
        filter => vec![filter.clone()],
    };
    let known = ways.iter().all(|way| match way {
        Filter::Field { field, test } => def.field(field).is_some() && take_apart(test).is_some(),
        _ => false,
    });
    let label = {
        let ways = ways.clone();
        Signal::derive(move || {
            let words: Vec<String> = ways.iter().map(|way| condition_words(app, def, way)).collect();
            words.join(&format!(" {} ", t("or")))
        })
    };
    let remove = move |_| {
        listing.query.update(|query| Spot::At(at).remove(&mut query.filters));
        listing.home();
    };
    // A lone condition reads as name, test and value of their own weights.
    let words = match &ways[..] {
        [Filter::Field { field, test }] if known => {
            let (field, test) = (def.field(field), test.clone());
            let op = take_apart(&test).map(|(op, ..)| op);
            field.map(|field| {
                view! {
                    <span class="of">{move || field_name(&def.id, &field.id)}</span>
                    <span class="is">{move || op.map(|op| op.words(field))}</span>
                    <span class="to">{move || operand_words(app, &def.id, field, &test)}</span>
                }
                .into_any()
            })
        }
        _ => None,
    };
    view! {
        <div class="filter" data-on="">
            <button class="cond" title=move || label.get() {..pop.button()}>
                {words.unwrap_or_else(|| view! { <span class="to">{move || label.get()}</span> }.into_any())}
            </button>
            <button type="button" class="off" aria-label=move || t_with("remove-one", &[("name", label.get().into())]) on:click=remove>
                <Icon name="close"/>
            </button>
        </div>
        {known.then(|| view! {
            <Popover pop label look="menu"><Ways listing at ways=ways.clone() pop/></Popover>
        })}
    }
}

/// Adds a filter: first the field, then its condition.
#[component]
fn Add(listing: Listing) -> impl IntoView {
    let pop = Pop::menu();
    let field = RwSignal::new(None::<&'static FieldDef>);
    Effect::new(move |_| {
        if !pop.open.get() {
            field.set(None);
        }
    });
    let label = Signal::derive(|| t("filter"));
    let done = move |()| pop.close();
    view! {
        <Button look="quiet small" icon="filter" pop>{move || label.get()}</Button>
        <Show when=move || field.get().is_none()>
            <Popover pop label><Fields def=listing.def on_choose=move |one| field.set(Some(one))/></Popover>
        </Show>
        {move || field.get().map(|field| view! {
            <Popover pop=pop.as_form() label>
                <Condition listing field test=None spot=Spot::New on_done=done/>
            </Popover>
        })}
    }
}
