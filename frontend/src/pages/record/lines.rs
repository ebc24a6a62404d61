//! A deal's products: so many of each at a price, written in place; what they come to can become
//! the deal's amount.

use super::shown::Shown;
use crate::platform::intl;
use crate::ui::editor::{FieldEditor, Input};
use crate::ui::value::title_or_gone;
use crate::ui::{Button, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::book::{Query, Test};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::value::{Currency, Money, Value};
use rust_decimal::Decimal;

/// What is written of a line, in its order.
const WRITTEN: [&str; 3] = ["quantity", "price", "discount"];

#[component]
pub fn Lines(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let ids = Memo::new(move |_| {
        app.list(&Query::all("deal_line").filter("deal", Test::Is(Value::Ref(shown.id)))).as_ref().clone()
    });
    let total = Memo::new(move |_| ids.with(|ids| total(ids.iter().filter_map(|id| app.record(*id)))));
    let differs = move || total.get().filter(|total| shown.value("amount") != Value::Money(*total));
    let take = move |_| {
        let Some((record, total)) = shown.record.get_untracked().zip(total.get_untracked()) else { return };
        shown.acts.set(&record, vec![FieldEdit::Set("amount".to_owned(), Value::Money(total))], |_| {});
    };
    view! {
        <section class="related">
            <header class="related-head">
                <h3>{move || t("deal-lines")}</h3>
                <span class="count num">{move || intl::number(ids.with(Vec::len))}</span>
            </header>
            <For each=move || ids.get() key=|id| *id children=move |id| view! { <LineOf shown id/> }/>
            <Show when=move || shown.may_write.get()><Add shown/></Show>
            {move || total.get().map(|total| view! {
                <p class="line"><span class="grow soft">{t("lines-total")}</span><b class="num">{intl::money(&total)}</b></p>
            })}
            <Show when=move || shown.may_write.get() && differs().is_some()>
                <button type="button" class="link" on:click=take>{move || t("lines-take")}</button>
            </Show>
        </section>
    }
}

/// One line; what is written is saved when one leaves it.
#[component]
fn LineOf(shown: Shown, id: RecordId) -> impl IntoView {
    let app = shown.app;
    let record = Memo::new(move |_| app.record(id));
    let product =
        move || record.with(|record| record.as_ref().and_then(|record| record.reference("product")));
    let name = move || product().map(|product| title_or_gone(app, product)).unwrap_or_default();
    let worth =
        move || record.with(|record| record.as_ref().and_then(worth)).map(|worth| intl::money(&worth));
    let open = RwSignal::new(false);
    let remove = move |_| {
        let words = t_with("deleted-one", &[("name", name().into())]);
        shown.acts.delete(&[id], words, |_| {});
    };
    let summary = move || {
        record.with(|record| {
            let record = record.as_ref()?;
            let quantity = quantity(record);
            let price = match record.value("price") {
                Value::Money(price) => intl::money(price),
                _ => String::new(),
            };
            let discount = match record.value("discount") {
                Value::Number(discount) if !discount.is_zero() => format!(" − {} %", intl::number(*discount)),
                _ => String::new(),
            };
            Some(format!("{} × {price}{discount}", intl::number(quantity)))
        })
    };
    view! {
        <div class="rel" data-record=id.to_string()>
            <span class="what" title=name>{name}</span>
            <span class="num">{worth}</span>
            <span class="sub">
                <span class="num">{summary}</span>
                <span class="grow"></span>
                <Show when=move || shown.may_write.get()>
                    <IconButton
                        icon="edit"
                        look="quiet small"
                        label=Signal::derive(move || t_with("edit-one", &[("name", name().into())]))
                        on_click=move |_| open.update(|open| *open = !*open)
                    />
                    <IconButton
                        icon="trash"
                        look="quiet small"
                        label=Signal::derive(move || t_with("remove-one", &[("name", name().into())]))
                        on_click=remove
                    />
                </Show>
            </span>
        </div>
        <Show when=move || open.get()>
            {record.get_untracked().map(|record| view! { <Write shown record open/> })}
        </Show>
    }
}

#[component]
fn Write(shown: Shown, record: Record, open: RwSignal<bool>) -> impl IntoView {
    let def = shown.app.registry().entity("deal_line");
    let fields = def.map(|def| (def, WRITTEN.iter().filter_map(|name| def.field(name)).collect::<Vec<_>>()));
    fields.map(|(def, fields)| {
        let inputs: Vec<Input> =
            fields.into_iter().map(|field| Input::new(def, field, record.value(&field.id).clone())).collect();
        let all = inputs.clone();
        let save = move || {
            if all.iter().any(|input| !input.check()) {
                return;
            }
            let set = |input: &Input| FieldEdit::Set(input.field.id.to_string(), input.value.get_untracked());
            shown.acts.set(&record, all.iter().map(set).collect(), move |saved| {
                if saved.is_ok() {
                    open.set(false);
                }
            });
        };
        view! {
            <form class="fields" novalidate on:submit=move |event| { event.prevent_default(); save() }>
                {inputs.into_iter().map(|input| view! {
                    <div class="field">
                        <label class="label" for=input.id()>{move || input.label()}</label>
                        <FieldEditor input/>
                    </div>
                }).collect_view()}
                <div class="btns">
                    <Button look="small primary" submit=true>{move || t("save")}</Button>
                    <Button look="small quiet" on_click=move |_| open.set(false)>{move || t("cancel")}</Button>
                </div>
            </form>
        }
    })
}

/// A line to find a product in: chosen, it is on the deal at its list price.
#[component]
fn Add(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let parts = app.registry().entity("deal_line").and_then(|def| Some((def, def.field("product")?)));
    parts.map(|(def, field)| {
        let input = Input::new(def, field, Value::None);
        Effect::new(move |_| {
            let Some(product) = input.value.get().as_ref_id() else { return };
            input.value.set(Value::None);
            untrack(|| add(shown, product));
        });
        view! {
            <div class="field">
                <label class="label" for=input.id()>{move || t("add-product")}</label>
                <FieldEditor input/>
            </div>
        }
    })
}

fn add(shown: Shown, product: RecordId) {
    let app = shown.app;
    let price =
        app.record(product).map(|product| product.value("price").clone()).filter(|price| !price.is_empty());
    let set = |field: &str, value: Value| FieldEdit::Set(field.to_owned(), value);
    let mut edits = vec![
        set("deal", Value::Ref(shown.id)),
        set("product", Value::Ref(product)),
        set("quantity", Value::Number(Decimal::ONE)),
    ];
    edits.extend(price.map(|price| set("price", price)));
    let draft = Draft { entity: "deal_line".to_owned(), record: app.new_id(), create: true, edits };
    shown.acts.act(vec![draft], "create", app.title(product), None, |_| {});
}

fn quantity(line: &Record) -> Decimal {
    match line.value("quantity") {
        Value::Number(quantity) => *quantity,
        _ => Decimal::ONE,
    }
}

/// Quantity times price, less the discount, in exact decimals, rounded once.
fn worth(line: &Record) -> Option<Money> {
    let Value::Money(price) = line.value("price") else { return None };
    let left = match line.value("discount") {
        Value::Number(discount) => Decimal::ONE_HUNDRED.checked_sub(*discount)?,
        _ => Decimal::ONE_HUNDRED,
    };
    let worth =
        price.major().checked_mul(quantity(line))?.checked_mul(left)?.checked_div(Decimal::ONE_HUNDRED)?;
    Money::from_major(worth, price.currency)
}

/// What the lines come to; `None` where they have several currencies, or none.
fn total(lines: impl Iterator<Item = Record>) -> Option<Money> {
    let mut sum: Option<(Currency, i64)> = None;
    for worth in lines.filter_map(|line| worth(&line)) {
        sum = match sum {
            None => Some((worth.currency, worth.minor)),
            Some((currency, minor)) if currency == worth.currency => {
                Some((currency, minor.checked_add(worth.minor)?))
            }
            Some(_) => return None,
        };
    }
    sum.map(|(currency, minor)| Money::new(minor, currency))
}
