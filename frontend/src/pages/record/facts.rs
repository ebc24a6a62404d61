//! A record's facts, grouped by what they are for. What is empty stands out of the way until asked
//! for.

use super::fact::Fact;
use super::shown::Shown;
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::registry::{FieldDef, Kind};

/// The groups in their order, with the key of their words.
const GROUPS: [(&str, Group); 4] = [
    ("facts-reach", Group::Reach),
    ("facts-main", Group::Main),
    ("facts-belongs", Group::Belongs),
    ("facts-words", Group::Words),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Reach,
    Main,
    Belongs,
    Words,
}

fn group_of(field: &FieldDef) -> Group {
    match &field.kind {
        Kind::Email | Kind::Phone | Kind::Link | Kind::Address => Group::Reach,
        _ if field.id == "messaging" => Group::Reach,
        Kind::LongText => Group::Words,
        Kind::Ref(_) => Group::Belongs,
        _ => Group::Main,
    }
}

#[component]
pub fn Facts(shown: Shown) -> impl IntoView {
    let def = shown.def;
    let all = RwSignal::new(false);
    // A record's way on is what matters most of a deal, a task, an activity; of people, how to
    // reach them.
    let reach_first = matches!(def.id.as_ref(), "contact" | "company" | "employee");
    let mut groups = GROUPS.to_vec();
    if !reach_first {
        groups.swap(0, 1);
    }
    let is_kept = move |field: &FieldDef| field.column || field.required || def.title.contains(&field.id);
    let visible = move |field: &'static FieldDef| {
        all.get()
            || is_kept(field)
            || !shown.value(&field.id).is_empty()
            || shown.editing.with(|editing| editing.as_deref() == Some(field.id.as_ref()))
    };
    let hidden = Memo::new(move |_| {
        def.visible_fields()
            .filter(|field| !is_kept(field) && shown.value(&field.id).is_empty() && shown.may_edit(field))
            .count()
    });
    let group = move |key: &'static str, group: Group| {
        let fields = Memo::new(move |_| {
            def.visible_fields()
                .filter(|field| group_of(field) == group && visible(field))
                .filter(|field| shown.may_edit(field) || !shown.value(&field.id).is_empty())
                .map(|field| field.id.as_ref())
                .collect::<Vec<&'static str>>()
        });
        view! {
            <Show when=move || fields.with(|fields| !fields.is_empty())>
                <section class="group">
                    <h3>{move || t(key)}</h3>
                    <dl class="facts">
                        <For each=move || fields.get() key=|id| *id children=move |id| {
                            def.field(id).map(|field| view! { <Fact shown field/> })
                        }/>
                    </dl>
                </section>
            </Show>
        }
    };
    view! {
        {groups.into_iter().map(|(key, kind)| group(key, kind)).collect_view()}
        <Show when=move || { hidden.get() > 0 }>
            <button type="button" class="link" aria-expanded=move || all.get().to_string() on:click=move |_| all.update(|all| *all = !*all)>
                {move || if all.get() { t("facts-fewer") } else { t_with("facts-more", &[("count", hidden.get().into())]) }}
            </button>
        </Show>
    }
}
