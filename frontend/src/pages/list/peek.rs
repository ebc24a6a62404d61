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
    let href = move || listing.peek.get().map(|id| format!("/record/{}/{id}", def.id));
    view! {
        <Show when=move || listing.peek.with(Option::is_some)>
            <aside class="peek" data-open="" aria-label=move || listing.peek.get().map(|id| app.title(id))>
                <div class="peek-bar">
                    <Show when=steps>
                        <IconButton icon="back" look="quiet small" label=Signal::derive(|| t("previous")) on_click=move |_| listing.step(-1, false)/>
                        <IconButton icon="next" look="quiet small" label=Signal::derive(|| t("next")) on_click=move |_| listing.step(1, false)/>
                    </Show>
                    <span class="grow faint num">{place}</span>
                    <a class="btn quiet small" href=href>
                        <Icon name="open"/>{move || t("open")} <kbd class="kbd" aria-hidden="true">"↵"</kbd>
                    </a>
                    <IconButton icon="close" look="quiet small" label=Signal::derive(|| t("close")) on_click=close/>
                </div>
                // Each record is made anew: nothing of one stays in the next.
                <For each=move || listing.peek.get() key=|id| *id children=|id| view! { <RecordView id peek=true/> }/>
            </aside>
        </Show>
    }
}
