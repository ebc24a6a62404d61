//! The filter bar: what the list shows, as a sentence of small buttons.

use super::Listing;
use super::asked::{operand_words, ops, take_apart};
use super::columns::Columns;
use super::condition::Condition;
use crate::pages::board::PipelineSwitch;
use crate::platform::intl;
use crate::ui::value::field_name;
use crate::ui::{Button, Icon, Pop, Popover, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Direction, Filter, TITLE, TOUCHED};
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
            <PipelineSwitch listing/>
            <For
                each=move || filters.get().into_iter().enumerate()
                key=|(at, filter)| (*at, serde_json::to_string(filter).unwrap_or_default())
                children=move |(at, filter)| view! { <One listing at filter/> }
            />
            <Add listing/>
            <span class="found num" role="status">{found}</span>
            <Sort listing/>
            <Columns listing/>
        </div>
    }
}

/// One filter: pressed, it opens its condition.
#[component]
fn One(listing: Listing, at: usize, filter: Filter) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let pop = Pop::form();
    let known = match &filter {
        Filter::Field { field, test } => {
            def.field(field).zip(take_apart(test)).map(|(field, _)| (field, test.clone()))
        }
        _ => None,
    };
    let remove = move |_| {
        listing.query.update(|query| {
            if at < query.filters.len() {
                query.filters.remove(at);
            }
        });
        listing.home();
    };
    let name = move |field: &FieldDef| field_name(&def.id, &field.id);
    let label = match &known {
        Some((field, _)) => {
            let field = *field;
            Signal::derive(move || name(field))
        }
        None => Signal::derive(|| t("filter-more")),
    };
    let words = known.clone().map(|(field, test)| {
        let op = take_apart(&test).map(|(op, _, _)| op);
        view! {
            <span class="is">{move || op.map(|op| op.words(field))}</span>
            <span class="to">{move || operand_words(app, &def.id, field, &test)}</span>
        }
    });
    view! {
        <div class="filter" data-on="">
            <button class="cond" {..pop.button()}>
                <span class="of">{move || label.get()}</span>
                {words}
            </button>
            <button type="button" class="off" aria-label=move || t_with("remove-one", &[("name", label.get().into())]) on:click=remove>
                <Icon name="close"/>
            </button>
        </div>
        {known.map(|(field, test)| view! {
            <Popover pop label>
                <Condition listing field test=Some(test.clone()) at=Some(at) open=pop.open/>
            </Popover>
        })}
    }
}

/// Adds a filter: first the field, then its condition.
#[component]
fn Add(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::menu();
    let field = RwSignal::new(None::<&'static FieldDef>);
    Effect::new(move |_| {
        if !pop.open.get() {
            field.set(None);
        }
    });
    let label = Signal::derive(|| t("filter"));
    let fields =
        move || {
            def.visible_fields()
            .filter(|field| !ops(field).is_empty())
            .map(|one| view! {
                <button type="button" class="item" role="menuitem" on:click=move |_| field.set(Some(one))>
                    <Icon name=one.targets().first().map_or("filter", |target| entity_icon(target))/>
                    <span class="label">{field_name(&def.id, &one.id)}</span>
                </button>
            })
            .collect_view()
        };
    view! {
        <Button look="quiet small" icon="filter" pop>{move || label.get()}</Button>
        <Show when=move || field.get().is_none()>
            <Popover pop label>{fields}</Popover>
        </Show>
        {move || field.get().map(|field| view! {
            <Popover pop=pop.as_form() label>
                <Condition listing field test=None at=None open=pop.open/>
            </Popover>
        })}
    }
}

/// The order, which also a board and a phone can change.
#[component]
fn Sort(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::menu();
    let name = move |field: &str| match field {
        TITLE => t("sort-name"),
        TOUCHED => t("sort-touched"),
        field => field_name(&def.id, field),
    };
    let label = Signal::derive(|| t("sort"));
    let choices = move || {
        let fields = def.visible_fields().filter(|field| !field.many && !def.title.contains(&field.id));
        let all = [TITLE, TOUCHED].into_iter().chain(fields.map(|field| field.id.as_ref()));
        all.map(|field| {
            view! {
                <button
                    type="button"
                    class="item"
                    role="menuitemradio"
                    aria-checked=move || (listing.sorted().0 == field).to_string()
                    on:click=move |_| { listing.sort_by(field); pop.close() }
                >
                    <span class="label">{name(field)}</span>
                </button>
            }
        })
        .collect_view()
    };
    let shown = move || {
        let (field, direction) = listing.sorted();
        format!("{}{}", name(&field), if direction == Direction::Desc { " ↓" } else { "" })
    };
    view! {
        <Button
            look="quiet small"
            icon="sort"
            label=Signal::derive(move || format!("{}: {}", t("sort"), shown()))
            pop
        >
            {shown}
        </Button>
        <Popover pop label>{choices}</Popover>
    }
}
