//! Making a record: what it must have first, everything else one press away.

use super::act::{Acts, fail_words};
use super::already::AlreadyHere;
use super::banner::{Note, Tone};
use super::button::Button;
use super::dialog::Dialog;
use super::editor::{FormField, Input, Together};
use super::value::{entity_new, remember_currency};
use crate::state::App;
use crate::state::use_app;
use crate::words::t;
use leptos::prelude::*;
use outrider_app::book::{Direction, Query};
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::registry::{EntityDef, FieldDef, MergeRule};
use outrider_app::value::Value;

/// The dialog that makes a record of an entity.
#[component]
pub fn CreateDialog(
    def: &'static EntityDef,
    /// What it begins with: the record it is added to, the stage it is dropped on.
    #[prop(optional)]
    given: Vec<(String, Value)>,
    #[prop(into)] on_close: Callback<()>,
    /// It was made.
    #[prop(into)]
    on_made: Callback<RecordId>,
) -> impl IntoView {
    let app = use_app();
    let acts = Acts::new();
    let together = Together::provide();
    let more = RwSignal::new(false);
    let failed = RwSignal::new(None::<String>);
    let mut start = untrack(|| defaults(app, def));
    start.retain(|(field, _)| !given.iter().any(|(other, _)| other == field));
    start.extend(given);
    let value = |field: &FieldDef| {
        let given = start.iter().find(|(name, _)| *name == field.id).map(|(_, value)| value.clone());
        given.unwrap_or_default()
    };
    let inputs: Vec<Input> = def
        .visible_fields()
        .filter(|field| field.merge != MergeRule::ServerOnly)
        .map(|field| Input::new(def, field, value(field)))
        .collect();
    let (first, rest): (Vec<Input>, Vec<Input>) =
        inputs.iter().copied().partition(|input| first_fields(def, input.field));
    let all = inputs.clone();
    let save = move |()| {
        let flawed: Vec<Input> = all.iter().copied().filter(|input| !input.check()).collect();
        if let Some(input) = flawed.first() {
            more.set(more.get_untracked() || !first_fields(def, input.field));
            let id = input.id();
            request_animation_frame(move || focus_id(&id));
            return;
        }
        let id = app.new_id();
        let mut edits = Vec::new();
        for input in &all {
            let value = input.value.get_untracked();
            if let Value::Money(money) = &value {
                remember_currency(money.currency);
            }
            match (&value, input.field.many) {
                (Value::None, _) => {}
                (Value::Set(set), true) => {
                    edits.extend(
                        set.iter().map(|item| FieldEdit::Add(input.field.id.to_string(), item.clone())),
                    );
                }
                _ => edits.push(FieldEdit::Set(input.field.id.to_string(), value)),
            }
        }
        let title: Vec<String> = def
            .title
            .iter()
            .filter_map(|field| all.iter().find(|input| input.field.id == *field))
            .filter_map(|input| input.value.with_untracked(|value| value.as_text().map(str::to_owned)))
            .collect();
        let values: Vec<Value> = all.iter().map(|input| input.value.get_untracked()).collect();
        let mut drafts = together.pointed_to(&values);
        drafts.push(Draft { entity: def.id.to_string(), record: id, create: true, edits });
        acts.act(drafts, "create", title.join(" "), None, move |saved| match saved {
            // The dialog may have been closed meanwhile.
            Ok(()) => {
                let _ = on_made.try_run(id);
                let _ = on_close.try_run(());
            }
            Err(error) => failed.set(Some(fail_words(&error))),
        });
    };
    let foot = move || {
        view! {
            <span class="faint">{move || t("saved-here-at-once")}</span>
            <button type="button" class="btn quiet" on:click=move |_| on_close.run(())>{move || t("cancel")}</button>
            <Button look="primary" submit=true>{move || t("create")}</Button>
        }
    };
    let has_more = !rest.is_empty();
    view! {
        <Dialog title=Signal::derive(move || entity_new(&def.id)) on_close on_submit=save foot=foot>
            <div class="fields two">
                <AlreadyHere def inputs=inputs.clone() on_leave=on_close/>
                {first.into_iter().map(|input| view! { <FormField input/> }).collect_view()}
                {has_more.then(|| view! {
                    <div class="full">
                        <button
                            type="button"
                            class="link"
                            aria-expanded=move || more.get().to_string()
                            on:click=move |_| more.update(|more| *more = !*more)
                        >
                            {move || t(if more.get() { "fewer-fields" } else { "more-fields" })}
                        </button>
                    </div>
                })}
                <Show when=move || more.get()>
                    {rest.iter().map(|input| view! { <FormField input=*input/> }).collect_view()}
                </Show>
            </div>
            {move || failed.get().map(|words| view! { <Note tone=Tone::Bad words/> })}
        </Dialog>
    }
}

fn first_fields(def: &EntityDef, field: &FieldDef) -> bool {
    field.required || def.title.contains(&field.id) || field.column && field.id != "owner"
}

fn focus_id(id: &str) {
    use wasm_bindgen::JsCast;
    let found =
        document().get_element_by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok());
    if let Some(found) = found {
        super::place::focus(&found);
    }
}

/// What a new record begins with: it is one's own, open and of today.
fn defaults(app: App, def: &EntityDef) -> Vec<(String, Value)> {
    let mut values = Vec::new();
    let mut put = |field: &str, value: Value| {
        if def.field(field).is_some() {
            values.push((field.to_owned(), value));
        }
    };
    if let Some(me) = app.me().filter(|_| def.id != "employee") {
        put("owner", Value::Ref(me.user));
    }
    match def.id.as_ref() {
        "deal" => {
            put("opened_on", Value::Date(app.today()));
            if let Some((pipeline, stage)) = first_stage(app) {
                put("pipeline", Value::Ref(pipeline));
                put("stage", Value::Ref(stage));
            }
        }
        "company" | "contact" => put("lifecycle", Value::text("lead")),
        "employee" => {
            put("active", Value::Bool(true));
            put("role", Value::text("rep"));
        }
        _ => {}
    }
    values
}

/// The first stage of the first pipeline that takes deals.
fn first_stage(app: App) -> Option<(RecordId, RecordId)> {
    untrack(|| {
        let living = |id: &RecordId| {
            app.record(*id).is_some_and(|record| record.value("archived") != &Value::Bool(true))
        };
        let pipelines = app.list(&Query::all("pipeline").sort("position", Direction::Asc));
        let pipeline = pipelines.iter().copied().find(|id| living(id))?;
        let stages = app.list(&Query::all("stage").sort("position", Direction::Asc));
        let of =
            |id: &RecordId| app.record(*id).and_then(|stage| stage.reference("pipeline")) == Some(pipeline);
        let stage = stages.iter().copied().find(|id| living(id) && of(id))?;
        Some((pipeline, stage))
    })
}
