//! Letting refused work go cannot be taken back: it is asked for, and a copy is offered first.

use super::keep::export_unsent;
use crate::state::use_app;
use crate::ui::Dialog;
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn Discard(n: u64, name: Memo<String>, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let discard = move |()| {
        spawn_local(async move {
            // What could not be discarded stays in the list.
            let _ = app.discard(n).await;
            let _ = open.try_set(false);
        });
    };
    let foot = move || {
        view! {
            <button type="button" class="btn quiet" on:click=move |_| export_unsent(app)>{move || t("unsent-export")}</button>
            <button type="button" class="btn" on:click=move |_| open.set(false)>{move || t("cancel")}</button>
            <button type="submit" class="btn danger">{move || t("tray-discard")}</button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(|| t("tray-discard"))
            on_close=move |()| open.set(false)
            on_submit=discard
            foot=foot
        >
            <p>{move || t_with("tray-discard-ask", &[("name", name.get().into())])}</p>
        </Dialog>
    }
}
