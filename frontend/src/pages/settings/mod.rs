//! Settings: how it looks, this device, and for those who may, how the workspace works.

mod archived;
mod device;
mod everyone;
mod looks;
mod name;
mod pipelines;
mod reading;
mod rename;
mod sign_out;
mod stages;

use crate::shell::KeysList;
use crate::state::use_app;
use crate::ui::TopBar;
use crate::words::t;
use device::Device;
use everyone::Everyone;
use leptos::prelude::*;
use looks::Looks;
use outrider_app::sync::Role;
use pipelines::Pipelines;
use reading::Reading;

#[component]
pub fn SettingsPage() -> impl IntoView {
    let app = use_app();
    let role = Memo::new(move |_| app.me().map(|me| me.role).unwrap_or_default());
    view! {
        <TopBar title=Signal::derive(|| t("nav-settings"))/>
        <div class="body">
            <div class="page settings">
                <div class="sheet">
                    <Looks/>
                    <Device/>
                    <Show when=move || { role.get() >= Role::Manager }><Pipelines/></Show>
                    <Show when=move || role.get() == Role::Admin><Reading/><Everyone/></Show>
                    <section class="section wide-only">
                        <h2>{move || t("keys-title")}</h2>
                        <KeysList/>
                    </section>
                </div>
            </div>
        </div>
    }
}

/// One line: words left, the control right.
#[component]
pub fn Setting(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="setting">
            <div>
                <span class="label">{move || label.get()}</span>
                {hint.map(|hint| view! { <p class="hint">{move || hint.get()}</p> })}
            </div>
            {children()}
        </div>
    }
}
