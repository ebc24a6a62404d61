//! One record on the board. Enter opens it, Alt with the arrow keys moves it a lane, the arrow keys
//! alone move between cards.

use super::drag::Drag;
use super::lanes::{Lane, Lanes};
use super::moves::stage_outcome;
use crate::pages::list::Listing;
use crate::platform::intl;
use crate::state::App;
use crate::ui::value::{title_or_gone, to_local};
use crate::ui::{Acts, Avatar, MarkSign, is_phone};
use crate::words::{t, t_with};
use jiff::civil::Date;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use outrider_app::id::RecordId;
use outrider_app::record::Record;
use outrider_app::registry::{EntityDef, FieldDef, Kind};
use outrider_app::value::Value;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

#[component]
pub fn Card(
    listing: Listing,
    drag: Drag,
    id: RecordId,
    lanes: Lanes,
    shown: Memo<Vec<Lane>>,
    asking: RwSignal<Option<RecordId>>,
) -> impl IntoView {
    let (app, def) = (listing.app, listing.def);
    let acts = Acts::new();
    let record = Memo::new(move |_| app.record(id));
    let mark = Signal::derive(move || app.mark(id));
    let title = move || title_or_gone(app, id);
    let href = format!("/record/{}/{id}", def.id);
    let move_to = move |lane: Lane| {
        let Some(moved) = record.get_untracked() else { return };
        untrack(|| {
            let edits = lanes.edits(&moved, &lane);
            let may = app.may_edit(lanes.by) && app.may_write(&moved);
            if edits.is_empty() || !may {
                let stands = lanes.of(&moved) == lane;
                drag.said.set(if stands { String::new() } else { t("cannot-move-here") });
                return;
            }
            let words =
                t_with("moved-to", &[("name", app.title(id).into()), ("stage", lanes.title(&lane).into())]);
            drag.said.set(words.clone());
            let lost = RecordId::parse(&lane).is_some_and(|stage| stage_outcome(app, stage) == "lost");
            let draft = acts.edit(id, edits);
            acts.act(draft.into_iter().collect(), "move", app.title(id), Some(words), move |saved| {
                if saved.is_ok() {
                    asking.set(lost.then_some(id));
                    request_animation_frame(move || focus_card(id));
                }
            });
        });
    };
    let beside = move |by: isize| {
        let lane = record.with_untracked(|record| record.as_ref().map(|record| lanes.of(record)))?;
        shown.with_untracked(|shown| {
            let at = shown.iter().position(|one| *one == lane)?;
            shown.get(at.checked_add_signed(by)?).cloned()
        })
    };
    let on_keydown = move |event: KeyboardEvent| {
        let key = event.key();
        let by = match key.as_str() {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => 0,
        };
        match (event.alt_key() || event.shift_key(), key.as_str()) {
            (true, "ArrowLeft" | "ArrowRight") => {
                if let Some(lane) = beside(by) {
                    move_to(lane);
                }
            }
            (false, "ArrowLeft" | "ArrowRight") => focus_lane(&event, by > 0),
            (false, "ArrowDown") => focus_sibling(&event, true),
            (false, "ArrowUp") => focus_sibling(&event, false),
            (false, " ") => listing.peek.set(Some(id)),
            _ => return,
        }
        event.prevent_default();
        event.stop_propagation();
    };
    let go = use_navigate();
    let link = href.clone();
    let on_click = move |event: leptos::ev::MouseEvent| {
        if event.ctrl_key() || event.meta_key() || event.shift_key() {
            return;
        }
        event.prevent_default();
        if drag.just_dropped() {
            return;
        }
        // Enter arrives as a click without a pointer and opens the whole page.
        if is_phone() || event.detail() == 0 {
            go(&link, Default::default());
        } else {
            listing.peek.set(Some(id));
        }
    };
    let foot = move || {
        let record = record.get()?;
        let amount = match amount_of(def).map(|field| record.value(&field.id)) {
            Some(Value::Money(money)) => Some(intl::money(money)),
            _ => None,
        };
        let dated = dated_of(app, &record);
        let late = dated.is_some_and(|(date, open)| open && date < app.today());
        let when = match dated {
            Some((date, _)) if late => t_with("late-since", &[("date", intl::day(date).into())]),
            Some((date, _)) => intl::day(date),
            None if record.entity == "deal" => t("no-date"),
            None => String::new(),
        };
        let whose = ["customer", "company"].into_iter().find_map(|field| record.reference(field));
        let owner = record.reference("owner");
        Some(view! {
            <span class="who">{whose.map(|whose| title_or_gone(app, whose))}</span>
            <span class="foot">
                <span class="num amount">{amount}</span>
                <span class="line">
                    <MarkSign mark/>
                    <time class:late=late datetime=dated.map(|(date, _)| date.to_string())>{when}</time>
                    {owner.map(|owner| view! { <Avatar id=owner/> })}
                </span>
            </span>
        })
    };
    let held = move || drag.held.get() == Some(id);
    view! {
        <a
            class="card"
            href=href
            draggable="false"
            data-record=id.to_string()
            data-open=move || (listing.peek.get() == Some(id)).then_some("")
            aria-grabbed=move || held().then_some("true")
            aria-keyshortcuts="Alt+ArrowLeft Alt+ArrowRight"
            on:click=on_click
            on:keydown=on_keydown
            on:pointerdown=move |event| drag.press(event, id, move_to)
            on:touchmove=move |event| { if drag.held.get_untracked().is_some() { event.prevent_default() } }
            on:contextmenu=move |event| { if drag.held.get_untracked().is_some() { event.prevent_default() } }
        >
            <span class="name" title=title>{title}</span>
            {foot}
        </a>
    }
}

