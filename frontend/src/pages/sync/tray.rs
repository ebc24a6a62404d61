//! What the server refused: why, what was written, and the ways out.

use super::discard::Discard;
use super::hand::{Hand, written};
use super::mend::Mend;
use crate::state::use_app;
use crate::ui::value::entity_name;
use crate::ui::{Acts, fail_words};
use crate::words::{t, t_with, words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::change::Reason;
use outrider_app::device::{FieldEdit, Tray};
use std::collections::BTreeMap;

#[component]
pub fn TrayList() -> impl IntoView {
    let app = use_app();
    let rows = Memo::new(move |_| app.tray());
    view! {
        <Show when=move || !rows.with(Vec::is_empty)>
            <section class="section">
                <h2>{move || t("tray-title")} " " <span class="count">{move || rows.with(Vec::len)}</span></h2>
                <For each=move || rows.get() key=|(n, row)| (*n, row.waits_for) children=|(n, row)| view! { <Refused n row/> }/>
            </section>
        </Show>
    }
}

#[component]
fn Refused(n: u64, row: Tray) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let (mending, handing, discarding) = (RwSignal::new(false), RwSignal::new(false), RwSignal::new(false));
    let failed = RwSignal::new(None::<String>);
    let Tray { item, reason, label, waits_for, .. } = row.clone();
    let (entity, record) = (item.entity.clone(), item.record);
    let title = Memo::new(move |_| {
        Some(app.title(record)).filter(|title| !title.is_empty()).unwrap_or(label.clone())
    });
    let said = {
        let (entity, reason) = (entity.clone(), reason.clone());
        move || words().reason(&entity, &reason)
    };
    let yours = {
        let item = item.clone();
        move || written(app, &item).join(" · ")
    };
    let href = format!("/record/{entity}/{record}");
    let here = Memo::new(move |_| app.record(record).is_some());
    let can_mend = super::mend::fields(app, &row).next().is_some();
    let deleted = reason == Reason::Deleted;
    let again = move |_| {
        spawn_local(async move {
            if deleted {
                let restore = acts.edit(record, vec![FieldEdit::Restore]).or_else(|| {
                    let entity = app.any_record(record)?.entity;
                    Some(outrider_app::device::Draft {
                        entity,
                        record,
                        create: false,
                        edits: vec![FieldEdit::Restore],
                    })
                });
                let _ = app.act(restore.into_iter().collect(), "restore", &title.get_untracked()).await;
            }
            if let Err(error) = app.retry(n, BTreeMap::new()).await {
                let _ = failed.try_set(Some(fail_words(&error)));
            }
        });
    };
    let discard = move |()| spawn_local(async move { drop(app.discard(n).await) });
    let (kind, given) = (entity.clone(), row.clone());
    view! {
        <div class="tray" data-record=record.to_string()>
            <span class="flag-tray" aria-hidden="true"></span>
            <div class="told">
                <p class="lead">
                    <b>{move || title.get()}</b> " "
                    <span class="soft">{move || entity_name(&kind)} ", " {super::unsent::made_at(item.at)}</span>
                </p>
                <p class="reason">{said}</p>
                {waits_for.map(|other| view! {
                    <p class="reason">{move || t_with("tray-waits-for", &[("name", app.title(other).into())])}</p>
                })}
                <p class="was-yours">{yours}</p>
                {move || failed.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
                <Show when=move || mending.get()>
                    <Mend n row=row.clone() open=mending/>
                </Show>
                <div class="btns">
                    <Show when=move || can_mend && !mending.get()>
                        <button type="button" class="btn small" on:click=move |_| mending.set(true)>{t("tray-mend")}</button>
                    </Show>
                    <Show when=move || !mending.get()>
                        <button type="button" class="btn small" on:click=again>
                            {move || t(if deleted { "tray-restore-send" } else { "tray-send" })}
                        </button>
                    </Show>
                    <button type="button" class="btn small quiet" on:click=move |_| handing.set(true)>{move || t("tray-hand")}</button>
                    {move || here.get().then(|| view! { <a class="btn small quiet" href=href.clone()>{t("open")}</a> })}
                    <button type="button" class="btn small quiet" on:click=move |_| discarding.set(true)>{move || t("tray-discard")}</button>
                </div>
            </div>
            <Show when=move || handing.get()>
                <Hand n row=given.clone() name=title open=handing/>
            </Show>
            <Show when=move || discarding.get()>
                <Discard name=title open=discarding on_discard=discard/>
            </Show>
        </div>
    }
}
