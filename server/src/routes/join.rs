//! `/join/{token}`: a person chooses their own password. Rendered here; works without JavaScript.

use super::fault::Fault;
use super::part::Part;
use super::session::cookie;
use crate::auth::password::Weakness;
use crate::auth::sessions::Token;
use crate::auth::{AuthError, PASSWORD_MIN, Person};
use crate::shell::{document, head};
use crate::state::App;
use crate::words::{Language, language_of, words_of};
use axum::Form;
use axum::extract::State;
use axum::extract::rejection::FormRejection;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use leptos::prelude::*;
use serde::Deserialize;

/// What the form sends.
#[derive(Deserialize)]
pub struct Choice {
    password: String,
    again: String,
}

/// `GET`: the form, or that the link is of no use.
pub async fn page(State(app): State<App>, Part(token): Part, headers: HeaderMap) -> Response {
    let language = language_of(&headers);
    match app.auth.invited(&Token::of(&token)).await {
        Ok(person) => form(&app, language, &person, None).await,
        Err(error) => failed(&app, language, error).await,
    }
}

/// `POST`: sets the password, signs in and goes to the app.
pub async fn join(
    State(app): State<App>,
    Part(token): Part,
    headers: HeaderMap,
    choice: Result<Form<Choice>, FormRejection>,
) -> Response {
    let language = language_of(&headers);
    let words = words_of(language);
    let link = Token::of(&token);
    let person = match app.auth.invited(&link).await {
        Ok(person) => person,
        Err(error) => return failed(&app, language, error).await,
    };
    let Ok(Form(choice)) = choice else {
        return form(&app, language, &person, Some(words.say("served-short"))).await;
    };
    if choice.password != choice.again {
        return form(&app, language, &person, Some(words.say("served-different"))).await;
    }
    match app.auth.join(&link, choice.password).await {
        Ok(session) => ([(header::SET_COOKIE, cookie(&app, &session))], Redirect::to("/")).into_response(),
        Err(AuthError::Weak(Weakness::Short)) => {
            form(&app, language, &person, Some(words.say("served-short"))).await
        }
        Err(AuthError::Weak(Weakness::Long)) => {
            form(&app, language, &person, Some(words.say("served-long"))).await
        }
        Err(error) => failed(&app, language, error).await,
    }
}

async fn form(app: &App, language: Language, person: &Person, wrong: Option<String>) -> Response {
    let words = words_of(language);
    let welcome = format!("{} {}", words.say("served-join-welcome"), person.name);
    let status = if wrong.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let content = view! {
        <form class="sign-sheet" method="post">
            <div class="brand">"Outrider"</div>
            <div><h1>{words.say("served-join-title")}</h1><p class="soft">{welcome}</p></div>
            <div class="fields">
                <p>{words.say("served-join-hint")} " " <b>{person.email.clone()}</b></p>
                <input type="hidden" name="username" autocomplete="username" value=person.email.clone()/>
                <label class="field">
                    <span class="label">{words.say("served-password")}</span>
                    <input type="password" name="password" required minlength=PASSWORD_MIN.to_string() autocomplete="new-password"/>
                </label>
                <label class="field">
                    <span class="label">{words.say("served-password-again")}</span>
                    <input type="password" name="again" required minlength=PASSWORD_MIN.to_string() autocomplete="new-password"/>
                    {wrong.map(|wrong| view! { <span class="error" role="alert">{wrong}</span> })}
                </label>
            </div>
            <button class="btn primary wide" type="submit">{words.say("served-join-button")}</button>
        </form>
    };
    (status, sheet(app, language, content.into_any()).await).into_response()
}

async fn failed(app: &App, language: Language, error: AuthError) -> Response {
    let words = words_of(language);
    let gone = matches!(error, AuthError::LinkGone);
    // Says why in the log, and gives the status.
    let status = Fault::from(error).into_response().status();
    let content = view! {
        <div class="sign-sheet">
            <div class="brand">"Outrider"</div>
            <p>{if gone { words.say("served-gone") } else { words.say("served-failed") }}</p>
            <p class="foot"><a href="/">{words.say("served-to-app")}</a></p>
        </div>
    };
    (status, sheet(app, language, content.into_any()).await).into_response()
}

async fn sheet(app: &App, language: Language, content: AnyView) -> Response {
    let index = app.site.index();
    let page = document(move || {
        view! {
            <html lang=language.tag()>
                <head>
                    {head(index.as_ref(), &words_of(language).say("served-join-title"))}
                    <meta name="robots" content="noindex"/>
                </head>
                <body><main class="sign-in">{content}</main></body>
            </html>
        }
        .into_any()
    })
    .await;
    ([(header::CACHE_CONTROL, "no-store")], page).into_response()
}
