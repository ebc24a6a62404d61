//! What belongs to a record: what it points to, and what points to it, grouped, with a way to add.

use super::attach::attach;
use super::line::{Line, sort_lines};
use super::shown::Shown;
use crate::platform::intl;
use crate::ui::value::{entity_many, entity_new, field_name};
use crate::ui::{CreateDialog, Empty, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// Lines shown of a group before "all".
const LINES: usize = 8;

/// Told in the timeline or edited elsewhere.
const ELSEWHERE: [&str; 4] = ["activity", "task", "deal_line", "view"];
/// Where a record stands is no tie to it.
const PLACE: [&str; 2] = ["owner", "team"];
/// Worth a line of their own when a record points to them.
const POINTED: [&str; 4] = ["company", "contact", "deal", "product"];

/// An entity and those of its fields that point to the record.
type Source = (&'static EntityDef, Vec<&'static FieldDef>);

#[component]
pub fn Related(shown: Shown) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let leads = move |field: &&FieldDef| {
        !field.many && field.targets().iter().any(|target| POINTED.contains(&target.as_ref()))
    };
    // A record by two fields, such as a person who is customer and contact, stands there once.
    let up = Memo::new(move |_| {
        let mut seen = BTreeSet::new();
        def.visible_fields()
            .filter(leads)
            .filter_map(|field| Some((field.id.as_ref(), shown.value(&field.id).as_ref_id()?)))
            .filter(|(_, id)| seen.insert(*id))
            .collect::<Vec<(&'static str, RecordId)>>()
    });
    let mut down: Vec<Source> = Vec::new();
    let pointing = app.registry().pointing_to(&def.id).filter(|(source, field)| {
        !field.hidden && !ELSEWHERE.contains(&source.id.as_ref()) && !PLACE.contains(&field.id.as_ref())
    });
    for (source, field) in pointing {
        match down.iter_mut().find(|(known, _)| known.id == source.id) {
            Some((_, fields)) => fields.push(field),
            None => down.push((source, vec![field])),
        }
    }
    let pointing = Memo::new(move |_| app.referencing(shown.id));
    view! {
        <For each=move || up.get() key=|pair| *pair children=move |(field, id)| view! {
            <section class="related">
                <header class="related-head"><h3>{move || field_name(&def.id, field)}</h3></header>
                <Line app id/>
            </section>
        }/>
        {down.into_iter().map(|source| view! { <Down shown source pointing/> }).collect_view()}
    }
}

/// What points to the record from one entity, by whichever of its fields.
#[component]
fn Down(shown: Shown, source: Source, pointing: Memo<Vec<(RecordId, String)>>) -> impl IntoView {
    let app = shown.app;
    let (source, fields) = source;
    let adding = RwSignal::new(false);
    let all = RwSignal::new(false);
    let looked_for = !source.small && fields.iter().any(|field| field.column);
    let by = fields.clone();
    let ids = Memo::new(move |_| {
        let mut seen = BTreeSet::new();
        let of = |(id, field): &(RecordId, String)| {
            let ours = by.iter().any(|one| one.id == *field)
                && app.with_book(|book| book.entity_of(*id) == Some(source.id.as_ref()));
            (ours && seen.insert(*id)).then_some(*id)
        };
        sort_lines(app, pointing.with(|pointing| pointing.iter().filter_map(of).collect()))
    });
    let count = move || ids.with(Vec::len);
    let name = move || entity_many(&source.id);
    let may_add = move || app.may_create(&source.id);
    let add_words = Signal::derive(move || entity_new(&source.id));
    // Empty groups stand only where one would look for them.
    let shows = move || count() > 0 || (looked_for && may_add());
    let given = move || {
        // What is written on a person is their company's too.
        let links =
            shown.record.with_untracked(|record| record.as_ref().and_then(attach)).unwrap_or_default();
        let fit =
            |(field, value): (&str, Value)| source.field(field).map(|field| (field.id.to_string(), value));
        let links: Vec<_> = links.into_iter().filter_map(fit).collect();
        let own = |field: &&FieldDef| match field.many {
            true => (field.id.to_string(), Value::Set([shown.id.to_string()].into())),
            false => (field.id.to_string(), Value::Ref(shown.id)),
        };
        if links.is_empty() { fields.first().map(own).into_iter().collect() } else { links }
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
                        <IconButton icon="plus" look="quiet small" label=add_words on_click=move |_| adding.set(true)/>
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
