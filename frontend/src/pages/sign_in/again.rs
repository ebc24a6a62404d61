//! The session ended while the file is here: signing in again, above the page one works on.

use super::page::SignInForm;
use crate::shell::use_shell;
use crate::ui::IconButton;
use crate::words::t;
use leptos::prelude::*;

#[component]
pub fn SignInAgain() -> impl IntoView {
    let shell = use_shell();
    view! { <Show when=move || shell.again.get()><Above/></Show> }
}

#[component]
fn Above() -> impl IntoView {
    let shell = use_shell();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    Effect::new(move |_| {
        if let Some(dialog) = dialog.get()
            && !dialog.open()
        {
            let _ = dialog.show_modal();
        }
    });
    let close = move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    };
    view! {
        <dialog
            class="dialog"
            data-size="m"
            node_ref=dialog
            aria-label=move || t("sign-in")
            on:close=move |_| shell.again.set(false)
        >
            <header class="dialog-head">
                <h2>{move || t("sign-in")}</h2>
                <IconButton icon="close" label=Signal::derive(|| t("close")) on:click=move |_| close()/>
            </header>
            <div class="dialog-body">
                <p class="soft">{move || t("error-sync-signed-out")}</p>
                <SignInForm on_done=move |()| close()/>
            </div>
        </dialog>
    }
}
