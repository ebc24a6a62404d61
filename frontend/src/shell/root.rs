//! The whole screen by the app's phase, not by the address: a deep link survives signing in, a
//! first sync and a cold start without a network.

use super::frame::Frame;
use super::rail::Bell;
use super::sign::SyncSign;
use super::state::Shell;
use super::title::follow_title;
use crate::pages::sign_in::{FirstSync, Locked, SetUpPage, SignInPage};
use crate::state::{Phase, Why, provide_app};
use crate::ui::{Sprite, TopbarEnd};
use leptos::prelude::*;
use leptos_router::components::Router;

/// What stands on the screen; the details of a phase change within it.
#[derive(Clone, PartialEq)]
enum Gate {
    Wait,
    SetUp,
    SignIn,
    FirstSync,
    Open,
    Locked(Why),
}

#[component]
pub fn Root() -> impl IntoView {
    let app = provide_app();
    provide_context(TopbarEnd(|| view! { <Bell/> <SyncSign short=true/> }.into_any()));
    Shell::provide();
    super::install::listen();
    let gate = Memo::new(move |_| match app.phase() {
        Phase::Starting => Gate::Wait,
        Phase::SetUp => Gate::SetUp,
        Phase::SignIn => Gate::SignIn,
        Phase::FirstSync => Gate::FirstSync,
        Phase::Ready => Gate::Open,
        Phase::Locked(why) => Gate::Locked(why),
    });
    view! {
        <Sprite/>
        <Router>
            <Titled/>
            {move || match gate.get() {
                Gate::Wait => view! { <main class="main" id="main" aria-busy="true"></main> }.into_any(),
                Gate::SetUp => view! { <SetUpPage/> }.into_any(),
                Gate::SignIn => view! { <SignInPage/> }.into_any(),
                Gate::FirstSync => view! { <FirstSync/> }.into_any(),
                Gate::Open => view! { <Frame/> }.into_any(),
                Gate::Locked(why) => view! { <Locked why/> }.into_any(),
            }}
        </Router>
    }
}

/// Keeps the document's title; needs the router's context.
#[component]
fn Titled() -> impl IntoView {
    follow_title();
}
