//! The ways in which a filter can hold: one condition, or several of which one is enough.

use super::Listing;
use super::asked::{condition_words, ops};
use super::condition::Condition;
use super::spot::Spot;
use crate::ui::value::field_name;
use crate::ui::{Icon, IconButton, Pop, entity_icon};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Filter, Test};
use outrider_app::registry::{EntityDef, FieldDef};

/// What the float shows.
#[derive(Clone)]
enum Shows {
    List,
    /// The fields for one more way.
    Fields,
    Condition(&'static FieldDef, Option<Box<Test>>, Spot),
}

#[component]
pub fn Ways(listing: Listing, at: usize, ways: Vec<Filter>, pop: Pop) -> impl IntoView {
    let def = listing.def;
    let alone = match &ways[..] {
        [Filter::Field { field, test }] => def.field(field).map(|field| (field, test.clone())),
        _ => None,
    };
    let shows = RwSignal::new(match &alone {
        Some((field, test)) => Shows::Condition(field, Some(Box::new(test.clone())), Spot::At(at)),
        None => Shows::List,
    });
    let alone = alone.is_some();
    let done = move |()| pop.close();
    let or = move || {
        view! {
            <button type="button" class="btn quiet small" on:click=move |_| shows.set(Shows::Fields)>
                <Icon name="plus"/>{t("filter-or")}
            </button>
        }
    };
    let list = StoredValue::new(ways);
    move || {
        match shows.get() {
        Shows::List => view! {
            <div class="ways">
                <p class="faint">{t("filter-any")}</p>
                {list.get_value().into_iter().enumerate().map(|(one, way)| view! { <Way listing at one way shows/> }).collect_view()}
                {or()}
            </div>
        }
        .into_any(),
        Shows::Fields => view! {
            <Fields def on_choose=move |field| shows.set(Shows::Condition(field, None, Spot::Or(at)))/>
        }
        .into_any(),
        Shows::Condition(field, test, spot) => view! {
            <Condition listing field test=test.map(|test| *test) spot on_done=done/>
            {(alone && spot == Spot::At(at)).then(or)}
        }
        .into_any(),
    }
    }
}

/// One of several ways: pressed, it is changed.
#[component]
fn Way(listing: Listing, at: usize, one: usize, way: Filter, shows: RwSignal<Shows>) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let known = match &way {
        Filter::Field { field, test } => def.field(field).map(|field| (field, test.clone())),
        _ => None,
    };
    let words = Signal::derive(move || condition_words(app, def, &way));
    let spot = Spot::Within(at, one);
    view! {
        <div class="way">
            <button type="button" class="item" on:click=move |_| {
                if let Some((field, test)) = known.clone() {
                    shows.set(Shows::Condition(field, Some(Box::new(test)), spot));
                }
            }>
                <span class="label">{move || words.get()}</span>
            </button>
            <IconButton
                icon="close"
                look="quiet small"
                label=Signal::derive(move || t_with("remove-one", &[("name", words.get().into())]))
                on_click=move |_| {
                    listing.query.update(|query| spot.remove(&mut query.filters));
                    listing.home();
                }
            />
        </div>
    }
}

/// The fields that can be asked about.
#[component]
pub fn Fields(
    def: &'static EntityDef,
    #[prop(into)] on_choose: Callback<&'static FieldDef>,
) -> impl IntoView {
    let fields = def.visible_fields().filter(|field| !ops(field).is_empty());
    fields
        .map(|field| {
            view! {
                <button type="button" class="item" role="menuitem" on:click=move |_| on_choose.run(field)>
                    <Icon name=field.targets().first().map_or("filter", |target| entity_icon(target))/>
                    <span class="label">{move || field_name(&def.id, &field.id)}</span>
                </button>
            }
        })
        .collect_view()
}
