//! The first start: who is here first becomes the admin, with a pipeline to begin with in their
//! own language.

use super::form::{Failed, Field};
use super::sheet::Sheet;
use crate::state::{AccountError, FirstPipeline, FirstStage, SetUp, use_app};
use crate::ui::focus_within;
use crate::words::t;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// As short as a password may be; the server says the same.
const PASSWORD_MIN: usize = 10;

/// The first stages: the key of each name and its outcome.
const STAGES: [(&str, &str); 6] = [
    ("setup-stage-contact", "open"),
    ("setup-stage-need", "open"),
    ("setup-stage-offer", "open"),
    ("setup-stage-negotiation", "open"),
    ("setup-stage-won", "won"),
    ("setup-stage-lost", "lost"),
];

#[component]
pub fn SetUpPage() -> impl IntoView {
    let app = use_app();
    let text = || RwSignal::new(String::new());
    let (workspace, name, email, password) = (text(), text(), text(), text());
    let (error, tried, busy) =
        (RwSignal::new(None::<AccountError>), RwSignal::new(false), RwSignal::new(false));
    let missing = move |value: RwSignal<String>| {
        Signal::derive(move || {
            (tried.get() && value.with(|value| value.trim().is_empty())).then(|| t("setup-missing"))
        })
    };
    let (no_workspace, no_name) = (missing(workspace), missing(name));
    let bad_email = Signal::derive(move || {
        (tried.get() && !email.with(|email| email.trim().contains('@'))).then(|| t("setup-email-wrong"))
    });
    let short = Signal::derive(move || {
        let short = password.with(|password| password.chars().count() < PASSWORD_MIN);
        (tried.get() && short).then(|| t("refusal-password-short"))
    });
    let form = NodeRef::<leptos::html::Form>::new();
    focus_within(form);
    let submit = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        tried.set(true);
        let flawed =
            [no_workspace, no_name, bad_email, short].iter().any(|flaw| flaw.get_untracked().is_some());
        if flawed || busy.get_untracked() {
            return;
        }
        busy.set(true);
        error.set(None);
        let asked = SetUp {
            name: name.get_untracked().trim().to_owned(),
            email: email.get_untracked().trim().to_owned(),
            password: password.get_untracked(),
            workspace: workspace.get_untracked().trim().to_owned(),
            pipeline: first_pipeline(),
        };
        spawn_local(async move {
            let done = app.set_up(asked).await;
            let _ = busy.try_set(false);
            let _ = error.try_set(done.err());
        });
    };
    view! {
        <Sheet>
            <div>
                <h1>{move || t("setup-title")}</h1>
                <p class="soft">{move || t("setup-lead")}</p>
            </div>
            <form class="fields" node_ref=form novalidate on:submit=submit>
                <Failed error/>
                <Field name="workspace" label="setup-workspace" value=workspace autocomplete="organization" error=no_workspace/>
                <Field name="name" label="setup-name" value=name autocomplete="name" error=no_name/>
                <Field name="email" label="sign-in-email" value=email kind="email" autocomplete="username" error=bad_email/>
                <Field
                    name="password"
                    label="sign-in-password"
                    value=password
                    kind="password"
                    autocomplete="new-password"
                    hint="setup-password-hint"
                    error=short
                />
                <button class="btn primary wide" type="submit" aria-busy=move || busy.get().then_some("true")>
                    {move || t(if busy.get() { "sign-in-working" } else { "setup-create" })}
                </button>
            </form>
        </Sheet>
    }
}

fn first_pipeline() -> FirstPipeline {
    // Chances are the team's own experience: nobody's guess stands in for it.
    let stage = |(name, outcome): (&str, &str)| FirstStage {
        name: t(name),
        outcome: outcome.to_owned(),
        probability: None,
    };
    FirstPipeline { name: t("setup-pipeline"), stages: STAGES.into_iter().map(stage).collect() }
}
