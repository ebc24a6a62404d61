//! One condition: how a field is tested, and against what.

use super::Listing;
use super::asked::{Op, PERIODS, build, operand_field, ops, period_words, take_apart};
use super::spot::Spot;
use crate::ui::editor::{FieldEditor, Input};
use crate::ui::value::field_name;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Filter, Test};
use outrider_app::change::Flaw;
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;

/// Writes the condition into the list's query when it is complete.
#[component]
pub fn Condition(
    listing: Listing,
    field: &'static FieldDef,
    /// The test that stands there.
    test: Option<Test>,
    spot: Spot,
    #[prop(into)] on_done: Callback<()>,
) -> impl IntoView {
    let def = listing.def;
    let (first_op, first, second) = test
        .as_ref()
        .and_then(take_apart)
        .unwrap_or_else(|| (ops(field).first().copied().unwrap_or(Op::NotEmpty), Value::None, Value::None));
    let op = RwSignal::new(first_op);
    let given = StoredValue::new((first, second));
    // The operands are made anew where the test takes others.
    let inputs = Memo::new_with_compare(
        move |_| {
            let op = op.get();
            let made = operand_field(&def.id, field, op);
            let (first, second) = if op == first_op { given.get_value() } else { (Value::None, Value::None) };
            (op, Input::new(def, made, first), Input::new(def, made, second))
        },
        |before, after| before.map(|(op, ..)| op) != after.map(|(op, ..)| op),
    );
    let apply = move || {
        let (op, first, second) = inputs.get_untracked();
        for input in [first, second].iter().take(op.operands()) {
            if input.unread.get_untracked().is_some() && !input.check() {
                return;
            }
        }
        let Some(test) = build(op, first.value.get_untracked(), second.value.get_untracked()) else {
            return first.flaw.set(Some(Flaw::Required));
        };
        let filter = Filter::Field { field: field.id.to_string(), test };
        on_done.run(());
        listing.query.update(|query| spot.put(&mut query.filters, filter));
        listing.home();
    };
    view! {
        <form class="fields" novalidate on:submit=move |event| { event.prevent_default(); apply() }>
            <label class="field">
                <span class="label">{move || field_name(&def.id, &field.id)}</span>
                <select on:change=move |event| {
                    let chosen = Op::named(&event_target_value(&event), field);
                    if let Some(chosen) = chosen.filter(|chosen| *chosen != op.get_untracked()) {
                        op.set(chosen);
                    }
                }>
                    {ops(field).iter().map(|one| view! {
                        <option value=one.name() selected=move || op.get() == *one>{move || one.words(field)}</option>
                    }).collect_view()}
                </select>
            </label>
            {move || {
                let (op, first, second) = inputs.get();
                [first, second]
                    .into_iter()
                    .take(op.operands())
                    .map(|input| view! {
                        <div class="field" data-state=move || input.flaw.get().map(|_| "error")>
                            {match op {
                                Op::During => view! { <Periods input/> }.into_any(),
                                _ => view! { <FieldEditor input/> }.into_any(),
                            }}
                        </div>
                    })
                    .collect_view()
            }}
            <div class="btns"><button type="submit" class="btn primary">{move || t("filter-apply")}</button></div>
        </form>
    }
}

/// The days told from today on.
#[component]
fn Periods(input: Input) -> impl IntoView {
    let chosen = move |tag: &str| input.value.with(|value| value.as_text() == Some(tag));
    if input.value.with_untracked(Value::is_empty) {
        input.set(Value::text(PERIODS[0]));
    }
    view! {
        <select aria-label=move || input.label() on:change=move |event| input.set(Value::text(event_target_value(&event)))>
            {PERIODS.iter().map(|tag| view! {
                <option value=*tag selected=move || chosen(tag)>{move || period_words(tag)}</option>
            }).collect_view()}
        </select>
    }
}
