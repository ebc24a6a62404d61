//! A task's steps: ticked, reworded, added. Each is an edit of its own, so that two people's merge.

use super::shown::Shown;
use crate::ui::{Icon, fail_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::calendar::checklist::{self, CheckStep};
use outrider_app::device::FieldEdit;

#[component]
pub fn Checklist(shown: Shown) -> impl IntoView {
    let failed = RwSignal::new(None::<String>);
    let steps = Memo::new(move |_| {
        shown.record.with(|record| record.as_ref().map(checklist::steps).unwrap_or_default())
    });
    let progress = move || {
        let (all, done) = steps.with(|steps| (steps.len(), steps.iter().filter(|step| step.done).count()));
        (all > 0).then(|| t_with("checklist-progress", &[("done", done.into()), ("all", all.into())]))
    };
    let save = move |edits: Vec<FieldEdit>| {
        let drafts = shown.acts.edit(shown.id, edits).into_iter().collect();
        shown.acts.act(drafts, "edit", shown.title(), None, move |saved| {
            let _ = failed.try_set(saved.err().map(|error| fail_words(&error)));
        });
    };
    let typed = RwSignal::new(String::new());
    let add = move || {
        let words = typed.get_untracked().trim().to_owned();
        let record = shown.record.get_untracked();
        if let Some(record) = record.filter(|_| !words.is_empty()) {
            let name: String = shown.app.new_id().to_string().chars().take(8).collect();
            save(checklist::add(&record, &name, &words));
            typed.set(String::new());
        }
    };
    view! {
        <section class="group checklist">
            <h3>{move || t("field-checklist")} <span class="count">{progress}</span></h3>
            <ul>
                <For each=move || steps.get() key=Clone::clone children=move |step| view! { <Step shown step save/> }/>
            </ul>
            <Show when=move || shown.may_write.get()>
                <form on:submit=move |event| { event.prevent_default(); add() }>
                    <Icon name="plus"/>
                    <input
                        class="bare"
                        type="text"
                        maxlength="500"
                        placeholder=move || t("checklist-add")
                        aria-label=move || t("checklist-add")
                        prop:value=move || typed.get()
                        on:input=move |event| typed.set(event_target_value(&event))
                    />
                </form>
            </Show>
            {move || failed.get().map(|words| view! { <p class="error" role="alert">{words}</p> })}
        </section>
    }
}

#[component]
fn Step(
    shown: Shown,
    step: CheckStep,
    save: impl Fn(Vec<FieldEdit>) + Copy + Send + 'static,
) -> impl IntoView {
    let CheckStep { words, done, .. } = step.clone();
    let ticked = step.clone();
    let reword = {
        let before = words.clone();
        move |event: web_sys::Event| {
            let after = event_target_value(&event);
            if after.trim() != before {
                save(checklist::reword(&step, &after));
            }
        }
    };
    let may = move || shown.may_write.get();
    view! {
        <li data-done=done.then_some("")>
            <input
                type="checkbox"
                aria-label=words.clone()
                prop:checked=done
                disabled=move || !may()
                on:change=move |event| save(checklist::tick(&ticked, event_target_checked(&event)))
            />
            <input
                class="bare"
                type="text"
                maxlength="500"
                aria-label=t_with("checklist-reword", &[("name", words.clone().into())])
                prop:value=words
                readonly=move || !may()
                on:change=reword
            />
        </li>
    }
}
