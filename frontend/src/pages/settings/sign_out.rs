//! Signing out takes the customer file off the device. What was not sent is kept, taken along or
//! given up: never lost unasked.

use crate::pages::sign_in::account_words;
use crate::pages::sync::{export_unsent, use_drafts};
use crate::state::{AccountError, Unsent, use_app};
use crate::ui::{Dialog, Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn SignOut(open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let own = Memo::new(move |_| app.unsent() + app.tray().len());
    let drafts = use_drafts();
    let begun = move || drafts.with(Vec::len);
    let failed = RwSignal::new(None::<AccountError>);
    let leave = move |what: Unsent| {
        spawn_local(async move {
            if let Err(error) = app.sign_out(what).await {
                let _ = failed.try_set(Some(error));
            }
        });
    };
    let unsent = move || own.get() + begun() > 0;
    let foot = move || {
        view! {
            <button type="button" class="btn quiet" on:click=move |_| open.set(false)>{move || t("cancel")}</button>
            <Show when=unsent>
                <button type="button" class="btn danger" on:click=move |_| leave(Unsent::Discard)>{move || t("sign-out-anyway")}</button>
            </Show>
            <button type="submit" class="btn primary">{move || t(if unsent() { "sign-out-keep" } else { "sign-out" })}</button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(|| t("sign-out"))
            on_close=move |()| open.set(false)
            on_submit=move |()| leave(if untrack(unsent) { Unsent::Keep } else { Unsent::Refuse })
            foot=foot
        >
            <p>{move || t("settings-sign-out-hint")}</p>
            <Show when=unsent>
                <Show when=move || { own.get() > 0 }>
                    <Note tone=Tone::Warn words=Signal::derive(move || t_with("sign-out-unsent", &[("count", own.get().into())]))/>
                </Show>
                <Show when=move || { begun() > 0 }>
                    <Note tone=Tone::Warn words=Signal::derive(move || t_with("sign-out-drafts", &[("count", begun().into())]))/>
                </Show>
                <p><button type="button" class="btn" on:click=move |_| export_unsent(app)>{move || t("sign-out-export")}</button></p>
            </Show>
            {move || failed.get().map(|error| view! { <Note tone=Tone::Bad words=Signal::derive(move || account_words(&error))/> })}
        </Dialog>
    }
}
