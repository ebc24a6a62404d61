//! The search as a page: on a phone, and for who wants it to stay.

use crate::shell::Search;
use crate::ui::TopBar;
use crate::words::t;
use leptos::prelude::*;

#[component]
pub fn SearchPage() -> impl IntoView {
    view! {
        <TopBar title=Signal::derive(|| t("nav-search"))/>
        <div class="body">
            <div class="page">
                <div class="sheet"><Search on_done=|()| ()/></div>
            </div>
        </div>
    }
}
