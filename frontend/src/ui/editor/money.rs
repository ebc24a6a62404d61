//! Amounts: a number and its currency in one edge.

use super::{Input, control};
use crate::state::use_app;
use crate::ui::value::{currencies, home_currency, number_text, read_number};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::change::Flaw;
use outrider_app::value::{Currency, Money, Value};

#[component]
pub fn MoneyInput(input: Input) -> impl IntoView {
    let app = use_app();
    let given = input.value.with_untracked(|value| match value {
        Value::Money(money) => Some(*money),
        _ => None,
    });
    let text = RwSignal::new(given.map(|money| number_text(money.major())).unwrap_or_default());
    let currency = RwSignal::new(given.map_or_else(|| home_currency(app), |money| money.currency));
    let read = move || {
        let typed = text.get_untracked();
        match typed.trim() {
            "" => input.set(Value::None),
            trimmed => {
                let money =
                    read_number(trimmed).and_then(|major| Money::from_major(major, currency.get_untracked()));
                match money {
                    Some(money) => input.set(Value::Money(money)),
                    None => input.refuse(Flaw::Kind),
                }
            }
        }
    };
    let choices = move || {
        let mut all = currencies();
        if !all.contains(&currency.get_untracked()) {
            all.insert(0, currency.get_untracked());
        }
        all.into_iter()
            .map(|one| {
                let code = one.code().to_owned();
                view! { <option value=code.clone() selected=move || currency.get() == one>{code.clone()}</option> }
            })
            .collect_view()
    };
    view! {
        <div class="joined">
            <input
                type="text"
                {..control(input)}
                inputmode="decimal"
                autocomplete="off"
                prop:value=move || text.get()
                on:input=move |event| { text.set(event_target_value(&event)); read() }
            />
            <select
                aria-label=move || t("currency")
                on:change=move |event| {
                    if let Some(chosen) = Currency::parse(&event_target_value(&event)) {
                        currency.set(chosen);
                        read();
                    }
                }
            >
                {choices}
            </select>
        </div>
    }
}
