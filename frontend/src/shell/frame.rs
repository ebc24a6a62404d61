//! The frame of the signed-in app: rail, page, bottom bar, and what floats above them.

use super::banners::Banners;
use super::bars::BottomBar;
use super::creating::Creating;
use super::focus::follow_focus;
use super::keys::{KeysDialog, listen};
use super::palette::Palette;
use super::rail::Rail;
use super::reminders::Reminders;
use super::sign::SyncTold;
use crate::pages::{self, sign_in::SignInAgain};
use crate::platform::settings;
use crate::ui::{Empty, ToastHost, TopBar};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::components::{Route, Routes};
use leptos_router::path;

#[component]
pub fn Frame() -> impl IntoView {
    let narrow = RwSignal::new(settings::get("outrider.rail").as_deref() == Some("narrow"));
    Effect::new(move |_| settings::set("outrider.rail", if narrow.get() { "narrow" } else { "wide" }));
    listen();
    super::news::follow(super::state::use_shell().news);
    follow_focus();
    let skip = move |event: web_sys::MouseEvent| {
        event.prevent_default();
        super::focus::to_heading();
    };
    view! {
        <div class="shell" data-rail=move || if narrow.get() { "narrow" } else { "wide" }>
            <a class="skip" href="#main" on:click=skip>{move || t("skip-to-content")}</a>
            <Rail narrow/>
            <main class="main" id="main" tabindex="-1">
                <Banners/>
                <Routes fallback=|| view! { <Nowhere/> }>
                    <Route path=path!("/") view=pages::today::TodayPage/>
                    <Route path=path!("/news") view=pages::news::NewsPage/>
                    <Route path=path!("/calendar") view=pages::calendar::CalendarPage/>
                    <Route path=path!("/list/:entity") view=pages::list::ListPage/>
                    <Route path=path!("/board/:entity") view=pages::list::ListPage/>
                    <Route path=path!("/record/:entity/:id") view=pages::record::RecordPage/>
                    <Route path=path!("/search") view=pages::search::SearchPage/>
                    <Route path=path!("/import") view=pages::import::ImportPage/>
                    <Route path=path!("/duplicates") view=pages::duplicates::DuplicatesPage/>
                    <Route path=path!("/sync") view=pages::sync::SyncPage/>
                    <Route path=path!("/settings") view=pages::settings::SettingsPage/>
                    <Route path=path!("/team") view=pages::team::TeamPage/>
                </Routes>
            </main>
            <BottomBar/>
        </div>
        <SyncTold/>
        <Palette/>
        <Creating/>
        <KeysDialog/>
        <SignInAgain/>
        <ToastHost/>
        <Reminders/>
    }
}

/// An address that leads nowhere.
#[component]
fn Nowhere() -> impl IntoView {
    view! {
        <TopBar title=Signal::derive(|| t("no-such-page"))/>
        <div class="body">
            <Empty words=Signal::derive(|| t("no-such-page"))>
                <a class="btn" href="/">{move || t("nav-today")}</a>
            </Empty>
        </div>
    }
}
