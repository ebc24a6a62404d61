//! A column's head: pressed, it sorts, with Shift after the columns that sort already. It is dragged to
//! another place, and its edge to another width; Alt with the arrows does both.

use super::Listing;
use super::layout::NUDGE;
use crate::words::t_with;
use leptos::ev::{DragEvent, KeyboardEvent, PointerEvent};
use leptos::prelude::*;
use outrider_app::book::{Direction, TITLE, TOUCHED};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[component]
pub fn Head(listing: Listing, field: &'static str, class: String, words: Signal<String>) -> impl IntoView {
    let place = move || listing.query.with(|query| query.sort.iter().position(|(by, _)| by == field));
    let sorted = move || match listing.query.with(|query| query.sort.get(place()?).map(|key| key.1)) {
        Some(Direction::Asc) => "ascending",
        Some(Direction::Desc) => "descending",
        None if field == TITLE && listing.query.with(|query| query.sort.is_empty()) => "ascending",
        None => "none",
    };
    let sorted = Signal::derive(sorted);
    let among = move || place().filter(|_| listing.query.with(|query| query.sort.len() > 1)).map(|at| at + 1);
    let own = field != TITLE && field != TOUCHED;
    let head = NodeRef::<leptos::html::Div>::new();
    let width = move || head.get_untracked().map_or(0, |head| head.offset_width());
    let on_keydown = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => -1,
            _ => return,
        };
        if !event.alt_key() || field == TOUCHED {
            return;
        }
        event.prevent_default();
        event.stop_propagation();
        if event.shift_key() {
            listing.widths.set(field, width() + by * NUDGE);
        } else if own {
            let at = listing.columns.with_untracked(|columns| columns.iter().position(|one| one.id == field));
            let to = at.and_then(|at| at.checked_add_signed(by as isize));
            to.into_iter().for_each(|to| listing.move_column(field, to));
            request_animation_frame(move || focus_head(listing, field));
        }
    };
    let hint = move || {
        if own { t_with("column-hint", &[("name", words.get().into())]) } else { words.get() }
    };
    view! {
        <div
            node_ref=head
            class=class
            role="columnheader"
            aria-sort=move || sorted.get()
            data-column=field
            on:dragover=move |event: DragEvent| {
                let ours = event.data_transfer().is_some_and(|data| data.types().includes(&KIND.into(), 0));
                if ours && own {
                    event.prevent_default();
                }
            }
            on:drop=move |event: DragEvent| {
                let dragged = event.data_transfer().and_then(|data| data.get_data(KIND).ok());
                let to = listing.columns.with_untracked(|columns| columns.iter().position(|one| one.id == field));
                if let (Some(dragged), Some(to)) = (dragged.filter(|name| !name.is_empty()), to) {
                    event.prevent_default();
                    listing.move_column(&dragged, to);
                }
            }
        >
            <button
                type="button"
                title=hint
                draggable=own.then_some("true")
                on:dragstart=move |event: DragEvent| {
                    if let Some(data) = event.data_transfer() {
                        let _ = data.set_data(KIND, field);
                        data.set_effect_allowed("move");
                    }
                }
                on:click=move |event| listing.sort_by(field, event.shift_key())
                on:keydown=on_keydown
            >
                <span>{move || words.get()}</span>
                {move || among().map(|at| view! { <small class="num">{at}</small> })}
            </button>
            {(field != TOUCHED).then(|| view! { <Grip listing field head/> })}
        </div>
    }
}

/// What a dragged column's name travels as.
const KIND: &str = "text/x-outrider-column";

/// A column's edge: where it was pressed and how wide the column was then, while it is held.
#[component]
fn Grip(listing: Listing, field: &'static str, head: NodeRef<leptos::html::Div>) -> impl IntoView {
    let held = StoredValue::new(None::<(i32, i32)>);
    let press = move |event: PointerEvent| {
        event.prevent_default();
        event.stop_propagation();
        let grip = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
        let (Some(grip), Some(head)) = (grip, head.get_untracked()) else { return };
        let _ = grip.set_pointer_capture(event.pointer_id());
        held.set_value(Some((event.client_x(), head.offset_width())));
    };
    let drag = move |event: PointerEvent| {
        if let Some((from, width)) = held.get_value() {
            listing.widths.set(field, width + event.client_x() - from);
        }
    };
    view! {
        <span
            class="grip"
            aria-hidden="true"
            on:pointerdown=press
            on:pointermove=drag
            on:pointerup=move |_| held.set_value(None)
            on:pointercancel=move |_| held.set_value(None)
        ></span>
    }
}

fn focus_head(listing: Listing, field: &str) {
    let Some(Some(table)) = listing.scroller.try_get_untracked() else { return };
    let head = table.query_selector(&format!("[data-column='{field}'] button")).ok().flatten();
    if let Some(head) = head.and_then(|head| head.dyn_into::<HtmlElement>().ok()) {
        crate::ui::focus(&head);
    }
}
