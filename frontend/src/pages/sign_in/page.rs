//! Signing in: once on a device; after that it opens without a network.

use super::form::{Failed, Field};
use super::sheet::Sheet;
use crate::state::{AccountError, use_app};
use crate::ui::{Note, Tone, focus_within};
use crate::words::{t, t_with};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn SignInPage() -> impl IntoView {
    let left = use_app().left_behind();
    let kept = Signal::derive(move || t_with("sign-out-kept", &[("count", left.into())]));
    view! {
        <Sheet>
            <h1>{move || t("sign-in")}</h1>
            {(left > 0).then(|| view! { <Note tone=Tone::Info words=kept/> })}
            <SignInForm/>
            <p class="foot faint">{move || t("sign-in-first-online")}</p>
        </Sheet>
    }
}

/// The form itself; also stands in the dialog to sign in again.
#[component]
pub fn SignInForm(#[prop(optional, into)] on_done: Option<Callback<()>>) -> impl IntoView {
    let app = use_app();
    let (email, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let error = RwSignal::new(None::<AccountError>);
    let busy = RwSignal::new(false);
    let form = NodeRef::<leptos::html::Form>::new();
    focus_within(form);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let done = app.sign_in(email.get_untracked().trim(), &password.get_untracked()).await;
            // The form is gone where the app has opened.
            let _ = busy.try_set(false);
            match done {
                Ok(()) => on_done.into_iter().for_each(|done| done.run(())),
                Err(failed) => drop(error.try_set(Some(failed))),
            }
        });
    };
    view! {
        <form class="fields" node_ref=form novalidate on:submit=submit>
            <Failed error/>
            <Field name="email" label="sign-in-email" value=email kind="email" autocomplete="username"/>
            <Field name="password" label="sign-in-password" value=password kind="password" autocomplete="current-password"/>
            <button class="btn primary wide" type="submit" aria-busy=move || busy.get().then_some("true")>
                {move || t(if busy.get() { "sign-in-working" } else { "sign-in" })}
            </button>
        </form>
    }
}
