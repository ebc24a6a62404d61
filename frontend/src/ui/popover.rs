//! What floats: menus, small forms, a field's history. Stands in the browser's top layer beside the
//! button that opened it; Esc, a press elsewhere or leaving it with Tab closes it, and focus goes
//! back to the button.

use super::place::{first_focusable, focus, place_under};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// A float that is there while `open` holds.
#[component]
pub fn Popover(
    open: RwSignal<bool>,
    /// The button it belongs to.
    anchor: NodeRef<leptos::html::Button>,
    /// `menu`, `pop`, `history pop`.
    class: &'static str,
    #[prop(into)] label: Signal<String>,
    /// `menu` or `dialog`.
    #[prop(default = "dialog")]
    role: &'static str,
    children: ChildrenFn,
) -> impl IntoView {
    let children = StoredValue::new(children);
    view! {
        <Show when=move || open.get()>
            <Float open anchor class label role>{children.with_value(|children| children())}</Float>
        </Show>
    }
}

#[component]
fn Float(
    open: RwSignal<bool>,
    anchor: NodeRef<leptos::html::Button>,
    class: &'static str,
    label: Signal<String>,
    role: &'static str,
    children: Children,
) -> impl IntoView {
    let float = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| {
        let (Some(float), Some(anchor)) = (float.get(), anchor.get_untracked()) else { return };
        let _ = float.show_popover();
        place_under(&float, &anchor);
        if let Some(first) = first_focusable(&float) {
            focus(&first);
        }
    });
    let close = move |back: bool| {
        open.set(false);
        if let (true, Some(anchor)) = (back, anchor.get_untracked()) {
            focus(&anchor);
        }
    };
    let inside = move |target: Option<web_sys::EventTarget>| {
        let target = target.and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        let within =
            |element: Option<&Element>| element.is_some_and(|element| element.contains(target.as_ref()));
        within(float.get_untracked().as_deref().map(AsRef::as_ref))
            || within(anchor.get_untracked().as_deref().map(AsRef::as_ref))
    };
    let outside = window_event_listener(leptos::ev::pointerdown, move |event| {
        if !inside(event.target()) {
            open.set(false);
        }
    });
    on_cleanup(move || outside.remove());
    let on_keydown = move |event: KeyboardEvent| match event.key().as_str() {
        "Escape" => {
            event.prevent_default();
            event.stop_propagation();
            close(true);
        }
        "ArrowDown" if role == "menu" => step(&event, true),
        "ArrowUp" if role == "menu" => step(&event, false),
        _ => {}
    };
    view! {
        <div
            node_ref=float
            class=class
            popover="manual"
            role=role
            aria-label=move || label.get()
            on:keydown=on_keydown
            on:focusout=move |event| {
                if event.related_target().is_some() && !inside(event.related_target()) {
                    open.set(false);
                }
            }
        >
            {children()}
        </div>
    }
}

/// Moves focus to the item below or above, around the ends.
fn step(event: &KeyboardEvent, down: bool) {
    event.prevent_default();
    let Some(float) = event.current_target().and_then(|target| target.dyn_into::<Element>().ok()) else {
        return;
    };
    let Ok(found) = float.query_selector_all(".item") else { return };
    let items: Vec<HtmlElement> = (0..found.length())
        .filter_map(|at| found.get(at)?.dyn_into::<HtmlElement>().ok())
        .map(|item| first_focusable(&item).unwrap_or(item))
        .collect();
    let Some(last) = items.len().checked_sub(1) else { return };
    let active = document().active_element();
    let at =
        items.iter().position(|item| active.as_ref().is_some_and(|active| item.is_same_node(Some(active))));
    let next = match (at, down) {
        (None, _) => 0,
        (Some(at), true) => {
            if at == last {
                0
            } else {
                at + 1
            }
        }
        (Some(at), false) => at.checked_sub(1).unwrap_or(last),
    };
    if let Some(item) = items.get(next) {
        focus(item);
    }
}
