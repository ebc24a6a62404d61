//! Several texts in one field: each as a tag that can be taken off, and a line for the next.

use super::text::keyboard;
use super::{Input, control};
use crate::ui::icon::Icon;
use crate::words::t_with;
use leptos::prelude::*;
use outrider_app::registry::validate;
use outrider_app::value::Value;
use std::collections::BTreeSet;

#[component]
pub fn Several(input: Input) -> impl IntoView {
    let next = RwSignal::new(String::new());
    let held = move || input.value.with(|value| value.as_set().cloned().unwrap_or_default());
    let (mode, _) = keyboard(&input.field.kind);
    // What stands in the line counts too: who presses Save has not lost it.
    let take = move || {
        let typed = next.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        let one: BTreeSet<String> = [typed.clone()].into();
        match validate(input.field, &Value::Set(one)) {
            Err(flaw) => {
                input.refuse(flaw);
                input.flaw.set(Some(flaw));
            }
            Ok(()) => {
                let mut set = held();
                set.insert(typed);
                input.set(Value::Set(set));
                next.set(String::new());
            }
        }
    };
    let remove = move |item: &str| {
        let mut set = held();
        set.remove(item);
        input.set(Value::Set(set));
    };
    view! {
        <div class="fields">
            <div class="tags">
                <For each=move || held() key=|item| item.clone() children=move |item| {
                    let (shown, label, gone) = (item.clone(), item.clone(), item.clone());
                    view! {
                        <span class="tag">
                            <span>{shown}</span>
                            <button
                                type="button"
                                aria-label=move || t_with("remove-one", &[("name", label.clone().into())])
                                on:click=move |_| remove(&gone)
                            >
                                <Icon name="close"/>
                            </button>
                        </span>
                    }
                }/>
            </div>
            <input
                type="text"
                {..control(input)}
                inputmode=mode
                autocomplete="off"
                prop:value=move || next.get()
                on:input=move |event| {
                    next.set(event_target_value(&event));
                    input.unread.set(None);
                    input.flaw.set(None);
                }
                on:change=move |_| take()
                on:keydown=move |event| {
                    if matches!(event.key().as_str(), "Enter" | ",") && !next.get_untracked().trim().is_empty() {
                        event.prevent_default();
                        event.stop_propagation();
                        take();
                    }
                }
            />
        </div>
    }
}
