//! One lane: its value, how many stand on it and what they come to, and its cards.

use super::card::{Card, amount_of};
use super::drag::Drag;
use super::lanes::{Lane, Lanes};
use crate::pages::list::{Listing, sums};
use crate::platform::intl;
use crate::state::App;
use crate::ui::editor::{FieldEditor, Input};
use crate::ui::{Acts, Button};
use crate::words::{t, t_with};
use leptos::prelude::*;
use outrider_app::device::FieldEdit;
use outrider_app::id::RecordId;
use outrider_app::registry::FieldDef;
use outrider_app::value::Value;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// Cards put into the page at once; more come as one scrolls.
const CARDS: usize = 40;

#[component]
pub fn LaneView(
    listing: Listing,
    drag: Drag,
    lanes: Lanes,
    lane: Lane,
    ids: Signal<Arc<Vec<RecordId>>>,
    /// Every lane, in order: where the keys move a card.
    shown: Memo<Vec<Lane>>,
    /// The deal just lost whose reason is asked.
    asking: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let app = listing.app;
    let many = RwSignal::new(CARDS);
    let count = move || ids.with(|ids| ids.len());
    let amount: Vec<&'static FieldDef> = amount_of(listing.def).into_iter().collect();
    let sum = sums(app, ids, Signal::stored(amount));
    let lane = StoredValue::new(lane);
    let title = move || lane.with_value(|lane| lanes.title(lane));
    let tint = move || lane.with_value(|lane| lanes.tint(lane)).map(|tint| tint.to_string());
    let over = move || drag.over.with(|over| lane.with_value(|lane| over.as_ref() == Some(lane)));
    let cards = move || ids.with(|ids| ids.iter().take(many.get()).copied().collect::<Vec<_>>());
    let label = move || t_with("lane", &[("name", title().into()), ("count", count().into())]);
    let more = move |event: web_sys::Event| {
        let Some(element) = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        else {
            return;
        };
        if element.scroll_top() + 2 * element.client_height() > element.scroll_height()
            && many.get_untracked() < ids.with_untracked(|ids| ids.len())
        {
            many.update(|many| *many += CARDS);
        }
    };
    view! {
        <section
            class="lane"
            aria-label=label
            data-lane=lane.get_value()
            data-drop=move || over().then_some("")
        >
            <header class="lane-head">
                <h2 class="chip" data-tint=tint title=title><span>{title}</span></h2>
                <span class="count num">{move || intl::number(count())}</span>
                <span class="sum num" title=move || sum.get().words()>{move || sum.get().words()}</span>
            </header>
            <ul class="slips" role="list" on:scroll=more>
                <For each=cards key=|id| *id children=move |id| view! {
                    <li>
                        <Card listing drag id lanes shown asking/>
                        <Show when=move || asking.get() == Some(id)><Reason app id asking/></Show>
                    </li>
                }/>
            </ul>
        </section>
    }
}

/// Why it was lost, asked where it was dropped; it can be left open.
#[component]
fn Reason(app: App, id: RecordId, asking: RwSignal<Option<RecordId>>) -> impl IntoView {
    let acts = Acts::new();
    let def = app.registry().entity("deal");
    let parts = def.and_then(|def| Some((def, def.field("lost_reason")?)));
    parts.map(|(def, field)| {
        let input = Input::new(def, field, Value::None);
        Effect::new(move |before: Option<()>| {
            let value = input.value.get();
            if before.is_some() && !value.is_empty() {
                let draft = acts.edit(id, vec![FieldEdit::Set("lost_reason".to_owned(), value)]);
                acts.act(draft.into_iter().collect(), "edit", app.title(id), None, |_| {});
                asking.set(None);
            }
        });
        view! {
            <div class="field">
                <span class="label">{move || t_with("why-lost", &[("name", app.title(id).into())])}</span>
                <FieldEditor input/>
                <div class="btns">
                    <Button look="quiet small" on_click=move |_| asking.set(None)>{move || t("not-now")}</Button>
                </div>
            </div>
        }
    })
}
