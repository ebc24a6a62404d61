//! The app's shell, rendered with Leptos, and the built frontend's files.

use crate::site::{Asset, Index, takes_brotli};
use crate::state::App;
use crate::words::{Language, language_of, words_of};
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures::future::{BoxFuture, FutureExt as _, ready};
use futures::stream::{BoxStream, StreamExt as _, once};
use leptos::prelude::*;
use std::sync::Arc;

/// Renders a whole page.
pub async fn document(page: impl FnOnce() -> AnyView + Send + 'static) -> Response {
    leptos_axum::handle_response_inner(|| (), page, Request::default(), page_alone).await
}

/// The page without what `leptos_axum`'s own renderers put behind it: inline scripts for
/// hydration, which nothing here needs and the content security policy forbids.
fn page_alone(
    page: AnyView,
    _: Box<dyn FnOnce() -> BoxStream<'static, String> + Send>,
    _: bool,
) -> BoxFuture<'static, BoxStream<'static, String>> {
    let html = format!("<!DOCTYPE html>{}", page.to_html());
    ready(once(ready(html)).boxed()).boxed()
}

/// What every page has in its head. The theme comes before the style sheet, so that no page
/// flashes in the other one.
pub fn head(index: Option<&Index>, title: &str) -> AnyView {
    view! {
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover"/>
        <title>{title.to_owned()}</title>
        <meta name="color-scheme" content="light dark"/>
        {theme_color("light", "#f6f3ec")}
        {theme_color("dark", "#161a18")}
        <link rel="manifest" href="/manifest.webmanifest"/>
        <link rel="icon" type="image/svg+xml" href="/icons/icon.svg"/>
        <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png"/>
        {index.map(|index| view! {
            <script src=index.theme.clone()></script>
            <link rel="stylesheet" href=index.css.clone()/>
        })}
    }
    .into_any()
}

/// The colour of what surrounds the page. (The macro does not know `media` on a `<meta>`.)
fn theme_color(scheme: &str, color: &'static str) -> impl IntoView + use<> {
    let media = format!("(prefers-color-scheme: {scheme})");
    leptos::html::meta().name("theme-color").content(color).attr("media", media)
}

/// Everything else that is asked for with GET: a file of the site, or the app's shell, whatever
/// the page. A name that looks like a file's and is none is told so.
pub async fn page_or_file(State(app): State<App>, request: Request) -> Response {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    let (path, headers) = (request.uri().path().to_owned(), request.headers().clone());
    let found = tokio::task::spawn_blocking(move || match file(&app, &path, &headers) {
        Some(response) => Ok(response),
        None => Err(Box::new((app, path, headers))),
    });
    match found.await {
        Ok(Ok(response)) => response,
        Ok(Err(asked)) => match *asked {
            (_, path, _) if path.rsplit('/').next().is_some_and(|name| name.contains('.')) => {
                (StatusCode::NOT_FOUND, "not found\n").into_response()
            }
            (app, _, headers) => shell(&app, language_of(&headers)).await,
        },
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

async fn shell(app: &App, language: Language) -> Response {
    let Some(index) = app.site.index() else { return not_built().await };
    let words = words_of(language);
    let page = document(move || {
        view! {
            <html lang=language.tag() data-version=index.version.clone()>
                <head>
                    {head(Some(&index), "Outrider")}
                    <link rel="modulepreload" href=index.js.clone()/>
                    <link rel="preload" href=index.wasm.clone() r#as="fetch" r#type="application/wasm" crossorigin="anonymous"/>
                    <script type="module" src=index.boot.clone()></script>
                </head>
                <body>
                    <noscript>
                        <main class="sign-in"><div class="sign-sheet"><h1>"Outrider"</h1><p>{words.say("served-noscript")}</p></div></main>
                    </noscript>
                </body>
            </html>
        }
        .into_any()
    })
    .await;
    ([(header::CACHE_CONTROL, "no-cache"), (header::VARY, "accept-language")], page).into_response()
}

/// For whoever starts the server by hand from the source.
async fn not_built() -> Response {
    let page = document(|| {
        view! {
            <html lang="en">
                <head>{head(None, "Outrider")}</head>
                <body>
                    <h1>"The frontend is not built yet"</h1>
                    <p>"Run " <code>"cargo start"</code> " in the source folder: it builds the frontend and starts this server with it."</p>
                    <p>"OUTRIDER_SITE names the folder with a built frontend, if it is elsewhere."</p>
                </body>
            </html>
        }
        .into_any()
    })
    .await;
    (StatusCode::SERVICE_UNAVAILABLE, [(header::CACHE_CONTROL, "no-store")], page).into_response()
}

fn file(app: &App, path: &str, headers: &HeaderMap) -> Option<Response> {
    let asset: Arc<Asset> = app.site.asset(path)?;
    let caching = if asset.hashed { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = Response::new(Body::empty());
    let known =
        headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == asset.etag.as_bytes());
    let packed = if takes_brotli(headers) { asset.packed() } else { None };
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    answer.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Ok(etag) = HeaderValue::from_str(&asset.etag) {
        answer.insert(header::ETAG, etag);
    }
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return Some(response);
    }
    if packed.is_some() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br"));
    }
    *response.body_mut() = Body::from(packed.unwrap_or_else(|| asset.bytes.clone()));
    Some(response)
}
