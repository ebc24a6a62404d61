//! Finding a record by its name: a line to type in and what it finds under it, with the keyboard
//! or a finger. On a desk the finds float; on a phone they stand under the line, above the keys.

use super::reference::{Find, create_here, find_targets};
use super::together::Together;
use super::{Input, control};
use crate::state::use_app;
use crate::ui::icon::{Icon, entity_icon};
use crate::ui::offer::{Offer, moves_offer};
use crate::ui::place::{is_phone, place_under};
use crate::ui::value::entity_name;
use crate::words::{t, t_with};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use outrider_app::id::RecordId;

/// A combobox over the records a field may point to.
#[component]
pub fn Pick(
    input: Input,
    /// A record was chosen.
    #[prop(into)]
    on_pick: Callback<RecordId>,
    /// Backspace in an empty line.
    #[prop(into)]
    on_back: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let together = use_context::<Together>();
    let text = RwSignal::new(String::new());
    let open = RwSignal::new(false);
    let at = RwSignal::new(0_usize);
    let line = NodeRef::<leptos::html::Input>::new();
    let list = NodeRef::<leptos::html::Div>::new();
    let list_id = format!("{}-finds", input.id());
    let finds = Memo::new(move |_| match open.get() {
        true => find_targets(app, together, input.field, &text.get()),
        false => Vec::new(),
    });
    Effect::new(move |_| {
        finds.track();
        if let (Some(list), Some(line), false) = (list.get(), line.get_untracked(), is_phone()) {
            let _ = list.show_popover();
            place_under(&list, &line);
        }
    });
    let take = move |find: Find| {
        open.set(false);
        text.set(String::new());
        match (find, together) {
            (Find::Here { id, .. }, _) => on_pick.run(id),
            (Find::New { entity, name }, Some(together)) => on_pick.run(together.make(entity, &name)),
            (Find::New { entity, name }, None) => leptos::task::spawn_local(async move {
                match create_here(app, entity, &name).await {
                    Ok(id) => {
                        let _ = on_pick.try_run(id);
                    }
                    Err(_) => input.flaw.set(Some(outrider_app::change::Flaw::Target)),
                }
            }),
        }
    };
    let on_keydown = move |event: KeyboardEvent| {
        let count = finds.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if !open.get_untracked() => open.set(true),
            key if moves_offer(key, at, count) => {}
            "Enter" if open.get_untracked() => {
                match finds.with_untracked(|finds| finds.get(at.get_untracked()).cloned()) {
                    Some(find) => take(find),
                    None => return,
                }
            }
            "Escape" if open.get_untracked() => open.set(false),
            "Backspace" if text.with_untracked(String::is_empty) => return on_back.run(()),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let option_id = move |index: usize| format!("{}-find-{index}", input.id());
    let rows = move || {
        finds
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, find)| {
                let (icon, what, hint) = match &find {
                    Find::Here { entity, title, hint, .. } => {
                        (entity_icon(entity), title.clone(), hint.clone())
                    }
                    Find::New { entity, name } => {
                        let what = t_with("create-named", &[("name", name.clone().into())]);
                        ("plus", what, entity_name(entity))
                    }
                };
                view! {
                    <Offer id=option_id(index) index at on_take=move |()| take(find.clone())>
                        <Icon name=icon/>
                        <span class="label">{what}</span>
                        <span class="count">{hint}</span>
                    </Offer>
                }
            })
            .collect_view()
    };
    let owned = list_id.clone();
    view! {
        <input
            node_ref=line
            type="text"
            {..control(input)}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded=move || open.get().to_string()
            aria-controls=list_id
            aria-activedescendant=move || open.get().then(|| option_id(at.get()))
            autocomplete="off"
            placeholder=move || t("find-or-create")
            prop:value=move || text.get()
            on:input=move |event| { text.set(event_target_value(&event)); at.set(0); open.set(true) }
            on:focus=move |_| { at.set(0); open.set(true) }
            on:blur=move |_| open.set(false)
            on:keydown=on_keydown
        />
        <Show when=move || open.get()>
            <div
                node_ref=list
                class:menu=!is_phone()
                class:hits=is_phone()
                popover=(!is_phone()).then_some("manual")
                role="listbox"
                id=owned.clone()
                aria-label=move || input.label()
            >
                {rows}
                <Show when=move || finds.with(Vec::is_empty)>
                    <p class="menu-head">{move || t("nothing-found")}</p>
                </Show>
            </div>
        </Show>
    }
}
