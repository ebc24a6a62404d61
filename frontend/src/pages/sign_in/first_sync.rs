//! The file is being fetched for the first time: how far, in records and bytes.

use super::sheet::Sheet;
use crate::platform::intl;
use crate::state::{Progress, use_app};
use crate::ui::{Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;

#[component]
pub fn FirstSync() -> impl IntoView {
    let app = use_app();
    let progress = Memo::new(move |_| app.progress());
    let trouble = Memo::new(move |_| app.trouble().map(|trouble| trouble.key()));
    let words = move |progress: Progress| {
        t_with(
            "first-sync-progress",
            &[
                ("records", intl::number(progress.records).into()),
                ("all", intl::number(progress.total_records).into()),
                ("size", intl::bytes(progress.bytes as f64).into()),
            ],
        )
    };
    view! {
        <Sheet>
            <div>
                <h1>{move || t("first-sync-title")}</h1>
                <p class="soft">{move || t("first-sync-lead")}</p>
            </div>
            <div class="progress">
                <div class="line"><span class="num">{move || progress.get().map(words)}</span></div>
                {move || match progress.get().filter(|progress| progress.total_records > 0) {
                    Some(progress) => view! {
                        <progress
                            max=progress.total_records.to_string()
                            value=progress.records.to_string()
                            aria-label=t("first-sync-title")
                        ></progress>
                    }.into_any(),
                    None => view! { <progress aria-label=t("first-sync-title")></progress> }.into_any(),
                }}
            </div>
            {move || trouble.get().map(|key| view! {
                <Note tone=Tone::Warn words=Signal::derive(move || t(key))/>
                <button type="button" class="btn wide" on:click=move |_| app.sync_now()>{t("retry")}</button>
            })}
        </Sheet>
    }
}
