//! Which columns the table has.

use super::Listing;
use crate::ui::value::field_name;
use crate::ui::{Icon, Popover};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::registry::FieldDef;

#[component]
pub fn Columns(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let open = RwSignal::new(false);
    let button = NodeRef::new();
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
        <button
            node_ref=button
            type="button"
            class="btn quiet small wide-only"
            aria-haspopup="menu"
            aria-expanded=move || open.get().to_string()
            disabled=move || listing.board.get()
            on:click=move |_| open.update(|open| *open = !*open)
        >
            <Icon name="columns"/>{move || label.get()}
        </button>
        <Popover open anchor=button class="menu" label role="menu">
            <div class="menu-head">{move || label.get()}</div>
            {fields}
        </Popover>
    }
}
