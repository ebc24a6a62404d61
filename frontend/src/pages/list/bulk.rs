//! What can be done with several at once: hand over, tag, export, delete. Each is one act, and
//! one undo.

use super::Listing;
use super::export::Export;
use super::give::{Change, Give};
use crate::ui::{Acts, Icon, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;

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
    let ids = Callback::new(move |()| writable());
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
    let field = |name: &str| def.field(name).map(|field| view! { <Give listing field ids/> });
    let may_write = untrack(|| app.may_create(&def.id));
    view! {
        <div class="bulkbar" role="toolbar" aria-label=move || counted("chosen")>
            <span class="words" role="status">{move || counted("chosen")}</span>
            {may_write.then(|| view! { {field("owner")} {field("tags")} <Change listing ids/> })}
            <Export listing look="quiet" ids=Callback::new(move |()| in_order())/>
            {may_write.then(|| view! {
                <button type="button" class="btn quiet" on:click=delete><Icon name="trash"/>{move || t("delete")}</button>
            })}
            <IconButton icon="close" label=Signal::derive(|| t("select-none")) on_click=move |_| listing.chosen.update(|chosen| chosen.clear())/>
        </div>
    }
}
