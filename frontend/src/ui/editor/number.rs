//! Numbers, written as the person's language writes them.

use super::{Input, control};
use crate::ui::value::{number_text, read_number};
use leptos::prelude::*;
use outrider_app::change::Flaw;
use outrider_app::value::Value;

#[component]
pub fn Number(input: Input) -> impl IntoView {
    let start = input.value.with_untracked(|value| match value {
        Value::Number(number) => number_text(*number),
        _ => String::new(),
    });
    let text = RwSignal::new(start);
    let read = move |typed: String| {
        match typed.trim() {
            "" => input.set(Value::None),
            trimmed => match read_number(trimmed) {
                Some(number) => input.set(Value::Number(number)),
                None => input.refuse(Flaw::Kind),
            },
        }
        text.set(typed);
    };
    view! {
        <input
            type="text"
            {..control(input)}
            inputmode="decimal"
            autocomplete="off"
            prop:value=move || text.get()
            on:input=move |event| read(event_target_value(&event))
        />
    }
}
