//! The record beside the list: the list stays where it is.

use super::Listing;
use crate::pages::record::RecordView;
use crate::platform::intl;
use crate::ui::{Icon, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;

#[component]
pub fn Peek(listing: Listing) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let at = move || {
        let id = listing.peek.get()?;
        listing.ids.with(|ids| ids.iter().position(|one| *one == id))
    };
    let number = |number: usize| intl::number(number).into();
    let place =
        move || at().map(|at| t_with("one-of", &[("at", number(at + 1)), ("all", number(listing.count()))]));
    // On a board the cards have no order that "next" could follow.
    let steps = move || !listing.board.get();
    let close = move |_| {
        listing.peek.set(None);
        super::table::focus_row(listing);
    };
    move || {
        listing.peek.get().map(|id| view! {
        <aside class="peek" data-open="" aria-label=move || app.title(id)>
            <div class="peek-bar">
                <Show when=steps>
                    <IconButton icon="back" look="quiet small" label=Signal::derive(|| t("previous")) on:click=move |_| listing.step(-1, false)/>
                    <IconButton icon="next" look="quiet small" label=Signal::derive(|| t("next")) on:click=move |_| listing.step(1, false)/>
                </Show>
                <span class="grow faint num">{place}</span>
                <a class="btn quiet small" href=format!("/record/{}/{id}", def.id)>
                    <Icon name="open"/>{move || t("open")} <kbd class="kbd" aria-hidden="true">"↵"</kbd>
                </a>
                <IconButton icon="close" look="quiet small" label=Signal::derive(|| t("close")) on:click=close/>
            </div>
            <RecordView id peek=true/>
        </aside>
    })
    }
}
