//! Giving every chosen record a value of one field: what it will change is shown first, and it is one
//! act and one undo however many they are.

use super::Listing;
use crate::platform::intl;
use crate::ui::editor::{FieldEditor, Input};
use crate::ui::value::{field_name, plain};
use crate::ui::{Acts, Button, Icon, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;
use std::collections::BTreeSet;

/// So many of the records that change are shown as they will be.
const SHOWN: usize = 3;

/// What becomes of the value that stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Set,
    /// A set gets or loses these elements.
    Add,
    Remove,
}

/// A field chosen beforehand: an owner, or tags on top of their own.
#[component]
pub fn Give(listing: Listing, field: &'static FieldDef, ids: Callback<(), Vec<RecordId>>) -> impl IntoView {
    let pop = Pop::form();
    let label = Signal::derive(move || field_name(&listing.def.id, &field.id));
    view! {
        <Button look="quiet" icon=if field.many { "tag" } else { "contact" } pop>{move || label.get()}</Button>
        <Popover pop label><Form listing field ids pop/></Popover>
    }
}

/// Any field: chosen first.
#[component]
pub fn Change(listing: Listing, ids: Callback<(), Vec<RecordId>>) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let pop = Pop::form();
    let label = Signal::derive(|| t("bulk-edit"));
    let chosen = RwSignal::new(None::<&'static FieldDef>);
    Effect::new(move |_| {
        if !pop.open.get() {
            chosen.set(None);
        }
    });
    let fields = move || {
        let mine = def.visible_fields().filter(|field| app.may_edit(field) && !def.title.contains(&field.id));
        mine.map(|field| {
            view! {
                <button type="button" class="item" on:click=move |_| chosen.set(Some(field))>
                    <span class="label">{field_name(&def.id, &field.id)}</span>
                </button>
            }
        })
        .collect_view()
    };
    view! {
        <Button look="quiet" icon="edit" pop>{move || label.get()}</Button>
        <Popover pop label look="menu">
            {move || match chosen.get() {
                Some(field) => view! { <Form listing field ids pop/> }.into_any(),
                None => fields().into_any(),
            }}
        </Popover>
    }
}

/// What is given, and what that changes.
#[component]
fn Form(
    listing: Listing,
    field: &'static FieldDef,
    ids: Callback<(), Vec<RecordId>>,
    pop: Pop,
) -> impl IntoView {
    let (app, def, acts) = (listing.app, listing.def, Acts::new());
    let input = Input::new(def, field, Value::None);
    let how = RwSignal::new(if field.many { How::Add } else { How::Set });
    let ids = ids.run(());
    let locked = listing.chosen.with_untracked(BTreeSet::len).saturating_sub(ids.len());
    let all = StoredValue::new(ids);
    let edits = move |value: &Value, how: How| -> Vec<FieldEdit> {
        let name = || field.id.to_string();
        let each = |make: fn(String, String) -> FieldEdit| {
            value.as_set().into_iter().flatten().map(|item| make(name(), item.clone())).collect()
        };
        match how {
            How::Set => vec![FieldEdit::Set(name(), value.clone())],
            How::Add => each(FieldEdit::Add),
            How::Remove => each(FieldEdit::Remove),
        }
    };
    // What they hold is read once: a preview follows every key.
    let held: Vec<(RecordId, Value)> = app.with_book(|book| {
        let of = |id: &RecordId| Some((*id, book.get(*id)?.value(&field.id).clone()));
        all.with_value(|ids| ids.iter().filter_map(of).collect())
    });
    let held = StoredValue::new(held);
    // Which would change, and the first of them as they will be.
    let preview = Memo::new(move |_| {
        let (value, how) = (input.value.get(), how.get());
        if value.is_empty() && how != How::Set {
            return (0, Vec::new());
        }
        held.with_value(|held| {
            let (mut many, mut first) = (0, Vec::new());
            for (id, before) in held {
                let after = after(before, &value, how);
                if *before != after {
                    many += 1;
                    if first.len() < SHOWN {
                        first.push((*id, before.clone(), after));
                    }
                }
            }
            (many, first)
        })
    });
    let shown = move || {
        let words = |value: &Value| match plain(app, &def.id, field, value) {
            words if words.is_empty() => "–".to_owned(),
            words => words,
        };
        let line = |(id, before, after): (RecordId, Value, Value)| {
            view! {
                <li><b>{app.title(id)}</b> " " <del>{words(&before)}</del> " → " <ins>{words(&after)}</ins></li>
            }
        };
        preview.get().1.into_iter().map(line).collect_view()
    };
    let told = move || {
        let counts = [
            ("bulk-changes", preview.with(|preview| preview.0)),
            ("bulk-same", all.with_value(Vec::len) - preview.with(|preview| preview.0)),
            ("bulk-not-yours", locked),
        ];
        let told = counts.into_iter().filter(|(key, count)| *count > 0 || *key == "bulk-changes");
        told.map(|(key, count)| t_with(key, &[("count", count.into())])).collect::<Vec<_>>().join(" ")
    };
    let apply = move || {
        if !input.check_given() {
            return;
        }
        let value = input.value.get_untracked();
        let edits = edits(&value, how.get_untracked());
        let drafts: Vec<Draft> =
            all.with_value(|ids| ids.iter().filter_map(|id| acts.edit(*id, edits.clone())).collect());
        let what = match plain(app, &def.id, field, &value) {
            what if what.is_empty() => t("bulk-nothing"),
            what => what,
        };
        let number = intl::number(preview.with_untracked(|preview| preview.0));
        let words = t_with("gave-many", &[("count", number.into()), ("value", what.into())]);
        pop.close();
        acts.act(drafts, "edit", field_name(&def.id, &field.id), Some(words), |_| {});
    };
    let way = move |one: How, key: &'static str| {
        view! {
            <label>
                <input type="radio" name="bulk-how" prop:checked=move || how.get() == one on:change=move |_| how.set(one)/>
                <span>{move || t(key)}</span>
            </label>
        }
    };
    view! {
        <form class="fields bulk-form" novalidate on:submit=move |event| { event.prevent_default(); apply() }>
            <div class="field">
                <span class="label">{move || field_name(&def.id, &field.id)}</span>
                {field.many.then(|| view! {
                    <div class="segment" role="radiogroup" aria-label=move || t("bulk-how")>
                        {way(How::Add, "bulk-add")}
                        {way(How::Remove, "bulk-remove")}
                        {way(How::Set, "bulk-set")}
                    </div>
                })}
                <FieldEditor input/>
            </div>
            <p class="faint" role="status">{told}</p>
            <ul class="preview">{shown}</ul>
            <div class="btns">
                <button type="submit" class="btn primary" disabled=move || preview.with(|preview| preview.0 == 0)>
                    <Icon name="check"/>{move || t("apply")}
                </button>
            </div>
        </form>
    }
}

/// The value after that.
fn after(before: &Value, value: &Value, how: How) -> Value {
    let none = BTreeSet::new();
    let (held, given) = (before.as_set().unwrap_or(&none), value.as_set().unwrap_or(&none));
    let set: BTreeSet<String> = match how {
        How::Set => return value.clone(),
        How::Add => held.union(given).cloned().collect(),
        How::Remove => held.difference(given).cloned().collect(),
    };
    if set.is_empty() { Value::None } else { Value::Set(set) }
}
