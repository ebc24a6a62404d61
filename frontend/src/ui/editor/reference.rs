//! References: the record one points to, or several (tags among them). What is not there yet can
//! be made in place where its name is all it needs.

use super::Input;
use super::pick::Pick;
use super::together::Together;
use crate::state::use_app;
use crate::state::{App, SaveError};
use crate::ui::icon::Icon;
use crate::ui::value::{record_tint, title_or_gone};
use crate::words::t_with;
use leptos::prelude::*;
use outrider_app::book::Query;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::registry::{FieldDef, Registry};
use outrider_app::value::Value;

/// How many finds are shown for each entity.
const FINDS: usize = 8;

/// What a search for a target finds.
#[derive(Clone, PartialEq)]
pub enum Find {
    Here {
        id: RecordId,
        entity: String,
        title: String,
        hint: String,
    },
    /// It can be made under this name.
    New {
        entity: &'static str,
        name: String,
    },
}

/// The records a field may point to that match, and what can be made of the text.
pub fn find_targets(app: App, together: Option<Together>, field: &'static FieldDef, text: &str) -> Vec<Find> {
    let text = text.trim();
    let like = |title: &str| title.to_lowercase().contains(&text.to_lowercase());
    // A reference without targets takes a record of any entity; nobody picks those by hand.
    let targets = field.targets();
    let mut finds = Vec::new();
    for target in targets {
        let made = together.map(|together| together.made(target)).unwrap_or_default();
        finds.extend(made.into_iter().filter(|(_, title)| like(title)).map(|(id, title)| Find::Here {
            id,
            entity: target.to_string(),
            title,
            hint: String::new(),
        }));
        let mut query = Query::all(target.as_ref()).limit(FINDS);
        if !text.is_empty() {
            query = query.search(text);
        }
        for id in app.list(&query).iter() {
            let title = app.title(*id);
            finds.push(Find::Here { id: *id, entity: target.to_string(), title, hint: hint(app, *id) });
        }
    }
    let so_called =
        |find: &Find| matches!(find, Find::Here { title, .. } if title.to_lowercase() == text.to_lowercase());
    if !text.is_empty() && !finds.iter().any(so_called) {
        let makeable =
            targets.iter().filter(|target| named_only(app.registry(), target) && app.may_create(target));
        finds.extend(makeable.map(|target| Find::New { entity: target.as_ref(), name: text.to_owned() }));
    }
    finds
}

/// Where a record belongs, to tell namesakes apart.
fn hint(app: App, id: RecordId) -> String {
    let Some(record) = app.record(id) else { return String::new() };
    let of = ["company", "pipeline", "customer"].iter().find_map(|field| record.reference(field));
    match (of, record.value("address")) {
        (Some(of), _) => app.title(of),
        (None, Value::Address(address)) => address.city.clone(),
        _ => String::new(),
    }
}

/// Is a name all that such a record needs?
fn named_only(registry: &Registry, entity: &str) -> bool {
    registry.entity(entity).is_some_and(|def| {
        def.fields.iter().filter(|field| field.required).all(|field| def.title.contains(&field.id))
    })
}

/// The fields a name typed in one line gives: the last word is the last of the title's fields.
pub fn name_edits(registry: &Registry, entity: &str, name: &str) -> Vec<FieldEdit> {
    let Some(def) = registry.entity(entity) else { return Vec::new() };
    let set = |field: &str, text: &str| FieldEdit::Set(field.to_owned(), Value::text(text.trim()));
    match (def.title.as_slice(), name.trim().rsplit_once(' ')) {
        ([first, .., last], Some((given, family))) => vec![set(first, given), set(last, family)],
        ([.., last], _) => vec![set(last, name)],
        _ => Vec::new(),
    }
}

/// A new record of this name, one's own.
pub fn named(app: App, entity: &'static str, name: &str) -> Draft {
    let mut edits = name_edits(app.registry(), entity, name);
    if let (Some(me), true) = (untrack(|| app.me()), app.registry().field(entity, "owner").is_some()) {
        edits.push(FieldEdit::Set("owner".to_owned(), Value::Ref(me.user)));
    }
    Draft { entity: entity.to_owned(), record: app.new_id(), create: true, edits }
}

/// Makes a record of this name at once.
pub async fn create_here(app: App, entity: &'static str, name: &str) -> Result<RecordId, SaveError> {
    let draft = named(app, entity, name);
    let id = draft.record;
    app.act(vec![draft], "create", name).await?;
    Ok(id)
}

#[component]
pub fn Reference(input: Input) -> impl IntoView {
    let app = use_app();
    let held = move || input.value.with(|value| value.as_ref_id());
    view! {
        {move || held().map(|id| view! { <Chosen app id on_remove=move || input.set(Value::None)/> })}
        <Show when=move || held().is_none()>
            <Pick input on_pick=move |id| input.set(Value::Ref(id)) on_back=|()| {}/>
        </Show>
    }
}

#[component]
pub fn References(input: Input) -> impl IntoView {
    let app = use_app();
    let held = move || input.value.with(|value| value.as_set().cloned().unwrap_or_default());
    let remove = move |item: &str| {
        let mut set = held();
        set.remove(item);
        input.set(Value::Set(set));
    };
    let add = move |id: RecordId| {
        let mut set = held();
        set.insert(id.to_string());
        input.set(Value::Set(set));
    };
    let back = move |()| {
        let mut set = held();
        if set.pop_last().is_some() {
            input.set(Value::Set(set));
        }
    };
    view! {
        <div class="tags">
            <For each=move || held() key=|item| item.clone() children=move |item| {
                RecordId::parse(&item).map(|id| {
                    view! { <Chosen app id on_remove=move || remove(&item)/> }
                })
            }/>
        </div>
        <Pick input on_pick=add on_back=back/>
    }
}

/// A record that was chosen, and the way to take it off.
#[component]
fn Chosen<F: Fn() + 'static>(app: App, id: RecordId, on_remove: F) -> impl IntoView {
    let together = use_context::<Together>();
    let title =
        move || together.and_then(|together| together.title(id)).unwrap_or_else(|| title_or_gone(app, id));
    view! {
        <span class="tag" data-tint=move || record_tint(app, id).map(|tint| tint.to_string())>
            <span>{title}</span>
            <button
                type="button"
                aria-label=move || t_with("remove-one", &[("name", title().into())])
                on:click=move |_| on_remove()
            >
                <Icon name="close"/>
            </button>
        </span>
    }
}
