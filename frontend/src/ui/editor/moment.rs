//! Dates and times, with the device's own pickers.

use super::{Input, control};
use crate::ui::value::{from_local, to_local};
use leptos::prelude::*;
use outrider_app::change::Flaw;
use outrider_app::value::Value;

#[component]
pub fn DateInput(input: Input) -> impl IntoView {
    let shown = move || {
        input.value.with(|value| match value {
            Value::Date(date) => date.to_string(),
            _ => String::new(),
        })
    };
    view! {
        <input
            type="date"
            {..control(input)}
            min="1800-01-01"
            max="2200-12-31"
            prop:value=shown
            on:input=move |event| {
                let typed = event_target_value(&event);
                match typed.parse() {
                    Ok(date) => input.set(Value::Date(date)),
                    Err(_) if typed.is_empty() => input.set(Value::None),
                    Err(_) => input.refuse(Flaw::Kind),
                }
            }
        />
    }
}

#[component]
pub fn TimeInput(input: Input) -> impl IntoView {
    let shown = move || {
        input.value.with(|value| match value {
            Value::Time(at) => to_local(*at).map(|local| local.strftime("%Y-%m-%dT%H:%M").to_string()),
            _ => None,
        })
    };
    view! {
        <input
            type="datetime-local"
            {..control(input)}
            prop:value=move || shown().unwrap_or_default()
            on:input=move |event| {
                let typed = event_target_value(&event);
                match typed.parse() {
                    Ok(local) => input.set(Value::Time(from_local(local))),
                    Err(_) if typed.is_empty() => input.set(Value::None),
                    Err(_) => input.refuse(Flaw::Kind),
                }
            }
        />
    }
}
