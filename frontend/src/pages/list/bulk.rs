//! What can be done with several at once: hand over, tag, export, delete. Each is one act, and
//! one undo.

use super::Listing;
use super::export::Export;
use crate::platform::intl;
use crate::ui::editor::{FieldEditor, Input};
use crate::ui::{Acts, Button, Icon, IconButton, Pop, Popover};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::{Draft, FieldEdit};
use outrider_app::id::RecordId;
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;

#[component]
pub fn Bulk(listing: Listing) -> impl IntoView {
    let any = Memo::new(move |_| listing.chosen.with(|chosen| !chosen.is_empty()));
    view! { <Show when=move || any.get()><Bar listing/></Show> }
}

#[component]
fn Bar(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let acts = Acts::new();
    let count = move || listing.chosen.with(|chosen| chosen.len());
    let counted = move |key: &'static str| t_with(key, &[("count", count().into())]);
    // What one may not write stays as it is.
    let writable = move || -> Vec<RecordId> {
        let chosen = listing.chosen.get_untracked();
        untrack(|| {
            chosen
                .into_iter()
                .filter(|id| app.record(*id).is_some_and(|record| app.may_write(&record)))
                .collect()
        })
    };
    let in_order = move || -> Vec<RecordId> {
        let chosen = listing.chosen.get_untracked();
        listing.ids.with_untracked(|ids| ids.iter().copied().filter(|id| chosen.contains(id)).collect())
    };
    let delete = move |_| {
        let ids = writable();
        let words = t_with("deleted-many", &[("count", ids.len().into())]);
        acts.delete(&ids, words, move |saved| {
            if saved.is_ok() {
                listing.chosen.update(|chosen| chosen.clear());
            }
        });
    };
    let field = |name: &str| {
        def.field(name).map(|field| view! { <Give listing field ids=Callback::new(move |()| writable())/> })
    };
    let may_write = untrack(|| app.may_create(&def.id));
    view! {
        <div class="bulkbar" role="toolbar" aria-label=move || counted("chosen")>
            <span class="words" role="status">{move || counted("chosen")}</span>
            {may_write.then(|| (field("owner"), field("tags")))}
            <Export listing look="quiet" ids=Callback::new(move |()| in_order())/>
            {may_write.then(|| view! {
                <button type="button" class="btn quiet" on:click=delete><Icon name="trash"/>{move || t("delete")}</button>
            })}
            <IconButton icon="close" label=Signal::derive(|| t("select-none")) on_click=move |_| listing.chosen.update(|chosen| chosen.clear())/>
        </div>
    }
}

/// Gives every chosen record a value of one field: an owner, or tags on top of their own.
#[component]
fn Give(listing: Listing, field: &'static FieldDef, ids: Callback<(), Vec<RecordId>>) -> impl IntoView {
    let (app, def, acts) = (listing.app, listing.def, Acts::new());
    let pop = Pop::form();
    let label = Signal::derive(move || crate::ui::value::field_name(&def.id, &field.id));
    let give = move |input: Input| {
        let value = input.value.get_untracked();
        if value.is_empty() {
            return;
        }
        let edits: Vec<FieldEdit> = match &value {
            Value::Set(set) => {
                set.iter().map(|item| FieldEdit::Add(field.id.to_string(), item.clone())).collect()
            }
            value => vec![FieldEdit::Set(field.id.to_string(), value.clone())],
        };
        let ids = ids.run(());
        let drafts: Vec<Draft> = ids.iter().filter_map(|id| acts.edit(*id, edits.clone())).collect();
        let what = crate::ui::value::plain(app, &def.id, field, &value);
        let number = intl::number(drafts.len());
        let words = t_with("gave-many", &[("count", number.into()), ("value", what.into())]);
        pop.close();
        acts.act(drafts, "edit", label.get_untracked(), Some(words), |_| {});
    };
    view! {
        <Button look="quiet" icon=if field.many { "tag" } else { "contact" } pop>{move || label.get()}</Button>
        <Popover pop label>
            {
                let input = Input::new(def, field, Value::None);
                view! {
                    <form class="fields" on:submit=move |event| { event.prevent_default(); give(input) }>
                        <div class="field"><span class="label">{move || label.get()}</span><FieldEditor input/></div>
                        <div class="btns"><button type="submit" class="btn primary">{move || t("apply")}</button></div>
                    </form>
                }
            }
        </Popover>
    }
}
