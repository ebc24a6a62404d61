//! One fact: its value is the button that edits it; Enter saves, Esc leaves it as it was. Marks
//! stand at its end, what is wrong with it under it.

use super::past::Past;
use super::several::{Text, TextView, is_parted};
use super::shown::{FieldMark, Shown};
use crate::ui::value::{ValueView, field_name, link_href};
use crate::ui::{IconButton, InPlace, first_focusable, focus};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::registry::{FieldDef, Kind};
use outrider_app::value::Value;

#[component]
pub fn Fact(shown: Shown, field: &'static FieldDef) -> impl IntoView {
    let def = shown.def;
    let editing =
        Memo::new(move |_| shown.editing.with(|editing| editing.as_deref() == Some(field.id.as_ref())));
    let mark = move || shown.marks.with(|marks| marks.get(field.id.as_ref()).copied());
    let data_mark = move || {
        mark().map(|mark| match mark {
            FieldMark::Unsent => "unsent",
            FieldMark::Two => "two",
            FieldMark::Refused => "refused",
        })
    };
    let flags = move || {
        let flags =
            shown.record.with(|record| record.as_ref().map(|record| (def.rules)(record)).unwrap_or_default());
        flags
            .into_iter()
            .filter(|flag| flag.field == field.id)
            .map(|flag| view! { <p class="error" role="note">{t(&format!("flag-{}", flag.rule))}</p> })
            .collect_view()
    };
    let body = NodeRef::<leptos::html::Dd>::new();
    // Focus comes back to the value when editing ends.
    Effect::new(move |before: Option<bool>| {
        let now = editing.get();
        if now != before.unwrap_or(false) {
            request_animation_frame(move || {
                let Some(Some(body)) = body.try_get_untracked() else { return };
                let active = document().active_element();
                let ours = body.contains(active.as_deref())
                    || active.is_some_and(|active| active.tag_name() == "BODY");
                if let (true, Some(first)) = (now || ours, first_focusable(&body)) {
                    focus(&first);
                }
            });
        }
        now
    });
    view! {
        <div class="fact" data-mark=data_mark data-edit=move || editing.get().then_some("")>
            <dt>{move || field_name(&def.id, &field.id)}</dt>
            <dd node_ref=body>
                {move || if editing.get() {
                    view! { <InPlace id=shown.id def field on_done=move |()| shown.editing.set(None)/> }.into_any()
                } else {
                    view! { <Standing shown field/> }.into_any()
                }}
                <Past shown field mark=Signal::derive(mark)/>
                {flags}
            </dd>
        </div>
    }
}

/// The value as it stands.
#[component]
fn Standing(shown: Shown, field: &'static FieldDef) -> impl IntoView {
    let def = shown.def;
    let value = Memo::new(move |_| shown.value(&field.id));
    let may_edit = Memo::new(move |_| shown.may_edit(field));
    let edit = move || shown.editing.set(Some(field.id.to_string()));
    let name = move || field_name(&def.id, &field.id);
    let edit_button = move || {
        may_edit.get().then(|| {
            view! {
                <IconButton
                    icon="edit"
                    look="quiet small edit"
                    label=Signal::derive(move || t_with("edit-one", &[("name", name().into())]))
                    on_click=move |_| edit()
                />
            }
        })
    };
    move || {
        let value = value.get();
        let opens = match &value {
            Value::Text(text) => link_href(field, text),
            Value::Ref(id) => shown
                .app
                .record(*id)
                .filter(|record| leads(&record.entity))
                .map(|record| format!("/record/{}/{id}", record.entity)),
            _ => None,
        };
        let long = field.kind == Kind::LongText;
        let away = field.kind == Kind::Link;
        if let Value::Text(text) = &value
            && long
            && is_parted(text)
        {
            let of = Text { record: shown.id, entity: &def.id, field: &field.id, may_write: may_edit.get() };
            return view! {
                <div class="value long"><TextView app=shown.app of text=text.clone() mentions=Vec::new()/></div>
                {edit_button()}
            }
            .into_any();
        }
        if value.is_empty() {
            let words = match (field.drawn, may_edit.get()) {
                (true, _) => t("number-pending"),
                (false, true) => t_with("add-field", &[("name", name().into())]),
                (false, false) => "–".to_owned(),
            };
            return view! {
                <button type="button" class="value none" disabled=!may_edit.get() on:click=move |_| edit()>{words}</button>
            }
            .into_any();
        }
        match opens {
            Some(href) => view! {
                <a class="value" href=href target=away.then_some("_blank") rel=away.then_some("noopener noreferrer")>
                    <ValueView entity=def.id.as_ref() field value/>
                </a>
                {edit_button()}
            }
            .into_any(),
            None if may_edit.get() => view! {
                <button type="button" class="value" class:long=long on:click=move |_| edit()>
                    <ValueView entity=def.id.as_ref() field value lines=true/>
                </button>
            }
            .into_any(),
            None => view! { <span class="value" class:long=long><ValueView entity=def.id.as_ref() field value lines=true/></span> }.into_any(),
        }
    }
}

/// Records with a page worth going to from a fact.
fn leads(entity: &str) -> bool {
    matches!(entity, "company" | "contact" | "deal" | "product" | "activity" | "task")
}
