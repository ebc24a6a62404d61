//! The left rail: where one can go, who one is, how syncing stands.

use super::news::News;
use super::places::{CALENDAR, LISTS, NEWS, Place, SEARCH, TODAY, TOOLS};
use super::sign::SyncSign;
use super::state::use_shell;
use crate::platform::intl;
use crate::state::use_app;
use crate::ui::{Avatar, Icon};
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

#[component]
pub fn Rail(narrow: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let shell = use_shell();
    let me = Memo::new(move |_| app.me().map(|me| me.user));
    let name = Memo::new(move |_| app.me().map(|me| me.name).unwrap_or_default());
    let search = move |event: web_sys::MouseEvent| {
        if !event.ctrl_key() && !event.meta_key() {
            event.prevent_default();
            shell.palette.set(true);
        }
    };
    view! {
        <nav class="rail" aria-label=move || t("nav")>
            <a class="brand" href="/">
                <svg class="mark" aria-hidden="true"><use href="#i-mark"/></svg>
                <span class="label">"Outrider"</span>
            </a>
            <div class="nav">
                <Item place=TODAY/>
                <a class="item" href=SEARCH.href title=move || SEARCH.words() on:click=search>
                    <Icon name=SEARCH.icon/>
                    <span class="label">{move || SEARCH.words()}</span>
                    <kbd class="kbd" aria-hidden="true">{palette_key()}</kbd>
                </a>
                <Item place=CALENDAR/>
                <Bell/>
            </div>
            <div class="nav">{LISTS.map(|place| view! { <Item place/> })}</div>
            <div class="nav">{TOOLS.map(|place| view! { <Item place/> })}</div>
            <div class="foot">
                <button
                    type="button"
                    class="item"
                    aria-pressed=move || narrow.get().to_string()
                    title=move || t("nav-collapse")
                    on:click=move |_| narrow.update(|narrow| *narrow = !*narrow)
                >
                    <Icon name="rail"/>
                    <span class="label">{move || t("nav-collapse")}</span>
                </button>
                <SyncSign/>
                {move || me.get().map(|id| view! {
                    <a class="item me" href="/settings" title=move || name.get()>
                        <Avatar id/>
                        <span class="label">{move || name.get()}</span>
                    </a>
                })}
            </div>
        </nav>
    }
}

/// Where what asks for the person stands, and how much of it there is.
#[component]
pub fn Bell() -> impl IntoView {
    let news = use_shell().news;
    let count = Memo::new(move |_| Some(news.with(News::count)));
    view! { <Item place=NEWS count look="item bell"/> }
}

/// A place of the rail, with how much stands there.
#[component]
fn Item(
    place: Place,
    /// Where the place itself does not say.
    #[prop(optional)]
    count: Option<Memo<Option<usize>>>,
    #[prop(default = "item")] look: &'static str,
) -> impl IntoView {
    let (app, path) = (use_app(), use_location().pathname);
    let count = count.unwrap_or_else(|| Memo::new(move |_| place.count(app)));
    let count = move || count.get().filter(|count| *count > 0);
    view! {
        <a
            class=look
            href=place.href
            title=move || place.words()
            aria-current=move || place.is_here(&path.get()).then_some("page")
        >
            <Icon name=place.icon()/>
            <span class="label">{move || place.words()}</span>
            {move || count().map(|count| view! { <span class="count">{intl::number(count)}</span> })}
        </a>
    }
}

/// The palette's key as this machine's keyboard names it.
pub fn palette_key() -> &'static str {
    let agent = window().navigator().user_agent().unwrap_or_default();
    if agent.contains("Mac") { "⌘K" } else { "Ctrl K" }
}
