//! What waits for the network, act by act, and the latest act to be taken back.

use super::keep::export_unsent;
use crate::platform::intl;
use crate::state::{Undoable, use_app};
use crate::ui::value::field_name;
use crate::ui::{Icon, entity_icon};
use crate::words::{find, t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::device::Queued;
use outrider_app::id::Millis;
use std::collections::BTreeSet;

/// Items of a unit shown one by one.
const SHOWN: usize = 6;

#[component]
pub fn Unsent() -> impl IntoView {
    let app = use_app();
    let units = Memo::new(move |_| {
        app.outbox().into_iter().filter(|(_, row)| row.unsettled().next().is_some()).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| app.unsent());
    view! {
        <section class="section">
            <div class="section-head">
                <h2>{move || t("unsent-title")}</h2>
                <span class="count">{move || Some(count.get()).filter(|count| *count > 0).map(intl::number)}</span>
                <Show when=move || { count.get() > 0 }>
                    <button type="button" class="btn small" on:click=move |_| export_unsent(app)>{t("unsent-export")}</button>
                </Show>
            </div>
            <Show when=move || units.with(Vec::is_empty)>
                <p class="faint">{t("unsent-none")}</p>
            </Show>
            <For
                each=move || units.get()
                key=|(n, row)| (*n, row.outcomes.len())
                children=|(_, row)| view! { <Unit row/> }
            />
        </section>
    }
}

#[component]
fn Unit(row: Queued) -> impl IntoView {
    let app = use_app();
    let items: Vec<_> = row.unsettled().cloned().collect();
    let at = items.first().map(|item| item.at).unwrap_or_default();
    let count = items.len();
    let act = row.unit.act.clone();
    let labels = row.labels.clone();
    let lines = items.into_iter().take(SHOWN).map(|item| {
        let label = labels.get(&item.record).cloned().filter(|label| !label.is_empty());
        let fields: BTreeSet<String> = item
            .changes
            .iter()
            .filter(|change| !change.field.is_empty())
            .filter(|change| app.registry().field(&item.entity, &change.field).is_some_and(|field| !field.hidden))
            .map(|change| field_name(&item.entity, &change.field))
            .collect();
        let fields: Vec<String> = fields.into_iter().collect();
        view! {
            <li>
                <Icon name=entity_icon(&item.entity)/>
                <span>{label.unwrap_or_else(|| t("untitled"))} " " <span class="faint">{fields.join(", ")}</span></span>
            </li>
        }
    });
    let lines = lines.collect_view();
    view! {
        <div class="unit">
            <div class="lead">
                <b>{move || act_words(&act)}</b>
                <span class="faint">
                    {move || t_with("unsent-count", &[("count", count.into())])} ", " {made_at(at)}
                </span>
            </div>
            <ul>
                {lines}
                {(count > SHOWN).then(|| view! {
                    <li><span>{move || t_with("unsent-more", &[("count", (count - SHOWN).into())])}</span></li>
                })}
            </ul>
        </div>
    }
}

/// When it was done: short, exact on hover.
pub fn made_at(at: Millis) -> impl IntoView {
    view! { <time title=move || intl::date_time(at)>{move || intl::when(at)}</time> }
}

/// What was done.
pub fn act_words(act: &str) -> String {
    find(&format!("act-{act}")).unwrap_or_else(|| t("act-other"))
}

/// The latest act, which can be taken back here when its toast is gone.
#[component]
pub fn Latest() -> impl IntoView {
    let app = use_app();
    let latest = Memo::new(move |_| app.latest_undo());
    let undo = move |n: u64| {
        spawn_local(async move {
            // What cannot be undone any more stays as it is and is told above.
            let _ = app.undo(n).await;
        });
    };
    move || {
        latest.get().map(|Undoable { n, act, label, at }| {
            view! {
                <section class="section">
                    <h2>{t("undo-title")}</h2>
                    <div class="swap">
                        <span class="of"><b>{act_words(&act)}</b> " " {label}</span>
                        <span class="by">{made_at(at)}</span>
                        <button type="button" class="btn small" on:click=move |_| undo(n)>{t("undo")}</button>
                    </div>
                </section>
            }
        })
    }
}
