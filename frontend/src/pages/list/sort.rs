//! The order: by one field, or by several of which the first that tells two records apart decides. A
//! board and a phone change it here too.

use super::Listing;
use crate::ui::value::field_name;
use crate::ui::{Button, Icon, IconButton, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Direction, TITLE, TOUCHED};

#[component]
pub fn Sort(listing: Listing) -> impl IntoView {
    let def = listing.def;
    let pop = Pop::form();
    let name = move |field: &str| match field {
        TITLE => t("sort-name"),
        TOUCHED => t("sort-touched"),
        field => field_name(&def.id, field),
    };
    let label = Signal::derive(|| t("sort"));
    let keys = Memo::new(move |_| listing.query.with(|query| query.sort.clone()));
    let standing = move || {
        let key = move |at: usize, (field, direction): (String, Direction)| {
            let said = name(&field);
            let up = direction == Direction::Asc;
            let turn = {
                let field = field.clone();
                move |_| listing.sort_at(at, &field, if up { Direction::Desc } else { Direction::Asc })
            };
            view! {
                <div class="way">
                    <button type="button" class="item" on:click=turn>
                        <span class="label">{said.clone()}</span>
                        <span class="count">{t(if up { "sort-up" } else { "sort-down" })}</span>
                    </button>
                    <IconButton
                        icon="close"
                        look="quiet small"
                        label=Signal::derive(move || t_with("remove-one", &[("name", said.clone().into())]))
                        on_click=move |_| listing.unsort(at)
                    />
                </div>
            }
        };
        keys.get().into_iter().enumerate().map(|(at, one)| key(at, one)).collect_view()
    };
    let others = move || {
        let sorted = keys.get();
        let fields = def.visible_fields().filter(|field| !field.many && !def.title.contains(&field.id));
        let all = [TITLE, TOUCHED].into_iter().chain(fields.map(|field| field.id.as_ref()));
        let rest = all.filter(|field| sorted.iter().all(|(by, _)| by != field));
        let then = !sorted.is_empty();
        rest.map(|field| {
            view! {
                <button type="button" class="item" on:click=move |_| { listing.sort_by(field, then); pop.close() }>
                    <Icon name="sort"/><span class="label">{name(field)}</span>
                </button>
            }
        })
        .collect_view()
    };
    let shown = move || {
        let (field, direction) = listing.sorted();
        let more = keys.with(|keys| keys.len().saturating_sub(1));
        let arrow = if direction == Direction::Desc { " ↓" } else { "" };
        let more = if more > 0 { format!(" +{more}") } else { String::new() };
        format!("{}{arrow}{more}", name(&field))
    };
    view! {
        <Button look="quiet small" icon="sort" label=Signal::derive(move || format!("{}: {}", t("sort"), shown())) pop>
            {shown}
        </Button>
        <Popover pop label look="menu">
            {standing}
            <p class="faint menu-head">{move || t(if keys.with(Vec::is_empty) { "sort-by" } else { "sort-then" })}</p>
            {others}
        </Popover>
    }
}
