//! What belongs to a record: what it points to, and what points to it, grouped, with a way to add.

use super::line::{Line, sort_lines};
use super::shown::Shown;
use crate::platform::intl;
use crate::ui::value::{entity_many, field_name};
use crate::ui::{CreateDialog, Empty, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;

/// Lines shown of a group before "all".
const LINES: usize = 8;

/// Told in the timeline or edited elsewhere.
const ELSEWHERE: [&str; 4] = ["activity", "task", "deal_line", "view"];
/// Worth a line of their own when a record points to them.
const POINTED: [&str; 4] = ["company", "contact", "deal", "product"];

#[component]
pub fn Related(shown: Shown) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let up = def
        .visible_fields()
        .filter(|field| {
            !field.many && field.targets().iter().any(|target| POINTED.contains(&target.as_ref()))
        })
        .map(|field| view! { <Up shown field/> })
        .collect_view();
    let down: Vec<(&'static EntityDef, &'static FieldDef)> = app
        .registry()
        .pointing_to(&def.id)
        .filter(|(source, field)| {
            !field.hidden
                && !ELSEWHERE.contains(&source.id.as_ref())
                && field.id != "owner"
                && field.id != "team"
        })
        .collect();
    let pointing = Memo::new(move |_| app.referencing(shown.id));
    view! {
        {up}
        {down.into_iter().map(|(source, field)| view! { <Down shown source field pointing/> }).collect_view()}
    }
}

/// What the record points to by one field.
#[component]
fn Up(shown: Shown, field: &'static FieldDef) -> impl IntoView {
    let def = shown.def;
    let target = Memo::new(move |_| shown.value(&field.id).as_ref_id());
    move || {
        target.get().map(|id| {
            view! {
                <section class="related">
                    <header class="related-head"><h3>{move || field_name(&def.id, &field.id)}</h3></header>
                    <Line app=shown.app id/>
                </section>
            }
        })
    }
}

/// What points to the record by one field of one entity.
#[component]
fn Down(
    shown: Shown,
    source: &'static EntityDef,
    field: &'static FieldDef,
    pointing: Memo<Vec<(RecordId, String)>>,
) -> impl IntoView {
    let app = shown.app;
    let adding = RwSignal::new(false);
    let all = RwSignal::new(false);
    let ids = Memo::new(move |_| {
        let of = |(id, by): &(RecordId, String)| {
            (*by == field.id && app.with_book(|book| book.entity_of(*id) == Some(source.id.as_ref())))
                .then_some(*id)
        };
        sort_lines(app, pointing.with(|pointing| pointing.iter().filter_map(of).collect()))
    });
    let count = move || ids.with(Vec::len);
    // The same entity by two fields is told apart by the field.
    let twice = app
        .registry()
        .pointing_to(&shown.def.id)
        .filter(|(other, field)| other.id == source.id && field.id != "owner" && !field.hidden)
        .count()
        > 1;
    let name = move || {
        let many = entity_many(&source.id);
        if twice { format!("{many} ({})", field_name(&source.id, &field.id)) } else { many }
    };
    let may_add = move || app.may_create(&source.id);
    let add_words = Signal::derive(move || {
        t_with("add-one", &[("name", crate::ui::value::entity_name(&source.id).into())])
    });
    // Empty groups stand only where one would look for them.
    let shows = move || count() > 0 || (field.column && !source.small && may_add());
    let given = move || {
        let own = if field.many { Value::Set([shown.id.to_string()].into()) } else { Value::Ref(shown.id) };
        let mut given = vec![(field.id.to_string(), own)];
        // A deal of a person is a deal of their company.
        if shown.def.id == "contact" && field.id == "contact" && source.field("customer").is_some() {
            given.push(("customer".to_owned(), shown.value("company")));
        }
        given
    };
    let lines = move || {
        ids.with(|ids| {
            ids.iter().take(if all.get() { usize::MAX } else { LINES }).copied().collect::<Vec<_>>()
        })
    };
    view! {
        <Show when=shows>
            <section class="related">
                <header class="related-head">
                    <h3>{name}</h3>
                    <span class="count num">{move || intl::number(count())}</span>
                    <Show when=may_add>
                        <IconButton icon="plus" look="quiet small" label=add_words on:click=move |_| adding.set(true)/>
                    </Show>
                </header>
                <For each=lines key=|id| *id children=move |id| view! { <Line app id/> }/>
                <Show when=move || { count() > LINES && !all.get() }>
                    <button type="button" class="link" on:click=move |_| all.set(true)>
                        {move || t_with("show-all-count", &[("count", count().into())])}
                    </button>
                </Show>
                <Show when=move || count() == 0>
                    <Empty small=true words=Signal::derive(|| t("related-none"))>
                        <button type="button" class="link" on:click=move |_| adding.set(true)>{move || add_words.get()}</button>
                    </Empty>
                </Show>
            </section>
        </Show>
        <Show when=move || adding.get()>
            <CreateDialog def=source given=given() on_close=move |()| adding.set(false) on_made=|_| {}/>
        </Show>
    }
}
