//! While a record is being typed: those that are here already and look like it.

use super::editor::Input;
use super::value::title_or_gone;
use crate::state::use_app;
use crate::words::t;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::duplicates::Like;
use outrider_app::record::Record;
use outrider_app::registry::EntityDef;
use std::time::Duration;

/// Typing pauses so long before it is looked for.
const PAUSE: Duration = Duration::from_millis(150);
const MENTIONED: usize = 3;

#[component]
pub fn AlreadyHere(
    def: &'static EntityDef,
    inputs: Vec<Input>,
    /// The person goes to what is here.
    #[prop(into)]
    on_leave: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let likes = RwSignal::new(Vec::<Like>::new());
    let draft = Memo::new(move |_| {
        let draft = Record::new(Default::default(), def.id.to_string());
        inputs.iter().fold(draft, |draft, input| draft.with(&input.field.id, input.value.get()))
    });
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = before {
            timer.clear();
        }
        let draft = draft.get();
        let look = move || {
            let found = untrack(|| app.likes(def, &draft, MENTIONED));
            let _ = likes.try_set(found);
        };
        def.doubles.then(|| set_timeout_with_handle(look, PAUSE).ok()).flatten()
    });
    let go = use_navigate();
    let link = move |like: Like| {
        let go = go.clone();
        let href = format!("/record/{}/{}", def.id, like.id);
        let to = href.clone();
        view! {
            <a href=href on:click=move |event| {
                if !event.ctrl_key() && !event.meta_key() {
                    event.prevent_default();
                    on_leave.run(());
                    go(&to, Default::default());
                }
            }><b>{title_or_gone(app, like.id)}</b></a>
            " " <span class="soft">{why_words(&like.why)}</span>
        }
    };
    view! {
        <div class="already full" role="status" aria-live="polite">
            {move || {
                let likes = likes.get();
                (!likes.is_empty()).then(|| view! {
                    <p>{t("doubles-already")}</p>
                    <ul>{likes.into_iter().map(|like| view! { <li>{link.clone()(like)}</li> }).collect_view()}</ul>
                })
            }}
        </div>
    }
}

/// "same e-mail, same company".
pub fn why_words(why: &[outrider_app::duplicates::Why]) -> String {
    let words: Vec<String> = why.iter().map(|why| t(&format!("doubles-why-{}", why.tag()))).collect();
    words.join(", ")
}
