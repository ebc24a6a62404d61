//! Which columns the table has, in what order, and which stay in sight.

use super::Listing;
use super::layout::PINS;
use crate::ui::value::field_name;
use crate::ui::{Button, Icon, IconButton, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::registry::FieldDef;

#[component]
pub fn Columns(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::form();
    let label = Signal::derive(|| t("columns"));
    let toggle = move |field: &'static FieldDef, on: bool| {
        listing.columns.update(|columns| {
            columns.retain(|column| column.id != field.id);
            if on {
                columns.push(field);
            }
        });
    };
    let pinned = listing.widths.pinned;
    let pin = move |at: usize| {
        // What stands before it stays in sight with it.
        pinned.update(|pinned| *pinned = if *pinned == at + 1 { at } else { at + 1 });
    };
    let standing = move || {
        let columns = listing.columns.get();
        let last = columns.len().saturating_sub(1);
        let line = |(at, field): (usize, &'static FieldDef)| {
            let name = Signal::derive(move || field_name(&def.id, &field.id));
            let named =
                move |key: &'static str| Signal::derive(move || t_with(key, &[("name", name.get().into())]));
            let step = move |to: usize| move |_| listing.move_column(&field.id, to);
            view! {
                <div class="way">
                    <label class="item">
                        <input type="checkbox" prop:checked=true on:change=move |_| toggle(field, false)/>
                        <span class="label">{move || name.get()}</span>
                    </label>
                    {(at > 0).then(|| view! { <IconButton icon="up" look="quiet small" label=named("column-earlier") on_click=step(at - 1)/> })}
                    {(at < last).then(|| view! { <IconButton icon="down" look="quiet small" label=named("column-later") on_click=step(at + 1)/> })}
                    {(at < PINS).then(|| view! {
                        <button
                            type="button"
                            class="btn quiet small icon"
                            aria-pressed=move || (at < pinned.get()).to_string()
                            title=named("column-pin")
                            aria-label=named("column-pin")
                            on:click=move |_| pin(at)
                        >
                            <Icon name="pin"/>
                        </button>
                    })}
                </div>
            }
        };
        columns.into_iter().enumerate().map(line).collect_view()
    };
    let others = move || {
        let columns = listing.columns.get();
        let rest = def.visible_fields().filter(|field| !def.title.contains(&field.id));
        rest.filter(|field| columns.iter().all(|column| column.id != field.id))
            .map(|field| {
                view! {
                    <label class="item">
                        <input type="checkbox" prop:checked=false on:change=move |_| toggle(field, true)/>
                        <span class="label">{field_name(&def.id, &field.id)}</span>
                    </label>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || !listing.board.get()>
            <Button look="quiet small wide-only" icon="columns" pop>{move || label.get()}</Button>
        </Show>
        <Popover pop label look="menu">
            <div class="menu-head">{move || label.get()}</div>
            {standing}
            <hr/>
            {others}
        </Popover>
    }
}
