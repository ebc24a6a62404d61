//! Mending what was refused, in place: the field the reason names, or all that was written.

use crate::state::{App, use_app};
use crate::ui::editor::{FormField, Input};
use crate::ui::{Button, fail_words, focus_within};
use crate::words::t;
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::change::Op;
use outrider_app::device::Tray;
use outrider_app::registry::{EntityDef, FieldDef};
use outrider_app::value::Value;
use outrider_app::words::reason_tag;
use std::collections::BTreeMap;

/// The fields that can be mended, with what was written.
pub fn fields(app: App, row: &Tray) -> impl Iterator<Item = (&'static EntityDef, &'static FieldDef, Value)> {
    let def = app.registry().entity(&row.item.entity);
    let named = reason_tag(&row.reason).1;
    let set: Vec<_> = row
        .item
        .changes
        .iter()
        .filter(|change| change.op == Op::Set && named.is_none_or(|field| change.field == field))
        .filter_map(|change| Some((def?, def?.field(&change.field)?, change.value.clone())))
        .filter(|(_, field, _)| !field.hidden && !field.many)
        .collect();
    // A field that is missing was never written.
    let missing =
        named.filter(|_| set.is_empty()).and_then(|field| Some((def?, def?.field(field)?, Value::None)));
    set.into_iter().chain(missing)
}

#[component]
pub fn Mend(n: u64, row: Tray, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let inputs: Vec<Input> =
        fields(app, &row).map(|(def, field, value)| Input::new(def, field, value)).collect();
    let failed = RwSignal::new(None::<String>);
    let form = NodeRef::<leptos::html::Form>::new();
    focus_within(form);
    let all = inputs.clone();
    let send = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if all.iter().filter(|input| !input.check()).count() > 0 {
            return;
        }
        let mended: BTreeMap<String, Value> =
            all.iter().map(|input| (input.field.id.to_string(), input.value.get_untracked())).collect();
        spawn_local(async move {
            match app.retry(n, mended).await {
                Ok(_) => drop(open.try_set(false)),
                Err(error) => drop(failed.try_set(Some(fail_words(&error)))),
            }
        });
    };
    view! {
        <form class="fields two" node_ref=form novalidate on:submit=send>
            {inputs.into_iter().map(|input| view! { <FormField input/> }).collect_view()}
            {move || failed.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
            <div class="btns full">
                <Button look="primary small" submit=true>{move || t("tray-send")}</Button>
                <button type="button" class="btn small quiet" on:click=move |_| open.set(false)>{move || t("cancel")}</button>
            </div>
        </form>
    }
}
