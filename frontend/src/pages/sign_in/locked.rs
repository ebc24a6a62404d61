//! Nothing is shown: why, and the way out. Unsent work is kept in every case and can be taken
//! along as a file.

use super::page::SignInForm;
use super::sheet::Sheet;
use crate::pages::sync::export_unsent;
use crate::state::{Why, use_app};
use crate::ui::{Note, Tone};
use crate::words::{t, t_with};
use leptos::prelude::*;

#[component]
pub fn Locked(why: Why) -> impl IntoView {
    let app = use_app();
    let key = why.key();
    let detail = match &why {
        Why::Store(said) => Some(said.clone()),
        _ => None,
    };
    let connects = matches!(why, Why::TooLong(_) | Why::Disabled);
    view! {
        <Sheet>
            <h1>{move || t("locked-title")}</h1>
            <Note tone=Tone::Warn words=Signal::derive(move || t(key))/>
            {detail.map(|detail| view! { <p class="foot faint">{detail}</p> })}
            {connects.then(|| view! { <SignInForm/> })}
            <div class="btns">
                <button type="button" class="btn" on:click=move |_| {
                    app.sync_now();
                    let _ = window().location().reload();
                }>{move || t("reload")}</button>
                {move || (app.unsent() > 0).then(|| view! {
                    <button type="button" class="btn" on:click=move |_| export_unsent(app)>
                        {t_with("unsent-count", &[("count", app.unsent().into())])} " · " {t("unsent-export")}
                    </button>
                })}
            </div>
        </Sheet>
    }
}