/// The amount a card shows and a lane adds up.
pub fn amount_of(def: &'static EntityDef) -> Option<&'static FieldDef> {
    def.visible_fields().find(|field| field.kind == Kind::Money)
}

/// The date that matters of a record, and whether it is still to be met.
fn dated_of(app: App, record: &Record) -> Option<(Date, bool)> {
    let date = |field: &str| match record.value(field) {
        Value::Date(date) => Some(*date),
        Value::Time(at) => to_local(*at).map(|local| local.date()),
        _ => None,
    };
    if record.entity == "deal" {
        let open = record.reference("stage").is_none_or(|stage| stage_outcome(app, stage) == "open");
        let closed = date("closed_on").filter(|_| !open);
        return closed.or_else(|| date("expected_close")).map(|date| (date, open));
    }
    let due = ["due_on", "starts_at"].into_iter().find_map(date)?;
    Some((due, record.value("done") != &Value::Bool(true)))
}

fn focus_card(id: RecordId) {
    let card = document().query_selector(&format!(".card[data-record=\"{id}\"]")).ok().flatten();
    if let Some(card) = card.and_then(|card| card.dyn_into::<HtmlElement>().ok()) {
        crate::ui::focus(&card);
    }
}

/// The card above or below.
fn focus_sibling(event: &KeyboardEvent, down: bool) {
    focus_beside(event, "li", down);
}

/// The first card of the next lane that has one.
fn focus_lane(event: &KeyboardEvent, right: bool) {
    focus_beside(event, ".lane", right);
}

/// The first card in what comes after (or before) the card's own `of`.
fn focus_beside(event: &KeyboardEvent, of: &str, after: bool) {
    let card = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let mut here = card.and_then(|card| card.closest(of).ok().flatten());
    while let Some(at) = here {
        here = if after { at.next_element_sibling() } else { at.previous_element_sibling() };
        let first = here.as_ref().and_then(|beside| beside.query_selector(".card").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<HtmlElement>().ok()) {
            return crate::ui::focus(&first);
        }
    }
}
