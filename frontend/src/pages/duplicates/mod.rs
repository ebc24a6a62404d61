//! Records entered twice: `/duplicates`. Every likely pair of the book, the surest first, side by side,
//! merged field by field or said to be two. `?entity=` chooses what is looked through, `?of=` one record.

mod compare;
mod doubles;
mod keys;
mod list;
mod part;

use crate::platform::intl;
use crate::state::use_app;
use crate::ui::value::entity_many;
use crate::ui::{Empty, TopBar};
use crate::words::t;
use compare::Compare;
use doubles::Doubles;
use leptos::prelude::*;
use leptos_router::hooks::{use_navigate, use_query_map};
use outrider_app::id::RecordId;
use outrider_app::registry::EntityDef;

#[component]
pub fn DuplicatesPage() -> impl IntoView {
    let app = use_app();
    let query = use_query_map();
    let of = Memo::new(move |_| query.read().get("of").and_then(|id| RecordId::parse(&id)));
    let def = Memo::new(move |_| {
        let named = query.read().get("entity").or_else(|| Some(app.record(of.get()?)?.entity));
        let named = named.unwrap_or_else(|| "contact".to_owned());
        app.registry().entity(&named).filter(|def| def.doubles).map(|def| def.id.to_string())
    });
    let asked = move || {
        let def = app.registry().entity(&def.get()?)?;
        Some((def, of.get()))
    };
    // Each search is made anew: nothing of one stays in the next.
    view! {
        <For each=asked key=|(def, of)| (def.id.to_string(), *of) children=|(def, of)| view! { <Page def of/> }/>
        <Show when=move || def.get().is_none()>
            <div class="body"><Empty words=Signal::derive(|| t("no-such-list"))/></div>
        </Show>
    }
}

#[component]
fn Page(def: &'static EntityDef, of: Option<RecordId>) -> impl IntoView {
    let doubles = Doubles::new(use_app(), def, of);
    keys::listen(doubles);
    let none = Memo::new(move |_| doubles.pairs.with(|pairs| pairs.is_empty()));
    let count = Signal::derive(move || {
        let known = doubles.progress.get().is_none();
        known.then(|| intl::number(doubles.pairs.with(|pairs| pairs.len())))
    });
    let current = move || doubles.current();
    view! {
        <TopBar title=Signal::derive(|| t("nav-duplicates")) count>
            <div class="actions whole"><Entities def/></div>
        </TopBar>
        <div class="body">
            <div class="doubles" data-open=move || doubles.open.get().then_some("")>
                <Show when=move || !none.get()>
                    <list::Pairs doubles/>
                    <For each=current key=|pair| (pair.one, pair.other) children=move |pair| view! { <Compare doubles pair/> }/>
                </Show>
                <Show when=move || none.get()>
                    {move || match doubles.progress.get() {
                        Some(_) => view! { <Empty words=Signal::derive(|| t("doubles-looking"))/> }.into_any(),
                        None => view! {
                            <Empty words=Signal::derive(|| t("doubles-none"))>
                                <a class="btn" href=format!("/list/{}", def.id)>{entity_many(&def.id)}</a>
                            </Empty>
                        }.into_any(),
                    }}
                </Show>
            </div>
        </div>
    }
}

/// What is looked through.
#[component]
fn Entities(def: &'static EntityDef) -> impl IntoView {
    let go = use_navigate();
    let all: Vec<&'static EntityDef> = use_app().registry().entities().filter(|def| def.doubles).collect();
    let option = move |one: &'static EntityDef| {
        let go = go.clone();
        let choose = move |_| go(&format!("/duplicates?entity={}", one.id), Default::default());
        view! {
            <label>
                <input type="radio" name="doubles-entity" prop:checked=one.id == def.id on:change=choose/>
                <span>{move || entity_many(&one.id)}</span>
            </label>
        }
    };
    view! {
        <div class="segment" role="radiogroup" aria-label=move || t("look")>{all.into_iter().map(option).collect_view()}</div>
    }
}
