//! Letting own work go cannot be taken back: it is asked for, and a copy is offered first.

use super::keep::export_unsent;
use crate::state::use_app;
use crate::ui::Dialog;
use crate::words::{t, t_with};
use leptos::prelude::*;

#[component]
pub fn Discard(
    #[prop(into)] name: Signal<String>,
    open: RwSignal<bool>,
    /// It is to go. What could not be discarded stays in the list.
    #[prop(into)]
    on_discard: Callback<()>,
) -> impl IntoView {
    let app = use_app();
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
            on_submit=move |()| { open.set(false); on_discard.run(()) }
            foot=foot
        >
            <p>{move || t_with("tray-discard-ask", &[("name", name.get().into())])}</p>
        </Dialog>
    }
}
