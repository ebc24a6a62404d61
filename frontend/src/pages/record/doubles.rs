//! What a record is likely one with, said quietly; and what was merged into it: the values it did not
//! take over, each one press away, and taking the two apart again.

use super::shown::Shown;
use crate::ui::value::{field_name, plain};
use crate::ui::{Icon, edits_to, why_words};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::duplicates::{Like, left_behind};
use outrider_app::id::RecordId;
use outrider_app::record::{FieldId, Record};
use outrider_app::registry::MERGED_INTO;
use outrider_app::value::Value;
use std::time::Duration;

/// So long a record is looked at before it is compared with others.
const PAUSE: Duration = Duration::from_millis(150);

/// "Looks like Anna Meier: same e-mail", with the way to compare.
#[component]
pub fn LooksLike(shown: Shown) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let like = RwSignal::new(None::<Like>);
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        if let Some(Some(timer)) = before {
            timer.clear();
        }
        let record = shown.record.get()?;
        let look = move || {
            let found = untrack(|| app.likes(def, &record, 1)).pop();
            let _ = like.try_set(found);
        };
        set_timeout_with_handle(look, PAUSE).ok()
    });
    // One that was merged meanwhile, or said to be another, goes at once.
    let living = move || like.get().filter(|like| app.is_pair(shown.id, like.id));
    move || {
        living().map(|like| {
            let words = t_with("doubles-looks-like", &[("name", app.title(like.id).into())]);
            view! {
                <p class="looks-like">
                    <Icon name="merge"/>
                    <span>{words} " (" {why_words(&like.why)} ")"</span>
                    <a href=format!("/duplicates?of={}", shown.id)>{t("doubles-compare")}</a>
                </p>
            }
        })
    }
}

/// The records that were merged into this one.
#[component]
pub fn MergedHere(shown: Shown) -> impl IntoView {
    let app = shown.app;
    let merged = Memo::new(move |_| {
        let mut all = app.aliases(shown.id);
        all.retain(|id| *id != shown.id);
        all
    });
    view! {
        <For each=move || merged.get() key=|id| *id children=move |id| view! { <Merged shown id/> }/>
    }
}

#[component]
fn Merged(shown: Shown, id: RecordId) -> impl IntoView {
    let (app, def) = (shown.app, shown.def);
    let record = Memo::new(move |_| app.own_record(id));
    let name =
        move || record.with(|record| record.as_ref().map(|record| def.title_of(record)).unwrap_or_default());
    let left = Memo::new(move |_| {
        shown.record.with(|stands| {
            record.with(|record| match (stands, record) {
                (Some(stands), Some(record)) => left_behind(def, stands, record),
                _ => Vec::new(),
            })
        })
    });
    let take = move |field: FieldId, value: Value| {
        let Some(record) = shown.record.get_untracked() else { return };
        let many = def.field(&field).is_some_and(|field| field.many);
        let value = match (record.value(&field), &value) {
            (Value::Set(here), Value::Set(more)) => Value::Set(here.union(more).cloned().collect()),
            _ => value,
        };
        shown.acts.set(&record, edits_to(&field, record.value(&field), &value, many), |_| {});
    };
    let part = move |_| {
        let edits = vec![FieldEdit::Set(MERGED_INTO.to_owned(), Value::None)];
        let draft = Draft { entity: def.id.to_string(), record: id, create: false, edits };
        let words = t_with("doubles-taken-apart", &[("name", untrack(name).into())]);
        shown.acts.act(vec![draft], "edit", untrack(name), Some(words), |_| {});
    };
    let may = move |record: &Option<Record>| record.as_ref().is_some_and(|record| app.may_write(record));
    let line = move |(field, value): (FieldId, Value)| {
        let def_field = def.field(&field)?;
        let words = plain(app, &def.id, def_field, &value);
        let title = field_name(&def.id, &field);
        let label = t_with("doubles-take-one", &[("name", title.clone().into())]);
        let id = field.clone();
        Some(view! {
            <div data-field=id>
                <dt>{title}</dt>
                <dd>
                    <span>{words}</span>
                    {shown.may_edit(def_field).then(|| view! {
                        <button
                            type="button"
                            class="btn small"
                            aria-label=label
                            on:click=move |_| take(field.clone(), value.clone())
                        >{t("doubles-take")}</button>
                    })}
                </dd>
            </div>
        })
    };
    view! {
        <section class="merged-here" data-record=id.to_string()>
            <h3>{move || t_with("doubles-merged-here", &[("name", name().into())])}</h3>
            <Show when=move || !left.with(Vec::is_empty)>
                <p class="hint">{move || t("doubles-left")}</p>
                <dl>{move || left.get().into_iter().filter_map(line).collect_view()}</dl>
            </Show>
            <Show when=move || record.with(may)>
                <button type="button" class="btn small quiet" on:click=part>{move || t("doubles-take-apart")}</button>
            </Show>
        </section>
    }
}
