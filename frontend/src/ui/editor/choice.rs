//! Closed lists: one of them, several of them, yes or no.

use super::{Input, control};
use crate::ui::value::choice_name;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::registry::Name;
use outrider_app::value::Value;

#[component]
pub fn OneChoice(input: Input, tags: &'static [Name]) -> impl IntoView {
    let held = move || input.value.with(|value| value.as_text().unwrap_or_default().to_owned());
    // A tag of a newer version stays what it is until another is chosen.
    let unknown = {
        let now = untrack(held);
        (!now.is_empty() && !tags.iter().any(|tag| *tag == now)).then_some(now)
    };
    view! {
        <select {..control(input)} on:change=move |event| input.set(Value::Text(event_target_value(&event)))>
            <option value="" selected=move || held().is_empty()>{move || t("choose-none")}</option>
            {unknown.map(|tag| view! { <option value=tag.clone() selected=true>{tag.clone()}</option> })}
            {tags
                .iter()
                .map(|tag| view! {
                    <option value=tag.as_ref() selected=move || held() == *tag>
                        {move || choice_name(&input.def.id, &input.field.id, tag)}
                    </option>
                })
                .collect_view()}
        </select>
    }
}

#[component]
pub fn Choices(input: Input, tags: &'static [Name]) -> impl IntoView {
    let has = move |tag: &str| input.value.with(|value| value.as_set().is_some_and(|set| set.contains(tag)));
    let put = move |tag: &str, on: bool| {
        let mut set = input.value.with_untracked(|value| value.as_set().cloned().unwrap_or_default());
        if on {
            set.insert(tag.to_owned());
        } else {
            set.remove(tag);
        }
        input.set(Value::Set(set));
    };
    view! {
        <div role="group" {..control(input)}>
            {tags
                .iter()
                .map(|tag| view! {
                    <label class="check">
                        <input
                            type="checkbox"
                            prop:checked=move || has(tag)
                            on:change=move |event| put(tag, event_target_checked(&event))
                        />
                        <span>{move || choice_name(&input.def.id, &input.field.id, tag)}</span>
                    </label>
                })
                .collect_view()}
        </div>
    }
}

#[component]
pub fn Flag(input: Input) -> impl IntoView {
    view! {
        <div class="switch">
            <input
                type="checkbox"
                role="switch"
                {..control(input)}
                prop:checked=move || input.value.with(|value| *value == Value::Bool(true))
                on:change=move |event| input.set(Value::Bool(event_target_checked(&event)))
            />
        </div>
    }
}
