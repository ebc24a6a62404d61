//! The session ended while the file is here: signing in again, above the page one works on.

use super::page::SignInForm;
use crate::shell::use_shell;
use crate::ui::{DialogHead, Modal};
use crate::words::t;
use leptos::prelude::*;

#[component]
pub fn SignInAgain() -> impl IntoView {
    let shell = use_shell();
    let title = Signal::derive(|| t("sign-in"));
    let close = move |()| shell.again.set(false);
    view! {
        <Show when=move || shell.again.get()>
            <Modal class="dialog" size="m" label=title on_close=close>
                <DialogHead title on_close=close/>
                <div class="dialog-body">
                    <p class="soft">{move || t("error-sync-signed-out")}</p>
                    <SignInForm on_done=close/>
                </div>
            </Modal>
        </Show>
    }
}
