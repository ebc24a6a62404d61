//! One field where two records differ: both values, and which of them stands.

use super::compare::Compared;
use crate::ui::value::{ValueView, field_name};
use crate::words::t;
use leptos::prelude::*;
use outrider_app::duplicates::{Choice, Part};
use outrider_app::record::FieldId;

/// Whose value it is, wherever the records stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    One,
    Other,
    Both,
}

#[component]
pub fn PartView(compared: Compared, part: Part) -> impl IntoView {
    let def = compared.doubles.def;
    let first: FieldId = part.fields.first().cloned().unwrap_or_default();
    let names = {
        let fields = part.fields.clone();
        move || fields.iter().map(|field| field_name(&def.id, field)).collect::<Vec<_>>().join(", ")
    };
    let usual = {
        let first = first.clone();
        move || {
            let part = |part: &&Part| part.fields.first() == Some(&first);
            compared.merge.with(|merge| {
                merge.as_ref().and_then(|merge| merge.parts.iter().find(part)).map(|part| part.usual)
            })
        }
    };
    let chosen = {
        let first = first.clone();
        Memo::new(move |_| {
            let told = compared.chosen.with(|chosen| chosen.get(&first).copied());
            told.or_else(|| usual().map(|usual| compared.side(usual)))
        })
    };
    let option = |side: Side| {
        let (fields, first, group) = (part.fields.clone(), first.clone(), format!("part-{first}"));
        let values = move || {
            let choice = compared.choice(side);
            let merge = compared.merge.get()?;
            let view = fields.iter().filter_map(|id| {
                let field = def.field(id)?;
                let value = merge.value(def, id, choice);
                let empty = value.is_empty();
                Some(view! {
                    <span class="value">
                        {empty.then(|| view! { <span class="faint">{t("none")}</span> })}
                        <ValueView entity=def.id.as_ref() field value/>
                    </span>
                })
            });
            Some(view.collect_view())
        };
        view! {
            <label class="option" data-side=format!("{side:?}").to_lowercase() data-chosen=move || (chosen.get() == Some(side)).then_some("")>
                <input
                    type="radio"
                    name=group
                    prop:checked=move || chosen.get() == Some(side)
                    on:change=move |_| compared.choose(&first, side)
                />
                <span class="values">
                    {(side == Side::Both).then(|| view! { <span class="hint">{t("doubles-both")}</span> })}
                    {values}
                </span>
            </label>
        }
    };
    let both = part.choices.contains(&Choice::Both);
    view! {
        <fieldset class="part" data-field=first.clone()>
            <legend>{names}</legend>
            {option(Side::One)}
            {option(Side::Other)}
            {both.then(|| option(Side::Both))}
        </fieldset>
    }
}
