//! The record beside the list: the list stays where it is.

use super::Listing;
use crate::pages::record::RecordView;
use crate::platform::intl;
use crate::state::use_app;
use crate::ui::{Icon, IconButton};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::id::RecordId;

#[component]
pub fn Peek(listing: Listing) -> impl IntoView {
    let at = move || {
        let id = listing.peek.get()?;
        listing.ids.with(|ids| ids.iter().position(|one| *one == id))
    };
    let number = |number: usize| intl::number(number).into();
    let place =
        move || at().map(|at| t_with("one-of", &[("at", number(at + 1)), ("all", number(listing.count()))]));
    // On a board the cards have no order that "next" could follow.
    let steps = move || !listing.board.get();
    let close = move |()| {
        listing.peek.set(None);
        super::table::focus_row(listing);
    };
    let bar = move || {
        view! {
            <Show when=steps>
                <IconButton icon="back" look="quiet small" label=Signal::derive(|| t("previous")) on_click=move |_| listing.step(-1, false)/>
                <IconButton icon="next" look="quiet small" label=Signal::derive(|| t("next")) on_click=move |_| listing.step(1, false)/>
            </Show>
            <span class="faint num">{place}</span>
        }
    };
    view! { <PeekFrame id=listing.peek bar=ViewFn::from(bar) on_close=close/> }
}

/// A record beside what one looks at, with a bar above it.
#[component]
pub fn PeekFrame(
    id: RwSignal<Option<RecordId>>,
    /// What stands in the bar beside "open" and "close".
    #[prop(optional)]
    bar: Option<ViewFn>,
    #[prop(into)] on_close: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let href = move || {
        let id = id.get()?;
        Some(format!("/record/{}/{id}", app.record(id)?.entity))
    };
    let bar = StoredValue::new(bar);
    view! {
        <Show when=move || id.with(Option::is_some)>
            <aside class="peek" data-open="" aria-label=move || id.get().map(|id| app.title(id))>
                <div class="peek-bar">
                    {bar.with_value(|bar| bar.as_ref().map(ViewFn::run))}
                    <span class="grow"></span>
                    <a class="btn quiet small" href=href>
                        <Icon name="open"/>{move || t("open")} <kbd class="kbd" aria-hidden="true">"↵"</kbd>
                    </a>
                    <IconButton icon="close" look="quiet small" label=Signal::derive(|| t("close")) on_click=move |_| on_close.run(())/>
                </div>
                // Each record is made anew: nothing of one stays in the next.
                <For each=move || id.get() key=|id| *id children=|id| view! { <RecordView id peek=true/> }/>
            </aside>
        </Show>
    }
}
