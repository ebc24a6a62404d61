//! Dates and times: with the device's own pickers, or said in words.

use super::said::{MORNING, Said};
use super::{Input, control};
use crate::ui::value::{from_local, to_local};
use leptos::prelude::*;
use outrider_app::change::Flaw;
use outrider_app::value::Value;
use outrider_app::when::{Unread, When};

#[component]
pub fn DateInput(input: Input) -> impl IntoView {
    let shown = move || {
        input.value.with(|value| match value {
            Value::Date(date) => date.to_string(),
            _ => String::new(),
        })
    };
    let words = RwSignal::new(String::new());
    view! {
        <span class="dated">
            <input
                type="date"
                {..control(input)}
                min="1800-01-01"
                max="2200-12-31"
                prop:value=shown
                on:input=move |event| {
                    words.set(String::new());
                    let typed = event_target_value(&event);
                    match typed.parse() {
                        Ok(date) => input.set(Value::Date(date)),
                        Err(_) if typed.is_empty() => input.set(Value::None),
                        Err(_) => input.refuse(Flaw::Kind),
                    }
                }
            />
            <Said text=words on_said=move |said| take(input, said, |when| Value::Date(when.date))/>
        </span>
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
    let words = RwSignal::new(String::new());
    view! {
        <span class="dated">
            <input
                type="datetime-local"
                {..control(input)}
                prop:value=move || shown().unwrap_or_default()
                on:input=move |event| {
                    words.set(String::new());
                    let typed = event_target_value(&event);
                    match typed.parse() {
                        Ok(local) => input.set(Value::Time(from_local(local))),
                        Err(_) if typed.is_empty() => input.set(Value::None),
                        Err(_) => input.refuse(Flaw::Kind),
                    }
                }
            />
            <Said
                text=words
                timed=true
                on_said=move |said| take(input, said, |when| Value::Time(from_local(when.at(MORNING))))
            />
        </span>
    }
}

/// What was said becomes the value. What cannot be read is refused until it is mended; with the words
/// gone, what stood before them stands.
fn take(input: Input, said: Result<When, Unread>, value: fn(When) -> Value) {
    match said {
        Ok(when) => input.set(value(when)),
        Err(Unread::Empty) => input.unread.set(None),
        Err(_) => input.refuse(Flaw::Kind),
    }
}
