//! This device: installing, its name, its storage, signing out.

use super::Setting;
use super::name::DeviceName;
use super::sign_out::SignOut;
use crate::pages::sync::{StorageFacts, use_drafts};
use crate::shell::{can_install, install};
use crate::state::use_app;
use crate::words::{t, t_with};
use leptos::prelude::*;

#[component]
pub fn Device() -> impl IntoView {
    let app = use_app();
    let leaving = RwSignal::new(false);
    let name = move || app.me().map(|me| me.name).unwrap_or_default();
    let drafts = use_drafts();
    let own = Memo::new(move |_| app.unsent() + app.tray().len());
    let hint = move || match (own.get(), drafts.with(Vec::len)) {
        (0, 0) => t("settings-sign-out-hint"),
        (0, begun) => t_with("sign-out-drafts", &[("count", begun.into())]),
        (own, _) => t_with("sign-out-unsent", &[("count", own.into())]),
    };
    let version = document().document_element().and_then(|root| root.get_attribute("data-version"));
    view! {
        <section class="section">
            <h2>{move || t("settings-device")}</h2>
            <Show when=can_install>
                <Setting label=Signal::derive(|| t("settings-install")) hint=Signal::derive(|| t("settings-install-hint"))>
                    <button type="button" class="btn" on:click=|_| install()>{move || t("settings-install")}</button>
                </Setting>
            </Show>
            <DeviceName/>
            <Setting label=Signal::derive(name) hint=Signal::derive(hint)>
                <button type="button" class="btn" on:click=move |_| leaving.set(true)>{move || t("sign-out")}</button>
            </Setting>
            <StorageFacts/>
            {version.map(|version| view! {
                <p class="faint">{move || t_with("settings-version", &[("version", version.clone().into())])}</p>
            })}
        </section>
        <Show when=move || leaving.get()><SignOut open=leaving/></Show>
    }
}
