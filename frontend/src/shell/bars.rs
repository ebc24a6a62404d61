//! The phone's bottom bar: today, search, add, contacts, more. Add and more rise from it.

use super::places::{CALENDAR, CONTACTS, LISTS, NEWS, Place, SEARCH, SYNC, TODAY, TOOLS};
use super::state::use_shell;
use crate::state::use_app;
use crate::ui::value::entity_new;
use crate::ui::{Icon, Pop, Popover, entity_icon};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

/// What is made from anywhere, the most frequent first.
pub const MAKES: [&str; 5] = ["contact", "company", "deal", "activity", "task"];

#[component]
pub fn BottomBar() -> impl IntoView {
    let path = use_location().pathname;
    let (adding, more) = (Pop::menu(), Pop::menu());
    let elsewhere = move || {
        let path = path.get();
        let here = |place: &Place| place.is_here(&path);
        (!here(&TODAY) && !here(&SEARCH) && !here(&CONTACTS)).then_some("page")
    };
    // A menu has done its work when one is elsewhere.
    Effect::new(move |_| {
        path.track();
        more.close();
        adding.close();
    });
    view! {
        <nav class="bottombar" aria-label=move || t("nav")>
            <Tab place=TODAY/>
            <Tab place=SEARCH/>
            <button class="item add" {..adding.button()}>
                <Icon name="plus"/>
                <span class="label">{move || t("add")}</span>
            </button>
            <Tab place=CONTACTS/>
            <button class="item" {..more.button()} aria-current=elsewhere>
                <Icon name="menu"/>
                <span class="label">{move || t("more")}</span>
            </button>
            <Popover pop=adding label=Signal::derive(|| t("add"))>
                <Adds pop=adding/>
            </Popover>
            <Popover pop=more label=Signal::derive(|| t("more"))>
                {[CALENDAR, NEWS].into_iter().chain(LISTS.into_iter().skip(1)).chain(TOOLS).chain([SYNC]).map(|place| view! {
                    <a class="item" role="menuitem" href=place.href>
                        <Icon name=place.icon()/>
                        <span class="label">{move || place.words()}</span>
                    </a>
                }).collect_view()}
            </Popover>
        </nav>
    }
}

#[component]
fn Adds(pop: Pop) -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    MAKES
        .into_iter()
        .filter(|entity| untrack(|| app.may_create(entity)))
        .map(|entity| {
            view! {
                <button
                    type="button"
                    class="item"
                    role="menuitem"
                    on:click=move |_| { pop.close(); shell.make(entity, Vec::new()) }
                >
                    <Icon name=entity_icon(entity)/>
                    <span class="label">{move || entity_new(entity)}</span>
                </button>
            }
        })
        .collect_view()
}

#[component]
fn Tab(place: Place) -> impl IntoView {
    let path = use_location().pathname;
    view! {
        <a class="item" href=place.href aria-current=move || place.is_here(&path.get()).then_some("page")>
            <Icon name=place.icon()/>
            <span class="label">{move || place.words()}</span>
        </a>
    }
}
