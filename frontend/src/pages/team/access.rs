//! Giving access: a link that works once, by which the person chooses a password. The app sends
//! nothing itself.

use crate::pages::sign_in::account_words;
use crate::state::use_app;
use crate::ui::{Dialog, Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;
use outrider_app::id::RecordId;
use wasm_bindgen_futures::JsFuture;

#[component]
pub fn GiveAccess(id: RecordId, open: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let link = RwSignal::new(None::<String>);
    let failed = RwSignal::new(None::<String>);
    let copied = RwSignal::new(false);
    let field = NodeRef::<leptos::html::Input>::new();
    let ask = move || {
        failed.set(None);
        spawn_local(async move {
            match app.give_access(id).await {
                Ok(given) => drop(link.try_set(Some(given))),
                Err(error) => drop(failed.try_set(Some(account_words(&error)))),
            }
        });
    };
    let copy = move || {
        let Some(link) = link.get_untracked() else { return };
        field.get_untracked().into_iter().for_each(|field| field.select());
        spawn_local(async move {
            // Without the clipboard the link stands there, chosen.
            let clipboard = window().navigator().clipboard();
            let done = JsFuture::from(clipboard.write_text(&link)).await.is_ok();
            let _ = copied.try_set(done);
        });
    };
    let submit = move |()| match link.with_untracked(Option::is_some) {
        true => copy(),
        false => ask(),
    };
    let foot = move || {
        view! {
            <button type="button" class="btn quiet" on:click=move |_| open.set(false)>{move || t("close")}</button>
            <button type="submit" class="btn primary">
                {move || t(match (link.with(Option::is_some), copied.get()) {
                    (false, _) => "access-make-link",
                    (true, false) => "copy",
                    (true, true) => "copied",
                })}
            </button>
        }
    };
    view! {
        <Dialog
            title=Signal::derive(move || format!("{}: {}", t("access-give"), app.title(id)))
            on_close=move |()| open.set(false)
            on_submit=submit
            foot=foot
        >
            <p class="soft">
                {move || match link.with(Option::is_some) {
                    true => t_with("access-link", &[("name", app.title(id).into())]),
                    false => t("access-lead"),
                }}
            </p>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words=Signal::stored(words)/> })}
            {move || link.get().map(|link| view! {
                <input node_ref=field readonly value=link aria-label=t("access-title") on:focus=move |_| {
                    field.get_untracked().into_iter().for_each(|field| field.select());
                }/>
            })}
        </Dialog>
    }
}
