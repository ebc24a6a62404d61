//! What each file's columns mean: guessed, changed here, kept for the next file of these columns.

use super::handle::{File, Import};
use super::saved::Saved;
use super::target::{target_words, targets};
use super::words::issue_words;
use crate::ui::value::currencies;
use crate::ui::{Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::import::cell::{DateOrder, Decimals};
use outrider_app::import::{Mapping, Sheet, Target};
use outrider_app::registry::{EntityDef, Kind};
use outrider_app::value::Currency;
use std::sync::Arc;

/// Examples shown of a column.
const SAMPLES: usize = 3;

#[component]
pub fn AllColumns(import: Import) -> impl IntoView {
    // A table is made anew when its file becomes something else, not with every choice in it.
    let tables = Memo::new(move |_| {
        let table =
            |file: &File| Some((file.number, file.options.clone(), file.mapping.as_ref()?.entity.clone()?));
        import.files.with(|files| files.iter().filter_map(table).collect::<Vec<_>>())
    });
    move || {
        tables
            .get()
            .into_iter()
            .filter_map(|(number, _, entity)| {
                let file = import
                    .files
                    .with_untracked(|files| files.iter().find(|file| file.number == number).cloned())?;
                let def = import.app.registry().entity(&entity)?;
                Some(view! { <Columns import file def/> })
            })
            .collect_view()
    }
}

#[component]
fn Columns(import: Import, file: File, def: &'static EntityDef) -> impl IntoView {
    let (number, name) = (file.number, file.name.clone());
    let sheet = Arc::new(file.sheet.as_ref().as_ref().ok().cloned());
    let count = sheet.as_ref().as_ref().map_or(0, |sheet| sheet.columns.len());
    let is_ours = sheet.as_ref().as_ref().is_some_and(|sheet| sheet.rows_are.is_some());
    let mapping = Memo::new(move |_| {
        import.files.with(|files| files.iter().find(|file| file.number == number)?.mapping.clone())
    });
    let issues = {
        let sheet = sheet.clone();
        move || {
            let mapping = mapping.get()?;
            let issues = mapping.issues(sheet.as_ref().as_ref()?, import.app.registry());
            Some(
                issues
                    .into_iter()
                    .map(|issue| {
                        let words = issue_words(&issue, &mapping);
                        view! { <Note tone=Tone::Info words=Signal::stored(words)/> }
                    })
                    .collect_view(),
            )
        }
    };
    let rows = (0..count)
        .map(|at| view! { <Column import number def at mapping samples=samples(&sheet, at) is_ours/> })
        .collect_view();
    let has_money =
        move || mapping.with(|mapping| mapping.as_ref().is_some_and(|mapping| holds_money(def, mapping)));
    view! {
        <section class="section">
            <h2>{name} " " <span class="count">{move || t_with("import-columns", &[("count", count.into())])}</span></h2>
            {issues}
            <Saved import number mapping/>
            <Show when=has_money>
                <Money import number mapping/>
            </Show>
            <table class="mapping">
                <thead>
                    <tr>
                        <th scope="col">{move || t("import-column")}</th>
                        <th scope="col">{move || t("import-sample")}</th>
                        <th scope="col">{move || t("import-target")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </section>
    }
}

fn holds_money(def: &EntityDef, mapping: &Mapping) -> bool {
    let money = |target: &Target| {
        target.field().and_then(|field| def.field(field)).is_some_and(|field| field.kind == Kind::Money)
    };
    mapping.columns.iter().any(|column| money(&column.target))
}

/// The first different values of a column.
fn samples(sheet: &Option<Sheet>, at: usize) -> String {
    let mut found: Vec<&str> = Vec::new();
    for row in sheet.iter().flat_map(|sheet| sheet.rows.iter()) {
        let cell = row.cells.get(at).map_or("", |cell| cell.trim());
        if !cell.is_empty() && !found.contains(&cell) {
            found.push(cell);
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found.iter().map(|cell| cell.chars().take(40).collect::<String>()).collect::<Vec<_>>().join(", ")
}

#[component]
fn Column(
    import: Import,
    number: u64,
    def: &'static EntityDef,
    at: usize,
    mapping: Memo<Option<Mapping>>,
    samples: String,
    /// The reader named it.
    is_ours: bool,
) -> impl IntoView {
    let column = Memo::new(move |_| mapping.with(|mapping| mapping.as_ref()?.columns.get(at).cloned()));
    let target = Memo::new(move |_| {
        column.with(|column| column.as_ref().map(|column| column.target.clone()).unwrap_or_default())
    });
    let header = column
        .with_untracked(|column| column.as_ref().map(|column| column.header.clone()).unwrap_or_default());
    let all = StoredValue::new(targets(def));
    let choose = move |event| {
        let chosen = event_target_value(&event)
            .parse::<usize>()
            .ok()
            .and_then(|at| all.with_value(|all| all.get(at).cloned()));
        import.remap(number, |mapping| {
            if let (Some(column), Some(chosen)) = (mapping.columns.get_mut(at), chosen) {
                column.target = chosen;
            }
        });
    };
    let kind = move || {
        target
            .with(|target| target.field().and_then(|field| def.field(field)).map(|field| field.kind.clone()))
    };
    // Cards and calendars have no headers of their own: their columns go by what they hold.
    let told = target.get_untracked();
    let from = match told {
        Target::Ignore => header.clone(),
        told if is_ours => target_words(def, &told),
        _ => header.clone(),
    };
    let label = from.clone();
    view! {
        <tr data-skip=move || (target.get() == Target::Ignore).then_some("")>
            <td class="from">{from}</td>
            <td class="sample">{samples}</td>
            <td>
                <div class="line">
                    <select aria-label=label on:change=choose>
                        {all.get_value().into_iter().enumerate().map(|(place, one)| {
                            let words = { let one = one.clone(); move || target_words(def, &one) };
                            view! { <option value=place.to_string() selected=move || target.with(|target| *target == one)>{words}</option> }
                        }).collect_view()}
                    </select>
                    {move || match kind() {
                        Some(Kind::Date | Kind::DateTime) => view! { <Dates import number at mapping/> }.into_any(),
                        Some(Kind::Number | Kind::Money) => view! { <Signs import number at mapping/> }.into_any(),
                        _ => ().into_any(),
                    }}
                </div>
            </td>
        </tr>
    }
}

/// Day or month first.
#[component]
fn Dates(import: Import, number: u64, at: usize, mapping: Memo<Option<Mapping>>) -> impl IntoView {
    let held = move || mapping.with(|mapping| mapping.as_ref()?.columns.get(at)?.format.dates);
    let choose = move |event| {
        let dates =
            if event_target_value(&event) == "month" { DateOrder::MonthFirst } else { DateOrder::DayFirst };
        import.remap(number, |mapping| {
            mapping.columns.get_mut(at).into_iter().for_each(|column| column.format.dates = Some(dates));
        });
    };
    view! {
        <select aria-label=move || t("import-dates") on:change=choose>
            <option value="" disabled selected=move || held().is_none()>{move || t("import-dates")}</option>
            <option value="day" selected=move || held() == Some(DateOrder::DayFirst)>{move || t("import-day-first")}</option>
            <option value="month" selected=move || held() == Some(DateOrder::MonthFirst)>{move || t("import-month-first")}</option>
        </select>
    }
}

/// Point or comma before the decimals.
#[component]
fn Signs(import: Import, number: u64, at: usize, mapping: Memo<Option<Mapping>>) -> impl IntoView {
    let held = move || mapping.with(|mapping| mapping.as_ref()?.columns.get(at)?.format.decimals);
    let choose = move |event| {
        let decimals = if event_target_value(&event) == "comma" { Decimals::Comma } else { Decimals::Point };
        import.remap(number, |mapping| {
            mapping
                .columns
                .get_mut(at)
                .into_iter()
                .for_each(|column| column.format.decimals = Some(decimals));
        });
    };
    view! {
        <select aria-label=move || t("import-decimals") on:change=choose>
            <option value="" disabled selected=move || held().is_none()>{move || t("import-decimals")}</option>
            <option value="point" selected=move || held() == Some(Decimals::Point)>"1,234.50"</option>
            <option value="comma" selected=move || held() == Some(Decimals::Comma)>"1.234,50"</option>
        </select>
    }
}

/// The currency of amounts that do not name theirs.
#[component]
fn Money(import: Import, number: u64, mapping: Memo<Option<Mapping>>) -> impl IntoView {
    let held = Memo::new(move |_| mapping.with(|mapping| mapping.as_ref().map(|mapping| mapping.currency)));
    let choose = move |event| {
        if let Some(currency) = Currency::parse(&event_target_value(&event)) {
            import.remap(number, |mapping| mapping.currency = currency);
        }
    };
    let first = held.get_untracked();
    let other = first.filter(|first| !currencies().contains(first));
    view! {
        <div class="setting">
            <span class="label">{move || t("currency")}</span>
            <select aria-label=move || t("currency") on:change=choose>
                {currencies().into_iter().chain(other).map(|one| view! {
                    <option value=one.code().to_owned() selected=move || held.get() == Some(one)>{one.code().to_owned()}</option>
                }).collect_view()}
            </select>
        </div>
    }
}
