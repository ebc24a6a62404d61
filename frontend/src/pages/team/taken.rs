//! Taking access away: it ends on all their devices, so it is asked for by name.

use crate::pages::sign_in::account_words;
use crate::state::use_app;
use crate::ui::{Dialog, Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::id::RecordId;

#[component]
pub fn TakeAccess(id: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let failed = RwSignal::new(None::<String>);
    let take = move |()| {
        spawn_local(async move {
            match app.take_access(id).await {
                Ok(()) => drop(open.try_set(false)),
                Err(error) => drop(failed.try_set(Some(account_words(&error)))),
            }
        });
    };
    let foot = move || {
        view! {
            <button type="button" class="btn" on:click=move |_| open.set(false)>{move || t("cancel")}</button>
            <button type="submit" class="btn danger">{move || t("access-take")}</button>
        }
    };
    view! {
        <Dialog title=Signal::derive(|| t("access-take")) on_close=move |()| open.set(false) on_submit=take foot=foot>
            <p>{move || t_with("access-take-ask", &[("name", app.title(id).into())])}</p>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words=Signal::stored(words)/> })}
        </Dialog>
    }
}
