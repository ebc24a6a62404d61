//! A postal address, part by part.

use super::Input;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::value::{Address, Value};

type Part = fn(&mut Address) -> &mut String;

const PARTS: [(&str, Part); 5] = [
    ("address-street", |address| &mut address.street),
    ("address-postcode", |address| &mut address.postcode),
    ("address-city", |address| &mut address.city),
    ("address-region", |address| &mut address.region),
    ("address-country", |address| &mut address.country),
];

#[component]
pub fn AddressInput(input: Input) -> impl IntoView {
    let held = move || {
        input.value.with(|value| match value {
            Value::Address(address) => address.clone(),
            _ => Address::default(),
        })
    };
    let parts = PARTS.map(|(key, part)| {
        let first = key == PARTS[0].0;
        view! {
            <label class="field">
                <span class="label">{move || t(key)}</span>
                <input
                    type="text"
                    id=first.then(|| input.id())
                    autocomplete="off"
                    aria-invalid=move || input.flaw.get().map(|_| "true")
                    prop:value=move || part(&mut held()).clone()
                    on:input=move |event| {
                        let mut address = held();
                        *part(&mut address) = event_target_value(&event);
                        input.set(Value::Address(address));
                    }
                />
            </label>
        }
    });
    view! { <div class="address" role="group" aria-label=move || input.label()>{parts.into_view()}</div> }
}
