//! Which columns the table has.

use super::Listing;
use crate::ui::value::field_name;
use crate::ui::{Button, Pop, Popover};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::registry::FieldDef;

#[component]
pub fn Columns(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::menu();
    let label = Signal::derive(|| t("columns"));
    let toggle = move |field: &'static FieldDef, on: bool| {
        listing.columns.update(|columns| {
            columns.retain(|column| column.id != field.id);
            if on {
                columns.push(field);
            }
        });
    };
    let fields = move || {
        def.visible_fields()
            .filter(|field| !def.title.contains(&field.id))
            .map(|field| {
                let has = move || listing.columns.with(|columns| columns.iter().any(|column| column.id == field.id));
                view! {
                    <label class="item">
                        <input type="checkbox" prop:checked=has on:change=move |event| toggle(field, event_target_checked(&event))/>
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
        <Popover pop label>
            <div class="menu-head">{move || label.get()}</div>
            {fields}
        </Popover>
    }
}
